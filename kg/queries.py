"""Saved queries: one question a `.rq` file, with a header that says what it asks and which parameters it takes.

The header's lines start with `#+` (kg.headers). `summary` and `description` are given in `vi` and `en`; `params` names
each parameter's `type` (TYPES), and may give `label`, `default`, `required`, `choices` or `choices-query` (a SELECT of
?value and ?label), `example`; further `tags` and `example` (a mapping of values that gives rows on the sample).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg import headers
from kg.errors import UsageError
from kg.standards import XSD

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.reader import Reader, Result, Table
    from kg.releases import Release

_KINDS: dict[str, tuple[str, ...]] = {
    "document": ("document",),
    "programme": ("programme",),
    "instrument": ("document", "programme"),
    "agency": ("agency", "office", "group"),
    "official": ("official",),
    "indicator": ("indicator",),
    "pillar": ("pillar",),
    "task": ("task",),
    "source": ("source",),
    "resource": (),
}
_VALUES: dict[str, tuple[str, str, str]] = {
    "text": ("", r"(?s).*", "any text"),
    "integer": (XSD.integer, r"[+-]?\d+", "a whole number such as 10"),
    "decimal": (XSD.decimal, r"[+-]?\d+(\.\d+)?", "a number such as 30.5"),
    "date": (XSD.date, r"\d{4}-\d\d-\d\d", "a day such as 2024-02-29"),
    "period": ("", r"\d{4}(-(\d\d(-\d\d)?|[QSTW]\d+|\d\d-\d\d/P.+))?", "a time such as 2024, 2024-Q1, 2025-12"),
    "boolean": (XSD.boolean, r"true|false", "true or false"),
    "iri": ("", r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", "an IRI"),
}
TYPES = (*_KINDS, *_VALUES)
LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes: bound to the variable of its name. Resources are given by id, name or IRI."""

    name: str
    type: str
    label: Mapping[str, str]
    default: str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()
    choices_query: str | None = None
    example: str | None = None

    def expected(self) -> str:
        """What may be given, in words."""
        if self.choices:
            return f"one of {', '.join(self.choices)}"
        if self.type in _VALUES:
            return _VALUES[self.type][2]
        return f"the id, name or IRI of {'an' if self.type[0] in 'aio' else 'a'} {self.type}"


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question with its SPARQL text."""

    name: str
    text: str
    summary: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...] = ()
    tags: tuple[str, ...] = ()
    example: Mapping[str, str] | None = None  # values for the parameters

    def parameter(self, name: str) -> Parameter:
        """A parameter by name. Raises UsageError that names those there are."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        allowed = ", ".join(p.name for p in self.parameters) or "none"
        raise UsageError(f"{self.name}: no parameter {name!r}; it takes {allowed}")


@cache
def saved() -> dict[str, SavedQuery]:
    """The queries that come with the application, by name."""
    import sparql

    folder = Path(sparql.__path__[0])
    return {path.stem: read(path) for path in sorted(folder.glob("*.rq"))}


def find(name: str) -> SavedQuery:
    """A saved query by its name, or a query file by its path. Raises UsageError with the names that come near."""
    if name in saved():
        return saved()[name]
    if name.endswith(".rq") or "/" in name:
        return read(Path(name))
    import difflib

    near = ", ".join(difflib.get_close_matches(name, saved(), n=3, cutoff=0.4))
    raise UsageError(f"no saved query {name!r}; {f'did you mean {near}? ' if near else ''}`kg queries` lists all")


def read(path: Path) -> SavedQuery:
    """The query of a file. Raises UsageError where it cannot be read or its header is wrong."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}") from None
    return parse(path.stem, text, str(path))


def parse(name: str, text: str, where: str) -> SavedQuery:
    """The query of a text; one without a header has its variables' blocks as parameters of type text."""
    from kg.binding import parameters as blocks

    if not re.search(r"^#\+", text, re.MULTILINE):
        found = tuple(Parameter(block, "text", {}) for block in blocks(text))
        return SavedQuery(name, text, {}, {}, found)
    header = headers.parse(text, where)
    allowed = ("summary", "description", "params", "tags", "example", "endpoint", "method")
    for key in header:
        if key not in allowed:
            raise UsageError(f"{where}: unknown entry {key!r} in the header; allowed are {', '.join(allowed)}")
    params = header.get("params") or {}
    if not isinstance(params, dict):
        raise UsageError(f"{where}: params must be a mapping of names")
    tags = header.get("tags") or []
    example = header.get("example")
    return SavedQuery(
        name=name,
        text=text,
        summary=_languages(header.get("summary"), f"{where}: summary"),
        description=_languages(header.get("description"), f"{where}: description"),
        parameters=tuple(_parameter(key, value, f"{where}: {key}") for key, value in params.items()),
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (str(tags),),
        example={key: str(value) for key, value in example.items()} if isinstance(example, dict) else None,
    )


def _parameter(name: str, value: headers.Value, where: str) -> Parameter:
    fields = value if isinstance(value, dict) else {"type": value}
    allowed = ("type", "label", "default", "required", "choices", "choices-query", "example", "description")
    for key in fields:
        if key not in allowed:
            raise UsageError(f"{where}: unknown entry {key!r}; allowed are {', '.join(allowed)}")
    kind = str(fields.get("type") or "text")
    if kind not in TYPES:
        raise UsageError(f"{where}: unknown type {kind!r}; allowed are {', '.join(TYPES)}")
    choices = fields.get("choices") or []
    return Parameter(
        name=name,
        type=kind,
        label=_languages(fields.get("label") or fields.get("description"), where),
        default=_text(fields.get("default")),
        required=fields.get("required") in ("true", "yes"),
        choices=tuple(map(str, choices)) if isinstance(choices, list) else (str(choices),),
        choices_query=_text(fields.get("choices-query")),
        example=_text(fields.get("example")),
    )


