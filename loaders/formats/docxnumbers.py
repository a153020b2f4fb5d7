"""The automatic numbers of a DOCX ("1.", "a)", "II."), and which paragraph styles are headings.

ECMA-376 Part 1, 17.9: a level shows its pattern (lvlText) with the counters of its own and the higher levels; a counter
starts again when a higher level has been counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.model import BlockKind
from loaders.formats.blocks import roman

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_LEVELS = 9
_HIGHEST = 32_767  # the highest number that Word counts from


@dataclass(frozen=True, slots=True)
class Label:
    """What Word shows before a paragraph; a bullet has no text, it is no word of the document."""

    text: str
    level: int


@dataclass(slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False


class Numbers:
    """Counts through a document's lists as its paragraphs are handed over in order."""

    def __init__(self, document: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._default: str | None = None
        for style in document.styles.element.iter(f"{_W}style"):
            identity = style.get(f"{_W}styleId")
            if style.get(f"{_W}type") == "paragraph" and identity:
                self._styles[identity] = style
                if style.get(f"{_W}default") == "1":
                    self._default = identity
        self._defaults = document.styles.element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        self._levels: dict[str, list[_Level]] = {}
        self._shared: dict[str, str] = {}  # numId → abstract list: lists of one definition count on together
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[str] = set()
        self._read_definitions(document)

    def _read_definitions(self, document: Any) -> None:
        relations = (r for r in document.part.rels.values() if r.reltype.endswith("/numbering") and not r.is_external)
        numbering = next(relations, None)
        if numbering is None:
            return
        root = numbering.target_part.element
        abstract = {a.get(f"{_W}abstractNumId"): a for a in root.iter(f"{_W}abstractNum")}
        for number in root.findall(f"{_W}num"):
            reference = number.find(f"{_W}abstractNumId")
            identity = number.get(f"{_W}numId")
            definition = abstract.get(reference.get(f"{_W}val")) if reference is not None else None
            if definition is None or identity is None:
                continue
            levels = [_Level() for _ in range(_MOST_LEVELS)]
            for level in definition.findall(f"{_W}lvl"):
                _read_level(level, levels)
            key = f"abstract {reference.get(f'{_W}val')}"
            for override in number.findall(f"{_W}lvlOverride"):
                key = f"list {identity}"  # a list with a start of its own counts for itself
                index = _int(override.get(f"{_W}ilvl"), 0)
                start = override.find(f"{_W}startOverride")
                if start is not None and 0 <= index < _MOST_LEVELS:
                    levels[index].start = _int(start.get(f"{_W}val"), 1)
                for level in override.findall(f"{_W}lvl"):
                    _read_level(level, levels)
            self._levels[identity] = levels
            self._shared[identity] = key

    def _property(self, paragraph: Any, path: str) -> Any:
        """A paragraph property by itself or by its style and the styles that this is based on."""
        own = paragraph.find(f"{_W}pPr/{path}")
        if own is not None:
            return own
        reference = paragraph.find(f"{_W}pPr/{_W}pStyle")
        identity = reference.get(f"{_W}val") if reference is not None else self._default
        for style in self._chain(identity):
            found = style.find(f"{_W}pPr/{path}")
            if found is not None:
                return found
        return None

    def _chain(self, identity: str | None) -> list[Any]:
        chain: list[Any] = []
        while identity in self._styles and self._styles[identity] not in chain:
            style = self._styles[identity]
            chain.append(style)
            based = style.find(f"{_W}basedOn")
            identity = based.get(f"{_W}val") if based is not None else None
        return chain

    def label(self, paragraph: Any) -> Label | None:
        """The number that Word shows before this paragraph, counting it; None where it is in no list."""
        numbering = self._property(paragraph, f"{_W}numPr")
        if numbering is None:
            return None
        reference, depth = numbering.find(f"{_W}numId"), numbering.find(f"{_W}ilvl")
        identity = reference.get(f"{_W}val") if reference is not None else None
        if identity is None or identity == "0" or identity not in self._levels:
            return None
        index = min(max(_int(depth.get(f"{_W}val") if depth is not None else None, 0), 0), _MOST_LEVELS - 1)
        levels = self._levels[identity]
        counts = self._counts.setdefault(self._shared[identity], [None] * _MOST_LEVELS)
        now = counts[index]
        counts[index] = levels[index].start if now is None else now + 1
        for lower in range(index + 1, _MOST_LEVELS):
            limit = levels[lower].restart
            if limit is None or (limit > 0 and index < limit):
                counts[lower] = None
        level = levels[index]
        if level.style in ("bullet", "none") or not level.pattern:
            return Label("", index)
        text = level.pattern
        for place in range(index + 1):
            count = counts[place]
            style = "decimal" if level.legal else levels[place].style
            shown = _numeral(levels[place].start if count is None else count, style)
            text = text.replace(f"%{place + 1}", shown)
        return Label(" ".join(text.split()), index)

    def heading(self, paragraph: Any) -> tuple[BlockKind | None, int]:
        """Whether the paragraph's style, or its outline level, makes it a heading or the title, and its level."""
        reference = paragraph.find(f"{_W}pPr/{_W}pStyle")
        for style in self._chain(reference.get(f"{_W}val") if reference is not None else None):
            name = style.find(f"{_W}name")
            named = (name.get(f"{_W}val") or "").lower() if name is not None else ""
            if named == "title":
                return "title", 0
            if named.startswith("heading ") and named[8:9].isdecimal():
                return "heading", int(named[8])
            if named == "caption":
                return "caption", 0
        outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        level = _int(outline.get(f"{_W}val"), 9) if outline is not None else 9
        return ("heading", level + 1) if 0 <= level < 9 else (None, 0)

    def style_font(self, identity: str | None) -> str | None:
        """The font that a paragraph style sets its text in, by itself or by what it is based on."""
        runs = [style.find(f"{_W}rPr") for style in self._chain(identity or self._default)]
        for properties in (*runs, self._defaults):
            fonts = properties.find(f"{_W}rFonts") if properties is not None else None
            name = None if fonts is None else fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi")
            if name:
                return str(name)
        return None


def _read_level(element: Any, levels: list[_Level]) -> None:
    index = _int(element.get(f"{_W}ilvl"), -1)
    if not 0 <= index < _MOST_LEVELS:
        return
    level = levels[index] = _Level(levels[index].start)

    def value(tag: str) -> str | None:
        child = element.find(f"{_W}{tag}")
        return child.get(f"{_W}val") if child is not None else None

    level.start = _int(value("start"), level.start)
    level.style = value("numFmt") or "decimal"
    level.pattern = value("lvlText") or ""
    restart = value("lvlRestart")
    level.restart = _int(restart, 0) if restart is not None else None
    level.legal = element.find(f"{_W}isLgl") is not None


def _int(value: str | None, default: int) -> int:
    """The number of an attribute, at most what Word counts from; `default` where there is none."""
    try:
        return min(int(value), _HIGHEST) if value is not None else default
    except ValueError:
        return default


def _numeral(number: int, style: str) -> str:
    """A number as a list shows it; below 1 in digits, which is all that letters and Roman numerals leave to it."""
    if style in ("lowerLetter", "upperLetter") and number >= 1:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman") and number >= 1:
        return roman(number) if style == "upperRoman" else roman(number).lower()
    return f"{number:02d}" if style == "decimalZero" else str(number)
