"""What the names of boards and committees go on with: a field, a number, what they manage."""

from __future__ import annotations

import re

from kg.folding import UPPER
from loaders.words.flat import Flat

BOARD_FIELDS = re.compile(
    r" (?:cac (?:chuong trinh (?:muc tieu|mtqg|quoc gia|trong diem)|du an trong diem|cong trinh trong diem)\b"
    r"|(?:quoc gia|trung uong|tu van(?= \w)|cai cach|ung dung|chuyen doi|doi moi|phong,? chong|phong thu|lien nganh|"
    r"dieu phoi|ve|co yeu|dac biet|chung(?= ve\b))\b|(?:xay dung|phat trien|trien khai|thuc hien) "
    r"(?!(?:ke hoach|bao cao|du thao|cac|quy che|nhiem vu|nhung|cong tac|co|theo|dong bo"
    r"|bo (?:tieu chi|chi so|cau hoi|tai lieu)|van ban|to trinh|phuong an|kich ban|tai lieu)\b))"
)
OF_LEVEL = re.compile(r" cap (?:tinh|trung uong|xa|bo)(?= ve\b)")  # "Ban Chỉ đạo cấp tỉnh về chuyển đổi số"
BY_NUMBER = re.compile(  # boards go by the number of a scheme or a resolution: "Ban Chỉ đạo 896"
    r" \d{2,4}(?![\w/.,-])(?! (?:nguoi|thanh vien|dong chi|don vi|co quan|nhiem vu|ngay|thang|nam)\b)"
)
COUNTED = re.compile(rf" (?:tỉnh|bộ|xã|huyện|tinh|bo|xa|huyen)\b(?! [{UPPER}])")  # "57 tỉnh", but "57 tỉnh Nghệ An"
SCHEME_TOO = re.compile(  # a board's second job: "… chuyển đổi số và triển khai Đề án 06"
    r"(?:trien khai|thuc hien|xay dung)\s+(?:de an|nghi quyet|chuong trinh|chinh phu|chinh quyen|do thi)\b"
)
NOT_ABOUT = re.compile(
    r" (?:viec|ket qua|tinh hinh|tien do|cong tac|nhung|cac|mot|noi dung|thuc hien|phe duyet|trien khai|ke hoach|"
    r"quy che|phan cong|chu truong|phuong an|du thao|van de|ho so|y kien|de xuat|bao cao|danh muc|nhan su|ngan sach)\b"
)
# syllables of the verbs that a board's field may consist of
FIELD_VERBS = frozenset(
    ("phat", "trien", "xay", "dung", "cai", "cach", "ung", "nghien", "cuu", "doi", "moi", "phong", "chong", "bao",
     "dam", "kiem", "soat", "thao", "go", "dau", "tu", "ho", "tro", "chuyen", "giao", "khai", "thuc", "hien")
)  # fmt: skip
RESOLUTION = re.compile(r" (?:số )?\d{1,3}(?:-?NQ/TW|-NQ-TW)?(?![\w/])")
PROJECT = re.compile(r" (?:số )?(?:\d{2,3}|(?!20\d\d)\d{4})(?=[¹²³⁴⁵]|\W|$)(?![/.]\d)")
MANAGING = re.compile(r"(?:ban quan ly|bql) ")
MANAGED = re.compile(r" (?:cac (?:khu|du an|cong trinh|di tich|cang)|khu|vung|do thi|du an|di tich|rung|cang|cho)\b")
MANAGED_TOO = re.compile(r" cac(?= (?:khu|kcn|kkt|ccn|cum|vung|du an|cong trinh|di tich|cang|cho)\b)")
SHORT = re.compile(r" ?\([A-ZĐ][\w&.-]{1,9}\)(?=, | và )")  # what a part of the name is called for short
PROJECTS = re.compile(r" (?:chuong trinh|du an|de an)\b")


def managed_too(flat: Flat, start: int, at: int) -> int | None:
    """Where further things begin that a board manages: "Ban Quản lý Khu kinh tế và các khu công nghiệp"."""
    further = MANAGED_TOO.match(flat.folded, at) if MANAGING.match(flat.folded, start) else None
    return further.end() if further else None
