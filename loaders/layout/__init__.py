"""How a text is laid out: its units, headings and frame, the stretches and pages that evidence points at."""
