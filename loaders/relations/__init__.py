"""The links that a text states between documents, programmes and bodies."""
