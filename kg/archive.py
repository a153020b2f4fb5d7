"""Backups: one archive with a release, the sources that it was made of, and what people wrote; and the way back."""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

from kg import releases
from kg.errors import StoreError, UsageError
from kg.releases import Release
from kg.sources import Sources
from kg.store_files import claim, obstacle, write

_FORMAT = 1
_BY_HAND = "by-hand.nq"
_CHUNK = 1 << 20  # bytes
_PARTS = ("originals", "texts", "facts")


def backup(data: Path, target: Path) -> Release:
    """Writes the current release with its sources to an archive (.tar.gz), whole or not at all.

    Needs no lock: a release does not change.
    """
    if target.exists():
        raise UsageError(f"{target}: is there already; give another name")
    release = releases.current(data)
    sources = Sources(data)
    part = target.with_name(f".{target.name}.part")
    try:
        with releases.reading(release), tarfile.open(part, "w:gz", compresslevel=6) as archive:
            head = json.dumps({"format": _FORMAT, "release": release.number, "created": release.created}).encode()
            _add(archive, "backup.json", head)
            for path in sorted(release.folder.rglob("*")):
                name = path.relative_to(release.folder)
                if path.is_file() and name.parts[0] != "readers":
                    archive.add(path, f"release/{name}", filter=_plain)
            for file in sorted({file for record in release.records() for file in record.files}):
                archive.add(sources.folder / file, f"sources/{file}", filter=_plain)
            _add(archive, _BY_HAND, sources.by_hand())
        part.replace(target)
    except OSError as error:
        raise StoreError(f"{target}: the backup cannot be written: {obstacle(target, error)}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return release


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    import io

    info = tarfile.TarInfo(name)
    info.size = len(content)
    archive.addfile(info, io.BytesIO(content))


def _plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
    """An entry without the names and ids of this machine's users."""
    info.uid = info.gid = 0
    info.uname = info.gname = ""
    return info


def restore(data: Path, archive: Path, *, force: bool = False) -> Release:
    """Makes the store what a backup holds, as a new release of it; what was there stays behind as older releases.

    Raises UsageError where sources are loaded already and `force` is not given, StoreError on an archive that is
    damaged, with nothing changed.
    """
    if not archive.is_file():
        raise UsageError(f"{archive}: there is no such backup")
    with claim(data):
        if Sources(data).records() and not force:
            raise UsageError(f"{data}: holds sources already; restore into another --store, or add --force")
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as unpacked:
            folder = Path(unpacked)
            _unpack(archive, folder)
            number = max(releases.numbers(data), default=0) + 1
            _check(archive, folder)
            by_hand = (folder / _BY_HAND).read_bytes()
            sources = Sources(data)
            for part in _PARTS:
                target = sources.folder / part
                target.mkdir(parents=True, exist_ok=True)
                for path in (folder / "sources" / part).glob("*"):
                    path.replace(target / path.name)
            if by_hand or sources.by_hand():
                sources.put_by_hand(by_hand)
            (data / "releases").mkdir(exist_ok=True)
            (folder / "release").rename(data / "releases" / str(number))
        write(data / "rollback", f"{number}\n".encode())
        releases.recover(data)
    return releases.get(data, number)


def _unpack(archive: Path, folder: Path) -> None:
    try:
        with tarfile.open(archive, "r:gz") as packed:
            packed.extractall(folder, filter="data")
            while packed.fileobj and packed.fileobj.read(_CHUNK):  # to the end, where the checksum is
                pass
        head = json.loads((folder / "backup.json").read_text("utf-8"))
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, shutil.Error) as error:
        raise StoreError(f"{archive}: no readable backup ({error}); nothing was changed") from error
    form = head.get("format") if isinstance(head, dict) else None
    if form != _FORMAT:
        raise StoreError(f"{archive}: a backup of format {form}, this version reads {_FORMAT}")


def _check(archive: Path, folder: Path) -> None:
    """Raises StoreError where the release is not whole, or a source's file is not what its name says."""
    try:
        release = releases.whole(folder / "release", 0)
        wanted = {file for record in release.records() for file in record.files}
        if not (folder / _BY_HAND).is_file():
            raise StoreError(f"{_BY_HAND} is damaged")
        for name in sorted(wanted):
            digest = hashlib.sha256((folder / "sources" / name).read_bytes()).hexdigest()
            if digest != Path(name).name.partition(".")[0]:
                raise StoreError(f"{name} is damaged")
    except (StoreError, OSError) as error:
        raise StoreError(f"{archive}: the backup is damaged ({error}); nothing was changed") from error
