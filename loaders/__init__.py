"""From bytes to facts: readers for each format, the cut into sentences, mentions, and the facts that they state."""

EXTRACTOR = "vn-policy-kg rules 0.1"
"""Name and version of what reads facts, known without loading it."""