def _text(value: headers.Value | None) -> str | None:
    return str(value) if value not in (None, "") else None


def _languages(value: headers.Value | None, where: str) -> dict[str, str]:
    """A text in both languages; one text stands for both."""
    if isinstance(value, dict):
        if unknown := value.keys() - set(LANGUAGES):
            raise UsageError(f"{where}: unknown language {min(unknown)!r}; allowed are vi, en")
        return {lang: str(text) for lang, text in value.items()}
    return {lang: str(value) for lang in LANGUAGES} if value else {}


def pairs(given: Iterable[tuple[str, str]], where: str) -> dict[str, str]:
    """The parameters by their names. Raises UsageError where one comes twice: only one of its values could count."""
    found: dict[str, str] = {}
    for name, value in given:
        if name in found:
            raise UsageError(f"{where}: {name} is given twice, as {found[name]!r} and as {value!r}; give it once")
        found[name] = value
    return found


# ── running ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def values(query: SavedQuery, given: Mapping[str, str], release: Release) -> dict[str, list[ox.NamedNode | ox.Literal]]:
    """The terms of the given values, with the defaults; an optional one that is not given is left out.

    Raises UsageError for an unknown or missing parameter, a value that is not of its type, or a time that ends before
    it begins, saying what is allowed.
    """
    for name in given:
        query.parameter(name)
    found = {}
    for parameter in query.parameters:
        value = given.get(parameter.name) or parameter.default
        if value is not None:
            found[parameter.name] = [term(parameter, value, release, query.name)]
        elif parameter.required:
            raise UsageError(
                f"{query.name}: {parameter.name} is wanted: {parameter.expected()}, as -p {parameter.name}="
                f"{_quoted(parameter.example or '…')}"
            )
    _check_order(query, found)
    return found


def _check_order(query: SavedQuery, found: Mapping[str, list[ox.NamedNode | ox.Literal]]) -> None:
    """Raises UsageError where `from` lies after `to`: nothing could be found, for no reason that anybody saw."""
    from kg.periods import check, first_day, last_day

    if {"from", "to"} <= found.keys():
        start, end = found["from"][0].value, found["to"][0].value
        if check(start) and check(end) and first_day(start) > last_day(end):
            raise UsageError(f"{query.name}: from {start} lies after to {end}; exchange them")


def term(parameter: Parameter, value: str, release: Release, where: str) -> ox.NamedNode | ox.Literal:
    """The term of one value. Raises UsageError where it is not of the parameter's type."""
    import unicodedata

    import pyoxigraph as ox

    value = unicodedata.normalize("NFC", value.strip())
    if parameter.choices and value not in parameter.choices:
        raise UsageError(f"{where}: {parameter.name} is {parameter.expected()}, not {value!r}")
    if parameter.type in _KINDS:
        from kg.identify import identify

        return ox.NamedNode(identify(release, value, _KINDS[parameter.type]).iri)
    datatype, pattern, expected = _VALUES[parameter.type]
    if not re.fullmatch(pattern, value):
        raise UsageError(f"{where}: {parameter.name} is {expected}, not {value!r}")
    if parameter.type == "iri":
        return ox.NamedNode(value)
    if parameter.type == "date":
        _check_day(value, f"{where}: {parameter.name}")
    return ox.Literal(value, datatype=ox.NamedNode(datatype)) if datatype else ox.Literal(value)


def _check_day(value: str, where: str) -> None:
    import datetime

    try:
        datetime.date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{where}: {value} is no day: {error}") from None


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"\s", text) else text


def run(reader: Reader, query: SavedQuery, given: Mapping[str, str], format: str = "json") -> Result:
    """The answer to a saved query."""
    return reader.query(query.text, format, present(reader, query, given))


def table(reader: Reader, query: SavedQuery, given: Mapping[str, str]) -> Table:
    """The rows of a saved SELECT."""
    return reader.table(query.text, present(reader, query, given))


def present(reader: Reader, query: SavedQuery, given: Mapping[str, str]) -> dict[str, list[ox.NamedNode | ox.Literal]]:
    """The terms of the given values. Raises UsageError for an IRI that the store knows nothing of.

    An empty answer would read as if it were there.
    """
    found = values(query, given, reader.release)
    for parameter in query.parameters:
        if parameter.type == "iri" and parameter.name in found:
            iri = found[parameter.name][0]
            if not reader.ask(f"ASK {{ {iri} ?p ?o }}", trusted=True):
                raise UsageError(f"{query.name}: {parameter.name} {iri.value}: nothing in the store has this IRI")
    return found


def choices(reader: Reader, parameter: Parameter) -> list[tuple[str, str]]:
    """The values that a form offers for a parameter, each with its label; empty where any may be typed."""
    if parameter.choices:
        return [(choice, choice) for choice in parameter.choices]
    if parameter.choices_query is None:
        return []
    rows = reader.rows(parameter.choices_query)
    return [(row["value"], row.get("label", row["value"])) for row in rows if "value" in row]


def variables(query: SavedQuery) -> Sequence[str]:
    """The names of its parameters, in order."""
    return [parameter.name for parameter in query.parameters]
