"""Readers for each format that people have: bytes to the blocks of a text."""
