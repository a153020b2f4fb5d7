"""The bodies that a text names."""
