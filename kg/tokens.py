"""The token that lets a program write, kept in a file of its own."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from kg.errors import UsageError

_MAKE = "make one: (umask 077; openssl rand -hex 32 > {path})"


def read(path: Path) -> tuple[str, str | None]:
    """The token in a file, without the space around it, and a warning where others may read the file.

    Raises UsageError where the file is missing, empty, no single word of ASCII, or one that others may change.
    """
    make = _MAKE.format(path=path)
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            content = file.read(4097)
    except FileNotFoundError:
        raise UsageError(f"{path}: no such token file; {make}") from None
    except OSError as error:
        raise UsageError(f"{path}: the token file cannot be read: {error.strerror or error}") from error
    token = content.decode("utf-8", "replace").strip()
    if not token:
        raise UsageError(f"{path}: the token file is empty; {make}")
    if not re.fullmatch(r"[!-~]{1,4096}", token):
        raise UsageError(f"{path}: a token is one word of ASCII letters, digits and signs; {make}")
    if os.name == "nt":
        return token, None  # the mode says nothing there
    if mode & 0o002:
        raise UsageError(f"{path}: everybody may change the token file; chmod 600 {path}")
    readable = mode & 0o044
    return token, f"{path}: others may read the token; chmod 600 {path}" if readable else None
