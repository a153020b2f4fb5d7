"""Targets and observations: numbers with their indicator, unit, time and place."""
