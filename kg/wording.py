"""Words of the command line's answers in Vietnamese and English, and how each language writes days and numbers."""

from __future__ import annotations

import datetime
import re

from kg.periods import check, first_day, last_day

WORDS: dict[str, tuple[str, str]] = {
    "above": ("CĂN CỨ (bên trên)", "RESTS ON"),
    "below": ("GIAO, PHÊ DUYỆT, TRIỂN KHAI (bên dưới)", "ORDERS, APPROVES, IS CARRIED OUT BY"),
    "nothing above": ("không có căn cứ nào được nêu", "nothing that it rests on is stated"),
    "nothing below": ("không có nhiệm vụ hay văn bản nào bên dưới", "no task or document below"),
    "seen": ("đã nêu ở trên", "see above"),
    "based_on": ("căn cứ", "based on"),
    "basis_of": ("là căn cứ của", "basis of"),
    "implements": ("triển khai thực hiện", "implements"),
    "implemented_by": ("được triển khai bởi", "implemented by"),
    "guides": ("hướng dẫn", "guides"),
    "reviews": ("xem xét việc thực hiện", "looks back on"),
    "reviewed_by": ("việc thực hiện được xem xét tại", "looked back on by"),
    "guided_by": ("được hướng dẫn bởi", "guided by"),
    "approves": ("phê duyệt", "approves"),
    "approved_by": ("được phê duyệt bởi", "approved by"),
    "amends": ("sửa đổi, bổ sung", "amends"),
    "amended_by": ("được sửa đổi, bổ sung bởi", "amended by"),
    "replaces": ("thay thế", "replaces"),
    "replaced_by": ("được thay thế bởi", "replaced by"),
    "repeals": ("bãi bỏ", "repeals"),
    "repealed_by": ("bị bãi bỏ bởi", "repealed by"),
    "part_of": ("thuộc", "part of"),
    "has_part": ("gồm", "has part"),
    "succeeds": ("kế thừa", "succeeds"),
    "succeeded_by": ("được kế thừa bởi", "succeeded by"),
    "merged_into": ("được hợp nhất vào", "merged into"),
    "merged_from": ("hợp nhất từ", "merged from"),
    "mandate": ("được giao tại", "ordered by"),
    "task": ("nhiệm vụ", "task"),
    "share": ("phần việc được báo cáo", "share reported"),
    "result": ("văn bản kết quả", "resulting document"),
    "maybe_result": ("có thể là văn bản kết quả", "may be the resulting document"),
    "maybe_same": ("có thể cùng nhiệm vụ với", "may be the same task as"),
    "leads": ("chủ trì nhiệm vụ", "leads task"),
    "cooperates": ("phối hợp thực hiện nhiệm vụ", "helps with task"),
    "target": ("chỉ tiêu", "target"),
    "observation": ("kết quả thực hiện", "measured"),
    "assignees": ("cơ quan chủ trì", "lead"),
    "cooperators": ("cơ quan phối hợp", "cooperating"),
    "deadline": ("thời hạn", "deadline"),
    "recurrence": ("định kỳ", "recurs"),
    "deliverable": ("sản phẩm", "deliverable"),
    "directed_by": ("người, cơ quan giao", "directed by"),
    "mandate_of": ("văn bản giao nhiệm vụ", "mandate"),
    "provision": ("tại", "in"),
    "status": ("tình trạng thực hiện", "status"),
    "status before": ("trước đó", "before that"),
    "by": ("theo", "according to"),
    "responsible": ("cơ quan chịu trách nhiệm", "responsible"),
    "set_by": ("văn bản giao chỉ tiêu", "set by"),
    "value": ("giá trị", "value"),
    "period": ("kỳ", "period"),
    "agency": ("cơ quan", "agency"),
    "scope": ("phạm vi", "scope"),
    "overdue": ("quá hạn", "overdue"),
    "done": ("đã hoàn thành", "done"),
    "in-progress": ("đang thực hiện", "in progress"),
    "planned": ("dự kiến", "planned"),
    "extended": ("được gia hạn", "extended"),
    "stopped": ("đã dừng", "stopped"),
    "as of": ("tính đến", "as of"),
    "chars": ("ký tự", "characters"),
    "document": ("văn bản", "document"),
    "programme": ("chương trình, đề án", "programme"),
    "office": ("chức vụ", "office"),
    "official": ("người giữ chức vụ", "official"),
    "indicator": ("tên chỉ tiêu", "indicator"),
    "pillar": ("trụ cột", "pillar"),
    "source": ("nguồn", "source"),
    "quote": ("trích dẫn nguồn", "quote"),
    "group": ("nhóm cơ quan", "group"),
    "mandated_by": ("được giao tại", "mandated by"),
    "step_of": ("thuộc chương trình", "step of"),
    "cites": ("viện dẫn", "cites"),
    "issued_by": ("do cơ quan ban hành", "issued by"),
    "led_by": ("do cơ quan chủ trì", "led by"),
    "helped_by": ("do cơ quan phối hợp", "helped by"),
    "answered_by": ("do cơ quan chịu trách nhiệm", "answered for by"),
    "drafted_by": ("do cơ quan soạn thảo", "drafted by"),
    "about": ("về", "about"),
    "measures": ("đo", "measures"),
    "same_as": ("cùng nhiệm vụ với", "same as"),
    "carries_out": ("thực hiện", "carries out"),
    "release": ("bản phát hành", "release"),
    "of": ("lập lúc", "of"),
    "gaps": ("những điều biết là còn thiếu", "known gaps"),
    "newest": ("nguồn mới nhất", "newest sources"),
    "loaded": ("đã nạp", "loaded"),
    "unchanged": ("không đổi", "unchanged"),
    "failed": ("lỗi", "failed"),
    "other formats": ("không đọc vì thuộc định dạng khác", "not read, being of another format"),
    "no plain files": ("không đọc vì không phải tệp thường", "not read, being no plain files"),
    "not published": (
        "không phát hành bản nào: không nạp được nguồn nào; lý do nêu ở trên",
        "nothing was published: no source could be loaded; the reasons stand above",
    ),
    "same text": ("cùng nội dung với", "the same text as"),
    "removed": ("đã gỡ", "removed"),
    "site not kept": (
        "không chạy trong cửa sổ lệnh nên chỉ thử trang web rồi dừng; để mở trang: `make demo` trong cửa sổ lệnh, "
        "hoặc `kg build NGUỒN…` rồi `kg serve`",
        "no terminal, so the site was only tried and is not kept; to open it run `make demo` in a terminal, "
        "or `kg build SOURCE…` and then `kg serve`",
    ),
    "reading names": ("đọc các tên để tìm kiếm", "reading the names for search"),
    "Ctrl-C stops": ("Ctrl-C để dừng", "Ctrl-C stops"),
    "backup of": ("bản sao lưu của bản phát hành", "backup of release"),
    "bytes": ("byte", "bytes"),
    "restored as": ("đã khôi phục thành bản phát hành", "restored as release"),
    "from": ("từ", "from"),
    "is current": ("là bản hiện hành", "is the current one"),
    "nothing changed": ("không có gì thay đổi", "nothing changed"),
    "nothing found": ("không tìm thấy gì cho", "nothing found for"),
    "cut off": (
        "bị cắt sau {rows} dòng; hãy thêm LIMIT và OFFSET để lấy phần còn lại",
        "cut off after {rows} rows; add a LIMIT and OFFSET to have the others",
    ),
    "warning": ("cảnh báo", "warning"),
    "no cycle": ("không có vòng", "no cycle"),
    "required": ("bắt buộc", "required"),
    "default": ("mặc định", "default"),
}
_COUNTED: dict[str, tuple[str, str, str]] = {  # in Vietnamese; in English of one, of several
    "sources": ("nguồn", "source", "sources"),
    "documents": ("văn bản", "document", "documents"),
    "programmes": ("chương trình, đề án", "programme", "programmes"),
    "agencies": ("cơ quan", "agency", "agencies"),
    "offices": ("chức vụ", "office", "offices"),
    "groups": ("nhóm cơ quan", "group of agencies", "groups of agencies"),
    "officials": ("người giữ chức vụ", "official", "officials"),
    "tasks": ("nhiệm vụ", "task", "tasks"),
    "targets": ("chỉ tiêu được giao", "target", "targets"),
    "observations": ("kết quả thực hiện", "measured value", "measured values"),
    "indicators": ("tên chỉ tiêu", "indicator", "indicators"),
    "pillars": ("trụ cột", "pillar", "pillars"),
    "statements": ("quan hệ được nêu", "stated link", "stated links"),
    "mentions": ("lần nhắc tên", "mention", "mentions"),
    "triples": ("bộ ba", "triple", "triples"),
    "quads": ("bộ bốn", "quad", "quads"),
    "tasks_without_assignee": ("nhiệm vụ chưa rõ cơ quan chủ trì", "task without a lead", "tasks without a lead"),
    "tasks_without_mandate": (
        "nhiệm vụ chưa rõ văn bản giao", "task without a mandating document", "tasks without a mandating document",
    ),
    "tasks_without_deadline": (
        "nhiệm vụ không nêu thời hạn", "task without a deadline", "tasks without a deadline",
    ),
    "documents_without_date": ("văn bản chưa rõ ngày ban hành", "document without a date", "documents without a date"),
    "undecided_readings": ("cách đọc để ngỏ", "reading left open", "readings left open"),
    "references_with_candidates": (
        "viện dẫn chưa rõ chỉ văn bản hay cơ quan nào",
        "reference open between candidates", "references open between candidates",
    ),
}  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def word(key: str, lang: str) -> str:
    """The word for a relation, field or state; the key itself where there is none.

    >>> word("based_on", "vi"), word("based_on", "en")
    ('căn cứ', 'based on')
    """
    return WORDS[key][lang == "en"] if key in WORDS else key


