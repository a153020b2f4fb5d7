# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""The documents that a text names: dates, issuers, subjects, status, short forms, names, and what refers back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.folding import key
from kg.model import Document
from loaders.documents import documents
from loaders.extract import extract
from loaders.read import read_bytes
from tests.texts import CHANGES, reading


def found(text: str, published: str | None = None) -> dict[str, Document]:
    return {document.id: document for document in documents.facts(reading(text, published))}


FIELDS: list[tuple[str, str, dict[str, str | None]]] = [
    # a treaty by its short name or its place
    ("Hiệp định CPTPP mở rộng thị trường dữ liệu.", "Hiệp định CPTPP", {"type": "agreement", "issuer": None}),
    ("Ba nước ký Công ước Hà Nội về chống tội phạm mạng.", "Công ước Hà Nội về chống tội phạm mạng", {"type": "agreement"}),
    # the committee or council of the one province that the text speaks of
    ("Tỉnh ủy Sơn La họp. Theo Nghị quyết số 06-NQ/TU và Kế hoạch số 12/KH-UBND, các xã lập tổ.", "06-NQ/TU",
     {"issuer": "Tỉnh ủy Sơn La"}),
    ("Tỉnh ủy Sơn La và Tỉnh ủy Lai Châu họp. Theo Nghị quyết số 06-NQ/TU, các xã lập tổ.", "06-NQ/TU", {"issuer": None}),
    # date and issuer after the number, in either order
    ("Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030.",
     "142/QĐ-TTg", {"type": "decision", "date": "2024-02-02", "issuer": "Thủ tướng Chính phủ", "status": "issued",
                    "title": "phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030"}),
    ("Căn cứ Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ ngày 31 tháng 3 năm 2022, các sở lập kế hoạch.",
     "411/QĐ-TTg", {"date": "2022-03-31", "issuer": "Thủ tướng Chính phủ"}),
    # a day that does not exist is a misprint
    ("Căn cứ Quyết định số 412/QĐ-TTg ngày 31/02/2022 của Thủ tướng Chính phủ, các sở lập kế hoạch.", "412/QĐ-TTg", {"date": None}),
    # before it
    ("Ngày 09/6/2020, Thủ tướng Chính phủ đã ký ban hành Quyết định số 749/QĐ-TTg về Chương trình chuyển đổi số.",
     "749/QĐ-TTg", {"date": "2020-06-09"}),
    # the day stands before it, its year again after it
    ("Ngày 04/3/2024, Bộ Giao thông vận tải đã ban hành Công văn 2210/BGTVT-KHCN năm 2024 tới các trạm thu phí.",
     "2210/BGTVT-KHCN", {"date": "2024-03-04", "issuer": "Bộ Giao thông vận tải"}),
    # who signed a decision that is named without its number, and when
    ("Ngày 03/6/2020, Thủ tướng Nguyễn Xuân Phúc ký quyết định phê duyệt Chương trình chuyển đổi số quốc gia.",
     "Quyết định phê duyệt Chương trình chuyển đổi số quốc gia", {"issuer": "Thủ tướng Chính phủ", "date": "2020-06-03"}),
    # a place's abbreviation with its point between day and number
    ("Ngày 15/7/2024, UBND TP. Đà Nẵng ban hành Công văn 3310/UBND-SNV năm 2024 mời họp từ xa.", "3310/UBND-SNV", {"date": "2024-07-15"}),
    # at whose proposal: the submission is that body's
    ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 110/TTr-SNV ngày 19/10/2025.", "110/TTr-SNV", {"issuer": "Sở Nội vụ"}),
    # the day after the subject, as the law's passing or bare
    ("Luật số 24/2018/QH14 về An ninh mạng được Quốc hội khóa XIV thông qua ngày 12/6/2018.", "24/2018/QH14", {"date": "2018-06-12"}),
    ("Quyết định số 749/QĐ-TTg phê duyệt Chương trình chuyển đổi số quốc gia ngày 3/6/2020 nêu rõ.",
     "749/QĐ-TTg", {"date": "2020-06-03", "title": "phê duyệt Chương trình chuyển đổi số quốc gia"}),
    # a law's name before its number
    ("Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21 tháng 6 năm 2024, các sở rà soát hồ sơ.",
     "33/2024/QH15", {"date": "2024-06-21", "title": "Luật Lưu trữ"}),
    ("Luật số 33/2024/QH15 đã có hiệu lực.", "33/2024/QH15", {"title": None}),
    # an ordinance's name beside its number, which has the symbol of resolutions, one of its own, or no word before it
    ("Pháp lệnh Cảnh sát môi trường (số 10/2014/UBTVQH13) đã có hiệu lực.", "10/2014/UBTVQH13",
     {"type": "ordinance", "title": "Pháp lệnh Cảnh sát môi trường", "issuer": "Ủy ban Thường vụ Quốc hội"}),
    ("Pháp lệnh Lưu trữ quốc gia, số 34/2001/PL-UBTVQH10, đã hết hiệu lực.", "34/2001/PL-UBTVQH10",
     {"type": "ordinance", "title": "Pháp lệnh Lưu trữ quốc gia"}),
    ("Theo Pháp lệnh Chi phí tố tụng 05/2024/UBTVQH15, án phí giảm.", "05/2024/UBTVQH15",
     {"type": "ordinance", "title": "Pháp lệnh Chi phí tố tụng"}),
    ("Theo Pháp lệnh Quản lý thị trường, lực lượng được tổ chức lại.", "Pháp lệnh Quản lý thị trường", {"type": "ordinance"}),
    # a resolution of the Politburo that the text cites by its number alone
    ("Theo Nghị quyết 57-NQ/TW, kinh tế số phải lớn.", "57-NQ/TW", {"issuer": "Bộ Chính trị"}),
    # a ministry issues the circular that it drafts
    ("Tháng trước Bộ Y tế lấy ý kiến về dự thảo Thông tư quy định mẫu đơn thuốc điện tử.",
     "Thông tư quy định mẫu đơn thuốc điện tử", {"issuer": "Bộ Y tế", "status": "draft"}),
    # a dispatch whose number the news leaves out, with whom it goes to
    ("Tổng cục Hải quan vừa có công điện gửi các cục hải quan về siết chặt hàng giao dịch trên mạng.",
     "Công điện về siết chặt hàng giao dịch trên mạng",
     {"type": "dispatch", "issuer": "Tổng cục Hải quan", "status": "issued"}),
    # a plan without its number, but with who issued it
    ("Theo Kế hoạch số hóa hộ tịch năm 2023 vừa được UBND TP Cần Thơ ban hành ngày 06/3/2023, các phường quét sổ cũ.",
     "Kế hoạch số hóa hộ tịch năm 2023",
     {"type": "plan", "issuer": "Ủy ban nhân dân thành phố Cần Thơ", "date": "2023-03-06"}),
    # on whose behalf somebody signs
    ("Ngày 27/9/2019, thay mặt Bộ Chính trị, Tổng Bí thư ký Nghị quyết số 52-NQ/TW về cuộc cách mạng công nghiệp.",
     "52-NQ/TW", {"date": "2019-09-27", "issuer": "Bộ Chính trị"}),
    # known by its number alone: abbreviated, with a day that has no year, by who approved something by it, by its year
    ("Theo QĐ 06 của Thủ tướng, công an xã cấp thẻ.", "06/QĐ-TTg", {"type": "decision", "issuer": "Thủ tướng Chính phủ"}),
    ("Theo NQ57 thì ngân sách phải tăng.", "Nghị quyết 57", {"type": "resolution"}),
    ("Quyết định 131 ngày 25/1 của Thủ tướng nói về học bạ số.", "131/QĐ-TTg", {"issuer": "Thủ tướng Chính phủ"}),
    ("Đề án được Thủ tướng phê duyệt hồi tháng 2 năm ngoái, tại Quyết định 131.", "131/QĐ-TTg", {"issuer": "Thủ tướng Chính phủ"}),
    ("Tháng 6/2018, Nghị định 61 về một cửa ra đời.", "61/2018/NĐ-CP", {"issuer": "Chính phủ"}),
    # a letter whose symbol is its issuer's alone
    ("Căn cứ Công văn số 655/PGDĐT ngày 12/8/2024 của Phòng Giáo dục và Đào tạo huyện Nam Đàn.",
     "655/PGDĐT", {"type": "official-letter", "date": "2024-08-12"}),
    # an agreement that is then said to be signed
    # a law that is being written, as the words behind it say
    ("Luật Chuyển đổi số đang được Bộ Nội vụ soạn thảo từ tháng 5.", "Luật Chuyển đổi số", {"status": "draft"}),
    # a revised law that was passed, one that is to be
    ("Quốc hội đã thông qua Luật Viễn thông (sửa đổi) sáng nay.", "Luật Viễn thông (sửa đổi)", {"status": "issued"}),
    ("Chính phủ trình Quốc hội thông qua Luật Viễn thông (sửa đổi).", "Luật Viễn thông (sửa đổi)", {"status": "draft"}),
    # signed by two: issued by neither alone
    ("Sở Y tế Hà Nam và Tập đoàn FPT ký Thỏa thuận hợp tác về phát triển bệnh viện số.",
     "Thỏa thuận hợp tác về phát triển bệnh viện số", {"type": "agreement", "issuer": None}),
    ("Bản ghi nhớ giữa Sở Y tế Hà Nam và Tập đoàn FPT ký ngày 12/3/2023 vẫn còn giá trị.",
     "Bản ghi nhớ giữa Sở Y tế Hà Nam và Tập đoàn FPT", {"type": "agreement", "date": "2023-03-12"}),
    ("Bản ghi nhớ hợp tác về đào tạo kỹ sư bán dẫn được hai trường ký tuần trước.",
     "Bản ghi nhớ hợp tác về đào tạo kỹ sư bán dẫn", {"type": "agreement", "status": "issued"}),
    # a report that is published, and a draft by what is said behind its name
    ("Bộ Y tế vừa công bố Báo cáo tổng kết bệnh án điện tử năm 2023.",
     "Báo cáo tổng kết bệnh án điện tử năm 2023", {"type": "report", "issuer": "Bộ Y tế", "status": "issued"}),
    ("Thông tư quy định về định mức kinh tế kỹ thuật dự kiến ban hành trong quý III.",
     "Thông tư quy định về định mức kinh tế kỹ thuật", {"status": "draft"}),
    # the number tells the ministry, whoever signed
    ("Bộ trưởng vừa ký Quyết định số 518/QĐ-BYT ngày 11/4/2024 của Bộ trưởng Bộ Y tế về sổ tiêm chủng điện tử.",
     "518/QĐ-BYT", {"issuer": "Bộ Y tế", "date": "2024-04-11"}),
    # it does not tell which province's committee
    ("Kế hoạch số 92/KH-UBND ngày 15/9/2025 của Ủy ban nhân dân tỉnh Đồng Nai đã giao việc cho các sở.",
     "92/KH-UBND", {"type": "plan", "issuer": "Ủy ban nhân dân tỉnh Đồng Nai"}),
    # types by symbol
    ("Công điện số 133/CĐ-TTg ngày 14/12/2024 đôn đốc các bộ.", "133/CĐ-TTg", {"type": "dispatch"}),
    ("Công văn số 3954/UBND-VX gửi các trường.", "3954/UBND-VX", {"type": "official-letter"}),
    ("Nghị quyết số 202/2025/QH15 về sắp xếp đơn vị hành chính.", "202/2025/QH15", {"type": "resolution", "issuer": "Quốc hội"}),
    # the Party's "quy định" has the symbol of a decision
    ("Quy định số 178-QĐ/TW của Bộ Chính trị về kiểm soát quyền lực.", "178-QĐ/TW", {"type": "regulation"}),
    # a law's name before its number
    ("Luật Giao dịch điện tử số 20/2023/QH15 được Quốc hội thông qua ngày 22/6/2023.", "20/2023/QH15",
     {"type": "law", "issuer": "Quốc hội", "date": "2023-06-22"}),
    # a law by name and day
    ("Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;", "Luật Tổ chức Chính phủ", {"type": "law", "date": "2025-02-18"}),
    # who issues what others prepare; whose report it is
    ("Sở Tài chính tham mưu HĐND tỉnh Lào Cai ban hành Nghị quyết về miễn phí tra cứu hộ tịch.",
     "Nghị quyết về miễn phí tra cứu hộ tịch", {"issuer": "Hội đồng nhân dân tỉnh Lào Cai", "status": "draft"}),
    ("Vụ góp ý dự thảo Báo cáo của Văn phòng Chính phủ về tình hình số hóa kho lưu trữ.",
     "Báo cáo của Văn phòng Chính phủ về tình hình số hóa kho lưu trữ", {"issuer": "Văn phòng Chính phủ"}),
    # a day without its year beside a number that has one; a province for its committee; a framework's issuer
    ("Bộ ban hành Thông tư số 10/2024/TT-BTTTT ngày 13/9 về băng tần.", "10/2024/TT-BTTTT", {"date": "2024-09-13"}),
    ("Tỉnh Nghệ An đã ban hành Quyết định số 482/QĐ-UBND ngày 26/02/2021 về trạm đo mưa.",
     "482/QĐ-UBND", {"issuer": "Ủy ban nhân dân tỉnh Nghệ An"}),
    ("Bộ Y tế vừa ban hành Khung kiến trúc Bệnh viện số, phiên bản 2.0.",
     "Khung kiến trúc Bệnh viện số, phiên bản 2.0", {"issuer": "Bộ Y tế"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "identity", "fields"), FIELDS)
def test_fields(text: str, identity: str, fields: dict[str, str | None]) -> None:
    document = found(text)[identity]
    assert {name: getattr(document, name) for name in fields} == fields


IDS = [
    # lists share their kind
    ("Bộ Nội vụ rà soát các Nghị định số 29, 33, 62/2021/NĐ-CP.", ["29/2021/NĐ-CP", "33/2021/NĐ-CP", "62/2021/NĐ-CP"]),
    # short forms completed by the issuer
    ("Thực hiện Nghị quyết 17 của Chính phủ, tỷ lệ hồ sơ trực tuyến tăng.", ["17/NQ-CP"]),
    ("Chính phủ ban hành Nghị quyết 36 ngày 11/3/2025 về đất đai.", ["36/NQ-CP"]),  # the day is none of the number
    ("Nghị quyết 52 ngày 27/9/2019 của Bộ Chính trị đặt mục tiêu lớn.", ["52-NQ/TW"]),
    ("Công an các tỉnh triển khai Chỉ thị số 07 của Thủ tướng về dữ liệu dân cư.", ["07/CT-TTg"]),
    ("Tại Nghị quyết 01 ngày 01/01/2020 về phát triển kinh tế - xã hội, Chính phủ giao nhiều việc.", ["01/NQ-CP"]),
    ("Bộ Chính trị vừa ban hành Nghị quyết 26 về vùng ven biển miền Trung.", ["26-NQ/TW"]),
    ("Quốc hội thông qua Nghị quyết 193 năm 2025 của Quốc hội về cơ chế đặc biệt.", ["193/2025/QH15"]),
    ("Nghị định 13/2023 của Chính phủ quy định về dữ liệu cá nhân.", ["13/2023/NĐ-CP"]),
    # by the article's own full citation
    ("Nghị quyết số 57-NQ/TW đã đi vào cuộc sống. Nghị quyết 57 nhấn mạnh dữ liệu.", ["57-NQ/TW"]),
    ("Nghị quyết 57, 59, 66, 68 của Bộ Chính trị được quán triệt.", ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW", "68-NQ/TW"]),
    # what the text does not settle keeps its printed form
    ("Luật Lưu trữ và Nghị định 113 hướng dẫn Luật còn bỏ ngỏ nhiều điểm.", ["Luật Lưu trữ", "Nghị định 113"]),
    # one document in two spellings
    ("Nghị quyết số 17/NQ-CP ra đời năm 2019; một số báo ghi là Nghị quyết 17/2019/NQ-CP.", ["17/NQ-CP"]),
    # two documents of one number
    ("Nghị quyết số 50/NQ-CP ngày 17/4/2020 khác Nghị quyết số 50/NQ-CP ngày 20/5/2021 của Chính phủ.",
     ["50/NQ-CP@2020-04-17", "50/NQ-CP@2021-05-20"]),
    # of two provinces, in one year: told apart by their days, and by the province where the day is left out
    ("Quyết định số 17/QĐ-UBND ngày 3/2/2025 của UBND tỉnh Lào Cai và Quyết định số 17/QĐ-UBND ngày 5/2/2025 của UBND "
     "tỉnh Sơn La cùng lập tổ số hóa. Theo Quyết định số 17/QĐ-UBND của UBND tỉnh Sơn La, tổ có năm người.",
     ["17/QĐ-UBND@2025-02-03", "17/QĐ-UBND@2025-02-05"]),
    ("Quyết định số 17/QĐ-UBND ngày 3/2/2025 của UBND tỉnh Lào Cai được sửa. Báo ghi Quyết định số 17/QĐ-UBND ngày 5/2/2025 "
     "của UBND tỉnh Lào Cai.", ["17/QĐ-UBND"]),
    # a second day of one year is a misprint, not a second document
    ("Nghị quyết số 99/NQ-CP ngày 02/6/2023 của Chính phủ. Trang tin ghi Nghị quyết số 99/NQ-CP ngày 02/7/2023.", ["99/NQ-CP"]),
    # laws by name, with commas and "và" in them
    ("Sửa Luật Phòng, chống tham nhũng; Luật Khoa học và công nghệ và Luật Giá cho phù hợp.",
     ["Luật Phòng, chống tham nhũng", "Luật Khoa học và công nghệ", "Luật Giá"]),
    ("Theo Luật Viễn thông năm 2023, doanh nghiệp dùng chung hạ tầng.", ["Luật Viễn thông năm 2023"]),
    # an abbreviation in a law's name
    ("Tập huấn Luật Ban hành văn bản QPPL cho cán bộ.", ["Luật Ban hành văn bản quy phạm pháp luật"]),
    # a framework by its name, not what is said of it
    ("Khung kiến trúc Chính phủ điện tử này nói dễ hiểu là tấm bản đồ.", ["Khung kiến trúc Chính phủ điện tử"]),
    ("Bộ ban hành Khung kiến trúc Chính phủ điện tử Việt Nam, phiên bản 2.0.",
     ["Khung kiến trúc Chính phủ điện tử Việt Nam, phiên bản 2.0"]),
    # a decision in small letters, whose issuer and subject tell which
    ("Hội nghị triển khai quyết định của Thủ tướng về tra cứu học bạ trực tuyến.",
     ["Quyết định của Thủ tướng về tra cứu học bạ trực tuyến"]),
    # numbers with a letter, and with a year of their own
    ("Nghị quyết số 36a/NQ-CP đã qua mười năm. Theo Nghị quyết 36a, các bộ mở cổng dịch vụ.", ["36a/NQ-CP"]),
    ("Nghị quyết 36a của Chính phủ về Chính phủ điện tử đã qua mười năm.", ["36a/NQ-CP"]),
    ("Nghị quyết số 19-2017/NQ-CP về cải thiện môi trường kinh doanh.", ["19-2017/NQ-CP"]),
    # a treaty, a report that goes with a bill, a committee's report, a national standard
    ("Sáu nước nữa ký Hiệp định Đối tác kinh tế số và thương mại không giấy tờ (DEPA).",
     ["Hiệp định Đối tác kinh tế số và thương mại không giấy tờ"]),
    ("Hôm nay Hiệp định thương mại song phương Việt Nam - Chi Lê tròn mười năm.",
     ["Hiệp định thương mại song phương Việt Nam - Chi Lê"]),
    ("Hai nước ra tuyên bố chung Việt Nam - Chi Lê và họp báo.", ["Tuyên bố chung Việt Nam - Chi Lê"]),
    ("Tám mươi nước ký Công ước Liên hợp quốc về chống tội phạm mạng (Công ước Hà Nội).",
     ["Công ước Liên hợp quốc về chống tội phạm mạng"]),
    ("Hai Thủ tướng ra Tuyên bố chung Việt Nam - Singapore về Đối tác Kinh tế số.",
     ["Tuyên bố chung Việt Nam - Singapore về Đối tác Kinh tế số"]),
    ("Hai bên ký Biên bản ghi nhớ về hợp tác đào tạo giữa Bộ Nội vụ và Bộ Tư pháp.",
     ["Biên bản ghi nhớ về hợp tác đào tạo giữa Bộ Nội vụ và Bộ Tư pháp"]),
    # a number of another kind before a full one shares nothing with it
    ("Tỉnh nhắc lại Nghị quyết số 57-NQ/TW; theo Nghị quyết 57; Chỉ thị 34/CT-TTg thì phải công khai.",
     ["57-NQ/TW", "34/CT-TTg"]),
    ("Cục đăng dự thảo Báo cáo đánh giá tác động của giấy tờ trong dự án Luật Công chứng.",
     ["Báo cáo đánh giá tác động của giấy tờ trong dự án Luật Công chứng", "Luật Công chứng"]),
    ("Trong báo cáo thẩm tra về phân bổ vốn, chống dàn trải. Tỷ lệ giải ngân giảm.",
     ["Báo cáo thẩm tra về phân bổ vốn, chống dàn trải"]),
    ("Yêu cầu nêu tại Tiêu chuẩn quốc gia TCVN 14423:2025, cụ thể như sau.", ["TCVN 14423:2025"]),
    # a framework with a capital
    ("Cổng mới được vẽ theo Khung kiến trúc tổng thể quốc gia số.", ["Khung kiến trúc tổng thể quốc gia số"]),
    ("Tỉnh vừa ra mắt Kiến trúc Chính quyền số; kiến trúc chính quyền số của các phường làm sau.",
     ["Kiến trúc Chính quyền số"]),
    # documents still to be made that share their kind; a comma inside a subject parts none
    ("Bộ Công Thương nghiên cứu xây dựng các nghị định về hóa đơn số của cá nhân, tổ chức và bảo vệ người mua từ xa.",
     ["Nghị định về hóa đơn số của cá nhân, tổ chức", "Nghị định về bảo vệ người mua từ xa"]),
    # several that are in force are a kind, not documents
    ("Hiện có các nghị định về định danh điện tử và chữ ký số.", []),
    # a law that amends another, and the other
    ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương;",
     ["Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
      "Luật Tổ chức Chính phủ", "Luật Tổ chức chính quyền địa phương"]),
    # a plan that a body is said to have issued, whose number the news leaves out
    ("UBND tỉnh Yên Bái vừa ban hành kế hoạch nâng cao chất lượng trạm y tế lưu động năm 2023.",
     ["Kế hoạch nâng cao chất lượng trạm y tế lưu động năm 2023"]),
    ("Bộ Nội vụ chính thức công bố Kế hoạch triển khai Nghị quyết số 44/NQ-CP nhằm số hóa kho lưu trữ.",
     ["Kế hoạch triển khai Nghị quyết số 44/NQ-CP", "44/NQ-CP"]),
    # a plan or scheme that is being drafted
    ("Sở lấy ý kiến dự thảo Đề án Bảo tàng số tỉnh Hải Dương giai đoạn 2026 - 2028.",
     ["Đề án Bảo tàng số tỉnh Hải Dương giai đoạn 2026 - 2028"]),
    # "trình" in "quy trình" ends no subject; a document by name that cites another in short
    ("Bộ lấy ý kiến dự thảo Thông tư quy định quy trình cấp thẻ thư viện điện tử.",
     ["Thông tư quy định quy trình cấp thẻ thư viện điện tử"]),
    ("Cục đang soạn thảo nghị định thay thế Nghị định 73/2019 về quản lý đầu tư phần mềm.",
     ["Nghị định thay thế Nghị định 73/2019 về quản lý đầu tư phần mềm", "73/2019/NĐ-CP"]),
    # letters of bodies below the ministries; short forms of several years; a short form completed by its own day
    ("Thư viện nhận Công văn số 58/TVKH-NV và Công văn 112/SVHTT-QLDT.", ["58/TVKH-NV", "112/SVHTT-QLDT"]),
    ("Quy định này thay các nghị định 72/2013 và 27/2018 về trang tin.", ["72/2013/NĐ-CP", "27/2018/NĐ-CP"]),
    ("Nghị định 147 về trang tin được Chính phủ ban hành ngày 9/11/2024. Nghị định 147 có 6 chương.",
     ["147/2024/NĐ-CP"]),
    # who set it in a short form
    ("Chỉ tiêu mà Chính phủ đã đặt ra tại Nghị quyết 19 vẫn giữ.", ["19/NQ-CP"]),
    # resolutions of congresses have no number
    ("Thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, tỉnh chọn ba đột phá.",
     ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), IDS)
def test_ids(text: str, wanted: list[str]) -> None:
    assert list(found(text)) == wanted


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("text", "wanted"), IDS)
def test_ids_in_every_printing(text: str, wanted: list[str], change: Callable[[str], str]) -> None:
    assert {key(identity) for identity in found(change(text))} == {key(identity) for identity in wanted}


NONE = [
    "Bộ phải có báo cáo đánh giá tác động gửi các đại biểu trước kỳ họp.",
    "Sau khi có công điện của Thủ tướng, các tỉnh họp về việc lập kế hoạch.",
    "Các đơn vị chấp hành pháp luật về dữ liệu và kỷ luật, kỷ cương hành chính.",
    "Văn bản hướng dẫn sẽ được gửi sau; kế hoạch của đơn vị do thủ trưởng phê duyệt.",
    "Quyết định 3 việc cần làm ngay, kế hoạch 5 năm và chương trình 100 ngày.",
    "Thủ tướng quyết định giao Bộ Công an chủ trì; luật sư và luật gia góp ý.",
    "Đến năm 2025, mỗi tỉnh có một nghị quyết chuyên đề và nhiều nghị quyết khác.",
    "Cục đang soạn Thông tư sửa đổi, bổ sung để gửi trong quý này.",
    "Ba đơn vị chậm nộp phải báo cáo giải trình trong tuần này, không lùi hạn.",
    "Website do Công ty A vận hành, giấy phép số 15/GP-TTĐT ngày 12/3/2019.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_kind_alone_names_no_document(text: str) -> None:
    assert found(text) == {}


STATUS = [
    ("Bộ Công an đang soạn thảo Nghị định về bảo vệ dữ liệu cá nhân.", "draft"),
    ("Bộ trình Chính phủ dự thảo Nghị quyết của Chính phủ về phát triển Chính phủ số giai đoạn 2021-2025.", "draft"),
    ("Một số đại biểu đề xuất xây dựng Luật Chính phủ số để có khung pháp lý.", "proposed"),
    ("Quốc hội cho ý kiến về dự án Luật Cư trú (sửa đổi).", "draft"),
    ("Bộ Khoa học và Công nghệ hoàn thiện Luật Công nghiệp công nghệ số trình Quốc hội ban hành.", "draft"),
    ("Theo Luật Đầu tư công, dự án phải được thẩm định.", "issued"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str) -> None:
    assert [document.status for document in found(text).values()] == [status]


def test_free_trade_is_no_end_of_a_name() -> None:
    assert list(found("Hôm nay Hiệp định thương mại tự do Việt Nam – EU tròn năm năm.")) == [
        "Hiệp định thương mại tự do Việt Nam – EU"
    ]


def test_a_law_between_two_drafts_of_a_row_is_one() -> None:
    row = found("Bộ Công Thương hoàn thiện dự án Luật Hóa chất, Luật Dầu khí, Luật Điện lực (sửa đổi) trong năm nay.")
    assert [document.status for document in row.values()] == ["draft", "draft", "draft"]
    beside = found("Theo dự án Luật Hóa chất, Luật Dầu khí vẫn áp dụng cho đến khi có Luật Điện lực (sửa đổi).")
    assert [document.status for document in beside.values()][1] == "issued"


def test_a_name_ends_before_the_money() -> None:
    named = found("Ngày 5/6/2026, UBND tỉnh ban hành Quyết định về hỗ trợ máy quét với số tiền 12 tỷ đồng.")
    assert [*named] == ["Quyết định về hỗ trợ máy quét"]


def test_a_draft_ends_before_the_next() -> None:
    text = "Bộ Công an trình dự thảo Nghị định quy định về lưu trú của khách, dự thảo Nghị định về sàn dữ liệu."
    assert list(found(text)) == ["Nghị định quy định về lưu trú của khách", "Nghị định về sàn dữ liệu"]


def test_a_draft_named_again_is_one_document() -> None:
    text = (
        "Bộ lấy ý kiến về dự thảo Nghị quyết của Chính phủ về xây dựng chính quyền điện tử cấp xã giai đoạn 2021-2025. "
        "Nghị quyết của Chính phủ về xây dựng chính quyền điện tử cấp xã được ban hành thì các xã mới xin được tiền."
    )
    (document,) = found(text).values()
    assert document.status == "draft"
    assert document.id.endswith("giai đoạn 2021-2025")


def test_words_that_refer_back_are_mentions_but_no_evidence() -> None:
    text = "Nghị định số 42/2022/NĐ-CP quy định về cổng thông tin. Nghị định này có hiệu lực từ ngày 15/8/2022."
    read = reading(text)
    assert [(mention.id, mention.anaphor) for mention in read.documents] == [
        ("42/2022/NĐ-CP", False),
        ("42/2022/NĐ-CP", True),
    ]
    (document,) = documents.facts(read)
    assert document.effective == "2022-08-15"
    assert [evidence.quote for evidence in document.evidence] == ["Nghị định số 42/2022/NĐ-CP"]


def test_the_lower_body_of_a_letterhead_issues() -> None:
    text = (
        "UBND TỈNH LÀO CAI\nSỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 55/KH-SNV\nLào Cai, ngày 02 tháng 12 năm 2025\nKẾ HOẠCH\nPhát triển dữ liệu\n"
        "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15;\n"
    )
    assert found(text)["55/KH-SNV"].issuer == "Sở Nội vụ"


def test_a_law_is_not_cited_by_its_own_title() -> None:
    text = (
        "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLuật số: 61/2026/QH16\n"
        "LUẬT\nTHƯ VIỆN SỐ\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật Thư viện số.\n"
        "Điều 1. Phạm vi điều chỉnh\nLuật này nói về sách và tài liệu số trong thư viện.\n"
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XVI, kỳ họp thứ 2 thông qua ngày 30 tháng "
        "11 năm 2026."
    )
    documents_of = found(text)
    assert set(documents_of) == {"61/2026/QH16", "Hiến pháp"}
    assert documents_of["61/2026/QH16"].date == "2026-11-30"


def test_a_text_of_its_own_is_named_once() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 55/2025/QĐ-UBND\nAn Bình, ngày 02 tháng 12 năm 2025\nQUYẾT ĐỊNH\n"
        "BAN HÀNH QUY CHẾ QUẢN LÝ, VẬN HÀNH HỆ THỐNG THƯ ĐIỆN TỬ CÔNG VỤ\n"
        "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15;\n"
        "Ủy ban nhân dân tỉnh ban hành Quyết định ban hành Quy chế quản lý, vận hành hệ thống thư điện tử công vụ.\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý, vận hành hệ thống thư điện tử công vụ.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 12 năm 2025 và thay thế Quyết định số 12/2019/QĐ-UBND.\n"
    )
    read = reading(text)
    assert [document.id for document in documents.facts(read)] == ["55/2025/QĐ-UBND", "20/2023/QH15", "12/2019/QĐ-UBND"]
    assert documents.facts(read)[0].effective == "2025-12-20"


def test_every_mention_lies_in_the_text_as_it_says() -> None:
    text = "Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ và Luật Dữ liệu năm 2024."
    for document in found(text).values():
        for evidence in document.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


def test_a_law_has_its_name_for_a_title_whatever_else_is_said_of_it() -> None:
    facts = extract(
        read_bytes(
            "Căn cứ Luật Dữ liệu số 60/2024/QH15; Luật Công nghiệp công nghệ số số 71/2025/QH15.\n"
            "Luật số 60/2024/QH15 về dữ liệu có hiệu lực. Luật số 87/2025/QH15 thì chưa.\n".encode(),
            "a.txt",
        )
    )
    assert [(document.id, document.title) for document in facts.documents] == [
        ("60/2024/QH15", "Luật Dữ liệu"), ("71/2025/QH15", "Luật Công nghiệp công nghệ số"), ("87/2025/QH15", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        (
            "HĐND huyện Văn Yên vừa quyết nghị mức thu phí chợ tại Nghị quyết số 19/NQ-HĐND.",
            "Hội đồng nhân dân huyện Văn Yên",
        ),
        (
            "UBND huyện Văn Yên phê duyệt kế hoạch nước sạch bằng Quyết định số 412/QĐ-UBND.",
            "Ủy ban nhân dân huyện Văn Yên",
        ),
        ("Sở Y tế tỉnh Yên Bái trình đề án tại Quyết định số 412/QĐ-UBND.", None),
    ],
)
def test_who_did_something_by_a_document_issued_it(sentence: str, issuer: str | None) -> None:
    text = f"Tin về chuyển đổi số\n28/11/2021\n{sentence}\n"
    (document,) = extract(read_bytes(text.encode(), "tin.txt")).documents
    assert document.issuer == issuer


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Thực hiện Quyết định số 512/QĐ-TTg ngày 12/3/2024, ", None),
        ("Ngày 12/3/2024, ", "2024-03-12"),
        ("Căn cứ Nghị quyết số 71/NQ-CP ngày 01/02/2024, ngày 12/3/2024, ", "2024-03-12"),
    ],
)
def test_the_day_behind_a_number_is_of_that_document(opening: str, day: str | None) -> None:
    text = f"Tin về tỉnh\n28/11/2025\n{opening}Bộ Nội vụ đã ban hành Quyết định số 88/QĐ-BNV về dữ liệu.\n"
    found = extract(read_bytes(text.encode(), "tin.txt")).documents
    assert [one.date for one in found if one.id == "88/QĐ-BNV"] == [day]


