"""The commands of the command line, in modules that are imported only when one of their commands runs."""
