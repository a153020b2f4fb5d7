"""The site: pages, endpoint and API over a release of the store, which it only reads."""
