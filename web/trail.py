"""The path that leads to a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the trail."""

    label: str
    href: str | None = None
