"""Browser files of others: unmodified, each package with its licence and a line that says what it is."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[1] / "web" / "static" / "vendor"
OUR_OWN = {"README.md", "SHA256SUMS"}
FOLDERS = sorted(path for path in VENDOR.iterdir() if path.is_dir())


def digests() -> dict[str, str]:
    lines = (VENDOR / "SHA256SUMS").read_text("utf-8").splitlines()
    found = [re.fullmatch(r"([0-9a-f]{64}) [ *](\S.*)", line) for line in lines]
    assert all(found), "a line that sha256sum would not read"
    named = [(match[2], match[1]) for match in found if match]
    assert len(dict(named)) == len(named), "a file named twice"
    return dict(named)


def test_every_file_is_as_it_was_published() -> None:
    files = {path.relative_to(VENDOR).as_posix(): path for path in VENDOR.rglob("*") if path.is_file()}
    now = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items() if name not in OUR_OWN}
    assert now == digests()
    assert len(now) > 10


def test_every_package_has_its_licence() -> None:
    assert FOLDERS
    for folder in FOLDERS:
        licences = list(folder.glob("LICENSE*"))
        assert licences and all(len(path.read_text("utf-8")) > 500 for path in licences), folder.name


def test_every_package_has_its_line() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", README, re.MULTILINE)
    listed = {row[0].strip(): row for row in rows if not row[0].startswith(("folder", "-"))}
    assert sorted(listed) == [folder.name for folder in FOLDERS]
    for name, (_, _, version, licence, _) in listed.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version.strip()), name
        assert re.search(r"OFL|MIT|Apache|BSD|ISC", licence), name


README = (VENDOR / "README.md").read_text("utf-8")


def test_nothing_in_them_is_fetched_from_elsewhere() -> None:
    """Style sheets and our templates that use them name no other host's file."""
    for path in [*VENDOR.rglob("*.css"), *(VENDOR.parents[1] / "templates").glob("*.html")]:
        text = path.read_text("utf-8")
        assert not re.search(r"""url\(\s*["']?(?:https?:)?//|@import\s+["'](?:https?:)?//|src=["']https?://""", text), (
            path
        )
