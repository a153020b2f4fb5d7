"""Tables that assign work or set targets."""
