"""The tests; a package, so that `python -m tests.scores` and `python -m tests.bench` run."""
