"""Frozen values that are made quickly: a text gives some five hundred of them."""

from __future__ import annotations

import functools
from dataclasses import MISSING, fields
from typing import Any, TypeVar

_T = TypeVar("_T")


def quick(cls: type[_T]) -> type[_T]:
    """A frozen dataclass with slots whose fields are set through their slots, in half the time of by their names.

    >>> from dataclasses import dataclass
    >>> @quick
    ... @dataclass(frozen=True, slots=True)
    ... class Place:
    ...     start: int
    ...     end: int = 0
    >>> Place(3)
    Place(start=3, end=0)
    """
    known: dict[str, Any] = {"MISSING": MISSING}
    parameters, by_name, lines = ["self"], ["*"], []
    for field in fields(cls):  # type: ignore[arg-type]
        name = value = field.name
        known[f"set_{name}"] = getattr(cls, name).__set__
        default = ""
        if field.default_factory is not MISSING:
            known[f"new_{name}"], default = field.default_factory, "=MISSING"
            value = f"new_{name}() if {name} is MISSING else {name}"
        elif field.default is not MISSING:
            known[f"default_{name}"], default = field.default, f"=default_{name}"
        (by_name if field.kw_only else parameters).append(name + default)
        lines.append(f"set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    signature = ", ".join(parameters + (by_name if len(by_name) > 1 else []))
    exec(f"def __init__({signature}):\n  " + "\n  ".join(lines), known)  # as dataclasses do
    made: Any = known["__init__"]
    functools.update_wrapper(made, cls.__init__)
    del made.__wrapped__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls
