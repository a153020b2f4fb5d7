"""Bytes to text in NFC with "\\n" line ends: the encoding told by its mark, its declaration or its statistics.

Nothing is replaced and nothing guessed in silence: bytes that fit no reading are refused with their offset.
"""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata

from kg.errors import SourceError
from loaders.formats import legacy, mojibake, scattered

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program (ELF)"),
    (b"MZ", "a Windows program"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_HEAD = 65_536
_RUN = re.compile(r"(?<![^\S\n])([^\S\n]{100})[^\S\n]++")  # more blanks say no more than a hundred
_WESTERN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "x-user-defined"}


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of `data` in NFC with "\\n" line ends and without a byte-order mark.

    `declared` is the charset that the document or its carrier names; valid UTF-8 wins over it. Raises SourceError where
    the bytes are none of: UTF-8, UTF-16, UTF-32, windows-1258, TCVN3, VNI, the declared charset; or where a program
    that misread them has lost letters; or where letters with marks stand apart from their words.
    """
    if not data.strip(b"\x00 \t\r\n\f\v"):
        raise SourceError(f"{name}: the file is empty; nothing to read")
    for signature, kind in _SIGNATURES:
        # a text may well begin with "MZ" or "ID3": only a signature with binary data after it counts
        if data.startswith(signature) and data[:_HEAD].translate(None, _CONTROLS) != data[:_HEAD]:
            raise SourceError(f"{name}: this is {kind}, not a text; give the text, HTML, DOCX or PDF of the document")
    text = mojibake.undone(_unicode(data, name, declared), name)
    scattered.refuse(text, name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _RUN.sub(r"\1", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _unicode(data: bytes, name: str, declared: str | None) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, name, len(bom))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        failure = error
    else:
        if "\x00" in text[:_HEAD]:
            wide = _wide(data)
            if wide:
                return _strict(data, wide, name)
        _refuse_binary(data, name)
        return legacy.repair(text)[0]
    wide = _wide(data)
    if wide:
        return _strict(data, wide, name)
    _refuse_binary(data, name)
    return _eight_bit(data, name, declared, failure)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the high bytes of most letters are 0, on one side only."""
    head = data[: _HEAD - _HEAD % 2]
    half = max(1, len(head) // 2)
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if len(head) >= 8 and max(even, odd) > 0.3 and min(even, odd) < 0.02:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _strict(data: bytes, encoding: str, name: str, shift: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name}: invalid {encoding.upper()} at byte {error.start + shift} ({_hex(data, error.start)}); "
            "save the file again as UTF-8"
        ) from None


def _refuse_binary(data: bytes, name: str) -> None:
    head = data[:_HEAD]
    strange = len(head) - len(head.translate(None, _CONTROLS))
    if b"\x00" in head or strange > len(head) // 100:
        at = next(i for i, byte in enumerate(head) if byte in _CONTROLS)
        raise SourceError(
            f"{name}: this is binary data, not a text (byte {at} is {_hex(head, at)}); "
            "give the text, HTML, DOCX or PDF of the document"
        )


def _eight_bit(data: bytes, name: str, declared: str | None, failure: UnicodeDecodeError) -> str:
    """Text of an 8-bit Vietnamese charset, where the bytes read as Vietnamese under one; else the UTF-8 error."""
    sound = data.decode("utf-8", "ignore")
    lost = len(data) - len(sound.encode())
    damaged = sum(map(len, re.findall(r"[^\x00-\x7f]+", sound))) >= lost  # UTF-8 with some bytes broken
    if not damaged:
        charset = _known(declared)
        western = data.decode("cp1252", "replace") if b"\x81" not in data else data.decode("latin-1")
        western = re.sub("\ufffd", "", western) if "\ufffd" in western else western
        readings = [("windows-1258", data.decode("cp1258", "ignore"))]
        repaired, found = legacy.repair(western)
        if found:
            readings.append((found, repaired))
        # a named charset is tried first, but it has to make sense: pages in legacy fonts say "iso-8859-1"
        if charset and charset not in _WESTERN and not charset.startswith("utf"):
            with contextlib.suppress(UnicodeError, LookupError):  # "hex" is a codec, but of no text
                readings.insert(0, (charset, data.decode(charset)))
        for _, text in readings:
            if legacy.is_vietnamese(unicodedata.normalize("NFC", text)):
                return text
    at = failure.start
    before = data[:at].count(b"\n") + 1
    cut = failure.reason == "unexpected end of data" and failure.end >= len(data)
    what = "the file ends in the middle of a character" if cut else f"invalid UTF-8 ({_hex(data, at)})"
    raise SourceError(
        f"{name}: {what} at byte {at} (line {before}), and the text is no windows-1258, TCVN3 or VNI either; "
        "get the file again or convert it, for example: iconv -f ENCODING -t UTF-8"
    )


def _known(charset: str | None) -> str | None:
    try:
        return codecs.lookup(charset.strip()).name if charset else None
    except (LookupError, ValueError):
        return None


def _hex(data: bytes, at: int) -> str:
    return f"0x{data[at]:02X}"
