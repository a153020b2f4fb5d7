"""When: dates and times in a text, as SDMX time periods."""