def counted(kind: str, count: int, lang: str) -> str:
    """A count with what is counted, in the language's form.

    >>> counted("offices", 1, "en"), counted("quads", 48967, "en"), counted("quads", 48967, "vi")
    ('1 office', '48,967 quads', '48.967 bộ bốn')
    """
    vi, one, several = _COUNTED.get(kind, (kind, kind, kind))
    return f"{number(str(count), lang)} {vi if lang == 'vi' else one if count == 1 else several}"


def day(date: str, lang: str) -> str:
    """A date as people of the language write it, as exact as it is.

    >>> day("2024-02-02", "vi"), day("2024-02-02", "en"), day("2024-02", "vi"), day("2024", "en")
    ('02/02/2024', '2 Feb 2024', '02/2024', '2024')
    """
    parts = date.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return date
    if lang == "vi":
        return "/".join(reversed(parts))
    month = [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else []
    return " ".join([*(str(int(part)) for part in parts[2:]), *month, parts[0]])


_ROMAN = ("I", "II", "III", "IV")


def period(value: str, lang: str) -> str:
    """An SDMX period in words.

    >>> period("2024-Q1", "vi"), period("2024-Q1", "en"), period("2025-12", "vi"), period("2025-01-01/P9M", "vi")
    ('quý I/2024', 'Q1 2024', '12/2025', '9 tháng đầu năm 2025')
    >>> period("2024-07-01/P1Y", "vi")
    '01/07/2024–30/06/2025'
    """
    vi = lang == "vi"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"quý {_ROMAN[int(match[2]) - 1]}/{match[1]}" if vi else f"Q{match[2]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-S([12])", value):
        half = "đầu" if match[2] == "1" else "cuối"
        return f"6 tháng {half} năm {match[1]}" if vi else f"H{match[2]} {match[1]}"
    if match := re.fullmatch(r"(\d{4})-01-01/P(\d+)M", value):
        return f"{match[2]} tháng đầu năm {match[1]}" if vi else f"first {match[2]} months of {match[1]}"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return f"tuần {int(match[2])}/{match[1]}" if vi else f"week {int(match[2])}, {match[1]}"
    if "/P" in value and check(value):
        return "–".join(day(one.isoformat(), lang) for one in (first_day(value), last_day(value)))
    return day(value, lang)


def moment(created: str, lang: str) -> str:
    """A moment as people here read it: the day and the hour of this machine's clock."""
    try:
        here = datetime.datetime.fromisoformat(created).astimezone()
    except ValueError:
        return created
    return f"{day(here.date().isoformat(), lang)} {here:%H:%M}"


def number(text: str, lang: str) -> str:
    """A decimal with the language's marks: 2.361 and 30,08 in Vietnamese."""
    if not text:
        return ""
    whole, _, rest = text.lstrip("-").partition(".")
    marked = f"{int(whole or 0):,}" + (f".{rest}" if rest.strip("0") else "")
    marked = marked if lang == "en" else marked.translate(str.maketrans(",.", ".,"))
    return f"-{marked}" if text.startswith("-") else marked