@pytest.mark.parametrize(
    "sentence",
    [
        "Luật Chuyển đổi số được Quốc hội khóa XV thông qua ngày 11/12/2025, có hiệu lực từ ngày 1/7/2026.",
        "Sáng 11/12, Quốc hội đã thông qua Luật Chuyển đổi số gồm 8 chương, 46 điều, có hiệu lực từ ngày 1/7/2026.",
        "Luật Chuyển đổi số gồm 8 chương. Luật này được Quốc hội thông qua ngày 11/12/2025, có hiệu lực từ 1/7/2026.",
    ],
)
def test_when_a_law_was_passed_and_is_in_force(sentence: str) -> None:
    (law,) = extract(read_bytes(f"Luật mới\n18/12/2025\n{sentence}\n".encode(), "tin.txt")).documents
    assert (law.id, law.title, law.date, law.effective) == ("Luật Chuyển đổi số", None, "2025-12-11", "2026-07-01")


def test_the_new_document_is_the_one_just_reported() -> None:
    text = (
        "Nghị quyết mới về dữ liệu\n02/04/2025\nNgày 1/4/2025, Chính phủ ban hành Nghị quyết số 171/NQ-CP về dữ liệu mở. "
        "Nghị quyết mới thay cho Nghị quyết 103/NQ-CP ban hành hồi tháng 1. Theo chương trình, Bộ Công an hoàn thành "
        "kho dữ liệu trong tháng 8/2025. Các bộ, cơ quan ngang bộ báo cáo kết quả trước ngày 20 hằng tháng về Bộ Nội "
        "vụ để tổng hợp. Các nước cũng cần một nghị quyết mới.\n"
    )
    facts = extract(read_bytes(text.encode(), "tin.txt"))
    assert [(one.id, one.title) for one in facts.documents] == [("171/NQ-CP", "dữ liệu mở"), ("103/NQ-CP", None)]
    assert [(one.subject, one.relation, one.object) for one in facts.relations] == [
        ("171/NQ-CP", "replaces", "103/NQ-CP")
    ]
    assert [(task.assignees, task.mandate, task.deliverable) for task in facts.tasks] == [
        (("Bộ Công an",), "171/NQ-CP", None),
        (("Các bộ, cơ quan ngang bộ",), "171/NQ-CP", None),
    ]


