"""The addresses of the site, one blueprint a module."""
