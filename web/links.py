"""References to resources, and the addresses of their pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_EVIDENCE = re.compile(r"(?P<source>.*/id/source/(?P<slug>[^#]+))#char=(?P<start>\d+),(?P<end>\d+)")
_SAFE = "/-._~!$&'()*+,;=:@"


@dataclass(frozen=True, slots=True)
class Ref:
    """A resource as it is named on a page. `lang` is the language of its label."""

    iri: str
    label: str
    kind: str
    lang: str = "vi"
    note: str = ""


def path(iri: str, base: str) -> str | None:
    """The address of a resource's page on this site; None where it has none.

    >>> path("https://w3id.org/vnpolicy/id/task/a/b1", "https://w3id.org/vnpolicy/")
    '/id/task/a/b1'
    >>> path("https://w3id.org/vnpolicy/id/source/a#char=3,9", "https://w3id.org/vnpolicy/")
    '/source/a?char=3,9#char=3,9'
    """
    if not iri.startswith(f"{base}id/"):
        return None
    evidence = _EVIDENCE.fullmatch(iri)
    if evidence:
        span = f"char={evidence['start']},{evidence['end']}"
        return f"/source/{quote(evidence['slug'], safe=_SAFE)}?{span}#{span}"
    inner = iri[len(base) :]
    if inner.startswith("id/source/"):
        return f"/source/{quote(inner.removeprefix('id/source/'), safe=_SAFE)}"
    return f"/{quote(inner, safe=_SAFE)}"


def outside(iri: str) -> str | None:
    """The IRI where a browser may follow it: http and https only.

    >>> outside("javascript:alert(1)") is None, outside("https://chinhphu.vn/x")
    (True, 'https://chinhphu.vn/x')
    """
    return iri if re.match(r"https?://[^\s<>\"]+$", iri, re.IGNORECASE) else None


def short(iri: str, base: str) -> str:
    """A resource as addresses of this site name it: kind and slug, without the base."""
    return iri.removeprefix(f"{base}id/")
