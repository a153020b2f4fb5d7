"""The IRIs of everything in the graph: `<base>id/<kind>/<slug>`, the same for the same input on every machine.

Folding merges names that differ in diacritics only, which is meant for agencies and documents; officials, programmes
and indicators add six hex digits of their NFC name, since it merges Hùng and Hưng as well.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from kg.config import BASE_IRI
from kg.folding import fold, slug
from kg.model import Evidence
from kg.places import ENCLOSED, within_article

ActorKind = Literal["agency", "office", "group"]
RecordKind = Literal[
    "task", "target", "observation", "mention", "statement", "membership", "status", "candidate", "undecided"
]

_LONGEST = 100  # of a slug, in characters; a longer one is cut and tells its digest

_NUMBER = re.compile(r"(?P<n>\d[\d.]*[a-zđ]?)[/-](?:(?P<year>(?:19|20)\d\d)[/-])?(?P<symbol>\S*[^\W\d]\S*)", re.I)
# the last part of a symbol that names its one issuer, as folded; of other symbols many bodies issue documents
_ISSUER_KNOWN = re.compile(
    r"cp|ttg|ctn|tw|qh\d*|ubtvqh\d*|hdtp(?:tandtc)?|tandtc|vks(?:nd)?tc|ktnn|nhnn|vpcp|vptw|vpqh|ttcp|ubdt|"
    r"bttt+|bkhcn|bkh&cn|bca|btc|bnv|bqp|bng|btp|bkhdt|bct|bnn(?:ptnt)?|bnnmt|bgtvt|bxd|btnmt|bldtbxh|bvhttdl|bgddt|"
    r"byt|bdttg"
)
_OFFICE = re.compile(
    r"(?:quyen )?(?:pho )?(?:thu tuong|chu tich|bo truong|tong bi thu|bi thu|thong doc|truong ban|truong phong|"
    r"vien truong|chanh an|chanh thanh tra|chanh van phong|tong thanh tra|tong kiem toan|tong thu ky|tong giam doc|"
    r"giam doc|tong cuc truong|cuc truong|vu truong|chu nhiem|hieu truong|to truong|doan truong|truong doan)\b|"
    r"thu truong(?! (?:cac |co quan|don vi))|pho (?:tong )?cuc truong\b|to pho\b|uy vien\b|nguoi phat ngon\b|"
    r"dai bieu quoc hoi\b|thuong truc ban bi thu\b"
)
_ANY = r"(?:$|,| (?:va|co lien quan|lien quan|chu quan|chu tri|phoi hop|su nghiep|truc thuoc|chuc nang|nha nuoc|"
_ANY += (
    r"trung uong|ngang bo|thuoc|trong|ngoai|nuoc ngoai|co tham quyen|chuyen mon|cap|tu van|cong nghe so|vien thong)\b)"
)
_COUNT = r"\d{1,4}(?:/\d{1,4})?"  # "07 địa phương", "29/34 tỉnh", "UBND 07 tỉnh"
_GROUP = re.compile(
    r"(?:cac|nhung|moi|tung|toan bo|tat ca|mot so|nhieu)\b|"
    r"(?:bo|so|ban|nganh|tinh|thanh pho|xa|phuong|huyen|quan|cuc|vu|tinh uy|thanh uy|ubnd), |bo nganh\b|"
    rf"(?:dia phuong|don vi|co quan|doanh nghiep|to chuc|ca nhan|nguoi dan){_ANY}|thu truong (?:cac |co quan|don vi)|"
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|so [\w ]+|van phong|lanh dao|nguoi dung dau|chu tich ubnd|"
    rf"chu tich uy ban nhan dan|tinh uy|thanh uy|cong an) (?:(?:cac|cap|tinh, thanh|xa, phuong)\b|{_COUNT} )|"
    rf"{_COUNT} (?:bo|so|ban|nganh|tinh|thanh pho|xa|phuong|dac khu|huyen|quan|cuc|vu|dia phuong|don vi|co quan|"
    r"doanh nghiep|to chuc|uy ban|ubnd|truong|benh vien|tap doan|tong cong ty|ngan hang)\b"
)
_ANYBODY = re.compile(  # where no capital names one
    r"(?:nguoi (?!phat ngon)|ca nhan|can bo|cong chuc|cong dan|dang vien|nhan dan|ho |hoc sinh|doanh nghiep|to chuc |"
    r"chinh quyen|cap uy|co quan |don vi |dia phuong |tap doan, |vien, |truong, |lanh dao )|"
    r"(?:hai|ba|bon|sau|bay|tam|chin|muoi) (?:ben|bo|so|nganh|tinh|thanh pho|dia phuong|co quan|don vi|tap doan|"
    r"lanh dao|nha mang|doanh nghiep)\b"
)

_PROVISION = re.compile(
    rf"\b(?P<word>{'|'.join(map(fold, ENCLOSED))}|phu luc|phan|chuong|tieu muc|muc|dieu|khoan|diem|stt|tt|dong|hang)\b"
    r"\s*(?:so\s+)?(?:thu\s+)?"
    r"(?P<n>[ivxlcd]+\b|\d+(?:\.\d+)*[a-z]?\b|[a-z]\d?\b)?"
)
_ROW = re.compile(r"\bstt\s+(?P<n>\S.*?)(?=[,\s]\s*phu luc\b|$)")  # "14", "II.3", "5, gạch đầu dòng 1"
_RANK = {"phu luc": 0, "phan": 1, "chuong": 2, "muc": 3, "tieu muc": 4, "dieu": 5, "khoan": 7, "diem": 8, "dong": 9}
_RANK |= {fold(kind): 0 for kind in ENCLOSED}
_INSIDE = 6  # of a section inside an article
_LAW_OF_YEAR = re.compile(r"((?:bo-luat|luat|phap-lenh|hien-phap)-.+?)-(?:nam-)?((?:19|20)\d\d)")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|zarsrc", re.I)


def is_number(identity: str) -> bool:
    """Whether a document's id is its number, not its name.

    >>> [is_number(i) for i in ("142/QĐ-TTg", "52-NQ/TW", "50/NQ-CP@2020-04-17", "Luật Chính phủ số", "Đề án 06")]
    [True, True, True, False, False]
    """
    return _NUMBER.fullmatch(identity.partition("@")[0]) is not None


def year_in(number: str) -> str | None:
    """The year that a number carries itself.

    >>> year_in("47/2020/NĐ-CP"), year_in("142/QĐ-TTg")
    ('2020', None)
    """
    match = _NUMBER.fullmatch(number.partition("@")[0])
    return match["year"] if match else None


def tells_issuer(number: str) -> bool:
    """Whether a number's symbol belongs to one body only.

    >>> [tells_issuer(n) for n in ("142/QĐ-TTg", "52-NQ/TW", "24/2018/QH14", "1528/QĐ-UBND", "45/KH")]
    [True, True, True, False, False]
    """
    match = _NUMBER.fullmatch(number.partition("@")[0])
    return match is not None and _ISSUER_KNOWN.fullmatch(re.split(r"[/-]", fold(match["symbol"]))[-1]) is not None


def actor_kind(name: str) -> ActorKind:
    """Whether a name is that of a body, of an office that one person holds, or a phrase for a group of bodies.

    >>> actor_kind("Bộ Công an"), actor_kind("Thủ tướng Chính phủ"), actor_kind("các bộ, ngành, địa phương")
    ('agency', 'office', 'group')
    >>> [actor_kind(name) for name in ("07 địa phương", "UBND 07 tỉnh", "Ban Chỉ đạo 389 quốc gia", "Quân khu 7")]
    ['group', 'group', 'agency', 'agency']
    >>> [actor_kind(name) for name in ("Doanh nghiệp có hạ tầng viễn thông", "Chính quyền địa phương", "Hai bên")]
    ['group', 'group', 'group']
    """
    printed = unicodedata.normalize("NFC", name).strip()
    folded = fold(printed).strip()
    if _GROUP.match(folded) or (_ANYBODY.match(folded) and printed[1:] == printed[1:].lower()):
        return "group"
    return "office" if _OFFICE.match(folded) else "agency"


def digits(text: str, count: int) -> str:
    """The first hex digits of a text's sha-256, the text in NFC."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()[:count]


