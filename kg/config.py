"""Where the store is and how resources are named: from command line, environment, kg.toml or the defaults."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.remote_address import Server, is_address, parse

BASE_IRI = "https://w3id.org/vnpolicy/"
STORE = "data"
LANGUAGES = ("vi", "en")
FILE = "kg.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings that every command shares. The store is a folder, or a server with a folder for the sources."""

    store: Path | Server = Path(STORE)
    base_iri: str = BASE_IRI
    lang: str = "vi"
    beside: Path = Path(STORE)  # where the sources are kept, where the store is a server

    @property
    def data(self) -> Path:
        """The folder of the sources, and of the store where it is a folder."""
        return self.store if isinstance(self.store, Path) else self.beside

    def folder(self, what: str, instead: str) -> Path:
        """The store's folder, for a command that works on one. Raises UsageError with what to do `instead`."""
        if isinstance(self.store, Server):
            raise UsageError(
                f"{what} works on a store in a folder, and the store is the server {self.store}; {instead}"
            )
        return self.store


def load(
    store: str | None = None,
    base_iri: str | None = None,
    lang: str | None = None,
    data: str | None = None,
    *,
    env: Mapping[str, str] = os.environ,
    folder: Path = Path(),
) -> Config:
    """The settings: an argument before KG_STORE, KG_BASE_IRI, KG_LANG and KG_DATA, those before kg.toml in `folder`.

    A relative folder in kg.toml is relative to that file. Raises UsageError on a value or key that cannot be meant.
    """
    table = _read(folder / FILE)
    path = store or env.get("KG_STORE") or None
    if path is None and "store" in table:
        path = table["store"] if is_address(table["store"]) else str(folder / table["store"])
    kept = data or env.get("KG_DATA")
    beside = kept or (str(folder / table["data"]) if "data" in table else STORE)
    if is_address(kept or table.get("data", "")):
        raise UsageError(f"data {beside}: the sources are kept in a folder on this machine; give a path such as ./data")
    where: Path | Server = parse(path, env) if path and is_address(path) else Path(path or STORE).expanduser()
    if data and isinstance(where, Path):
        raise UsageError(f"--data says where the sources of a server are kept; the store {where} keeps its own")
    return Config(
        store=where,
        beside=Path(beside).expanduser(),
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
    allowed = ("store", "data", "base_iri", "lang")
    for name, value in table.items():
        if name not in allowed:
            raise UsageError(f"{path}: unknown setting {name!r}; allowed are {', '.join(allowed)}")
        if not isinstance(value, str):
            raise UsageError(f"{path}: {name} must be a text in quotes, not {value!r}")
    return table


def _base(iri: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`/]+(/[^\s<>\"{}|\\^`]*)?[/#]", iri):
        raise UsageError(f"base IRI {iri!r}: must be an absolute http(s) IRI that ends in / or #, as {BASE_IRI}")
    return iri


def _language(lang: str) -> str:
    if lang not in LANGUAGES:
        raise UsageError(f"language {lang!r}: allowed are {', '.join(LANGUAGES)}")
    return lang
