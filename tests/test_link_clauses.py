# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""Links whose documents stand in longer rows or clauses: short names between them, appositions, drafts told of by the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.folding import key
from loaders.relations import relations
from tests.texts import CHANGES, reading

Link = tuple[str, str, str]


def links(text: str) -> set[Link]:
    return {(r.subject, r.relation, r.object) for r in relations.state(reading(text))}


def carried(by: str, *what: str) -> set[Link]:
    return {(by, "implements", one) for one in what}


CENSUS = "Đề án phát triển ứng dụng dữ liệu về dân cư"
CASES: list[tuple[str, set[Link]]] = [
    # a short name in brackets, or an abbreviation in the title, does not end the row of what is carried out
    (f"Thực hiện Chỉ thị số 05/CT-TTg, Quyết định số 06/QĐ-TTg phê duyệt {CENSUS} (Đề án 06) và Nghị định số 87/2020/NĐ-CP, Bộ Tư pháp ban hành Kế hoạch số 77/KH-BTP.",
     {("06/QĐ-TTg", "approves", CENSUS), *carried("77/KH-BTP", "05/CT-TTg", "06/QĐ-TTg", "87/2020/NĐ-CP")}),
    ("Triển khai Kế hoạch số 15/KH-UBND của UBND tỉnh (Kế hoạch 15), Công văn số 220/STTTT-CĐS và Nghị quyết số 03-NQ/TU, huyện lập Kế hoạch số 99/KH-UBND.",
     carried("99/KH-UBND", "15/KH-UBND", "220/STTTT-CĐS", "03-NQ/TU")),
    ("Thực hiện Thông tư số 08/2025/TT-BNV quy định bộ tiêu chí công chức số (CCS) cho cấp xã (Thông tư 08), Chỉ thị số 11/CT-UBND, phường ra Kế hoạch số 31/KH-UBND.",
     carried("31/KH-UBND", "08/2025/TT-BNV", "11/CT-UBND")),
    # what a document carries out, told behind its title and a comma
    ("Bộ Y tế ban hành Quyết định số 88/QĐ-BYT phê duyệt Đề án bệnh án điện tử, cụ thể hoá Quyết định số 749/QĐ-TTg.",
     {("88/QĐ-BYT", "approves", "Đề án bệnh án điện tử"), *carried("88/QĐ-BYT", "749/QĐ-TTg")}),
    ("Tỉnh vừa có Quyết định số 91/QĐ-UBND phê duyệt Đề án bản đồ số, qua đó thể chế hóa Nghị quyết số 12-NQ/TU.",
     {("91/QĐ-UBND", "approves", "Đề án bản đồ số"), *carried("91/QĐ-UBND", "12-NQ/TU")}),
    ("Sở ra Kế hoạch số 27/KH-SGTVT về vé xe điện tử, bước đi đầu tiên nhằm hiện thực hóa Nghị quyết số 50/NQ-CP.", carried("27/KH-SGTVT", "50/NQ-CP")),
    ("Sở Công Thương có Kế hoạch số 19/KH-SCT về chợ số năm 2024, thực hiện Quyết định số 411/QĐ-TTg.", carried("19/KH-SCT", "411/QĐ-TTg")),
    # a draft that a body is at work on, is late with, or proposes
    ("Việc này nằm trong dự thảo Nghị định thay thế Nghị định số 45/2020/NĐ-CP mà Bộ Công an đang hoàn thiện.",
     {("Nghị định thay thế Nghị định số 45/2020/NĐ-CP", "replaces", "45/2020/NĐ-CP"), ("Nghị định thay thế Nghị định số 45/2020/NĐ-CP", "drafted_by", "Bộ Công an")}),
    ("Đây là dự án Luật Giao dịch số được Bộ Công Thương chuẩn bị từ năm ngoái.", {("Luật Giao dịch số", "drafted_by", "Bộ Công Thương")}),
    ("Bộ Xây dựng vẫn chưa trình dự thảo Nghị định về cơ sở dữ liệu nhà ở, dù hạn là tháng 6.", {("Nghị định về cơ sở dữ liệu nhà ở", "drafted_by", "Bộ Xây dựng")}),
    ("Đến nay Bộ Nội vụ chậm trình Nghị định quy định về vị trí việc làm số.", {("Nghị định quy định về vị trí việc làm số", "drafted_by", "Bộ Nội vụ")}),
    ("Phó Thủ tướng đồng ý với đề xuất của Bộ Y tế về xây dựng Đề án sổ sức khỏe điện tử.", {("Đề án sổ sức khỏe điện tử", "drafted_by", "Bộ Y tế")}),
    ("Chính phủ thống nhất đề nghị của Bộ Tư pháp về việc xây dựng Luật Kinh tế số.", {("Luật Kinh tế số", "drafted_by", "Bộ Tư pháp")}),
    ("Bộ Công an gửi dự thảo Nghị định về xác thực điện tử tới Bộ Tài chính để lấy ý kiến.", {("Nghị định về xác thực điện tử", "drafted_by", "Bộ Công an")}),
    # whose unit, in brackets
    ("Trung tâm Chuyển đổi số (đơn vị thuộc Sở Khoa học và Công nghệ) cử người trực.", {("Trung tâm Chuyển đổi số", "part_of", "Sở Khoa học và Công nghệ")}),
    # partly ended and partly changed is changed
    ("Nghị định số 9/2025/NĐ-CP sửa đổi, bổ sung, bãi bỏ một số điều của Nghị định số 5/2020/NĐ-CP.", {("09/2025/NĐ-CP", "amends", "05/2020/NĐ-CP")}),
    ("Thông tư số 9/2025/TT-BYT có hiệu lực từ hôm nay, sửa đổi khoản 2 và bãi bỏ Điều 7 Thông tư số 5/2020/TT-BYT.", {("09/2025/TT-BYT", "amends", "05/2020/TT-BYT")}),
    ("Thông tư số 9/2025/TT-BYT bãi bỏ Điều 7 Thông tư số 5/2020/TT-BYT.", {("09/2025/TT-BYT", "repeals", "05/2020/TT-BYT")}),
    # a programme as a document is also called
    ("Quyết định số 06/QĐ-TTg, hay còn gọi là Đề án 06, được 63 địa phương triển khai.", {("06/QĐ-TTg", "approves", "Đề án 06")}),
    # none of it
    ("Nghị định số 13/2023/NĐ-CP được Bộ Công an công bố rộng rãi trên cổng thông tin.", set()),
    ("Bộ Xây dựng chưa thực hiện Nghị định số 10/2022/NĐ-CP.", set()),
    ("Quốc hội xem xét dự án Luật Trí tuệ nhân tạo được Chính phủ trình tại kỳ họp này.", set()),
    ("Chuyên gia góp ý dự thảo Luật An ninh dữ liệu mà Bộ Công an nhận được từ các bộ.", set()),
    # in more words, either way round
    ("Thông tư số 18/2024/TT-BTTTT đã bị bãi bỏ một phần bởi Thông tư số 05/2025/TT-BKHCN.",
     {("05/2025/TT-BKHCN", "repeals", "18/2024/TT-BTTTT")}),
    ("Kế hoạch số 55/KH-UBND được thay bằng Kế hoạch số 71/KH-UBND ngày 12/5/2025.",
     {("71/KH-UBND", "replaces", "55/KH-UBND")}),
    ("Căn cứ để ban hành Quyết định số 27/2024/QĐ-UBND là Luật Giao dịch điện tử và Nghị định số 137/2024/NĐ-CP.",
     {("27/2024/QĐ-UBND", "based_on", "Luật Giao dịch điện tử"), ("27/2024/QĐ-UBND", "based_on", "137/2024/NĐ-CP")}),
    ("Dựa trên Nghị quyết số 57-NQ/TW, Chính phủ đã ra Nghị quyết số 71/NQ-CP.",
     {("71/NQ-CP", "based_on", "57-NQ/TW")}),
    ("Hướng dẫn Luật Dữ liệu có Nghị định số 165/2025/NĐ-CP và Thông tư số 12/2025/TT-BCA.",
     {("165/2025/NĐ-CP", "guides", "Luật Dữ liệu"), ("12/2025/TT-BCA", "guides", "Luật Dữ liệu")}),
    ("Việc hướng dẫn thi hành Nghị định số 45/2020/NĐ-CP được nêu trong Thông tư số 01/2023/TT-VPCP.",
     {("01/2023/TT-VPCP", "guides", "45/2020/NĐ-CP")}),
    ("Chương trình Chuyển đổi số tỉnh Yên Bái đến năm 2025 do UBND tỉnh phê duyệt tại Quyết định số 1186/QĐ-UBND.",
     {("1186/QĐ-UBND", "approves", "Chương trình Chuyển đổi số tỉnh Yên Bái đến năm 2025")}),
    ("Sự ra đời của Quyết định số 36/QĐ-TTg phê duyệt Quy hoạch hạ tầng thông tin và truyền thông thời kỳ 2021 - 2030 đã mở đường cho các trung tâm dữ liệu.",
     {("36/QĐ-TTg", "approves", "Quy hoạch hạ tầng thông tin và truyền thông thời kỳ 2021 - 2030")}),
    ("Kế hoạch số 88/KH-BNV của Bộ Nội vụ là bước triển khai Nghị quyết số 71/NQ-CP.",
     {("88/KH-BNV", "implements", "71/NQ-CP")}),
    ("Nhằm đưa Nghị quyết số 57-NQ/TW vào cuộc sống, Tỉnh ủy Nghệ An ban hành Chương trình hành động số 90-CTr/TU.",
     {("90-CTr/TU", "implements", "57-NQ/TW")}),
    ("Để cụ thể hóa Chiến lược dữ liệu quốc gia đến năm 2030, Bộ Công an đã ký Quyết định số 4011/QĐ-BCA.",
     {("4011/QĐ-BCA", "implements", "Chiến lược dữ liệu quốc gia đến năm 2030")}),
    ("Quyết định số 77/QĐ-UBND sửa đổi Quyết định số 14/QĐ-UBND, theo đó thời hạn hoàn thành lùi sang quý II.",
     {("77/QĐ-UBND", "amends", "14/QĐ-UBND")}),
    ("Điều 5 của Quyết định số 20/2023/QĐ-TTg được điều chỉnh theo Quyết định số 8/2025/QĐ-TTg.",
     {("08/2025/QĐ-TTg", "amends", "20/2023/QĐ-TTg")}),
    ("Bãi bỏ toàn bộ Thông tư số 22/2014/TT-BTTTT và Thông tư số 31/2015/TT-BTTTT là nội dung của Thông tư số 03/2025/TT-BKHCN.",
     {("03/2025/TT-BKHCN", "repeals", "22/2014/TT-BTTTT"), ("03/2025/TT-BKHCN", "repeals", "31/2015/TT-BTTTT")}),
    ("Theo Kế hoạch số 133/KH-UBND thực hiện Nghị quyết số 04-NQ/TU, mỗi xã có một điểm hỗ trợ.",
     {("133/KH-UBND", "implements", "04-NQ/TU")}),
    ("Nghị quyết số 17/NQ-CP (thay thế Nghị quyết số 36a/NQ-CP) đặt nền móng cho chính phủ điện tử.",
     {("17/NQ-CP", "replaces", "36a/NQ-CP")}),
    ("Nghị định số 30/2020/NĐ-CP - văn bản thay thế Nghị định số 110/2004/NĐ-CP - quy định cách trình bày.",
     {("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    ("Kết luận số 72-KL/TW được Thành ủy cụ thể hóa bằng Kế hoạch số 210-KH/TU.",
     {("210-KH/TU", "implements", "72-KL/TW")}),
    ("Nghị quyết số 131/NQ-CP được các bộ triển khai thông qua nhiều kế hoạch, trong đó có Kế hoạch số 45/KH-BTC.",
     {("45/KH-BTC", "implements", "131/NQ-CP")}),
    ("Kèm theo Quyết định số 2289/QĐ-TTg là Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư đến năm 2030.",
     {("2289/QĐ-TTg", "approves", "Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư đến năm 2030")}),
    ("Quyết định số 411/QĐ-TTg được ban hành trên cơ sở Quyết định số 749/QĐ-TTg.",
     {("411/QĐ-TTg", "based_on", "749/QĐ-TTg")}),
    ("Thông tư liên tịch số 02/2016/TTLT-BNV-BTP hết hiệu lực; thay vào đó là Thông tư số 07/2024/TT-BNV.",
     {("07/2024/TT-BNV", "replaces", "02/2016/TTLT-BNV-BTP")}),
    ("Nghị định quy định chi tiết Luật Công nghiệp công nghệ số sẽ được Bộ Khoa học và Công nghệ trình trong tháng 9.",
     {("Nghị định quy định chi tiết Luật Công nghiệp công nghệ số", "guides", "Luật Công nghiệp công nghệ số"), ("Nghị định quy định chi tiết Luật Công nghiệp công nghệ số", "drafted_by", "Bộ Khoa học và Công nghệ")}),
    ("Thông tư số 04/2024/TT-BTTTT, có hiệu lực từ 1/7/2024, bãi bỏ Thông tư số 21/2019/TT-BTTTT và sửa Điều 3 Thông tư số 18/2020/TT-BTTTT.",
     {("04/2024/TT-BTTTT", "repeals", "21/2019/TT-BTTTT"), ("04/2024/TT-BTTTT", "amends", "18/2020/TT-BTTTT")}),
    ("Nghị quyết số 214/NQ-CP ra đời thay cho Nghị quyết số 71/NQ-CP vốn không còn phù hợp.",
     {("214/NQ-CP", "replaces", "71/NQ-CP")}),
    ("UBND thành phố Huế cụ thể hóa Nghị quyết số 54-NQ/TW bằng Kế hoạch số 12/KH-UBND và Đề án Huế thông minh.",
     {("12/KH-UBND", "implements", "54-NQ/TW")}),
    ("Quyết định 749/QĐ-TTg, được bổ sung bởi Quyết định 146/QĐ-TTg, vẫn còn hiệu lực.",
     {("146/QĐ-TTg", "amends", "749/QĐ-TTg")}),
    ("Nghị quyết 52-NQ/TW là căn cứ để Chính phủ ban hành Nghị quyết 50/NQ-CP.",
     {("50/NQ-CP", "based_on", "52-NQ/TW")}),
    ("Chiến lược phát triển hạ tầng số Việt Nam đến năm 2030 (Quyết định số 1132/QĐ-TTg ngày 09/10/2024) đặt mục tiêu phổ cập 5G.",
     {("1132/QĐ-TTg", "approves", "Chiến lược phát triển hạ tầng số Việt Nam đến năm 2030")}),
    ("Tỉnh ủy ra Nghị quyết số 09-NQ/TU để lãnh đạo thực hiện Nghị quyết số 57-NQ/TW.",
     {("09-NQ/TU", "implements", "57-NQ/TW")}),
    ("Quyết định số 22/2025/QĐ-TTg chấm dứt hiệu lực của Quyết định số 45/2018/QĐ-TTg.",
     {("22/2025/QĐ-TTg", "repeals", "45/2018/QĐ-TTg")}),
    ("Một số điều của Nghị định số 73/2019/NĐ-CP đã được Nghị định số 82/2024/NĐ-CP sửa đổi, bổ sung.",
     {("82/2024/NĐ-CP", "amends", "73/2019/NĐ-CP")}),
    ("Nghị định số 82/2024/NĐ-CP được Thông tư số 16/2024/TT-BTTTT hướng dẫn về định mức.",
     {("16/2024/TT-BTTTT", "guides", "82/2024/NĐ-CP")}),
    ("Việc ban hành Nghị quyết số 193/2025/QH15 nhằm kịp thời thể chế hóa Nghị quyết số 57-NQ/TW.",
     {("193/2025/QH15", "implements", "57-NQ/TW")}),
    ("Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 thay Luật Khoa học và Công nghệ số 29/2013/QH13.",
     {("93/2025/QH15", "replaces", "29/2013/QH13")}),
    ("Trung tâm Dữ liệu quốc gia là đơn vị trực thuộc Bộ Công an.",
     {("Trung tâm Dữ liệu quốc gia", "part_of", "Bộ Công an")}),
    ("Sở Thông tin và Truyền thông được sáp nhập với Sở Khoa học và Công nghệ.",
     {("Sở Thông tin và Truyền thông", "merged_into", "Sở Khoa học và Công nghệ")}),
    ("Cục Chuyển đổi số quốc gia, nay thuộc Bộ Khoa học và Công nghệ, tiếp tục vận hành cổng dữ liệu.",
     {("Cục Chuyển đổi số quốc gia", "part_of", "Bộ Khoa học và Công nghệ")}),
    ("Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới, xã có 3 sản phẩm; Quyết định số 5/QĐ-UBND công nhận 2 sản phẩm.", set()),
    ("Nghị quyết số 131/NQ-CP được các bộ triển khai qua Cổng dịch vụ công; Quyết định số 12/QĐ-TTg thì chưa.", set()),
    ("Luật Dữ liệu có Điều 5 quy định khác với Nghị định số 47/2020/NĐ-CP.", set()),
    ("Hướng dẫn của Bộ về Nghị định số 13/2023/NĐ-CP có trên cổng thông tin.", set()),
    ("Công văn số 1500/BTTTT-CĐSQG đề nghị các tỉnh thực hiện Quyết định số 17/QĐ-UBQGCĐS.", set()),
    # who issued it stands between; its day of force before a second verb
    ("Thông tư số 18/2022/TT-BTTTT do Bộ trưởng Bộ Thông tin và Truyền thông ký ban hành hướng dẫn thi hành một số nội dung của Nghị định số 27/2018/NĐ-CP, "
     "có hiệu lực từ ngày 15/1/2023 và thay cho Thông tư số 09/2014/TT-BTTTT.",
     {("18/2022/TT-BTTTT", "guides", "27/2018/NĐ-CP"), ("18/2022/TT-BTTTT", "replaces", "09/2014/TT-BTTTT")}),
    # of a circular that the sentence does not name
    ("Thông tư này có hiệu lực từ ngày 1/10/2023, thay thế Thông tư số 22/2014/TT-BTTTT và bãi bỏ Điều 5 Thông tư số 06/2017/TT-BTTTT.", set()),
    ("Nghị quyết số 71/NQ-CP của Chính phủ đã cập nhật, sửa đổi Chương trình hành động ban hành kèm theo Nghị quyết số 03/NQ-CP.",
     {("71/NQ-CP", "amends", "03/NQ-CP")}),
    ("Nghị quyết số 71/NQ-CP sửa đổi cách tính theo Nghị quyết số 03/NQ-CP.", set()),
    ("Kế hoạch số 55/KH-UBND triển khai thực hiện đồng thời Nghị quyết số 57-NQ/TW và Nghị quyết số 03/NQ-CP.",
     {("55/KH-UBND", "implements", "57-NQ/TW"), ("55/KH-UBND", "implements", "03/NQ-CP")}),
    # what a programme is made on
    ("Đề án số hóa bảo tàng tỉnh được xây dựng trên cơ sở Nghị quyết số 08-NQ/TU và cụ thể hóa Quyết định số 131/QĐ-TTg.",
     {("Đề án số hóa bảo tàng tỉnh", "based_on", "08-NQ/TU"), ("Đề án số hóa bảo tàng tỉnh", "implements", "131/QĐ-TTg")}),
    ("Đề án số hóa bảo tàng tỉnh được xây dựng song song với Nghị quyết số 08-NQ/TU.", set()),
    # the decision replaces, not its scheme
    ("UBND tỉnh ban hành Quyết định số 412/QĐ-UBND phê duyệt Đề án số hóa bảo tàng giai đoạn 2024-2026, thay thế Quyết định số 1205/QĐ-UBND.",
     {("412/QĐ-UBND", "approves", "Đề án số hóa bảo tàng giai đoạn 2024-2026"), ("412/QĐ-UBND", "replaces", "1205/QĐ-UBND")}),
    ("Để quy định chi tiết một số điều của Luật Giao dịch điện tử về chữ ký điện tử, Chính phủ đã ban hành Nghị định số 23/2025/NĐ-CP.",
     {("23/2025/NĐ-CP", "guides", "Luật Giao dịch điện tử")}),
    # whose scheme it is
    ("Thực hiện Đề án 06 của Chính phủ, UBND thành phố Hải Phòng đã ban hành Kế hoạch số 88/KH-UBND.",
     {("88/KH-UBND", "implements", "Đề án 06")}),
    # a body told of by another that it belongs to
    ("Cục Chuyển đổi số quốc gia, đơn vị trực thuộc Bộ Khoa học và Công nghệ, được thành lập trên cơ sở hợp nhất Cục Bưu chính và Cục Viễn thông.",
     {("Cục Chuyển đổi số quốc gia", "part_of", "Bộ Khoa học và Công nghệ"), ("Cục Bưu chính", "merged_into", "Cục Chuyển đổi số quốc gia"),
      ("Cục Viễn thông", "merged_into", "Cục Chuyển đổi số quốc gia")}),
    # a number like a year
    ("Dự án cơ sở dữ liệu quốc gia về dân cư được Thủ tướng phê duyệt tại Quyết định 2083 năm 2015.",
     {("2083/QĐ-TTg", "approves", "Dự án cơ sở dữ liệu quốc gia về dân cư")}),
    # the programme spoken of; what a plan's name names within
    ("Bộ Công an chủ trì Đề án 06. Tỉnh ban hành Kế hoạch số 21/KH-UBND ngày 10/2/2022 triển khai Đề án.", {("21/KH-UBND", "implements", "Đề án 06")}),
    ("Bộ Công an chủ trì Đề án 06. Tỉnh ban hành Kế hoạch số 21/KH-UBND về kiểm tra Đề án.", set()),
    ("Bộ trưởng ký Quyết định số 1345/QĐ-BTTTT ban hành Kế hoạch triển khai Quyết định số 411/QĐ-TTg phê duyệt Chiến lược quốc gia phát triển kinh tế số đến năm 2025.",
     {("1345/QĐ-BTTTT", "implements", "411/QĐ-TTg"), ("411/QĐ-TTg", "approves", "Chiến lược quốc gia phát triển kinh tế số đến năm 2025"),
      ("1345/QĐ-BTTTT", "approves", "Kế hoạch triển khai Quyết định số 411/QĐ-TTg phê duyệt Chiến lược quốc gia phát triển kinh tế số đến năm 2025")}),
    ("UBND tỉnh đã cụ thể hóa Nghị quyết 09-NQ/TU bằng Đề án số hóa bảo tàng tỉnh giai đoạn 2022-2025.",
     {("Đề án số hóa bảo tàng tỉnh giai đoạn 2022-2025", "implements", "09-NQ/TU")}),
    ("UBND tỉnh đã trả lời về Nghị quyết 09-NQ/TU bằng Đề án số hóa bảo tàng tỉnh giai đoạn 2022-2025.", set()),
    # a draft that takes the place of two
    ("Bộ Thông tin và Truyền thông đang lấy ý kiến dự thảo Nghị định thay thế Nghị định số 72/2013/NĐ-CP và Nghị định số 27/2018/NĐ-CP về Internet.",
     {("Nghị định thay thế Nghị định số 72/2013/NĐ-CP", "drafted_by", "Bộ Thông tin và Truyền thông"),
      ("Nghị định thay thế Nghị định số 72/2013/NĐ-CP", "replaces", "72/2013/NĐ-CP"),
      ("Nghị định thay thế Nghị định số 72/2013/NĐ-CP", "replaces", "27/2018/NĐ-CP")}),
    # bodies of other kinds where the text says whose they are; who is moved under another
    ("Ban Cơ yếu Chính phủ trực thuộc Bộ Quốc phòng.", {("Ban Cơ yếu Chính phủ", "part_of", "Bộ Quốc phòng")}),
    ("Ban Cơ yếu Chính phủ, Bộ Quốc phòng cùng dự họp.", set()),
    ("Cục An toàn thông tin được chuyển giao về Bộ Công an.", {("Cục An toàn thông tin", "part_of", "Bộ Công an")}),
    ("Cục An toàn thông tin chuyển báo cáo về Bộ Công an.", set()),
    # a law of a year is in force, and not what is being written
    ("Bộ Công an chủ trì soạn thảo Luật An ninh dữ liệu, hợp nhất Luật Căn cước năm 2023.", {("Luật An ninh dữ liệu", "drafted_by", "Bộ Công an")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_links(text: str, wanted: set[Link]) -> None:
    assert links(text) == wanted


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_links_in_every_printing(text: str, wanted: set[Link], change: Callable[[str], str]) -> None:
    assert {tuple(map(key, link)) for link in links(change(text))} == {tuple(map(key, link)) for link in wanted}
