"""What pages say of tasks that an order and a newspaper tell: in both languages, each thing apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kg import build
from kg.config import Config
from tests.test_web import page, text_of

DIRECTIVE = """THỦ TƯỚNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 31/CT-TTg
Hà Nội, ngày 05 tháng 5 năm 2026

CHỈ THỊ
Về việc dùng chung dữ liệu hộ tịch

Đến hết tháng 3 năm 2026, cả nước có 1.906 đơn vị cấp xã số hóa xong sổ hộ tịch, đạt 57,4%.

Thủ tướng Chính phủ yêu cầu:
1. Bộ Tư pháp chủ trì, phối hợp với các cơ quan, đơn vị có liên quan:
a) Hoàn thành nâng cấp Hệ thống thông tin đăng ký hộ tịch trước ngày 31 tháng 7 năm 2026;
b) Báo cáo Thủ tướng Chính phủ kết quả thực hiện trước ngày 20 hằng tháng.
2. Các sở, ban, ngành bố trí nhân lực số hóa sổ hộ tịch trong quý III năm 2026.
3. Bộ trưởng Bộ Tư pháp chịu trách nhiệm kiểm tra việc thực hiện Chỉ thị này.

THỦ TƯỚNG

Lê Văn An
"""
ARTICLE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Hộ tịch số chậm tiến độ</title>
<meta property="article:published_time" content="2026-09-02T07:00:00+07:00">
<meta property="og:site_name" content="Báo Ven Sông"></head><body><article><h1>Hộ tịch số chậm tiến độ</h1>
<p>Bộ Tư pháp phải công bố danh mục dữ liệu hộ tịch dùng chung trước ngày 15/8/2026.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ho-tich")
    (folder / "ct-31.txt").write_text(DIRECTIVE, "utf-8")
    (folder / "bao.html").write_text(ARTICLE, "utf-8")
    build.build(Config(store=folder / "data"), [folder / "ct-31.txt", folder / "bao.html"])
    return folder / "data"


def test_what_was_measured_is_found_with_value_and_time_as_the_language_writes_them(client: FlaskClient) -> None:
    for lang, value in (("vi", "57,4 % (03/2026)"), ("en", "57.4% (Mar 2026)")):
        hits = [
            text_of(hit) for hit in page(client, f"/search?q=so+ho+tich&lang={lang}").cssselect("#observation .hit")
        ]
        assert any(value in hit for hit in hits), hits
    assert "2026-03" not in client.get("/api/search?q=so+ho+tich").get_data(as_text=True)


def test_one_thing_is_told_as_one(client: FlaskClient) -> None:
    assert text_of(page(client, "/tasks?q=danh+muc+du+lieu&lang=en").cssselect(".list-head p")[0]) == "1 row"
    assert "1 rows" not in text_of(page(client, "/search?q=danh+muc&lang=en").cssselect("main")[0])
