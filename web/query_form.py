"""What form a SPARQL query has, told from its words without running it."""

from __future__ import annotations

import re
from typing import Literal

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
TOKEN = re.compile(
    r"""\#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
    |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?P<name>[\w.-]*:[\w.:%/-]*)|(?P<word>\w+)|.""",
    re.VERBOSE | re.DOTALL,
)
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def form(query: str) -> Form | None:
    """The query's form; None where no word of it tells one (the parser will say what is wrong).

    >>> form("PREFIX select: <http://a/select#> # ASK\\nCONSTRUCT WHERE { ?s ?p 'SELECT' }"), form("INSERT DATA {}")
    ('CONSTRUCT', None)
    """
    for match in TOKEN.finditer(query):
        word = (match["word"] or "").upper()
        if word in _FORMS:
            return word  # type: ignore[return-value]
        if word in ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"):
            return None
    return None
