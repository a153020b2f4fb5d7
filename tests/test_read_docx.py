"""DOCX files made with python-docx, and the same document as old Word and OpenDocument files through LibreOffice."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from kg.errors import SourceError
from kg.model import Source
from loaders.formats import doc
from loaders.read import read, read_bytes
from tests.effort import growth

W = nsdecls("w")


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(b.kind, source.text[b.start : b.end]) for b in source.blocks]


def with_body(*xml: str) -> Any:
    """A document whose body is the given WordprocessingML."""
    document = docx.Document()
    body = document.element.body
    for piece in xml:
        body.insert(
            len(body) - 1, parse_xml(piece.replace("<w:p>", f"<w:p {W}>", 1).replace("<w:tbl>", f"<w:tbl {W}>", 1))
        )
    return document


def decision() -> Any:
    """A decision with its letterhead, an annex table with merged cells, and its signature block."""
    document = docx.Document()
    head = document.add_table(2, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH HẢI AN"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: 612/QĐ-UBND"
    head.cell(1, 1).text = "Hải An, ngày 14 tháng 4 năm 2026"
    document.add_paragraph("QUYẾT ĐỊNH")
    document.add_paragraph("Ban hành bộ chỉ số dữ liệu mở cấp xã")
    document.add_paragraph("Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;")
    document.add_heading("Danh mục nhiệm vụ", 2)
    table = document.add_table(4, 3)
    for row, words in enumerate((("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Lập danh mục", "UBND xã"), ("", "Công bố", ""))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 2)).text = "Nhóm việc về nhân lực"
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {W}/>"))
    document.sections[0].header.paragraphs[0].text = "Công báo tỉnh Hải An"
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    return document


DECISION = [
    ("row", "ỦY BAN NHÂN DÂN TỈNH HẢI AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"),
    ("row", "Số: 612/QĐ-UBND\tHải An, ngày 14 tháng 4 năm 2026"),
    ("paragraph", "QUYẾT ĐỊNH"),
    ("paragraph", "Ban hành bộ chỉ số dữ liệu mở cấp xã"),
    ("paragraph", "Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;"),
    ("heading", "Danh mục nhiệm vụ"),
    ("row", "TT\tNhiệm vụ\tChủ trì"),
    ("row", "1\tLập danh mục\tUBND xã"),
    ("row", "\tCông bố\t"),
    ("row", "Nhóm việc về nhân lực"),
]


def test_paragraphs_and_tables_in_order_without_headers_and_footers() -> None:
    source = read_bytes(saved(decision()), "612.docx")
    assert blocks(source) == DECISION
    assert (source.title, source.published) == ("QUYẾT ĐỊNH Ban hành bộ chỉ số dữ liệu mở cấp xã", "2026-04-14")
    rows = [b for b in source.blocks if b.kind == "row"]
    assert [b.table for b in rows] == [0, 0, 1, 1, 1, 1]
    assert [b.header for b in rows] == [False, False, True, False, False, False]
    assert [(c.column, c.colspan, c.continued) for c in rows[4].cells] == [(0, 1, True), (1, 1, False), (2, 1, False)]
    assert [(c.column, c.colspan) for c in rows[5].cells] == [(0, 3)]
    assert next(b.level for b in source.blocks if b.kind == "heading") == 2


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""  # noqa: E501


def _numbered(*items: tuple[str, int, str]) -> Any:
    document = with_body(
        *(
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p>"
            for number, level, text in items
        )
    )
    part = document.part.numbering_part
    part._element = parse_xml(NUMBERING)
    return document


def test_automatic_numbers_are_worked_out_as_word_shows_them() -> None:
    document = _numbered(
        ("1", 0, "MỤC TIÊU CHUNG"), ("1", 1, "Đến năm 2026"), ("1", 2, "dữ liệu mở"), ("1", 2, "hạ tầng số"),
        ("1", 1, "Đến năm 2030"), ("1", 2, "nhân lực số"), ("2", 0, "không có số"), ("1", 0, "NHIỆM VỤ"),
        ("1", 1, "Rà soát"), ("1", 3, "Theo luật"), ("3", 0, "TỔ CHỨC"), ("0", 0, "Ngoài danh sách"),
    )  # fmt: skip
    assert blocks(read_bytes(saved(document), "a.docx")) == [
        ("heading", "I. MỤC TIÊU CHUNG"),
        ("item", "1. Đến năm 2026"),
        ("item", "a) dữ liệu mở"),
        ("item", "b) hạ tầng số"),
        ("item", "2. Đến năm 2030"),
        ("item", "a) nhân lực số"),
        ("item", "không có số"),
        ("heading", "II. NHIỆM VỤ"),
        ("item", "1. Rà soát"),
        ("item", "2.1.1 Theo luật"),
        ("heading", "V. TỔ CHỨC"),
        ("paragraph", "Ngoài danh sách"),
    ]


def run(text: str, properties: str = "", around: str = "{}") -> str:
    """A run of text, perhaps inside another element."""
    return around.format(f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


CHANGE = 'w:id="1" w:author="x"'
RUNS = [
    (
        "a deletion is not read, an insertion is",
        run("Hạn là ")
        + f"<w:del {CHANGE}><w:r><w:delText>30/6</w:delText></w:r></w:del>"
        + run("30/9/2026.", around=f"<w:ins {CHANGE}>{{}}</w:ins>"),
        "Hạn là 30/9/2026.",
    ),
    ("text moved away", run("Bỏ đi", around=f"<w:moveFrom {CHANGE}>{{}}</w:moveFrom>") + run("Giữ lại"), "Giữ lại"),
    ("hidden text", run("ẩn", "<w:vanish/>") + run("hiện"), "hiện"),
    (
        "links, content controls and smart tags",
        run("Nghị quyết ", around="<w:hyperlink>{}</w:hyperlink>")
        + run("số ", around="<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>")
        + run("57-NQ/TW", around="<w:smartTag>{}</w:smartTag>"),
        "Nghị quyết số 57-NQ/TW",
    ),
    (
        "tabs, breaks and hyphens",
        "<w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:br/><w:t>và phụ lục</w:t></w:r>",
        "Số: 12-KH và phụ lục",
    ),
    ("a symbol that is half a character", run("Mục 1 ") + '<w:r><w:sym w:font="x" w:char="D83D"/></w:r>', "Mục 1 •"),
    ("words cut into runs", run("Bộ Tài") + run(" chí") + run("nh"), "Bộ Tài chính"),
    ("a field shows its result", "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>" + run("Trang 3"), "Trang 3"),
    (
        "TCVN3 and VNI fonts",
        run("Bé Tµi chÝnh ", font(".VnTime"))
        + run("quyÕt ®Þnh ", font(".VnTimeH"))
        + run("soá lieäu", font("VNI-Times")),
        "Bộ Tài chính QUYẾT ĐỊNH số liệu",
    ),
]


@pytest.mark.parametrize(("reason", "xml", "text"), RUNS, ids=[c[0] for c in RUNS])
def test_the_text_of_a_paragraph(reason: str, xml: str, text: str) -> None:
    assert read_bytes(saved(with_body(f"<w:p>{xml}</w:p>")), "a.docx").text == text + "\n"


def test_forced_breaks_part_lines_unless_the_sentence_goes_on() -> None:
    xml = (
        "<w:p><w:r><w:t>QUYẾT ĐỊNH</w:t><w:br/><w:t>Về việc ban hành</w:t><w:br/><w:t>quy chế dữ liệu</w:t></w:r></w:p>"
    )
    assert read_bytes(saved(with_body(xml)), "a.docx").text == "QUYẾT ĐỊNH\nVề việc ban hành quy chế dữ liệu\n"


def test_text_boxes_block_controls_deleted_rows_and_nested_tables() -> None:
    box = (
        "<w:p><w:r><w:t>Trước hộp.</w:t></w:r><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
        f"<w:txbxContent><w:p>{run('Trong hộp.')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format('trong')}{cell.format('cùng')}</w:tr></w:tbl>".replace(
        "<w:tbl>", f"<w:tbl {W}>"
    )
    table = (
        f"<w:tbl><w:tr>{cell.format('1')}{cell.format('Giữ')}</w:tr>"
        f"<w:tr><w:trPr><w:del w:id='1' w:author='x'/></w:trPr>{cell.format('2')}{cell.format('Bỏ')}</w:tr>"
        f"<w:tr>{cell.format('3')}<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    document = with_body(box, table)
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Trong khung nội dung.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(control))
    assert read_bytes(saved(document), "a.docx").text == (
        "Trong khung nội dung.\nTrước hộp.\nTrong hộp.\n1\tGiữ\n3\ttrong cùng\n"
    )


def test_a_table_that_only_frames_text_is_taken_apart() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Điều 1. Phạm vi điều chỉnh"
    cell.add_paragraph("Quy chế này quy định việc chia sẻ dữ liệu.")
    assert [kind for kind, _ in blocks(read_bytes(saved(document), "a.docx"))] == ["paragraph", "paragraph"]


MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def with_footnote(document: Any, more: str = "", others: str = "") -> bytes:
    """The document with the note to which MARK leads; `more` stands in the note, `others` are further notes."""
    data = io.BytesIO(saved(document))
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Thông báo số '
        f"12/TB-UBND.</w:t></w:r>{more}</w:p></w:footnote>{others}</w:footnotes>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
                link = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                body = body.replace(b"</Relationships>", link.encode())
            elif name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
                link = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                body = body.replace(b"</Types>", link.encode())
            new.writestr(name, body)
        new.writestr("word/footnotes.xml", notes)
    return out.getvalue()


@pytest.mark.parametrize("more", ["", MARK], ids=["plain", "a note that leads to itself"])
def test_footnotes_stand_at_the_end_with_their_number(more: str) -> None:
    document = with_body(f"<w:p>{run('Theo kết luận')}{MARK}{run(' của tỉnh.')}</w:p>")
    text = read_bytes(with_footnote(document, more), "a.docx").text
    assert text == "Theo kết luận của tỉnh.\n[1] Thông báo số 12/TB-UBND.\n"


def test_many_footnotes_are_read_in_proportion_to_their_number() -> None:
    def reads(count: int) -> Callable[[], object]:
        marks = "".join(f'<w:r><w:footnoteReference w:id="{at}"/></w:r>' for at in range(10, count + 10))
        notes = "".join(
            f'<w:footnote w:id="{at}"><w:p>{run("Sđd.")}</w:p></w:footnote>' for at in range(10, count + 10)
        )
        data = with_footnote(with_body(f"<w:p>{run('Theo kết luận')}{marks}</w:p>"), others=notes)
        assert f"[{count}] Sđd." in read_bytes(data, "a.docx").text
        return lambda: read_bytes(data, "a.docx")

    assert growth(reads, 2000, 8000, below=8) < 8, "four times the notes; in proportion to their square sixteen"


def test_a_footnote_of_a_table_stands_once() -> None:
    cells = [f"<w:tc><w:p>{run(words)}{mark}</w:p></w:tc>" for words, mark in (("Sở Y tế", MARK), ("Tháng 6", ""))]
    document = with_body(f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>")
    text = read_bytes(with_footnote(document), "a.docx").text
    assert text == "Sở Y tế\tTháng 6\n[1] Thông báo số 12/TB-UBND.\n"


def test_odd_numbers_and_styles_of_a_list_are_no_end() -> None:
    document = _numbered(("1", 0, "Mục tiêu"), ("1", 0, "Nhiệm vụ"))
    numbering = NUMBERING.replace('w:ilvl="0"><w:start w:val="1"/>', f'w:ilvl="0"><w:start w:val="{"9" * 4000}"/>', 1)
    document.part.numbering_part._element = parse_xml(numbering)
    document.styles.add_style("heading ²", 1)
    document.paragraphs[0].style = "heading ²"
    first, second = blocks(read_bytes(saved(document), "a.docx"))
    assert (first[1][:2], second[1].split()[-2:]) == ("MM", ["Nhiệm", "vụ"])


# ── what is refused ──────────────────────────────────────────────────────────────────────────────────────────────────


def _zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


def _altered(**changes: bytes | None) -> bytes:
    """A numbered document of which the parts whose names hold a key have other bytes, or are gone."""
    document = decision()
    document.add_paragraph("Một việc", style="List Number")
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            key = next((key for key in changes if key in name), None)
            body = changes[key] if key else old.read(name)
            if body is not None:
                new.writestr(name, body)
    return target.getvalue()


def _given_out_as_a_picture(part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(_altered())) as archive:
        types = archive.read("[Content_Types].xml").decode()
    return _altered(
        Content_Types=re.sub(rf'(PartName="/[^"]*{part}" ContentType=")[^"]*', r"\1image/png", types).encode()
    )


def _overwritten(at: int) -> bytes:
    data = bytearray(saved(decision()))
    data[len(data) // 3 : len(data) // 3 + at] = b"\xff" * at
    return bytes(data)


REFUSED = [
    ("list numbers that are a picture", _given_out_as_a_picture("numbering.xml"), "the DOCX is damaged"),
    ("styles that are a picture", _given_out_as_a_picture("styles.xml"), "the DOCX is damaged"),
    ("properties that are a picture", _given_out_as_a_picture("core.xml"), "the DOCX is damaged"),
    ("relations that are none", _altered(**{"document.xml.rels": b"<x/>"}), "the DOCX is damaged"),
    ("packed bytes overwritten", _overwritten(200), "damaged"),
    (
        "another version of the format",
        b"PK\x03\x04" + saved(decision())[4:].replace(b"PK\x01\x02\x14\x03\x14\x00", b"PK\x01\x02\x14\x03\xff\x00"),
        "damaged",
    ),
    ("cut off", saved(decision())[:-400], "damaged or cut off"),
    ("a spreadsheet", _zipped("xl/workbook.xml"), "spreadsheet"),
    ("an archive", _zipped("a.txt"), "an archive, not a DOCX"),
    ("an empty package", _zipped("word/document.xml"), "damaged"),
    ("no text", saved(docx.Document()), "no text in the document"),
    ("misnamed", b"Xin ch\xc3\xa0o", "not that of a DOCX file"),
    ("empty", b"", "empty"),
]


@pytest.mark.parametrize(("reason", "data", "says"), REFUSED, ids=[c[0] for c in REFUSED])
def test_unreadable_documents_are_refused_with_the_reason(reason: str, data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as error:
        read_bytes(data, "kho/a.docx")
    assert str(error.value).startswith("kho/a.docx: ")


# ── old formats ──────────────────────────────────────────────────────────────────────────────────────────────────────

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def test_old_formats_without_libreoffice_are_refused_saying_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "office", lambda: None)
    for name, data in (("a.doc", OLD), ("a.rtf", rb"{\rtf1 abc}"), ("a.odt", b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text")):  # fmt: skip  # noqa: E501
        with pytest.raises(SourceError, match=r"LibreOffice, which is not installed here; install it .* or save"):
            read_bytes(data, name)


needs_office = pytest.mark.skipif(doc.office() is None, reason="LibreOffice is not installed")


@needs_office
def test_old_formats_read_as_the_document_they_were_made_of(tmp_path: Path) -> None:
    original = tmp_path / "quyet-dinh.docx"
    original.write_bytes(saved(decision()))
    for kind in ("doc:MS Word 97", "odt"):
        command = [doc.office() or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", str(tmp_path), str(original)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        suffix = kind.partition(":")[0]
        source = read(tmp_path / f"quyet-dinh.{suffix}")
        assert blocks(source) == DECISION, suffix
        assert source.name == f"quyet-dinh.{suffix}"
        assert source.media_type != "text/plain"


@needs_office
def test_a_damaged_old_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"LibreOffice cannot read it|no text"):
        read_bytes(OLD, "a.doc")


@pytest.mark.shared
def test_the_annexes_of_a_real_resolution_arrive_whole(shared: Path) -> None:
    source = read(shared / "corpus/official/D01-official-03-NQ-CP-full.docx")
    rows = [b for b in source.blocks if b.kind == "row"]
    assert [sum(b.table == table for b in rows) for table in (0, 1)] == [60, 151]
    assert {len(b.cells) for b in rows if b.table == 0} == {5}
    assert {len(b.cells) for b in rows if b.table == 1} == {6}
    assert source.published == "2025-01-09"
    assert qn("w:p")  # the schema that the fixtures of this module are written in
