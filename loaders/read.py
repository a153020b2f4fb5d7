"""From what people have — files, folders, archives, JSON Lines — to sources: text and blocks, in NFC.

The format is told by the content, not by the name alone. Text files are read without any of the heavy libraries.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import SourceError
from kg.model import Source
from loaders import folders
from loaders.formats import datelines, encoding, headlines, jsonl, official, plain, publishers
from loaders.layout import evenness

TEXT = frozenset({".txt", ".text", ".md"})
HTML = frozenset({".html", ".htm", ".xhtml"})
OFFICE = frozenset({".docx", ".doc", ".rtf", ".odt"})
SUFFIXES = TEXT | HTML | OFFICE | jsonl.SUFFIXES | {".pdf", ".zip"}
LARGEST_MEMBER = 512 * 1024 * 1024  # of an archive, unpacked: a bomb is larger
# what zipfile raises of an archive that is damaged, locked, or packed in a way that it does not know
UNPACKING_ERRORS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, KeyError, ValueError, OSError, RuntimeError, EOFError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Input:
    """One source to be read, not yet opened: a file, a member of an archive, or a line of JSON Lines.

    It can be handed to another process: a line carries its bytes, the others are opened where they are read.
    """

    name: str  # as its facts name it: the file's base name, the record's id or URL
    path: Path
    member: str | None = None  # of an archive
    line: int | None = None  # of a JSON Lines file, from 1
    data: bytes | None = None  # of that line

    @property
    def stem(self) -> str:
        """The name without its suffix: two inputs with one stem would be written to one file."""
        return Path(self.name).stem if self.line is None else self.name

    @property
    def where(self) -> str:
        """The place to name in a message: path, and member or line."""
        if self.line is not None:
            return f"{_printable(str(self.path))}:{self.line}"
        return _printable(f"{self.path}!{self.member}" if self.member else str(self.path))


def expand(paths: Iterable[str | Path], ignored: list[Path] | None = None) -> Iterator[Input]:
    """The inputs under `paths`, lazily and in a fixed order: folders recursively, each folder's files by name.

    A path that does not exist, a folder that may not be read, or a bad line, is an input as well: reading it raises,
    and the others go on. Files of a folder or an archive that are of no known format, and pipes, are put on the list
    `ignored`; one given by name is always an input. A file reached by two paths comes once. The folder of a store is
    passed over: what it keeps was read before.
    """
    roots = [Path(path) for path in paths]
    seen: set[str] | None = set() if len(roots) > 1 else None
    for root in roots:
        for path in folders.files(root, _is_known, ignored):
            if seen is not None:
                real = os.path.realpath(path)
                if real in seen:
                    continue
                seen.add(real)
            yield from _inputs(path, ignored)


def _is_known(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def _inputs(path: Path, ignored: list[Path] | None) -> Iterator[Input]:
    suffix = path.suffix.lower()
    if suffix in jsonl.SUFFIXES and folders.is_file(path) and os.access(path, os.R_OK):
        for number, line in jsonl.lines(path):
            try:
                name = jsonl.parse(line, f"{path}:{number}").name
            except SourceError:
                name = f"{path.name}:{number}"
            yield Input(name, path, line=number, data=line)
    elif suffix == ".zip" and folders.is_file(path):
        try:
            with zipfile.ZipFile(path) as archive:
                members = sorted(info.filename for info in archive.infolist() if not info.is_dir())
        except UNPACKING_ERRORS:
            yield Input(_base(path.name), path)
            return
        for member in members:
            base = member.rpartition("/")[2]
            if folders.is_hidden(base):
                continue
            if Path(base).suffix.lower() in SUFFIXES - {".zip"} - jsonl.SUFFIXES:
                yield Input(_base(base), path, member=member)
            elif ignored is not None:
                ignored.append(Path(f"{path}!{member}"))
    else:
        yield Input(_base(path.name), path)


def _base(name: str) -> str:
    """A file's name as facts give it: in NFC, what is no UTF-8 in it as "�"."""
    return unicodedata.normalize("NFC", _printable(name))


