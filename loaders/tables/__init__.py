"""Linguistic lists that the rules use, one file a list: a line a phrase, `#` begins a comment.

Phrases are compared folded (kg.folding), so that one line serves accented and stripped text.
"""

from functools import cache
from importlib import resources

from kg.folding import fold


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The folded phrases of `loaders/tables/<name>.txt`, in the file's order."""
    text = resources.files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(fold(line) for line in lines if line)
