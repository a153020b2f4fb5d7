"""The header of a saved query: its `#+` lines, in the part of YAML that such headers need.

Mappings by indentation, lists in brackets or by dashes, mappings in braces, plain and quoted scalars, text blocks (`|`
keeps the lines, `>` joins them). Every value is a text, a list or a mapping; nothing is taken for a number or a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from kg.errors import UsageError

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
_KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s'"\[\]{}:#,][^:\[\]{},]*?)\s*:(?:\s+(?P<rest>.*))?$""")


class _Line:
    __slots__ = ("indent", "number", "text")

    def __init__(self, number: int, content: str) -> None:
        self.number = number
        self.text = content.strip()
        self.indent = len(content) - len(content.lstrip())


def parse(text: str, where: str) -> dict[str, Value]:
    """The header of a query's text. Raises UsageError that names the line.

    >>> parse("#+ summary: {vi: Văn bản, en: Documents}\\n#+ tags: [a, b]\\nASK {}", "x.rq")
    {'summary': {'vi': 'Văn bản', 'en': 'Documents'}, 'tags': ['a', 'b']}
    """
    lines = [
        _Line(number, line[2:].expandtabs(2))
        for number, line in enumerate(text.splitlines(), 1)
        if line.startswith("#+")
    ]
    reader = _Reader(lines, where)
    value = reader.block(-1)
    if not isinstance(value, dict):
        raise UsageError(f"{where}: the header's lines (#+) must be a mapping such as `#+ summary: …`")
    return value


class _Reader:
    def __init__(self, lines: list[_Line], where: str) -> None:
        self.lines, self.where, self.at = lines, where, 0

    def block(self, outer: int) -> Value:
        """The mapping or list that is indented more than `outer`."""
        self._skip_blank()
        if self.at >= len(self.lines) or self.lines[self.at].indent <= outer:
            return ""
        indent = self.lines[self.at].indent
        if self.lines[self.at].text.startswith(("- ", "-")) and self.lines[self.at].text != "---":
            return list(self._items(indent))
        return dict(self._entries(indent))

    def _items(self, indent: int) -> Iterator[Value]:
        while (line := self._next(indent)) is not None:
            if not line.text.startswith("-"):
                raise self._error(line, "a list entry (- …) is wanted")
            rest = line.text[1:].strip()
            self.at += 1
            yield self._scalar(rest, line) if rest else self.block(indent)

    def _entries(self, indent: int) -> Iterator[tuple[str, Value]]:
        seen = set()
        while (line := self._next(indent)) is not None:
            match = _KEY.match(line.text)
            if match is None:
                raise self._error(line, f"`name: value` is wanted, not {line.text[:40]!r}")
            key, rest = match["key"].strip("\"'").strip(), (match["rest"] or "").strip()
            if key in seen:
                raise self._error(line, f"{key} stands twice")
            seen.add(key)
            self.at += 1
            if rest in ("|", "|-", ">", ">-"):
                yield key, self._text(indent, rest[0])
            elif rest:
                yield key, self._scalar(rest, line)
            else:
                yield key, self.block(indent)

    def _next(self, indent: int) -> _Line | None:
        self._skip_blank()
        if self.at >= len(self.lines) or self.lines[self.at].indent < indent:
            return None
        line = self.lines[self.at]
        if line.indent > indent:
            raise self._error(line, "it is indented more than the line above it allows")
        return line

    def _text(self, outer: int, style: str) -> str:
        lines: list[_Line] = []
        while self.at < len(self.lines) and (not self.lines[self.at].text or self.lines[self.at].indent > outer):
            lines.append(self.lines[self.at])
            self.at += 1
        least = min((line.indent for line in lines if line.text), default=0)
        shown = [" " * max(0, line.indent - least) + line.text for line in lines]
        return ("\n" if style == "|" else " ").join(shown).strip()

    def _scalar(self, text: str, line: _Line) -> Value:
        if text[0] in "[{":
            value, rest = self._flow(text, line)
            if rest.strip() and not rest.strip().startswith("#"):
                raise self._error(line, f"nothing may follow, not {rest.strip()!r}")
            return value
        if text[0] in "\"'":
            return self._quoted(text, line)[0]
        return re.split(r"\s#", text)[0].strip()

    def _flow(self, text: str, line: _Line) -> tuple[Value, str]:
        """A list in brackets or a mapping in braces, and what follows it."""
        opening, rest = text[0], text[1:].lstrip()
        closing = "]" if opening == "[" else "}"
        items: list[Value] = []
        entries: dict[str, Value] = {}
        while not rest.startswith(closing):
            if opening == "{":
                match = re.match(r"\s*(\"[^\"]*\"|'[^']*'|[^:,{}\[\]]+?)\s*:\s*", rest)
                if match is None:
                    raise self._error(line, f"`name: value` is wanted in {text!r}")
                rest = rest[match.end() :]
                entries[match[1].strip("\"'")], rest = self._inner(rest, line, closing)
            else:
                value, rest = self._inner(rest, line, closing)
                items.append(value)
            rest = rest.lstrip()
            if rest.startswith(","):
                rest = rest[1:].lstrip()
            elif not rest.startswith(closing):
                raise self._error(line, f"{closing} is missing in {text!r}")
        return (items if opening == "[" else entries), rest[1:]

    def _inner(self, text: str, line: _Line, closing: str) -> tuple[Value, str]:
        if text[:1] and text[0] in "[{":
            return self._flow(text, line)
        if text[:1] and text[0] in "\"'":
            return self._quoted(text, line)
        match = re.match(rf"[^,{re.escape(closing)}]*", text)
        assert match
        return match[0].strip(), text[match.end() :]

    def _quoted(self, text: str, line: _Line) -> tuple[str, str]:
        match = re.match(r'"((?:[^"\\]|\\.)*)"' if text[0] == '"' else r"'((?:[^']|'')*)'", text)
        if match is None:
            raise self._error(line, f"the quotes of {text!r} are not closed")
        if text[0] == '"':
            return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), match[1]), text[match.end() :]
        return match[1].replace("''", "'"), text[match.end() :]

    def _skip_blank(self) -> None:
        while self.at < len(self.lines) and (not self.lines[self.at].text or self.lines[self.at].text.startswith("#")):
            self.at += 1

    def _error(self, line: _Line, message: str) -> UsageError:
        return UsageError(f"{self.where}:{line.number}: {message}")
