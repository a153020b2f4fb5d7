"""How words are looked for: folded and flat text, phrases of the tables, names in one pass, clauses."""
