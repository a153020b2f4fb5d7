"""Persons with their posts."""