def test_a_council_s_numbers_share_its_issuer_and_end_on_their_day() -> None:
    text = (
        "Hà Tĩnh hỗ trợ chuyển đổi số\n22/12/2024\nHĐND tỉnh Hà Tĩnh khóa XVIII vừa thông qua Nghị quyết số "
        "155/2024/NQ-HĐND về dữ liệu. Nghị quyết này thay thế Nghị quyết số 86/2022/NQ-HĐND. Quyết định số 44/QĐ-UBND "
        "được áp dụng đến hết ngày 31/12/2026.\n"
    )
    found = extract(read_bytes(text.encode(), "tin.txt")).documents
    council = "Hội đồng nhân dân tỉnh Hà Tĩnh"
    assert [(one.id, one.issuer, one.date, one.expires) for one in found] == [
        ("155/2024/NQ-HĐND", council, None, None),
        ("86/2022/NQ-HĐND", council, None, None),
        ("44/QĐ-UBND", None, None, "2026-12-31"),
    ]


def test_what_is_so_by_a_document_up_to_a_day_does_not_end_the_document() -> None:
    text = "Mức phí theo Quyết định số 44/QĐ-UBND áp dụng đến hết ngày 31/12/2026. Quyết định số 45/QĐ-UBND hết hạn.\n"
    found = extract(read_bytes(f"Tin về phí\n22/12/2024\n{text}".encode(), "tin.txt")).documents
    assert [(one.id, one.expires) for one in found] == [("44/QĐ-UBND", None), ("45/QĐ-UBND", None)]


