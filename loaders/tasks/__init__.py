"""Tasks in prose: who tells whom to do what by when, in every clause form."""
