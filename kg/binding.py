"""Values given to a query's variables, as terms in VALUES rows, never as pasted text.

A query says where a parameter enters by a block `VALUES ?name { UNDEF }`, which any SPARQL editor runs as it stands,
for any value. Binding puts the terms in the place of UNDEF, in every such block. A variable without one is bound at the
start of the outermost WHERE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.errors import QueryError

if TYPE_CHECKING:
    import pyoxigraph as ox

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_TOKEN = re.compile(
    r"""
    (?P<skip>\#[^\n]*|\s+)
  | (?P<long>\"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3})
  | (?P<string>\"(?:[^"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>[\w.:-]+)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def bind(text: str, values: Mapping[str, Sequence[Term] | Term]) -> str:
    """The query with each named variable bound to its term, or to any of its terms.

    Raises QueryError where the query has neither a block for a name nor a WHERE to put one in.

    >>> import pyoxigraph as ox
    >>> bind("SELECT * { VALUES ?who { UNDEF } ?who ?p ?o }", {"who": ox.NamedNode("http://a/x")})
    'SELECT * { VALUES ?who { <http://a/x> } ?who ?p ?o }'
    """
    for name, given in values.items():
        terms = list(given) if isinstance(given, Sequence) else [given]
        row = " ".join(map(_term, terms)) or "UNDEF"
        blocks = list(_blocks(text, name))
        if blocks:
            for start, end in reversed(blocks):
                text = f"{text[:start]} {row} {text[end:]}"
        else:
            at = _where(text, name)
            text = f"{text[:at]} VALUES ?{name} {{ {row} }} {text[at:]}"
    return text


def parameters(text: str) -> list[str]:
    """The variables that have a block `VALUES ?name { UNDEF }`, in order."""
    tokens = [t for t in _tokens(text) if t.lastgroup != "skip"]
    found = [
        b.group()[1:]
        for a, b, c, d, e in zip(tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False)
        if a.group().upper() == "VALUES" and b.lastgroup == "variable"
        and (c.group(), d.group().upper(), e.group()) == ("{", "UNDEF", "}")
    ]  # fmt: skip
    return list(dict.fromkeys(found))


def _tokens(text: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(text)


def _blocks(text: str, name: str) -> Iterator[tuple[int, int]]:
    """The inside of each `VALUES ?name { UNDEF }`."""
    tokens = [t for t in _tokens(text) if t.lastgroup != "skip"]
    for i, token in enumerate(tokens):
        words = [t.group() for t in tokens[i : i + 5]]
        if (
            len(words) == 5
            and token.lastgroup == "name"
            and words[0].upper() == "VALUES"
            and words[1] in (f"?{name}", f"${name}")
            and (words[2], words[3].upper(), words[4]) == ("{", "UNDEF", "}")
        ):
            yield tokens[i + 2].end(), tokens[i + 4].start()


def _where(text: str, name: str) -> int:
    """The position after the outermost WHERE's opening brace."""
    tokens = [t for t in _tokens(text) if t.lastgroup != "skip"]
    braces = [t.end() for t in tokens if t.lastgroup == "mark" and t.group() == "{"]
    construct = next(
        (t.group().upper() for t in tokens if t.group().upper() in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), ""
    )
    if construct == "CONSTRUCT":  # its first braces may be the template
        where = [t.end() for t in tokens if t.lastgroup == "name" and t.group().upper() == "WHERE"]
        braces = [at for at in braces if where and at > where[0]]
    if not braces:
        raise QueryError(f"the query has no place for the parameter {name}: put VALUES ?{name} {{ UNDEF }} into it")
    return braces[0]


def _term(term: Term) -> str:
    import pyoxigraph as ox

    if isinstance(term, (ox.NamedNode, ox.Literal)):
        return str(term)
    raise QueryError(f"a parameter is an IRI or a literal, not {term}")
