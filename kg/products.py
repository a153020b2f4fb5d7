"""Which document a task is to bring forth: its kind, what it is about, and who may put it into force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.folding import fold

if TYPE_CHECKING:
    from kg.likeness import Wording
    from kg.registry import Registry

# what a decision or resolution puts into force, beside the kinds of the registry
_FURTHER: Final = ("danh muc", "khung kien truc", "quy hoach", "bo tieu chi", "bo chi so", "quy chuan", "tieu chuan")
# what tells of work rather than comes of it, or is not issued at all
_NEVER: Final = frozenset(
    (
        "bao cao",
        "bien ban",
        "cong van",
        "to trinh",
        "du an",
        "hop dong",
        "giay moi",
        "giay uy quyen",
        "lenh",
        "giay gioi thieu",
        "thong bao",
        "thong cao",
        "ket luan",
    )
)
_MAKES = (  # who only reviews, studies or carries out a document brings forth none
    r"\b(?:ban hanh|xay dung|soan thao|hoan thien|phe duyet|tham muu|thong qua|cong bo|de xuat|sua doi|cap nhat"
    r"|dieu chinh|hoan thanh(?! (?:\S+ ){0,2}(?:ke hoach|chuong trinh|chi tieu))"
    r"|(?<!chuong )(?<!quy )(?<!lo )(?<!cong )(?<!qua )(?<!giao )(?<!tien )(?<!to )trinh"
    r"|(?<!thanh )(?<!thiet )(?<!doc )lap|ky(?! (?:thuat|nang|su|luat|nguyen|niem|cuong|vong|hop|nay)))\b"
)
_WITH = re.compile(  # whom the bearer is to work with: the document is not theirs
    rf"\bphoi hop\s+(?:chat che\s+)?(?:voi|cung)\s[^;.]*?(?={_MAKES}|[;.]|$)"
)
_BETWEEN = r"(?:,?\s+(?!(?:theo|tai|cua|thuc|trien|trong|bang|kem|can|tren|he|nen|co)\b)[^\s,.;:]+){0,12}?,?\s+"
_CUT = re.compile(
    r"[;.\n]|,\s+(?:hoan thanh|truoc|trinh|trong|gui|lam co so|nham|bao dam|dam bao|bao gom|gom|dong thoi)\b"
    r"|\s+trinh\s+(?:thu tuong|chinh phu|quoc hoi|hoi dong|uy ban|ubnd|hdnd|bo truong|cap co tham quyen)\b"
    r"|\s+(?:hoan thanh\s+)?(?:truoc|cham nhat|muon nhat)\s+(?:ngay|thang|quy|nam|\d)|\s+trong\s+(?:nam|quy|thang)\s+\d"
)
_THIS = re.compile(r"\b(?:quyet dinh|nghi quyet|chi thi|ke hoach|chuong trinh|chien luoc|de an|nghi dinh|luat) nay\b")
_PUTS = re.compile(r"^(?:ve\s+)?(?:viec\s+)?(?:phe duyet|ban hanh|thong qua|cong bo)\s+(?:kem theo\s+)?")
_ALWAYS: Final = frozenset(["luat", "bo luat", "phap lenh", "nghi dinh", "hien phap"])  # one body alone issues these

_CARRYING: Final = (("thuc", "hien"), ("trien", "khai"), ("thi", "hanh"))
_NUMBERED: Final = _ALWAYS | {"thong tu", "thong tu lien tich", "chi thi", "quyet dinh", "nghi quyet", "cong dien"}


@dataclass(frozen=True, slots=True)
class Product:
    """A document that a task is to bring forth."""

    kind: str  # the name of its kind, folded: "ke hoach"
    subjects: frozenset[tuple[str, ...]]  # what it is about, in words
    said: str  # the task's words, spelled out, which may name who puts it into force

    @property
    def numbered(self) -> bool:
        """Whether a document of its kind bears a number of its own, and is not put into force by another."""
        return self.kind in _NUMBERED

    @property
    def carries_out(self) -> bool:
        """Whether it is there to carry something out: others do so as well, by documents of their own."""
        return any(subject[:2] in _CARRYING for subject in self.subjects)

    @property
    def fixed_issuer(self) -> bool:
        """Whether its kind alone tells who issues it."""
        return self.kind in _ALWAYS


class Kinds:
    """The kinds of documents by their names, and where a text names one to be made."""

    def __init__(self, registry: Registry, wording: Wording) -> None:
        self._wording = wording
        self._types: dict[str, set[str]] = {}
        names = set(_FURTHER)
        for form in registry.forms:
            for name in (form.name, *form.other_names):
                names.add(fold(name))
                if form.type:
                    self._types.setdefault(form.type, set()).add(fold(name))
        kinds = "|".join(sorted(map(re.escape, names - _NEVER), key=lambda name: (-len(name), name)))
        self._made = re.compile(
            rf"{_MAKES}{_BETWEEN}(?:du thao\s+)?(?P<kind>{kinds})\b(?!\s+(?:so\b|nay\b|do\b|tren\b|\d))"
        )
        self._first = re.compile(rf"(?:du thao\s+|ho so\s+(?:du thao\s+)?)?(?P<kind>{kinds})\b(?!\s+(?:so\b|\d))")
        self.product = lru_cache(maxsize=65536)(self._product)

    def _product(self, text: str, deliverable: str | None = None) -> Product | None:
        """What a task with this text is to bring forth as a document; None where it is no document.

        `text` is the work without its time.
        """
        folded = fold(text)
        made = self._made.search(folded)
        result = self._first.match(fold(deliverable or ""))
        if made is None and result is None:
            return None
        subjects = set()
        kind = (made or result)["kind"]  # type: ignore[index]
        if made:
            subjects.add(self._about(text, folded, made.start("kind")))
        if result and deliverable and (made is None or made["kind"] == result["kind"]):
            subjects.add(self._about(deliverable, fold(deliverable), result.start("kind")))
            if made is None:
                subjects.add(self._wording.words(text))
        alone = " ".join(text[a:b] for a, b in _apart(folded))
        said = self._wording.spelled(f"{alone} {deliverable or ''}")
        return Product(kind, frozenset(one for one in subjects if one), said)

    def _about(self, text: str, folded: str, start: int) -> tuple[str, ...]:
        cut = _CUT.search(folded, start)
        return self._wording.subject(text[start : cut.start() if cut else len(text)])

    def of(self, type_: str | None, title: str | None) -> Iterator[str]:
        """The kinds that a document is of, or puts into force, by its type and title."""
        yield from self._types.get(type_ or "", ())
        folded = fold(title or "")
        puts = _PUTS.match(folded)
        put = self._first.match(folded, puts.end()) if puts else None
        if put:
            yield put["kind"]

    def named(self, programme: str) -> Iterator[str]:
        """The kind that a programme's name begins with."""
        first = self._first.match(fold(programme))
        if first:
            yield first["kind"]


def _apart(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches of a task outside the words that tell whom the bearer is to work with."""
    start = 0
    for found in _WITH.finditer(folded):
        yield start, found.start()
        start = found.end()
    yield start, len(folded)


def carries_out_this(product: Product) -> bool:
    """Whether a document is to carry out the very one that orders it: "Kế hoạch thực hiện Quyết định này"."""
    return bool(_THIS.search(product.said)) and bool(re.search(r"\b(?:thuc hien|trien khai|thi hanh)\b", product.said))
