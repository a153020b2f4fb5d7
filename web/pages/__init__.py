"""What each page shows, as values: modules here run the queries, templates only lay out what they return."""
