"""Saved queries, one question a file; kg.queries reads them."""
