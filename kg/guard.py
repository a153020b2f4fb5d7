"""What a person's query may not do: reach other addresses (SERVICE, LOAD), or be too long to read.

Oxigraph would follow both to any URL, this machine's own included, and has no switch against it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from kg.errors import QueryError

LONGEST = 100_000  # characters
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check_query(text: str) -> None:
    """Raises QueryError for a query with SERVICE in it, nested or escaped as it may be.

    A text without the letters of the word cannot hold the keyword. One with them is parsed, so that a label or comment
    that only speaks of a service is no offence; what cannot be parsed then is refused.
    """
    if _may_hold(text, "service"):
        from rdflib.plugins.sparql.parser import parseQuery

        _refuse(_parsed(parseQuery, text))


def check_update(text: str) -> None:
    """Raises QueryError for an update with SERVICE or LOAD in it."""
    if _may_hold(text, "service", "load"):
        from rdflib.plugins.sparql.parser import parseUpdate

        _refuse(_parsed(parseUpdate, text))


def _may_hold(text: str, *words: str) -> bool:
    if len(text) > LONGEST:
        raise QueryError(f"the query has {len(text)} characters; at most {LONGEST} are served")
    plain = text
    while (shorter := _ESCAPE.sub(_unescape, plain)) != plain:
        plain = shorter
    plain = plain.casefold()
    return any(word in plain for word in words)


def _unescape(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _parsed(parse: Any, text: str) -> Any:
    try:
        return parse(text)
    except RecursionError:
        raise QueryError("the query is nested too deeply to be checked") from None
    except Exception as error:  # pyparsing's and rdflib's errors have no common class of their own
        raise QueryError(f"the query cannot be checked for SERVICE and LOAD, so it is refused: {error}") from error


def _refuse(parsed: Any) -> None:
    stack = [parsed]
    while stack:
        node = stack.pop()
        name = getattr(node, "name", None)
        if name == "ServiceGraphPattern":
            raise QueryError("SERVICE is not served here: this store answers from its own data only")
        if name == "Load":
            raise QueryError(
                "LOAD is not served here: send the data itself, with INSERT DATA or the Graph Store Protocol"
            )
        if isinstance(node, dict):
            stack.extend(node.values())
        elif isinstance(node, (list, tuple)) or type(node).__name__ == "ParseResults":
            stack.extend(node)


_PROLOGUE = r"(?:\s|#[^\n]*(?:\n|$)|PREFIX\s+[^\s<]*\s*<[^<>]*>|BASE\s*<[^<>]*>)*"
_BEGUN = re.compile(_PROLOGUE + r"([A-Za-z]\w*)", re.IGNORECASE)
_BEGINNINGS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE", "VERSION")
_UPDATE = re.compile(
    _PROLOGUE + r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)
_NO_NAMES = re.compile(  # strings, IRIs, comments
    r'"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*'
)
_PREFIX = re.compile(r"(?<![\w?$:@-])([A-Za-z][\w.-]*):(?=[\w%\\])")
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]+):", re.IGNORECASE)
_AT = re.compile(r"error at (\d+):(\d+): *(.*)", re.DOTALL)
_EXPECTED = 100  # characters of what the grammar allows that a message repeats; a longer list helps nobody


def _undeclared(text: str, known: Collection[str]) -> str | None:
    """The first prefix that a query uses and neither it declares nor the service knows."""
    bare = _NO_NAMES.sub(" ", text)
    declared = {*known, *_DECLARED.findall(bare)}
    return next((prefix for prefix in _PREFIX.findall(bare) if prefix not in declared), None)


def unreadable(text: str, said: str, known: Collection[str] = ()) -> str:
    """What to say of a query that the parser refused with `said`: the place, the line there, and the way out.

    `known` are the prefixes that need no declaration.
    """
    if not text.strip():
        return "the query cannot be read: it is empty"
    update = _UPDATE.match(text)
    if update:
        return (
            f"the query cannot be read: {update[1].upper()} begins an update, and here one only asks; updates "
            "are taken at /sparql of `kg serve --writable`"
        )
    began = _BEGUN.match(text)
    if began and began[1].upper() not in _BEGINNINGS:
        line, column = text.count("\n", 0, began.start(1)) + 1, began.start(1) - text.rfind("\n", 0, began.start(1))
        return (
            f"the query cannot be read: line {line}, column {column}, before {began[1][:30]!r}: "
            "expected SELECT, ASK, CONSTRUCT or DESCRIBE"
        )
    missing = _undeclared(text, known)
    if missing:
        return f"the query cannot be read: the prefix {missing}: is not declared; begin with PREFIX {missing}: <…>"
    at = _AT.match(said)
    if not at:
        return f"the query cannot be read: {said}"
    line, column, expected = int(at[1]), int(at[2]), at[3].strip()
    lines = text.split("\n")
    there = lines[line - 1] if line <= len(lines) else ""
    found = there[column - 1 : column + 30].strip()
    told = f"before {found!r}" if found else "at the end of the line" if line < len(lines) else "at its end"
    named = expected and len(expected) <= _EXPECTED and "[_]" not in expected
    why = expected if named else "something is missing or out of place"
    return f"the query cannot be read: line {line}, column {column}, {told}: {why}"
