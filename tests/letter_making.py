"""A decision as offices lay one out: letterhead and signature in tables without rules, tasks in an annex with rules.

As a DOCX and as a page of HTML for printing, in any type size and any width of columns, so that cells wrap anywhere.
"""

from __future__ import annotations

import html
import io

ISSUER = "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ"
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------")
NUMBER, DAY = "Số: 1274/QĐ-UBND", "Phú Thọ, ngày 09 tháng 4 năm 2026"
TITLE = ("QUYẾT ĐỊNH", "Ban hành Kế hoạch phát triển dữ liệu mở của tỉnh giai đoạn 2026 - 2028")
BODY = (
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Quyết định số 142/QĐ-TTg ngày 02 tháng 02 năm 2024 của Thủ tướng Chính phủ phê duyệt Chiến lược dữ liệu "
    "quốc gia đến năm 2030;",
    "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ.",
    "QUYẾT ĐỊNH:",
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển dữ liệu mở của tỉnh giai đoạn 2026 - 2028.",
    "Điều 2. Tổ chức thực hiện",
    "1. Sở Khoa học và Công nghệ chủ trì, phối hợp với Công an tỉnh vận hành Cổng dữ liệu mở của tỉnh, hoàn thành "
    "trước ngày 30 tháng 11 năm 2026.",
    "2. Sở Tài chính bố trí kinh phí thực hiện Kế hoạch trong quý III năm 2026.",
    "Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.",
)
RECIPIENTS = (
    "Nơi nhận:",
    "- Thường trực Tỉnh ủy, Hội đồng nhân dân tỉnh;",
    "- Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh;",
    "- Các sở, ban, ngành thuộc tỉnh;",
    "- Lưu: VT, KGVX.",
)
SIGNATURE = ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "(Đã ký)", "", "", "Phùng Thị Kim Nga")
ANNEX = (
    "PHỤ LỤC",
    "DANH MỤC NHIỆM VỤ",
    "(Kèm theo Quyết định số 1274/QĐ-UBND ngày 09 tháng 4 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh)",
)
ROWS = (
    ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"),
    ("1", "Xây dựng danh mục dữ liệu mở của tỉnh", "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Quý II/2026"),
    ("2", "Công bố dữ liệu về đất đai và quy hoạch", "Sở Nông nghiệp và Môi trường", "Sở Xây dựng", "31/12/2026"),
    ("3", "Tập huấn kỹ năng khai thác dữ liệu mở", "Sở Nội vụ", "Ủy ban nhân dân cấp xã", "Năm 2027"),
)
_BOLD_HEADS = 2  # lines of the letterhead and of the signature in bold type
_SMALLER = 2.0  # points that the recipients are smaller than the text, as the decree on clerical work has it


def as_docx(size: float = 13, left: float = 0.4, margin: float = 2.5, space: float = 0, *, leaf: bool = True) -> bytes:
    """The decision as Word saves it, in a type size, the left column a part of the width, margins in centimetres.

    `space` is left below each line of the letterhead and the signature; `leaf` begins the annex on a page of its own.
    """
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(margin)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "DejaVu Serif", Pt(size)
    normal.paragraph_format.space_after = Pt(4)

    def fill(cell: object, lines: tuple[str, ...], *, bold: int = 0, centred: bool = True, smaller: float = 0) -> None:
        for number, words in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()  # type: ignore[attr-defined]
            run = paragraph.add_run(words)
            run.bold = number < bold
            run.font.size = Pt(size - smaller)
            paragraph.paragraph_format.space_after = Pt(space)
            if centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def paragraph(words: str, *, centred: bool = False) -> None:
        made = document.add_paragraph()
        made.add_run(words).bold = centred
        if centred:
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def columns(rows: int) -> list[tuple[object, object]]:
        table = document.add_table(rows=rows, cols=2)
        table.autofit = False
        width = 21 - 2 * margin
        for row in table.rows:
            row.cells[0].width, row.cells[1].width = Cm(left * width), Cm((1 - left) * width)
        return [(row.cells[0], row.cells[1]) for row in table.rows]

    head = columns(2)
    fill(head[0][0], (ISSUER, "-------"), bold=1)
    fill(head[0][1], MOTTO, bold=_BOLD_HEADS)
    fill(head[1][0], (NUMBER,))
    fill(head[1][1], (DAY,))
    for words in TITLE:
        paragraph(words, centred=True)
    for words in BODY:
        paragraph(words, centred=words.isupper())
    [(recipients, signature)] = columns(1)
    fill(recipients, RECIPIENTS, bold=1, centred=False, smaller=_SMALLER)
    fill(signature, SIGNATURE, bold=_BOLD_HEADS)
    if leaf:
        document.add_page_break()
    for words in ANNEX:
        paragraph(words, centred=True)
    table = document.add_table(rows=0, cols=len(ROWS[0]), style="Table Grid")
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            fill(cell, (words,), centred=False, smaller=_SMALLER)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_print_page(size: float = 13, left: float = 0.4) -> str:
    """The decision as a page of HTML that a browser prints."""

    def cell(lines: tuple[str, ...], look: str = "text-align:center", share: float | None = None) -> str:
        width = f"width:{100 * share:.0f}%;" if share else ""
        words = "".join(f"<div>{html.escape(line) or '&nbsp;'}</div>" for line in lines)
        return f'<td style="{width}{look}">{words}</td>'

    small = f"text-align:left;font-size:{size - _SMALLER}pt"
    head = (
        f"<table class=bare><tr>{cell((ISSUER, '-------'), share=left)}{cell(MOTTO)}</tr>"
        f"<tr>{cell((NUMBER,))}{cell((DAY,))}</tr></table>"
    )
    foot = f"<table class=bare><tr>{cell(RECIPIENTS, small, left)}{cell(SIGNATURE)}</tr></table>"
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(words)}</td>" for words in row) + "</tr>" for row in ROWS)
    centred = [f'<p style="text-align:center"><b>{html.escape(words)}</b></p>' for words in TITLE]
    body = [f"<p>{html.escape(words)}</p>" for words in BODY]
    annex = [f'<p style="text-align:center">{html.escape(words)}</p>' for words in ANNEX]
    annex[0] = annex[0].replace("style=", 'class="leaf" style=')
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>'
        f"@page{{size:A4;margin:2cm}}body{{font:{size}pt 'DejaVu Serif',serif}}table{{width:100%;table-layout:fixed;"
        "border-collapse:collapse}td{vertical-align:top;padding:2pt 5pt}.ruled td{border:1px solid}"
        ".leaf{break-before:page}</style></head><body>"
        f"{head}{''.join(centred)}{''.join(body)}{foot}{''.join(annex)}<table class=ruled>{rows}</table></body></html>"
    )