def _printable(path: str) -> str:
    """A path that can be written as UTF-8: a disk may hold names in any bytes."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read(source: str | Path | Input, *, name: str | None = None) -> Source:
    """The source at a path, or of an input of `expand`; `name` stands in for the file's base name.

    Raises SourceError, naming the file and what to do, where it cannot be read as a text.
    """
    if not isinstance(source, Input):
        path = Path(source)
        source = Input(_base(path.name), path)
    if source.line is not None and source.data is not None:
        found = _record(source.data, source.where)
        return replace(found, name=name) if name else found
    return read_bytes(content(source), source.where, name=name or source.name)


def content(source: Input) -> bytes:
    """The bytes of an input as they came. Raises SourceError where they cannot be had."""
    if source.data is not None:
        return source.data
    return _member(source) if source.member else _bytes(source.path)


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise SourceError(f"{path}: this is a pipe or a device; write what it gives into a file first")
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: this is a folder; its files are read one by one (kg build, kg facts)") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror or error}") from None


def _member(source: Input) -> bytes:
    try:
        with zipfile.ZipFile(source.path) as archive:
            info = archive.getinfo(source.member or "")
            if info.file_size > LARGEST_MEMBER:
                raise SourceError(f"{source.where}: {info.file_size} bytes unpacked is more than one source may have")
            return archive.read(info)
    except UNPACKING_ERRORS as error:
        raise SourceError(f"{source.where}: the archive cannot be unpacked ({error}); unpack it by hand") from None


def read_bytes(data: bytes, where: str, *, name: str | None = None, charset: str | None = None) -> Source:
    """The source that `data` is. `where` names it in messages, `name` in its facts; `charset` is what its carrier said.

    >>> source = read_bytes("Bộ Tài chính báo cáo.\\r\\n".encode(), "tin.txt")
    >>> source.text, source.media_type, source.blocks[0].kind
    ('Bộ Tài chính báo cáo.\\n', 'text/plain', 'paragraph')
    """
    name = name or where
    digest = hashlib.sha256(data).hexdigest()
    head = data[:2048]
    suffix = Path(name).suffix.lower()
    if b"%PDF-" in head[:1024]:
        from loaders.formats import pdf

        found = pdf.read(data, where)
    elif head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from loaders.formats import doc, docx

        found = doc.read(data, where, ".odt") if doc.is_opendocument(data) else docx.read(data, where)
    elif head.startswith((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")):
        from loaders.formats import doc

        found = doc.read(data, where, ".rtf" if head.startswith(b"{") else ".doc")
    elif _is_html(head, suffix):
        from loaders.formats import html

        found = html.read(data, where, charset)
    elif suffix in OFFICE | {".pdf"} and data.strip():
        raise SourceError(
            f"{where}: its content is not that of a {suffix[1:].upper()} file; it is damaged or misnamed, get it again"
        )
    else:
        text = encoding.decode(data, where, charset)
        found = from_text(text, where)
        if len(text) and data.isascii() and "\r" not in text and len(text) == len(data):
            return replace(found, name=name, file_digest=digest, text_digest=digest)
    raw = found.text.encode("utf-8")
    same = len(raw) == len(data) and raw == data
    return replace(
        found, name=name, file_digest=digest, text_digest=digest if same else hashlib.sha256(raw).hexdigest()
    )


def _is_html(head: bytes, suffix: str) -> bool:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return True
    if suffix in HTML:
        return bool(start)
    known = suffix in TEXT
    return not known and start.startswith(
        (b"<?xml", b"<!--", b"<div", b"<p>", b"<p ", b"<article", b"<main", b"<table")
    )


def from_text(text: str, where: str) -> Source:
    """A plain text as a source, its headline, day and publisher read from its lines; digests are left to the caller."""
    plainly, offsets = evenness.plainly_spaced(text)
    found = plain.blocks(plainly)
    if not found:
        raise SourceError(f"{where}: there is no text in it, only white space; nothing to read")
    source = described(Source(where, plainly, found))
    return source if plainly is text else evenness.put_back(source, text, offsets)


def described(source: Source) -> Source:
    """`source` with what its own lines tell of title, day and publisher, where nothing better has told it yet."""
    text, found = source.text, source.blocks
    own = official.read(text, found)
    if own:
        title, published = own
        return replace(source, title=title or source.title, published=published or source.published)
    title, blocks = source.title, found
    index = headlines.stands_at(title, text, found) if title else headlines.find(text, found)
    if index is not None:
        title = title or headlines.as_title(text[found[index].start : found[index].end])
        blocks = (*found[:index], replace(found[index], kind="title", level=0), *found[index + 1 :])
    return replace(
        source,
        blocks=blocks,
        title=title,
        published=source.published or datelines.published(text, blocks),
        publisher=source.publisher or publishers.find(text, blocks),
    )


def _record(line: bytes, where: str) -> Source:
    """The source of a line of JSON Lines; what the record says of itself goes before what its text tells."""
    record = jsonl.parse(line, where)
    published = datelines.day(record.published) if record.published else None
    if record.published and not published:
        raise SourceError(f"{where}: `published` is {record.published!r}, no date; write it as 2024-02-29")
    if record.html is not None and record.text is None:
        from loaders.formats import html

        found = html.read(record.html.encode("utf-8", "surrogatepass"), f"{where} ({record.name})", "utf-8")
    else:
        raw = (record.text or "").encode("utf-8", "surrogatepass")
        found = from_text(encoding.decode(raw, f"{where} ({record.name})"), where)
    return replace(
        found,
        name=record.name,
        title=" ".join(record.title.split()) if record.title else found.title,
        published=published or found.published,
        publisher=" ".join(record.publisher.split()) if record.publisher else found.publisher,
        url=record.url or found.url,
        file_digest=hashlib.sha256(line).hexdigest(),
        text_digest=hashlib.sha256(found.text.encode("utf-8")).hexdigest(),
    )
