"""Old word-processor files (.doc, .rtf, .odt) through LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from kg.errors import SourceError
from kg.model import Source

_MEDIA_TYPES = {
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".odt": "application/vnd.oasis.opendocument.text",
}
_SECONDS = 180
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)


def office() -> str | None:
    """The LibreOffice program of this machine, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if os.access(place, os.X_OK)), None)


def is_opendocument(data: bytes) -> bool:
    """Whether an archive is an OpenDocument text: its first member says so."""
    return b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:120]


def read(data: bytes, where: str, suffix: str) -> Source:
    """The source of a file that LibreOffice converts to DOCX; digests are left to the caller.

    Raises SourceError where LibreOffice is not installed or cannot read the file.
    """
    from loaders.formats import docx

    program = office()
    if program is None:
        raise SourceError(
            f"{where}: a {suffix} file is read through LibreOffice, which is not installed here; "
            "install it (Debian: libreoffice-writer-nogui) or save the document as DOCX or PDF"
        )
    with tempfile.TemporaryDirectory(prefix="kg-office-") as folder:
        converted = _converted(program, data, Path(folder), where, suffix)
    return replace(docx.read(converted, where), media_type=_MEDIA_TYPES[suffix])


def _converted(program: str, data: bytes, folder: Path, where: str, suffix: str) -> bytes:
    """The DOCX that the program makes of the file, in a folder that is its own."""
    original = folder / f"document{suffix}"
    original.write_bytes(data)
    # a profile of its own: a running LibreOffice would take the job and answer nothing
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(original),
    ]
    try:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise SourceError(
            f"{where}: LibreOffice ({program}) cannot be started: {error.strerror}; save the document as DOCX or PDF"
        ) from None
    try:
        output, _ = process.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise SourceError(
            f"{where}: LibreOffice did not finish in {_SECONDS} seconds; save the document as DOCX or PDF"
        ) from None
    result = folder / "out" / "document.docx"
    if process.returncode or not result.is_file():
        said = output.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1] if said else f"exit code {process.returncode}"
        raise SourceError(
            f"{where}: LibreOffice cannot read it ({reason}); it may be damaged or protected, save it as DOCX or PDF"
        )
    return result.read_bytes()
