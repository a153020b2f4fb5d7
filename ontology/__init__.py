"""The vocabulary, its shapes and the registry tables: data that the code reads and a policy expert can edit."""