def _name_slug(name: str) -> str:
    """The slug of a name; one that is too long, or has no letter that folds, tells the name's digest."""
    found = slug(name)
    if not found:
        return digits(name, 12)
    if len(found) <= _LONGEST:
        return found
    return f"{found[:_LONGEST].rpartition('-')[0] or found[:_LONGEST]}-{digits(name, 6)}"


def _hashed(name: str) -> str:
    found = slug(name)[:_LONGEST].strip("-")
    return f"{found}-{digits(name, 6)}" if found else digits(name, 12)


def source_slug(name: str, url: str | None = None) -> str:
    """The slug of a source: of its canonical URL, else of its file's stem.

    >>> source_slug("bai-bao.html", "https://www.vi-du.vn/tin/123?utm_source=x#top"), source_slug("Quyết định 142.docx")
    ('vi-du-vn-tin-123', 'quyet-dinh-142')
    """
    address = url or name
    if re.match(r"https?://", address, re.I):
        try:
            parts = urlsplit(address)
        except ValueError:
            return _name_slug(address)
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.fullmatch(k)])
        host = (parts.netloc.lower().rpartition("@")[2]).removeprefix("www.")
        return _name_slug(f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else ""))
    path = PurePosixPath(name)
    return _name_slug(path.stem if re.fullmatch(r"\.[A-Za-z0-9]{1,5}", path.suffix) else path.name)


