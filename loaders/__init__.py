"""From bytes to facts: readers for each format, the cut into blocks and sentences, mentions, and the facts they state."""
