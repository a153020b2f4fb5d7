# ruff: noqa: E501  # a row of a case table holds a whole sentence
"""Links between documents, programmes and agencies: verb and direction, nested subjects, the frame of official texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.folding import key
from loaders.extract import extract
from loaders.read import read_bytes
from loaders.relations import relations
from tests.texts import CHANGES, reading

Link = tuple[str, str, str]


def links(text: str) -> set[Link]:
    return {(r.subject, r.relation, r.object) for r in relations.state(reading(text))}


DATA = "Chiến lược dữ liệu quốc gia đến năm 2030"
LINKS: list[tuple[str, set[Link]]] = [
    # approves: in the subject, by a clause, turned round, in brackets
    (f"Quyết định số 142/QĐ-TTg ngày 02/02/2024 của Thủ tướng Chính phủ về phê duyệt {DATA}.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"Quyết định số 142/QĐ-TTg đã phê duyệt {DATA}.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"Việc chia sẻ dữ liệu theo {DATA} đã được phê duyệt tại Quyết định số 142/QĐ-TTg.", {("142/QĐ-TTg", "approves", DATA)}),
    ("Quyết định số 142/QĐ-TTg của Thủ tướng Chính phủ phê duyệt “Chiến lược dữ liệu quốc gia đến năm 2030” là nền tảng.",
     {("142/QĐ-TTg", "approves", DATA)}),
    # what became a body's own unit
    ("Bảo hiểm xã hội Việt Nam trở thành đơn vị trực thuộc Bộ Tài chính.",
     {("Bảo hiểm xã hội Việt Nam", "part_of", "Bộ Tài chính")}),
    ("Kho bạc Nhà nước trở thành khách hàng của Bộ Tài chính.", set()),
    # behind the short name in a bracket; after a comma
    (f"{DATA} (sau đây gọi là Chiến lược) được phê duyệt tại Quyết định số 142/QĐ-TTg.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"{DATA}, ban hành kèm theo Quyết định số 142/QĐ-TTg, có 6 mục tiêu.", {("142/QĐ-TTg", "approves", DATA)}),
    ("Hưởng ứng phong trào thi đua “Cả nước chung tay vì người nghèo” (theo Quyết định số 1691/QĐ-TTg năm 2021), xã góp quỹ.",
     {("1691/QĐ-TTg", "approves", "Phong trào thi đua Cả nước chung tay vì người nghèo")}),
    # nested subjects: each citation goes to the verb before it
    ("Kế hoạch số 47/KH-UBND ngày 06/3/2023 của Ủy ban nhân dân tỉnh về thực hiện Nghị quyết số 38/NQ-HĐND ngày 08/12/2022 của "
     "Hội đồng nhân dân tỉnh và Chương trình số 21-CTr/TU ngày 15/02/2023 của Tỉnh ủy về thực hiện Nghị quyết số 29-NQ/TW "
     "ngày 17/11/2022 của Trung ương đã giao việc tới từng xã.",
     {("47/KH-UBND", "implements", "38/NQ-HĐND"), ("47/KH-UBND", "implements", "21-CTr/TU"), ("21-CTr/TU", "implements", "29-NQ/TW")}),
    # what a title ends before, and several that are replaced; the plan replaces, not what it carries out
    ("Chính phủ ban hành Nghị định số 52/2024/NĐ-CP về thanh toán số, thay thế Nghị định số 101/2012/NĐ-CP và Nghị định số 80/2016/NĐ-CP. "
     "Căn cứ Nghị định này, Thống đốc ký Thông tư số 15/2024/TT-NHNN.",
     {("52/2024/NĐ-CP", "replaces", "101/2012/NĐ-CP"), ("52/2024/NĐ-CP", "replaces", "80/2016/NĐ-CP"),
      ("15/2024/TT-NHNN", "based_on", "52/2024/NĐ-CP")}),
    ("Sở Y tế sẽ trình Kế hoạch mở dữ liệu thực hiện Nghị quyết số 57-NQ/TW thay thế Kế hoạch số 45/KH-UBND.",
     {("Kế hoạch mở dữ liệu thực hiện Nghị quyết số 57-NQ/TW", "implements", "57-NQ/TW"),
      ("Kế hoạch mở dữ liệu thực hiện Nghị quyết số 57-NQ/TW", "drafted_by", "Sở Y tế"),
      ("Kế hoạch mở dữ liệu thực hiện Nghị quyết số 57-NQ/TW", "replaces", "45/KH-UBND")}),
    # behind a document alone in brackets, of another kind too, with one verb more
    ("Rà soát theo Quyết định số 20/2020/QĐ-TTg (thay thế Thông tư số 10/2016/TT-BTTTT).", {("20/2020/QĐ-TTg", "replaces", "10/2016/TT-BTTTT")}),
    ("Chính phủ ban hành Nghị định số 137/2024/NĐ-CP về giao dịch, Nghị định số 23/2025/NĐ-CP về chữ ký số (thay thế Nghị định số 130/2018/NĐ-CP, "
     "bãi bỏ Nghị định số 48/2024/NĐ-CP).",
     {("23/2025/NĐ-CP", "replaces", "130/2018/NĐ-CP"), ("23/2025/NĐ-CP", "repeals", "48/2024/NĐ-CP")}),
    # abbreviated, with the year
    ("Bộ Công an soạn thảo Nghị định thay thế NĐ 53/2022 về an ninh mạng.",
     {("Nghị định thay thế NĐ 53/2022 về an ninh mạng", "drafted_by", "Bộ Công an"),
      ("Nghị định thay thế NĐ 53/2022 về an ninh mạng", "replaces", "53/2022/NĐ-CP")}),
    # two passives of one document; by whom it is guided
    ("Nghị quyết số 193/2025/QH15 được Chính phủ hướng dẫn bằng Nghị định số 88/2025/NĐ-CP và sau này được thay thế bởi Luật số 93/2025/QH15.",
     {("88/2025/NĐ-CP", "guides", "193/2025/QH15"), ("93/2025/QH15", "replaces", "193/2025/QH15")}),
    # made concrete, behind what a document is
    ("Nghị quyết số 01-NQ/TU là nghị quyết đầu tiên, được cụ thể hóa bằng Kế hoạch số 18/KH-UBND.",
     {("18/KH-UBND", "implements", "01-NQ/TU")}),
    # a name in quotation marks before what approves it
    ("Ngày 3/6/2020, Thủ tướng phê duyệt \"Chương trình số hóa thư viện công đến năm 2027\" tại Quyết định số 749/QĐ-TTg.",
     {("749/QĐ-TTg", "approves", "Chương trình số hóa thư viện công đến năm 2027")}),
    # of whom it was before a merger
    ("Quyết định số 12/QĐ-UBND có hiệu lực từ ngày 1/8/2025 và thay thế Quyết định số 33/QĐ-UBND của UBND tỉnh Đắk Nông (trước sáp nhập) về việc lập tổ số; "
     "Quyết định số 40/QĐ-UBND của UBND tỉnh Bình Thuận.",
     {("12/QĐ-UBND", "replaces", "33/QĐ-UBND"), ("12/QĐ-UBND", "replaces", "40/QĐ-UBND")}),
    # a part of one in a row
    ("Quyết định số 12/2025/QĐ-UBND bãi bỏ Quyết định số 33/2019/QĐ-UBND và một phần Quyết định số 40/2020/QĐ-UBND.",
     {("12/2025/QĐ-UBND", "repeals", "33/2019/QĐ-UBND"), ("12/2025/QĐ-UBND", "repeals", "40/2020/QĐ-UBND")}),
    # laws that are each amended amend none
    ("Bộ Tư pháp soạn luật sửa đổi hai luật gồm: Luật Sở hữu trí tuệ sửa đổi, Luật Công nghệ cao sửa đổi.", set()),
    # amends, both ways round
    ("Nghị định số 09/2010/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 110/2004/NĐ-CP.", {("09/2010/NĐ-CP", "amends", "110/2004/NĐ-CP")}),
    ("Nghị định số 15/2020/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 14/2022/NĐ-CP.", {("14/2022/NĐ-CP", "amends", "15/2020/NĐ-CP")}),
    # where it is amended stands between
    ("Điều 12 Nghị định số 25/2014/NĐ-CP, được sửa đổi bởi điểm c khoản 3 Điều 18 Nghị định số 60/2021/NĐ-CP nay đọc khác.",
     {("60/2021/NĐ-CP", "amends", "25/2014/NĐ-CP")}),
    ("Căn cứ Thông tư số 16/2019/TT-BYT quy định mẫu sổ khám bệnh của trạm xá, nhà thuốc được sửa đổi, bổ sung bởi Thông tư số 08/2024/TT-BYT;",
     {("08/2024/TT-BYT", "amends", "16/2019/TT-BYT")}),
    # measures "để tổ chức, hướng dẫn thi hành": the title goes on
    ("Nghị định số 62/2021/NĐ-CP quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật Cư trú.",
     {("62/2021/NĐ-CP", "guides", "Luật Cư trú")}),
    # a council's term between its name and the subject
    ("Nghị quyết số 31/NQ-HĐND 16 ngày 09/7/2019 của Hội đồng nhân dân thành phố khóa XVI phê duyệt đề án số hóa kho lưu trữ giai đoạn 2019-2024.",
     {("31/NQ-HĐND16", "approves", "Đề án số hóa kho lưu trữ giai đoạn 2019-2024")}),
    # a law that amends another by its own name, whose number stands after the name of that other
    ("Căn cứ Luật Căn cước số 26/2023/QH15; Luật Sửa đổi, bổ sung một số điều của Luật Căn cước số 87/2025/QH15;", {("87/2025/QH15", "amends", "26/2023/QH15")}),
    # replaces and repeals
    # two of different kinds that replace one together, be it told with "này" or "cùng với"; not what is only rested on
    ("Nghị định số 30/2020/NĐ-CP về văn thư. Thông tư số 05/2021/TT-BNV và Nghị định này thay thế Nghị định số 110/2004/NĐ-CP.",
     {("05/2021/TT-BNV", "replaces", "110/2004/NĐ-CP"), ("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    ("Nghị định số 30/2020/NĐ-CP về văn thư. Nghị định này và Thông tư số 05/2021/TT-BNV thay thế Nghị định số 110/2004/NĐ-CP.",
     {("05/2021/TT-BNV", "replaces", "110/2004/NĐ-CP"), ("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    ("Nghị định số 30/2020/NĐ-CP về văn thư. Nghị định này cùng với Thông tư số 05/2021/TT-BNV bãi bỏ Nghị định số 110/2004/NĐ-CP.",
     {("05/2021/TT-BNV", "repeals", "110/2004/NĐ-CP"), ("30/2020/NĐ-CP", "repeals", "110/2004/NĐ-CP")}),
    ("Quyết định số 41/QĐ-UBND, Thông tư số 05/2021/TT-BNV và Nghị định số 30/2020/NĐ-CP đã thay thế Nghị định số 110/2004/NĐ-CP.",
     {("41/QĐ-UBND", "replaces", "110/2004/NĐ-CP"), ("05/2021/TT-BNV", "replaces", "110/2004/NĐ-CP"), ("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    ("Theo Luật số 60/2024/QH15 và Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.", {("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    ("Luật số 60/2024/QH15, Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.", {("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    ("Thông tư số 05/2021/TT-BNV và Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP còn hiệu lực.", {("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    # the one that the text is about, not the one in which something was set
    ("Bộ Y tế ban hành Chỉ thị số 7/CT-BYT, thực hiện việc được giao tại Chỉ thị số 9/CT-TTg. Chỉ thị này thay thế Chỉ thị số 3/CT-BYT.",
     {("07/CT-BYT", "replaces", "03/CT-BYT")}),
    ("Nghị định số 30/2020/NĐ-CP về công tác văn thư. Nghị định này thay thế Nghị định số 110/2004/NĐ-CP.", {("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")}),
    ("Quyết định số 14/2023/QĐ-UBND có hiệu lực từ ngày 15/6/2023 và bãi bỏ Quyết định số 40/2016/QĐ-UBND.", {("14/2023/QĐ-UBND", "repeals", "40/2016/QĐ-UBND")}),
    # what a document put into force goes with it, also where several are listed under one word; a part of it does not
    ("Quyết định số 41/QĐ-UBND thay thế cho bảng giá đất giai đoạn 2020-2024 ban hành kèm theo Quyết định số 12/QĐ-UBND.",
     {("41/QĐ-UBND", "replaces", "12/QĐ-UBND")}),
    ("Nghị quyết số 7/NQ-HĐND hủy bỏ kế hoạch đầu tư công đã được thông qua tại Nghị quyết số 30/NQ-HĐND ngày 1/12/2020.",
     {("07/NQ-HĐND", "repeals", "30/NQ-HĐND")}),
    ("Quyết định số 41/QĐ-SYT có hiệu lực từ ngày ký và thay thế quy trình khám bệnh được Giám đốc công bố tại các Quyết định: Số 5/QĐ-SYT ngày 2/3/2019, số 6/QĐ-SYT ngày 4/5/2020.",
     {("41/QĐ-SYT", "replaces", "05/QĐ-SYT"), ("41/QĐ-SYT", "replaces", "06/QĐ-SYT")}),
    ("Thông tư số 9/2025/TT-BYT thay thế Phụ lục II ban hành kèm theo Thông tư số 26/2019/TT-BYT.", set()),
    ("Theo Thông tư số 9/2025/TT-BYT, danh mục thuốc ban hành kèm theo Thông tư số 26/2019/TT-BYT vẫn được áp dụng.", set()),
    # guides
    ("Thông tư số 05/2021/TT-BNV hướng dẫn thi hành vài điểm khó của Nghị định số 34/2019/NĐ-CP.", {("05/2021/TT-BNV", "guides", "34/2019/NĐ-CP")}),
    ("Nghị định số 163/2024/NĐ-CP quy định chi tiết một số điều và biện pháp thi hành Luật Viễn thông.", {("163/2024/NĐ-CP", "guides", "Luật Viễn thông")}),
    # rests on, said in prose
    ("Quyết định này căn cứ vào báo cáo; Quyết định số 274/QĐ-TTg căn cứ Nghị định số 61/2018/NĐ-CP và Nghị quyết số 17/NQ-CP.",
     {("274/QĐ-TTg", "based_on", "61/2018/NĐ-CP"), ("274/QĐ-TTg", "based_on", "17/NQ-CP")}),
    # the sentence says what is carried out, then what is issued
    ("Thực hiện Nghị quyết số 17/NQ-CP, Bộ Nội vụ đã ban hành Quyết định số 120/QĐ-BNV.", {("120/QĐ-BNV", "implements", "17/NQ-CP")}),
    # drafting
    ("Bộ Công an đang soạn thảo Nghị định về bảo vệ dữ liệu cá nhân.", {("Nghị định về bảo vệ dữ liệu cá nhân", "drafted_by", "Bộ Công an")}),
    ("Chương trình bảo tồn di sản số (ban hành theo Quyết định số 206/QĐ-TTg) đặt mục tiêu cao.", {("206/QĐ-TTg", "approves", "Chương trình bảo tồn di sản số")}),
    ("Theo Quyết định số 749/QĐ-TTg ngày 03/6/2020, Thủ tướng Chính phủ đã phê duyệt Chương trình chuyển đổi số quốc gia đến năm 2025.",
     {("749/QĐ-TTg", "approves", "Chương trình chuyển đổi số quốc gia đến năm 2025")}),
    (f"{DATA} theo Quyết định số 142/QĐ-TTg của Thủ tướng nêu rõ ba mục tiêu.", {("142/QĐ-TTg", "approves", DATA)}),
    ("Đề án 06 được Thủ tướng Chính phủ phê duyệt ngày 06/01/2022 tại Quyết định số 06/QĐ-TTg.", {("06/QĐ-TTg", "approves", "Đề án 06")}),
    ("Theo Mục II Quyết định số 518/QĐ-BYT năm 2021 quy định mục tiêu đến năm 2028 của Chiến lược bệnh án điện tử như sau.",
     {("518/QĐ-BYT", "approves", "Chiến lược bệnh án điện tử")}),
    ("Kế hoạch hành động số hóa di sản năm 2024 (Kế hoạch di sản) ban hành kèm theo Quyết định số 699/QĐ-BTTTT nêu bốn việc.",
     {("699/QĐ-BTTTT", "approves", "Kế hoạch hành động số hóa di sản năm 2024")}),
    # what stands between the plan and the programme is another document
    ("Tại Kế hoạch số 19-KH/TU, Quyết định số 640/QĐ-UBND về ban hành Kế hoạch số hóa hộ tịch toàn tỉnh.",
     {("640/QĐ-UBND", "approves", "Kế hoạch số hóa hộ tịch toàn tỉnh")}),
    # a plan that carries out a programme under a directive: the directive approves nothing
    ("Các tỉnh thực hiện Đề án 06 theo Chỉ thị số 04/CT-TTg của Thủ tướng.", set()),
    # who has finished a draft, or proposes something in it, writes it; who comments on it does not
    ("Bộ Tài chính vừa hoàn thành dự thảo Nghị định về hóa đơn điện tử.", {("Nghị định về hóa đơn điện tử", "drafted_by", "Bộ Tài chính")}),
    # of a paragraph's own document, not of the draft that an earlier paragraph names
    ("Bộ Nội vụ xây dựng dự thảo Nghị định về chữ ký số công vụ.\n\nNghị định số 13/2023/NĐ-CP có hiệu lực từ hôm nay. Dự thảo Nghị định này do Bộ Công an xây dựng.",
     {("Nghị định về chữ ký số công vụ", "drafted_by", "Bộ Nội vụ"), ("13/2023/NĐ-CP", "drafted_by", "Bộ Công an")}),
    ("Trong dự thảo Nghị định về chữ ký số, Bộ Nội vụ đề xuất bỏ bản giấy.", {("Nghị định về chữ ký số", "drafted_by", "Bộ Nội vụ")}),
    ("Góp ý vào dự thảo Nghị định về chữ ký số, Bộ Tư pháp đề xuất bỏ bản giấy.", set()),
    # one called by a number only is approved by the document of that number
    ("Quy chế làm việc của Ban Chỉ đạo cải cách hành chính và Đề án 06 theo Quyết định số 995/QĐ-BCĐ có gì mới?", set()),
    # carried out: the purpose of issuing, "cụ thể hóa", a decree "thi hành" its law
    ("Nghị quyết số 71/NQ-CP được Chính phủ ban hành nhằm triển khai Nghị quyết số 57-NQ/TW của Bộ Chính trị.", {("71/NQ-CP", "implements", "57-NQ/TW")}),
    ("Chính phủ đã ban hành Nghị quyết số 71/NQ-CP để thực hiện Nghị quyết số 57-NQ/TW.", {("71/NQ-CP", "implements", "57-NQ/TW")}),
    ("Kế hoạch số 12/KH-UBND cụ thể hóa Nghị quyết số 57-NQ/TW trên địa bàn tỉnh.", {("12/KH-UBND", "implements", "57-NQ/TW")}),
    ("Luật Căn cước và Nghị định số 70/2024/NĐ-CP thi hành Luật này chưa quy định mức thu.", {("70/2024/NĐ-CP", "implements", "Luật Căn cước")}),
    # whose draft: made public, put to comment, the draft "of" a ministry, a document only proposed, several in a row
    ("Bộ Công an công bố dự thảo Luật Căn cước (sửa đổi) để lấy ý kiến nhân dân.", {("Luật Căn cước (sửa đổi)", "drafted_by", "Bộ Công an")}),
    ("Bộ Tư pháp vừa đưa ra lấy ý kiến dự thảo Nghị định về đăng ký biện pháp bảo đảm.", {("Nghị định về đăng ký biện pháp bảo đảm", "drafted_by", "Bộ Tư pháp")}),
    ("Theo dự thảo thông tư của Bộ Y tế quy định thời hạn lưu bệnh án số, mức phạt được giảm.",
     {("Thông tư của Bộ Y tế quy định thời hạn lưu bệnh án số", "drafted_by", "Bộ Y tế")}),
    ("Bộ Tài chính đề xuất xây dựng Nghị định về tài sản mã hóa tại Việt Nam.", {("Nghị định về tài sản mã hóa tại Việt Nam", "drafted_by", "Bộ Tài chính")}),
    ("Bộ Nội vụ nghiên cứu xây dựng các nghị định về vị trí việc làm của công chức, viên chức, đánh giá cán bộ và chế độ tiền lương.",
     {(f"Nghị định về {what}", "drafted_by", "Bộ Nội vụ") for what in ("vị trí việc làm của công chức, viên chức", "đánh giá cán bộ", "chế độ tiền lương")}),
    # a scheme that a body submits is its draft; one that it is told to carry out is not
    ("Phó Thủ tướng giao Bộ Nội vụ trình Thủ tướng Đề án phát triển nhân lực công nghệ số trong quý II.",
     {("Đề án phát triển nhân lực công nghệ số", "drafted_by", "Bộ Nội vụ")}),
    ("Bộ Nội vụ triển khai Đề án phát triển nhân lực công nghệ số tại các tỉnh.", set()),
    # giving comments is not drafting
    ("Bộ Tư pháp góp ý kiến cho dự thảo Nghị định về định danh điện tử của công dân.", set()),
    # whose unit
    ("Ông An, Phó Cục trưởng Cục Tin học hóa, Bộ Thông tin và Truyền thông, cho biết kết quả.", {("Cục Tin học hóa", "part_of", "Bộ Thông tin và Truyền thông")}),
    ("Đại diện Cục Viễn thông thuộc Bộ Thông tin và Truyền thông trả lời báo chí.", {("Cục Viễn thông", "part_of", "Bộ Thông tin và Truyền thông")}),
    # beside each other without a word between, and in brackets after the ministry
    ("Theo Cục Kiểm soát thủ tục hành chính Văn phòng Chính phủ, việc kết nối đã xong.", {("Cục Kiểm soát thủ tục hành chính", "part_of", "Văn phòng Chính phủ")}),
    ("Bộ Khoa học và Công nghệ (Cục Chuyển đổi số quốc gia) tổng hợp kết quả.", {("Cục Chuyển đổi số quốc gia", "part_of", "Bộ Khoa học và Công nghệ")}),
    ("Công ty VNPT-IT thuộc Tập đoàn Bưu chính Viễn thông Việt Nam dựng nền tảng.", {("Công ty VNPT-IT", "part_of", "Tập đoàn Bưu chính Viễn thông Việt Nam")}),
    # an abbreviation in brackets between the two
    ("Cục Cảnh sát đăng ký, quản lý cư trú và dữ liệu quốc gia về dân cư (C 72), Bộ Công an trả lời.",
     {("Cục Cảnh sát đăng ký, quản lý cư trú và dữ liệu quốc gia về dân cư", "part_of", "Bộ Công an")}),
    # what the first article of a ministry's decree says
    ("Bộ Xây dựng là cơ quan của Chính phủ, trông coi nhà ở và hạ tầng đô thị.", {("Bộ Xây dựng", "part_of", "Chính phủ")}),
    # beside a person's name
    ("Người trực đường dây nóng: đồng chí Hoàng Thị Lan, Cục Chuyển đổi số - Cơ yếu, Văn phòng Trung ương Đảng, máy lẻ 214.",
     {("Cục Chuyển đổi số - Cơ yếu", "part_of", "Văn phòng Trung ương Đảng")}),
    # succession
    ("Ủy ban Quốc gia về Nhà ở được kiện toàn từ Ban Chỉ đạo Nhà ở xã hội.",
     {("Ủy ban Quốc gia về Nhà ở", "succeeds", "Ban Chỉ đạo Nhà ở xã hội")}),
    ("Phó Thủ tướng đồng ý thành lập Ủy ban Quốc gia về Khoáng sản trên cơ sở kiện toàn Ủy ban Quốc gia về Nhà ở.",
     {("Ủy ban Quốc gia về Khoáng sản", "succeeds", "Ủy ban Quốc gia về Nhà ở")}),
    ("Năm 2007 Quốc hội đổi tên Bộ Bưu chính, Viễn thông thành Bộ Thông tin và Truyền thông.",
     {("Bộ Thông tin và Truyền thông", "succeeds", "Bộ Bưu chính, Viễn thông")}),
    # one body split in two, one merged with another
    ("Năm 1983, Ủy ban Thống kê Nhà nước tách thành hai cơ quan: Ủy ban Thống kê và Giá cả Nhà nước và Viện Khoa học Dân số Việt Nam.",
     {("Ủy ban Thống kê và Giá cả Nhà nước", "succeeds", "Ủy ban Thống kê Nhà nước"),
      ("Viện Khoa học Dân số Việt Nam", "succeeds", "Ủy ban Thống kê Nhà nước")}),
    ("Bộ Giao thông vận tải sáp nhập với Bộ Xây dựng từ mùa xuân.",
     {("Bộ Giao thông vận tải", "merged_into", "Bộ Xây dựng")}),
    # a ministry that takes another in keeps its own name
    ("Bộ Khoa học và Công nghệ được thành lập trên cơ sở hợp nhất Bộ Thông tin và Truyền thông và Bộ Khoa học và Công nghệ.",
     {("Bộ Thông tin và Truyền thông", "merged_into", "Bộ Khoa học và Công nghệ")}),
    ("Bộ Kế hoạch và Đầu tư được hợp nhất vào Bộ Tài chính.", {("Bộ Kế hoạch và Đầu tư", "merged_into", "Bộ Tài chính")}),
    # what a body was before, told the other way round, in brackets, with a new name
    ("Tiền thân của Tổng cục Thống kê là Nha Thống kê Việt Nam.", {("Tổng cục Thống kê", "succeeds", "Nha Thống kê Việt Nam")}),
    ("Cục Chuyển đổi số quốc gia (tên cũ là Cục Tin học hóa) đã công bố.", {("Cục Chuyển đổi số quốc gia", "succeeds", "Cục Tin học hóa")}),
    ("Từ năm 2021 Cục Tin học hóa mang tên mới là Cục Chuyển đổi số quốc gia.", {("Cục Chuyển đổi số quốc gia", "succeeds", "Cục Tin học hóa")}),
    ("Ủy ban Thống kê Nhà nước được đổi tên thành Ủy ban Thống kê và Giá cả Nhà nước.",
     {("Ủy ban Thống kê và Giá cả Nhà nước", "succeeds", "Ủy ban Thống kê Nhà nước")}),
    # several merged into a new one, founded out of a merger, ended and merged
    ("Tháng 3/1988, Bộ Nông nghiệp, Bộ Lương thực và Bộ Công nghiệp thực phẩm hợp nhất thành Bộ Nông nghiệp và Công nghiệp thực phẩm.",
     {(one, "merged_into", "Bộ Nông nghiệp và Công nghiệp thực phẩm")
      for one in ("Bộ Nông nghiệp", "Bộ Lương thực", "Bộ Công nghiệp thực phẩm")}),
    ("Viện Dữ liệu số thành lập từ việc sáp nhập Viện Phần mềm Việt Nam với Cục Tin học hóa.",
     {("Viện Phần mềm Việt Nam", "merged_into", "Viện Dữ liệu số"), ("Cục Tin học hóa", "merged_into", "Viện Dữ liệu số")}),
    ("Nghị quyết thành lập Sở Khoa học và Công nghệ trên cơ sở hợp nhất Sở Khoa học và Công nghệ và Sở Thông tin và Truyền thông.",
     {("Sở Thông tin và Truyền thông", "merged_into", "Sở Khoa học và Công nghệ")}),
    ("Bộ Thủy sản và Bộ Lâm nghiệp hợp nhất thành bộ mới có tên gọi là Bộ Nông lâm.",
     {("Bộ Thủy sản", "merged_into", "Bộ Nông lâm"), ("Bộ Lâm nghiệp", "merged_into", "Bộ Nông lâm")}),
    ("Sở Y tế tỉnh Lâm Đồng (mới) ra mắt, trên cơ sở hợp nhất Sở Y tế tỉnh Lâm Đồng và Sở Y tế tỉnh Bình Thuận.",
     {("Sở Y tế tỉnh Bình Thuận", "merged_into", "Sở Y tế tỉnh Lâm Đồng")}),
    ("Ủy ban Quốc gia về Biển đảo được kiện toàn, đổi tên thành Ủy ban Quốc gia về Đại dương.",
     {("Ủy ban Quốc gia về Đại dương", "succeeds", "Ủy ban Quốc gia về Biển đảo")}),
    ("Bộ Thủy sản cùng Bộ Lâm nghiệp hợp nhất thành Bộ Nông lâm.",
     {("Bộ Thủy sản", "merged_into", "Bộ Nông lâm"), ("Bộ Lâm nghiệp", "merged_into", "Bộ Nông lâm")}),
    ("Bộ Giao thông vận tải ngừng hoạt động, sáp nhập với Bộ Xây dựng.", {("Bộ Giao thông vận tải", "merged_into", "Bộ Xây dựng")}),
    ("Bộ Giao thông vận tải chấm dứt hoạt động để hợp nhất với Bộ Xây dựng.", {("Bộ Giao thông vận tải", "merged_into", "Bộ Xây dựng")}),
    ("Bộ Giao thông vận tải giải thể, sáp nhập vào Bộ Xây dựng.", {("Bộ Giao thông vận tải", "merged_into", "Bộ Xây dựng")}),
    # split off; moved under another
    ("Năm 1981 Tổng cục Bưu điện được tách ra từ Bộ Giao thông và Bưu điện.", {("Tổng cục Bưu điện", "succeeds", "Bộ Giao thông và Bưu điện")}),
    ("Ngày 10/9/1975, Cục Bản đồ được chuyển sang trực thuộc Phủ Thủ tướng.", {("Cục Bản đồ", "part_of", "Phủ Thủ tướng")}),
    ("Cục Viễn thông, Cục Báo chí thuộc Bộ Thông tin và Truyền thông báo cáo.",
     {("Cục Viễn thông", "part_of", "Bộ Thông tin và Truyền thông"), ("Cục Báo chí", "part_of", "Bộ Thông tin và Truyền thông")}),
    # what a document carries out: with how and what of it; a programme
    ("Kế hoạch số 15/KH-UBND nhằm thể chế hóa và thực hiện đầy đủ các nhiệm vụ, giải pháp trong Nghị quyết số 29-NQ/TW.",
     {("15/KH-UBND", "implements", "29-NQ/TW")}),
    (f"Nghị quyết số 214/NQ-CP cụ thể hóa {DATA}.", {("214/NQ-CP", "implements", DATA)}),
    ("Kế hoạch số 15/KH-UBND được ban hành để triển khai Phong trào “Toàn dân học kỹ năng số” tại các xã.",
     {("15/KH-UBND", "implements", "Phong trào Toàn dân học kỹ năng số")}),
    # guides, turned round
    ("Nghị định số 34/2019/NĐ-CP được hướng dẫn bởi Thông tư số 05/2021/TT-BNV.", {("05/2021/TT-BNV", "guides", "34/2019/NĐ-CP")}),
    # in force from a day, then replaced, also through its provisions; one more verb of the same subject
    ("Nghị định số 20/2023/NĐ-CP ngày 4/5/2023 của Chính phủ về lưu trữ số có hiệu lực từ 01/7/2023, thay thế Nghị định số 33/2017/NĐ-CP.",
     {("20/2023/NĐ-CP", "replaces", "33/2017/NĐ-CP")}),
    ("Nghị định số 20/2023/NĐ-CP thay thế các quy định trước đó tại Nghị định số 33/2017/NĐ-CP.", {("20/2023/NĐ-CP", "replaces", "33/2017/NĐ-CP")}),
    ("Thông tư số 24/2025/TT-BYT sửa đổi Thông tư số 09/2023/TT-BYT, đồng thời bãi bỏ Thông tư số 12/2016/TT-BYT.",
     {("24/2025/TT-BYT", "amends", "09/2023/TT-BYT"), ("24/2025/TT-BYT", "repeals", "12/2016/TT-BYT")}),
    ("Quyết định số 15/QĐ-UBND điều chỉnh Quyết định số 12/QĐ-UBND, Quyết định số 13/QĐ-UBND và bãi bỏ Quyết định số 14/QĐ-UBND.",
     {("15/QĐ-UBND", "amends", "12/QĐ-UBND"), ("15/QĐ-UBND", "amends", "13/QĐ-UBND"), ("15/QĐ-UBND", "repeals", "14/QĐ-UBND")}),
    ("Dự thảo Nghị định về hồ sơ sức khỏe, văn bản sẽ thay thế Nghị định số 59/2022/NĐ-CP, còn nhiều ý kiến.",
     {("Nghị định về hồ sơ sức khỏe", "replaces", "59/2022/NĐ-CP")}),
    # turned round: by a row, of a row, with the verb first; what a law of a law is amended by
    ("Luật Lưu trữ số 33/2024/QH15 được hướng dẫn bởi Nghị định số 113/2025/NĐ-CP và Nghị định số 114/2025/NĐ-CP.",
     {("113/2025/NĐ-CP", "guides", "33/2024/QH15"), ("114/2025/NĐ-CP", "guides", "33/2024/QH15")}),
    ("Luật Lưu trữ có hai nghị định hướng dẫn thi hành, trong đó có Nghị định số 113/2025/NĐ-CP.", {("113/2025/NĐ-CP", "guides", "Luật Lưu trữ")}),
    ("Quyết định số 36/2021/QĐ-TTg và Quyết định số 40/2022/QĐ-TTg bị bãi bỏ theo Quyết định số 12/2025/QĐ-TTg.",
     {("12/2025/QĐ-TTg", "repeals", "36/2021/QĐ-TTg"), ("12/2025/QĐ-TTg", "repeals", "40/2022/QĐ-TTg")}),
    ("Thay thế cho Nghị định số 26/2007/NĐ-CP và Nghị định số 130/2018/NĐ-CP là Nghị định số 23/2025/NĐ-CP.",
     {("23/2025/NĐ-CP", "replaces", "26/2007/NĐ-CP"), ("23/2025/NĐ-CP", "replaces", "130/2018/NĐ-CP")}),
    ("Việc sửa đổi Nghị định số 102/2009/NĐ-CP được Chính phủ thực hiện bằng Nghị định số 73/2019/NĐ-CP.", {("73/2019/NĐ-CP", "amends", "102/2009/NĐ-CP")}),
    ("Nghị định số 43/2011/NĐ-CP nay không còn dùng, được thay bằng Nghị định số 42/2022/NĐ-CP.", {("42/2022/NĐ-CP", "replaces", "43/2011/NĐ-CP")}),
    ("Luật số 24/2023/QH15 thay thế Luật số 41/2009/QH12 đã được sửa đổi, bổ sung một số điều theo Luật số 16/2017/QH14.",
     {("24/2023/QH15", "replaces", "41/2009/QH12"), ("16/2017/QH14", "amends", "41/2009/QH12")}),
    ("Thông tư số 7/2024/TT-BNV bãi bỏ khoản 2 Điều 4 Thông tư số 3/2019/TT-BNV và Điều 6 Thông tư số 5/2020/TT-BNV.",
     {("07/2024/TT-BNV", "repeals", "03/2019/TT-BNV"), ("07/2024/TT-BNV", "repeals", "05/2020/TT-BNV")}),
    # who acts between the two, or money that is added, changes no document
    ("Theo Nghị quyết số 57-NQ/TW, Bộ Tài chính phải sớm thay thế Nghị định số 73/2019/NĐ-CP.", set()),
    ("Sau khi có Quyết định số 160/QĐ-BYT, bổ sung kinh phí theo Thông tư số 10/2024/TT-BTC.", set()),
    # approved at a time told without its day, enclosed, by the act of signing
    (f"{DATA} được Thủ tướng phê duyệt hồi tháng 2 năm ngoái, tại Quyết định số 142/QĐ-TTg.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"Ban hành kèm theo Quyết định số 142/QĐ-TTg là {DATA}.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"Thủ tướng ra Quyết định số 142/QĐ-TTg, kèm theo là {DATA}.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"Với việc ký Quyết định số 142/QĐ-TTg, Thủ tướng đã thông qua {DATA}.", {("142/QĐ-TTg", "approves", DATA)}),
    (f"{DATA} có ba trụ cột. Phó Thủ tướng đã ký Quyết định số 142/QĐ-TTg phê duyệt chiến lược này.", {("142/QĐ-TTg", "approves", DATA)}),
    # what is carried out: after a date, by several, pointed at by the next sentence, by a programme
    ("Ngày 12/3, cụ thể hóa Nghị quyết số 57-NQ/TW, xã ban hành Kế hoạch số 45/KH-UBND và Quyết định số 52/QĐ-UBND.",
     {("45/KH-UBND", "implements", "57-NQ/TW"), ("52/QĐ-UBND", "implements", "57-NQ/TW")}),
    ("Căn cứ Nghị định số 64/2007/NĐ-CP, Bộ trưởng đã ký Quyết định số 165/QĐ-BYT về bệnh án điện tử.", {("165/QĐ-BYT", "based_on", "64/2007/NĐ-CP")}),
    ("Sở đã ban hành Kế hoạch số 9/KH-SYT về khám chữa bệnh từ xa. Đây là bước cụ thể hóa phần việc của ngành trong Chỉ thị số 05/CT-TTg.",
     {("09/KH-SYT", "implements", "05/CT-TTg")}),
    (f"{DATA} được xây dựng nhằm cụ thể hóa Nghị quyết số 57-NQ/TW.", {(DATA, "implements", "57-NQ/TW")}),
    ("Báo cáo số 77/BC-SYT kết quả thực hiện Nghị quyết số 57-NQ/TW đã gửi.", set()),
    # a decision about who is to write a decree is no decree
    (
        "Thông tư số 13/2025/TT-BYT hướng dẫn việc này, thay Thông tư số 46/2018/TT-BYT vốn cho phép làm chậm.",
        {("13/2025/TT-BYT", "replaces", "46/2018/TT-BYT")},
    ),
    ("Quyết định số 15/QĐ-BYT về việc thành lập Tổ soạn thảo để xây dựng Nghị định quy định chi tiết Luật Dược.",
     {("Nghị định quy định chi tiết Luật Dược", "guides", "Luật Dược")}),
    # who writes a draft, with whose help, who only tells others to submit one
    ("Bộ Nội vụ đang soạn thông tư về phụ cấp của người làm công nghệ số.", {("Thông tư về phụ cấp của người làm công nghệ số", "drafted_by", "Bộ Nội vụ")}),
    ("Bộ Công an phối hợp với Bộ Tư pháp đã hoàn thiện dự thảo Luật Phòng, chống mua bán dữ liệu.",
     {("Luật Phòng, chống mua bán dữ liệu", "drafted_by", "Bộ Công an")}),
    # a unit beside others of its body, or called one of it; what a merged ministry now is
    ("Vụ Pháp chế và các đơn vị khác thuộc Bộ Tư pháp cùng thẩm định.", {("Vụ Pháp chế", "part_of", "Bộ Tư pháp")}),
    ("Viện Chiến lược, đơn vị sự nghiệp trực thuộc Bộ Tư pháp, mở lớp học.", {("Viện Chiến lược", "part_of", "Bộ Tư pháp")}),
    ("Văn bản của Bộ Kế hoạch và Đầu tư (nay là Bộ Tài chính) vẫn còn giá trị.", {("Bộ Kế hoạch và Đầu tư", "merged_into", "Bộ Tài chính")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LINKS)
def test_links(text: str, wanted: set[Link]) -> None:
    assert links(text) == wanted


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("text", "wanted"), LINKS)
def test_links_in_every_printing(text: str, wanted: set[Link], change: Callable[[str], str]) -> None:
    assert {tuple(map(key, link)) for link in links(change(text))} == {tuple(map(key, link)) for link in wanted}


def test_who_writes_a_decree_about_a_law() -> None:
    text = "Dự thảo Nghị định hướng dẫn Luật Lưu trữ do Bộ Nội vụ soạn thảo gồm bốn chương."
    decree = "Nghị định hướng dẫn Luật Lưu trữ"
    assert links(text) == {(decree, "guides", "Luật Lưu trữ"), (decree, "drafted_by", "Bộ Nội vụ")}


def test_a_history_goes_on_with_the_body_spoken_of_last() -> None:
    text = (
        "Tiền thân của Bộ Thủy lợi là Bộ Thủy lợi, Kiến trúc. Ngày 12/3/1958 đổi tên thành Bộ Thủy lợi và Điện lực nhưng "
        "chỉ hai năm sau thì giải thể. Ngày 4/5/1962 lại tách ra riêng 2 Bộ Lâm nghiệp và Bộ Thủy sản. Từ năm 1987 đến năm "
        "1995, Bộ Lâm nghiệp và Bộ Thủy sản sáp nhập làm một với tên gọi lần lượt là Bộ Nông nghiệp - Lâm nghiệp (1987), "
        "Bộ Nông nghiệp - Thủy sản (1990)."
    )
    changes = {link for link in links(text) if link[1] != "part_of"}
    assert changes == {
        ("Bộ Thủy lợi", "succeeds", "Bộ Thủy lợi, Kiến trúc"),
        ("Bộ Thủy lợi và Điện lực", "succeeds", "Bộ Thủy lợi, Kiến trúc"),
        ("Bộ Lâm nghiệp", "succeeds", "Bộ Thủy lợi và Điện lực"),
        ("Bộ Thủy sản", "succeeds", "Bộ Thủy lợi và Điện lực"),
        ("Bộ Lâm nghiệp", "merged_into", "Bộ Nông nghiệp - Lâm nghiệp"),
        ("Bộ Thủy sản", "merged_into", "Bộ Nông nghiệp - Lâm nghiệp"),
        ("Bộ Nông nghiệp - Thủy sản", "succeeds", "Bộ Nông nghiệp - Lâm nghiệp"),
    }


def test_work_taken_over_by_a_body_under_names_in_turn() -> None:
    text = (
        "Nha Thống kê được đổi tên thành Nha Thống kê và Kế hoạch. Vai trò của cơ quan này được chuyển sang Bộ Kinh tế với "
        "tên gọi lần lượt là Nha Kinh tế (1947) và Nha Kế hoạch (1950)."
    )
    assert links(text) == {
        ("Nha Thống kê và Kế hoạch", "succeeds", "Nha Thống kê"),
        ("Nha Kinh tế", "succeeds", "Nha Thống kê và Kế hoạch"),
        ("Nha Kế hoạch", "succeeds", "Nha Kinh tế"),
        ("Nha Kinh tế", "part_of", "Bộ Kinh tế"),
        ("Nha Kế hoạch", "part_of", "Bộ Kinh tế"),
    }


def test_the_part_on_the_structure_goes_on_under_its_own_headings() -> None:
    text = (
        "Bộ Xây dựng\nCơ cấu tổ chức\nKhối quản lý nhà nước\n- Vụ Vật liệu xây dựng - Vụ Pháp chế - Thanh tra Bộ\n"
        "Khối sự nghiệp\n- Viện Kinh tế xây dựng; Trường Đại học Kiến trúc Hà Nội\nCác đơn vị khác\n"
        "- Ban Quản lý dự án đầu tư xây dựng chuyên ngành\nLịch sử\nNăm 1958 có tên khác.\nTrụ sở ở phố Lê Đại Hành.\n"
        "Cục Viễn thông đặt gần đó."
    )
    assert links(text) == {
        (part, "part_of", "Bộ Xây dựng")
        for part in (
            "Vụ Vật liệu xây dựng", "Vụ Pháp chế", "Thanh tra Bộ Xây dựng", "Viện Kinh tế xây dựng",
            "Trường Đại học Kiến trúc Hà Nội", "Ban Quản lý dự án đầu tư xây dựng chuyên ngành",
        )
    }  # fmt: skip


def test_a_list_of_bodies_states_no_parts() -> None:
    assert links("Dự họp có Cục Viễn thông, Bộ Công an, Bộ Tài chính và Bộ Tư pháp.") == set()


DECISION = (
    "THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 300/QĐ-TTg\nHà Nội, ngày 10 tháng 3 năm 2024\nQUYẾT ĐỊNH\n"
    "PHÊ DUYỆT KẾ HOẠCH TRIỂN KHAI THI HÀNH LUẬT GIAO DỊCH ĐIỆN TỬ\n"
    "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n"
    "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15;\n"
    "Theo đề nghị của Bộ trưởng Bộ Thông tin và Truyền thông.\n"
    "Điều 1. Phê duyệt Kế hoạch triển khai thi hành Luật Giao dịch điện tử.\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày ký.\n"
)


def test_the_units_listed_under_the_structure_of_a_ministry() -> None:
    text = (
        "Bộ Nội vụ\n\nBộ Nội vụ quản lý nhà nước về tổ chức hành chính, công chức, lưu trữ và nhiều lĩnh vực khác.\n\n"
        "Cơ cấu tổ chức\n\n- Vụ Cải cách hành chính\n\n- Cục Văn thư và Lưu trữ nhà nước\n\n"
        "Hoạt động\n\n- Bộ Công an phối hợp với Cục Viễn thông trong năm qua."
    )
    assert {link for link in links(text) if link[1] == "part_of"} == {
        ("Vụ Cải cách hành chính", "part_of", "Bộ Nội vụ"),
        ("Cục Văn thư và Lưu trữ nhà nước", "part_of", "Bộ Nội vụ"),
    }


def test_the_heading_of_a_structure_may_name_the_ministry() -> None:
    text = (
        "Nghị định mới đã được Chính phủ ban hành và có hiệu lực từ đầu tháng này, với nhiều điểm thay đổi.\n\n"
        "Cơ cấu tổ chức của Bộ Nội vụ gồm:\n\n1- Vụ Cải cách hành chính;\n\n2- Cục Văn thư và Lưu trữ nhà nước;\n"
    )
    assert links(text) == {
        ("Vụ Cải cách hành chính", "part_of", "Bộ Nội vụ"),
        ("Cục Văn thư và Lưu trữ nhà nước", "part_of", "Bộ Nội vụ"),
    }


def test_the_frame_of_a_decision() -> None:
    stated = links(DECISION)
    assert ("300/QĐ-TTg", "based_on", "Luật Tổ chức Chính phủ") in stated
    assert ("300/QĐ-TTg", "based_on", "20/2023/QH15") in stated
    assert ("300/QĐ-TTg", "approves", "Kế hoạch triển khai thi hành Luật Giao dịch điện tử") in stated
    assert ("300/QĐ-TTg", "implements", "20/2023/QH15") in stated
    assert ("300/QĐ-TTg", "drafted_by", "Bộ Thông tin và Truyền thông") in stated


def test_an_article_ends_documents_without_naming_its_own() -> None:
    text = (
        "BỘ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 219/QĐ-BXD\n"
        "Hà Nội, ngày 05 tháng 7 năm 2024\nQUYẾT ĐỊNH\nVề sổ cây xanh\nQUYẾT ĐỊNH:\n"
        "Điều 1. Lập sổ cây xanh.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký. Bãi bỏ Quyết định số 15/QĐ-BXD và "
        "Quyết định số 38/QĐ-BXD của Bộ trưởng Bộ Xây dựng.\n"
    )
    found = extract(read_bytes(text.encode(), "219.txt")).relations
    assert {(link.subject, link.relation, link.object) for link in found} == {
        ("219/QĐ-BXD", "repeals", "15/QĐ-BXD"),
        ("219/QĐ-BXD", "repeals", "38/QĐ-BXD"),
    }


def test_the_opening_of_a_plan_says_what_it_carries_out() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 88/KH-UBND\nAn Bình, ngày 05 tháng 5 năm 2025\nKẾ HOẠCH\nCHUYỂN ĐỔI SỐ NGÀNH Y TẾ NĂM 2025\n"
        "Thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
        "I. MỤC TIÊU\nMọi trạm y tế dùng bệnh án điện tử.\n"
    )
    assert ("88/KH-UBND", "implements", "71/NQ-CP") in links(text)


def test_evidence_is_in_its_unit() -> None:
    read = reading(DECISION)
    for relation in relations.state(read):
        for evidence in relation.evidence:
            assert read.source.text[evidence.start : evidence.end] == evidence.quote
            assert any(unit.start <= evidence.start and evidence.end <= unit.end for unit in read.units)


OWN = """BỘ XÂY DỰNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/KH-BXD
Hà Nội, ngày 4 tháng 3 năm 2024
KẾ HOẠCH
Số hóa bản đồ ngầm đô thị
Theo đề nghị tại Tờ trình số 12/TTr-HTKT ngày 01/3/2024, Bộ ban hành Kế hoạch số hóa bản đồ ngầm đô thị năm 2024 như sau:
II. NHIỆM VỤ
1. Xây dựng, trình Chính phủ ban hành Nghị định quy định về bản đồ ngầm đô thị
Chủ trì: Cục Phát triển đô thị; Phối hợp: Viện Kiến trúc Quốc gia; Thời gian: Quý III/2024.
2. Vụ Vật liệu xây dựng trình Thủ tướng Chính phủ phê duyệt Chương trình phát triển vật liệu tái chế giai đoạn 2025 - 2030 thay thế Quyết định số 567/QĐ-TTg ngày 28 tháng 4 năm 2010.
"""


def test_who_is_given_a_draft_writes_it_and_what_is_to_be_approved_is_not() -> None:
    facts = extract(read_bytes(OWN.encode(), "ke-hoach.txt"))
    told = {(one.subject, one.relation, one.object) for one in facts.relations}
    assert ("Nghị định quy định về bản đồ ngầm đô thị", "drafted_by", "Cục Phát triển đô thị") in told
    programme = "Chương trình phát triển vật liệu tái chế giai đoạn 2025 - 2030"
    assert (programme, "replaces", "567/QĐ-TTg") in told
    assert not [one for one in told if one[1] == "approves"]


def test_a_kind_alone_is_what_replaced_the_other() -> None:
    text = (
        "Nghị định số 31/2024/NĐ-CP quy định về bản đồ ngầm. Nghị định này thay thế Nghị định số 12/2015/NĐ-CP. "
        "Nghị định được xây dựng trên cơ sở Luật Quy hoạch đô thị số 30/2009/QH12."
    )
    assert ("31/2024/NĐ-CP", "based_on", "30/2009/QH12") in links(text)


def test_a_kind_alone_is_what_carries_the_other_out() -> None:
    text = (
        "Quyết định số 31/QĐ-TTg ngày 05/01/2024 phê duyệt Đề án bản đồ ngầm. Đề án nhằm cụ thể hóa Quyết định số "
        "45/QĐ-TTg ngày 03/6/2020. Quyết định này thay thế Quyết định số 12/QĐ-TTg ngày 02/3/2015."
    )
    assert ("31/QĐ-TTg", "replaces", "12/QĐ-TTg") in links(text)


def test_who_appraises_a_draft_does_not_write_it() -> None:
    text = "Bộ Tư pháp công bố Báo cáo thẩm định dự án Luật Thư viện số."
    assert not [r for r in relations.state(reading(text)) if r.relation == "drafted_by"]


def test_who_gets_a_draft_does_not_write_it() -> None:
    text = "Bộ Tư pháp trình Chính phủ dự thảo Nghị định về sổ hộ tịch số. Bộ Y tế đã gửi Bộ Nội vụ dự thảo Thông tư quy định về mã trạm y tế."
    told = {(r.subject, r.object) for r in relations.state(reading(text)) if r.relation == "drafted_by"}
    assert told == {
        ("Nghị định về sổ hộ tịch số", "Bộ Tư pháp"),
        ("Thông tư quy định về mã trạm y tế", "Bộ Y tế"),
    }


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Để triển khai Quyết định 31/QĐ-TTg, Văn phòng Chính phủ có Công văn 78/VPCP-KSTT.",
            ("78/VPCP-KSTT", "implements", "31/QĐ-TTg"),
        ),
        (
            "Thực hiện chỉ đạo của Thủ tướng Chính phủ tại Công điện số 14/CĐ-TTg, Sở ra Kế hoạch số 19/KH-STP.",
            ("19/KH-STP", "implements", "14/CĐ-TTg"),
        ),
        (
            "Nghị định 15/2024/NĐ-CP thay thế cho các nghị định 72/2013 và 27/2018 về trang tin.",
            ("15/2024/NĐ-CP", "replaces", "27/2018/NĐ-CP"),
        ),
        (
            "Bộ ra Thông tư số 10/2024/TT-BTTTT ngưng hiệu lực thi hành Điều 4 Thông tư số 03/2024/TT-BTTTT.",
            ("10/2024/TT-BTTTT", "amends", "03/2024/TT-BTTTT"),
        ),
        ("Theo Quyết định 06/QĐ-TTg (Đề án 06), xã làm sạch sổ bộ.", ("06/QĐ-TTg", "approves", "Đề án 06")),
        (
            "Bộ Y tế vừa lấy ý kiến góp ý cho dự thảo Chiến lược trạm y tế số đến năm 2030.",
            ("Chiến lược trạm y tế số đến năm 2030", "drafted_by", "Bộ Y tế"),
        ),
    ],
)
def test_links_in_the_words_of_news(text: str, link: Link) -> None:
    assert link in {(r.subject, r.relation, r.object) for r in relations.state(reading(text))}


DIRECTIVE = """ỦY BAN NHÂN DÂN
TỈNH KON TUM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 09/CT-UBND
Kon Tum, ngày 18 tháng 5 năm 2023
CHỈ THỊ
Về việc nâng cao chất lượng dịch vụ công trực tuyến
"""


@pytest.mark.parametrize(
    ("opening", "carried"),
    [
        # what else it is for stands before
        ("Để khắc phục hạn chế nêu trên và thực hiện có hiệu quả Nghị định số 42/2022/NĐ-CP, Quyết định số 06/QĐ-TTg, "
         "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:", {"42/2022/NĐ-CP", "06/QĐ-TTg"}),
        ("Nhằm phục vụ người dân tốt hơn, triển khai đồng bộ, kịp thời Kế hoạch số 02-KH/BCĐTW, Ủy ban nhân dân tỉnh "
         "yêu cầu các sở:", {"02-KH/BCĐTW"}),
        # how, and what of it
        ("Để tiếp tục thực hiện nghiêm, đầy đủ các nhiệm vụ được giao tại Chỉ thị số 04/CT-TTg, Ủy ban nhân dân tỉnh "
         "chỉ đạo:", {"04/CT-TTg"}),
        # no work of its own: it sums up, or tells what others did
        ("Để sơ kết việc thực hiện Nghị quyết số 57-NQ/TW, Ủy ban nhân dân tỉnh đề nghị các sở gửi số liệu.", set()),
        ("Thời gian qua, các sở đã triển khai Nghị quyết số 57-NQ/TW.", set()),
    ],
)  # fmt: skip
def test_the_opening_tells_what_is_carried_out(opening: str, carried: set[str]) -> None:
    facts = extract(read_bytes((DIRECTIVE + opening + "\n").encode(), "chi-thi.txt"))
    assert {one.object for one in facts.relations if one.relation == "implements"} == carried


def test_cooperation_told_over_and_over_is_read_in_one_way() -> None:
    """Every way to part the words was tried before, of which there are twice as many with each pair."""
    text = "Tin\n28/11/2025\nDự thảo do Bộ Y tế " + "phối hợp với các bên " * 60 + "xem xét.\n"
    assert extract(read_bytes(text.encode(), "tin.txt")).relations == ()


def test_who_wrote_what_a_sentence_speaks_of() -> None:
    text = (
        "Theo Nghị định số 151/2025/NĐ-CP, xã cấp giấy. Nghị định này có hiệu lực đến hết ngày 28/2/2027, do Bộ Nông "
        "nghiệp và Môi trường chủ trì soạn thảo."
    )
    assert ("151/2025/NĐ-CP", "drafted_by", "Bộ Nông nghiệp và Môi trường") in links(text)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("chưa thay thế", None),
        ("không thay thế", None),
        ("thay thế", "replaces"),
        ("không phải bãi bỏ quy chế ban hành kèm theo", None),
        ("bãi bỏ quy chế ban hành kèm theo", "repeals"),
    ],
)
def test_what_a_document_does_not_do_is_no_link(said: str, wanted: str | None) -> None:
    text = f"Quyết định số 20/QĐ-TTg {said} Quyết định số 15/QĐ-TTg."
    assert links(text) == ({("20/QĐ-TTg", wanted, "15/QĐ-TTg")} if wanted else set())
