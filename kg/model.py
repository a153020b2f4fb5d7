"""The values that pass between the stages: sources, their blocks, and the facts that a source states.

Every value is frozen. Field names are those of the facts format (kg.facts reads and writes its JSON); identifiers of
documents are canonical numbers ("142/QĐ-TTg", with "@2024-02-02" where one source names two of one number) or names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

DocumentType = Literal[
    "law",
    "ordinance",
    "resolution",
    "decree",
    "decision",
    "directive",
    "circular",
    "plan",
    "programme",
    "scheme",
    "notice",
    "conclusion",
    "dispatch",
    "official-letter",
    "submission",
    "guideline",
    "report",
    "regulation",
    "constitution",
    "code",
    "consolidated-text",
    "agreement",
]
DocumentStatus = Literal["issued", "draft", "proposed"]
RelationName = Literal[
    "approves",
    "implements",
    "based_on",
    "amends",
    "replaces",
    "repeals",
    "guides",
    "reviews",
    "drafted_by",
    "part_of",
    "succeeds",
    "merged_into",
]
TaskStatus = Literal["overdue", "done", "in-progress", "planned", "extended", "stopped"]
Comparator = Literal["=", ">", ">=", "<", "<="]
BlockKind = Literal["title", "heading", "paragraph", "item", "row", "caption", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its document a stretch of text stands; every part as printed, without its word ("2", "a", "Mục II")."""

    part: str | None = None  # Phần, Chương, Mục: "Chương II", "Mục III"
    article: str | None = None  # Điều
    clause: str | None = None  # Khoản
    point: str | None = None  # Điểm
    annex: str | None = None  # Phụ lục: its number or caption
    row: str | None = None  # the annex row by its printed number, else by its position
    page: int | None = None  # of a paged source, from 1


NOWHERE = Place()
"""A place without parts."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of a source's text: `quote == text[start:end]`, offsets in code points of the NFC text."""

    start: int
    end: int
    quote: str
    place: Place | None = None

    def __post_init__(self) -> None:
        if self.place is NOWHERE or self.place == NOWHERE:
            object.__setattr__(self, "place", None)


# ── a source as it was read ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row: its stretch of the text, and the columns and rows that it covers."""

    start: int
    end: int
    column: int  # of its first column, from 0
    colspan: int = 1
    continued: bool = False  # part of a merged cell that began in an earlier row (its text stands there)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row, in reading order. Blocks do not overlap."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # of a heading (1 highest) or of a list item's depth
    page: int | None = None
    table: int | None = None  # of a row: which table of the source, from 0
    cells: tuple[Cell, ...] = ()
    header: bool = False  # a row of column names (<th>, or the format says so)


@dataclass(frozen=True, slots=True)
class Source:
    """A source's text with its blocks and what the file or page says of itself. `text` is NFC, lines end in "\\n"."""

    name: str  # file name or URL, as the facts name it
    text: str
    blocks: tuple[Block, ...]
    media_type: str = "text/plain"
    title: str | None = None
    published: str | None = None  # YYYY-MM-DD
    publisher: str | None = None
    url: str | None = None
    file_digest: str | None = None  # sha-256 of the original bytes, hex
    text_digest: str = ""  # sha-256 of `text` in UTF-8, hex
    page_starts: tuple[int, ...] = ()  # of a source with pages: where pages 2, 3, … begin in `text`


# ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all facts carry: where the source says it, and how sure the reading is (0 to 1)."""

    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Article:
    """What a source says of itself; `text_of` is the id of the document whose own text it is."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    text_of: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document(Fact):
    """An instrument of law or policy that the source names, whether in force, in writing or only thought of."""

    id: str
    type: DocumentType | None = None
    date: str | None = None  # of signing, YYYY-MM-DD
    issuer: str | None = None  # full name
    status: DocumentStatus = "issued"
    title: str | None = None  # trích yếu
    signer: str | None = None
    signed_for: str | None = None
    effective: str | None = None
    expires: str | None = None
    issued_at: str | None = None  # the place in the letterhead, before the day


@dataclass(frozen=True, slots=True)
class Programme(Fact):
    """A strategy, programme, scheme, plan or project by name: approved by documents, carried out by agencies."""

    name: str


@dataclass(frozen=True, slots=True)
class Agency(Fact):
    """A body that acts: issues, directs, carries out. Its name is the full one, never a short form."""

    name: str


@dataclass(frozen=True, slots=True)
class Official(Fact):
    """A named person with role and agency."""

    name: str
    role: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Relation(Fact):
    """A link that the source states between two documents, programmes or agencies, by id or name."""

    subject: str
    relation: RelationName
    object: str


@dataclass(frozen=True, slots=True)
class Task(Fact):
    """A piece of work laid on somebody, or taken on by somebody."""

    text: str
    assignees: tuple[str, ...] = ()
    cooperators: tuple[str, ...] = ()
    mandate: str | None = None
    provision: str | None = None
    directed_by: str | None = None
    deadline: str | None = None  # SDMX time period: 2021, 2024-Q1, 2025-12, 2020-06-15
    deadline_text: str | None = None
    recurrence: str | None = None
    deliverable: str | None = None
    status: TaskStatus | None = None
    status_date: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure(Fact):
    """An indicator with a value: what targets and observations share. `value` counts in ones: 86 triệu is 86000000."""

    indicator: str
    value: Decimal | None = None
    value_text: str | None = None
    unit: str | None = None
    period: str | None = None
    comparator: Comparator = "="
    upper: Decimal | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Target(Measure):
    """A value wanted."""

    responsible: tuple[str, ...] = ()
    set_by: str | None = None
    provision: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation(Measure):
    """A value measured; `total` is the 63 of "51/63 địa phương"."""

    total: Decimal | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Pillar(Fact):
    """A pillar ("trụ cột") of the policy, by the words of the text."""

    name: str


@dataclass(frozen=True, slots=True)
class Provision(Fact):
    """A subdivision of the document whose own text the source is: an article, clause, point, annex or annex row.

    `path` names it from the top, parts joined by " / ": "Điều 2 / Khoản 1 / Điểm a", "Phụ lục II / STT 14".
    """

    path: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the rules could not decide: a reading that is neither asserted nor dropped, with the reason."""

    kind: str  # the facts' list it would stand in: "documents", "tasks", …
    reason: str
    text: str  # what it would say: an id, a name, a task's text
    evidence: tuple[Evidence, ...] = ()
    reason_vi: str = ""  # the reason in Vietnamese


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one source states."""

    source: str
    text_sha256: str
    article: Article = Article()
    documents: tuple[Document, ...] = ()
    programmes: tuple[Programme, ...] = ()
    agencies: tuple[Agency, ...] = ()
    officials: tuple[Official, ...] = ()
    relations: tuple[Relation, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    observations: tuple[Observation, ...] = ()
    pillars: tuple[Pillar, ...] = ()
    provisions: tuple[Provision, ...] = ()
    recipients: tuple[str, ...] = ()  # "Nơi nhận"
    candidates: tuple[Candidate, ...] = ()
    extractor: str = field(default="")  # name and version of what read it