def test_two_councils_in_a_text_lend_no_number_their_name() -> None:
    text = (
        "Tin về dữ liệu\n22/12/2024\nHĐND tỉnh Hà Tĩnh thông qua Nghị quyết số 15/NQ-HĐND. HĐND tỉnh Lào Cai thông qua "
        "Nghị quyết số 16/NQ-HĐND. Nghị quyết số 17/NQ-HĐND thì chưa rõ.\n"
    )
    found = {one.id: one.issuer for one in extract(read_bytes(text.encode(), "tin.txt")).documents}
    assert found["17/NQ-HĐND"] is None


def test_what_a_chairman_signs_for_the_committee_is_the_committee_s() -> None:
    text = (
        "Tin về xã\n22/12/2024\nChủ tịch UBND xã Thanh An Lò Văn Thắng vừa ký ban hành Kế hoạch số 07/KH-UBND về dữ liệu. "
        "Kết luận thanh tra số 331/KL-TTCP chỉ ra 6 bộ chậm.\n"
    )
    found = extract(read_bytes(text.encode(), "tin.txt")).documents
    assert [(one.id, one.type, one.issuer) for one in found] == [
        ("07/KH-UBND", "plan", "Ủy ban nhân dân xã Thanh An"),
        ("331/KL-TTCP", "conclusion", "Thanh tra Chính phủ"),
    ]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Gửi kèm Báo cáo thẩm định số 245/BC-BTP ngày 20/8/2025 của Bộ Tư pháp.", ["245/BC-BTP"]),
        (
            "Gửi kèm Báo cáo thẩm định dự án Luật Dữ liệu của Bộ Tư pháp.",
            ["Báo cáo thẩm định dự án Luật Dữ liệu của Bộ Tư pháp", "Luật Dữ liệu"],
        ),
    ],
)
def test_a_report_with_a_number_has_no_second_name(text: str, ids: list[str]) -> None:
    assert [one.id for one in extract(read_bytes(text.encode(), "tin.txt")).documents] == ids


def test_a_headline_s_agreement_is_the_one_told_in_full() -> None:
    text = (
        "VNPT và UBND tỉnh Kon Tum ký thỏa thuận hợp tác giai đoạn 2021-2025\n30/03/2021\nUBND tỉnh Kon Tum và Tập đoàn "
        "VNPT ký kết Thỏa thuận hợp tác chiến lược về viễn thông giai đoạn 2021-2025.\n"
    )
    (document,) = extract(read_bytes(text.encode(), "tin.txt")).documents
    assert document.id == "Thỏa thuận hợp tác chiến lược về viễn thông giai đoạn 2021-2025"