def provision_slug(path: str) -> str:
    """The place of a provision in its document's IRI, whether written from the top or from the bottom.

    Parts above an article are left out, since articles are numbered through; a section inside an article is not, since
    each begins its clauses anew. đ is kept apart from d.

    >>> provision_slug("Chương II / Điều 5 / Khoản 2 / Điểm đ"), provision_slug("điểm đ khoản 2 Điều 5")
    ('dieu-5/khoan-2/diem-dd', 'dieu-5/khoan-2/diem-dd')
    >>> provision_slug("Điều 1 / Mục II / Khoản 4"), provision_slug("khoản 4 Mục II Điều 1")
    ('dieu-1/muc-ii/khoan-4', 'dieu-1/muc-ii/khoan-4')
    >>> provision_slug("Mục 2 / Điều 7"), provision_slug("khoản 1 Mục III")
    ('dieu-7', 'muc-iii/khoan-1')
    >>> provision_slug("Quy chế / Chương II / Điều 3"), provision_slug("khoản 1 Điều 3 Quy chế")
    ('quy-che/dieu-3', 'quy-che/dieu-3/khoan-1')
    >>> provision_slug("Phụ lục II / 14"), provision_slug("STT 14 Phụ lục II")
    ('phu-luc-ii/dong-14', 'phu-luc-ii/dong-14')
    >>> provision_slug("Phụ lục II, STT III.5"), provision_slug("Phụ lục / STT 5, gạch đầu dòng 1")
    ('phu-luc-ii/dong-iii-5', 'phu-luc/dong-5-gach-ddau-dong-1')
    """
    path = unicodedata.normalize("NFC", path)
    parts: list[tuple[int, str]] = []
    for piece in re.split(r"\s+/\s+", path):
        folded = fold(piece)
        if row := _ROW.search(folded):
            parts.append((_RANK["dong"], f"dong-{slug(re.sub('[đĐ]', 'dd', piece[row.start('n') : row.end('n')]))}"))
            folded = folded[: row.start()] + " " * (row.end() - row.start()) + folded[row.end() :]
        found = list(_PROVISION.finditer(folded))
        if not found and re.fullmatch(r"\d+(?:\.\d+)*[a-z]?", folded.strip()):
            parts.append((_RANK["dong"], f"dong-{slug(piece)}"))
            continue
        for match in found:
            word = "dong" if match["word"] in ("stt", "tt", "hang") else match["word"]
            number = piece[match.start("n") : match.end("n")] if match["n"] else ""
            inside = word == "muc" and within_article(f"Mục {number}")
            number = slug(re.sub("[đĐ]", "dd", number))
            parts.append((_INSIDE if inside else _RANK[word], "-".join(filter(None, (slug(word), number)))))
    if not parts:
        return _name_slug(path)
    parts.sort(key=lambda part: part[0])
    if any(rank == _RANK["dieu"] for rank, _ in parts):
        parts = [(rank, part) for rank, part in parts if rank == 0 or rank >= _RANK["dieu"]]
    return "/".join(dict.fromkeys(part for _, part in parts))


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes the IRIs under one base."""

    base: str = BASE_IRI

    def of(self, kind: str, path: str) -> str:
        """The IRI of a resource by its kind and slug."""
        return f"{self.base}id/{kind}/{path}"

    def kind(self, iri: str) -> str | None:
        """The kind of a resource's IRI; None of one that is not ours."""
        start = f"{self.base}id/"
        return iri[len(start) :].partition("/")[0] if iri.startswith(start) else None

    def slug(self, iri: str) -> str:
        """What follows the kind in a resource's IRI."""
        return iri[len(self.base) + 3 :].partition("/")[2]

    # ── what facts speak of ──────────────────────────────────────────────────────────────────────────────────────────

    def document(self, identity: str, date: str | None = None, issuer: str | None = None, *, day: bool = False) -> str:
        """The IRI of a document by its id in the facts ("50/NQ-CP", "50/NQ-CP@2020-04-17" or a name).

        The year is that of the number, else of the date; `undated` without one. The issuer stands in it where the
        symbol does not tell it, the day where `day` asks for it: where one year has two of the number.

        >>> iris = Iris("")
        >>> iris.document("142/QĐ-TTg", "2024-02-02"), iris.document("142/QĐ-TTg")
        ('id/document/2024/142-qd-ttg', 'id/document/undated/142-qd-ttg')
        >>> iris.document("17/KH-UBND", "2025-01-20", "Ủy ban nhân dân tỉnh Hà Nam")
        'id/document/2025/17-kh-ubnd-uy-ban-nhan-dan-tinh-ha-nam'
        """
        number = is_number(identity)
        name, _, at = identity.partition("@") if number else (identity, "", "")
        date = date or at
        slugged = _name_slug(name)
        law = None if number else _LAW_OF_YEAR.fullmatch(slugged)
        if law:
            slugged, date = law[1], date or law[2]
        year = year_in(name) or (str(date)[:4] if re.match(r"(?:1[89]|20)\d\d(?!\d)", date or "", re.ASCII) else None)
        parts = [slugged]
        if number and issuer and not tells_issuer(name):
            parts.append(_name_slug(issuer))
        if day and date:
            parts.append(_name_slug(date))
        return self.of("document", f"{year or 'undated'}/{'-'.join(parts)}")

    def provision(self, document: str, path: str) -> str:
        """The IRI of a subdivision of a document (or of a source that is no document's text)."""
        kind = self.kind(document)
        within = self.slug(document) if kind == "document" else f"{kind}/{self.slug(document)}"
        return self.of("provision", f"{within}/{provision_slug(path)}")

    def programme(self, name: str) -> str:
        """The IRI of a strategy, programme, scheme, plan or project."""
        return self.of("programme", _hashed(name))

    def actor(self, name: str) -> str:
        """The IRI of an agency, an office or a group, as its name tells."""
        return self.of(actor_kind(name), _name_slug(name))

    def official(self, name: str) -> str:
        """The IRI of a person."""
        return self.of("official", _hashed(name))

    def indicator(self, name: str) -> str:
        """The IRI of an indicator."""
        return self.of("indicator", _hashed(name))

    def pillar(self, name: str) -> str:
        """The IRI of a pillar."""
        return self.of("pillar", _name_slug(name))

    def term(self, kind: str, name: str) -> str:
        """The IRI of an entry of the registry's lists: a unit, an abbreviation, an issuer's symbol."""
        return self.of(kind, _hashed(name))

    def role(self, name: str) -> str:
        """The IRI of a role that officials have."""
        return self.of("role", _name_slug(name))

    def publisher(self, name: str) -> str:
        """The IRI of a newspaper or portal."""
        return self.of("publisher", _name_slug(name))

    # ── sources and what they state ──────────────────────────────────────────────────────────────────────────────────

    def source(self, name: str, url: str | None = None) -> str:
        """The IRI of a source, which is its named graph's as well."""
        return self.of("source", source_slug(name, url))

    def record(self, kind: RecordKind, source: str, what: str) -> str:
        """The IRI of something that one source states, by what sets it apart there (its kind, span and so on)."""
        return self.of(kind, f"{self.slug(source)}/{digits(what, 12)}")

    def evidence(self, source: str, start: int, end: int) -> str:
        """A stretch of a source's text: the source's IRI with an RFC 5147 fragment, in code points."""
        return f"{source}#char={start},{end}"

    def selector(self, source: str, start: int, end: int) -> str:
        """What selects the stretch: its quote and its position."""
        return self.of("selector", f"{self.slug(source)}/{start}-{end}")

    def graph(self, name: str) -> str:
        """A named graph that is no source's: links, ontology, registry, curation, catalog."""
        return f"{self.base}graph/{name}"


class RecordIris:
    """The IRIs of one source's records, in the order in which they come: of several alike the later are counted."""

    def __init__(self, iris: Iris, source: str) -> None:
        self._iris, self._source = iris, source
        self._seen: Counter[str] = Counter()

    def of(self, kind: RecordKind, evidence: tuple[Evidence, ...], what: str = "") -> str:
        """The next record's IRI: by its kind, its first span and what else sets it apart."""
        span = f"{evidence[0].start}-{evidence[0].end}" if evidence else "nowhere"
        base = f"{kind} {span} {what}".strip()
        self._seen[base] += 1
        count = self._seen[base]
        return self._iris.record(kind, self._source, base if count == 1 else f"{base} {count}")
