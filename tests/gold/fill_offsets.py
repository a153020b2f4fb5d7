"""Fill in the offsets of the sample's gold: each evidence's quote is looked up in the text that the reader gives.

usage: python tests/gold/fill_offsets.py [STEM …]     (all files of tests/gold/sample without a stem)

A quote that occurs several times is the one nearest to the offset already written, else the first. A quote that does
not occur is an error. Run it after a change to a text or to a gold file; it writes only what changed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # run as a script, the project need not be installed

from kg.model import Source  # noqa: E402
from loaders import read  # noqa: E402

GOLD = ROOT / "tests" / "gold" / "sample"
SAMPLE = ROOT / "kg" / "sample"


def sources() -> dict[str, Source]:
    """The sample's sources by the stem of their gold file."""
    return {item.stem: read.read(item) for item in read.expand([SAMPLE])}


def evidences(value: Any) -> Iterator[dict[str, Any]]:
    """Every entry of evidence in a gold file's JSON."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "evidence":
                yield from inner
            else:
                yield from evidences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidences(inner)


def locate(text: str, entry: dict[str, Any]) -> str | None:
    """Set `start` and `end` of an entry; what is wrong, where its quote does not occur."""
    quote = entry["quote"]
    starts = [i for i in range(len(text)) if text.startswith(quote, i)]
    if not starts:
        return f"not in the text: {quote!r}"
    start = min(starts, key=lambda found: abs(found - entry.get("start", 0)))
    place = {"place": entry["place"]} if "place" in entry else {}
    entry.clear()
    entry.update(start=start, end=start + len(quote), quote=quote, **place)
    return None


def main(stems: list[str]) -> int:
    """Fill the named files; the exit code is 1 where a quote was not found."""
    known, wrong = sources(), 0
    for path in sorted(GOLD.glob("*.json")):
        if stems and path.stem not in stems:
            continue
        gold = json.loads(path.read_text("utf-8"))
        source = known[path.stem]
        gold["text_sha256"] = source.text_digest
        for entry in evidences(gold):
            problem = locate(source.text, entry)
            if problem:
                print(f"{path.stem}: {problem}", file=sys.stderr)
                wrong += 1
        written = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
        if written != path.read_text("utf-8"):
            path.write_text(written, "utf-8")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
