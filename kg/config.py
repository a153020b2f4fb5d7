"""Where the store lies and how resources are named: from command line, environment, kg.toml or the defaults."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError

BASE_IRI = "https://w3id.org/vnpolicy/"
STORE = "data"
LANGUAGES = ("vi", "en")
FILE = "kg.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings that every command shares."""

    store: Path = Path(STORE)
    base_iri: str = BASE_IRI
    lang: str = "vi"


def load(
    store: str | None = None,
    base_iri: str | None = None,
    lang: str | None = None,
    *,
    env: Mapping[str, str] = os.environ,
    folder: Path = Path(),
) -> Config:
    """The settings: an argument before KG_STORE, KG_BASE_IRI and KG_LANG, those before kg.toml in `folder`.

    A relative store in kg.toml is relative to that file. Raises UsageError on a value or key that cannot be meant.
    """
    table = _read(folder / FILE)
    path = store or env.get("KG_STORE")
    if path is None and "store" in table:
        path = table["store"] if "://" in table["store"] else str(folder / table["store"])
    return Config(
        store=_folder(path or STORE),
        base_iri=_base(base_iri or env.get("KG_BASE_IRI") or table.get("base_iri") or BASE_IRI),
        lang=_language(lang or env.get("KG_LANG") or table.get("lang") or "vi"),
    )


def _read(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    import tomllib

    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}") from error
    allowed = ("store", "base_iri", "lang")
    for name, value in table.items():
        if name not in allowed:
            raise UsageError(f"{path}: unknown setting {name!r}; allowed are {', '.join(allowed)}")
        if not isinstance(value, str):
            raise UsageError(f"{path}: {name} must be a text in quotes, not {value!r}")
    return table


def _folder(path: str) -> Path:
    if re.match(r"[a-z][a-z0-9+.-]+://", path, re.IGNORECASE):
        raise UsageError(f"store {path}: only a folder on this machine can be a store; give a path such as ./data")
    return Path(path).expanduser()


def _base(iri: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`/]+(/[^\s<>\"{}|\\^`]*)?[/#]", iri):
        raise UsageError(f"base IRI {iri!r}: must be an absolute http(s) IRI that ends in / or #, as {BASE_IRI}")
    return iri


def _language(lang: str) -> str:
    if lang not in LANGUAGES:
        raise UsageError(f"language {lang!r}: allowed are {', '.join(LANGUAGES)}")
    return lang
