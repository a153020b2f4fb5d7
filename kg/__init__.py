"""The knowledge graph: its model, its mapping to RDF, its store and the questions asked of it."""
