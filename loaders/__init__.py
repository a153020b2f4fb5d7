"""From bytes to facts: readers for each format, the cut into sentences, mentions, and the facts that they state."""
