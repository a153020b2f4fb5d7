"""The frame of official documents: letterhead, title, signature, recipients."""

from __future__ import annotations

import pytest

from kg.folding import fold
from kg.model import Block, Source
from loaders import structure
from loaders.reading import Unit


def source(*lines: str) -> Source:
    text, blocks = "\n".join(lines), []
    start = 0
    for line in lines:
        blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return Source("vb.txt", text, tuple(blocks))


HEAD = (
    "THỦ TƯỚNG CHÍNH PHỦ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 2269/QĐ-TTg",
    "Hà Nội, ngày 31 tháng 12 năm 2021",
)


def test_the_letterhead_tells_number_date_issuer_and_title() -> None:
    doc = source(*HEAD, "QUYẾT ĐỊNH", "Phê duyệt Chương trình viễn thông công ích", "Căn cứ Luật Viễn thông;")
    head = structure.letterhead(doc, fold(doc.text))
    assert head is not None
    assert doc.text[slice(*head.number)] == "2269/QĐ-TTg"
    assert (head.published, head.issuer, head.type_word) == ("2021-12-31", "THỦ TƯỚNG CHÍNH PHỦ", "quyet dinh")
    assert head.title and doc.text[slice(*head.title)] == "Phê duyệt Chương trình viễn thông công ích"


@pytest.mark.parametrize(
    "lines",
    [
        # an article that names a number and a date has no motto
        ("Ngày 31/12/2021, Quyết định số 2269/QĐ-TTg được ban hành.",),
        # the motto alone, as on a page about the state's insignia
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc là tiêu ngữ."),
    ],
)
def test_what_is_no_document_of_its_own(lines: tuple[str, ...]) -> None:
    doc = source(*lines)
    assert structure.letterhead(doc, fold(doc.text)) is None


@pytest.mark.parametrize(
    ("block", "signer", "signed_for"),
    [
        (
            "TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG [đã ký] Lê Minh Khái",
            "Lê Minh Khái",
            "TM. Chính phủ, KT. Thủ tướng",
        ),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nNguyễn Huy Dũng", "Nguyễn Huy Dũng", "KT. Bộ trưởng"),
        ("THỦ TƯỚNG Phạm Minh Chính", "Phạm Minh Chính", None),
        ("TL. BỘ TRƯỞNG CỤC TRƯỞNG Đỗ Công Anh", "Đỗ Công Anh", "TL. Bộ trưởng"),
    ],
)
def test_signatures(block: str, signer: str, signed_for: str | None) -> None:
    doc = Source("vb.txt", block, ())
    assert structure.signature((Unit("signature", 0, len(block), 0),), doc) == (signer, signed_for)


def test_recipients_are_listed_one_by_one() -> None:
    text = "Nơi nhận: - Như Điều 3; - Văn phòng Quốc hội; - Lưu: VT, KGVX."
    doc = Source("vb.txt", text, ())
    assert structure.recipients((Unit("recipients", 0, len(text), 0),), doc) == (
        "Như Điều 3", "Văn phòng Quốc hội", "Lưu: VT, KGVX",
    )  # fmt: skip
