"""The documents, programmes and pillars that a text names."""
