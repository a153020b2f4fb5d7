"""Bodies, offices, groups and places in a text: what is named, where it ends, what its context tells, what is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.folding import fold
from loaders.agencies import agencies
from loaders.extract import extract
from loaders.read import read_bytes
from tests.names import agency_names, mentioned, reading_of

NAMED = [
    # full and short names of ministries, abbreviations in capitals, spellings of the separators
    (
        "Bộ TT&TT, NHNN và Bộ Thông tin Truyền thông họp.",
        ["Bộ Thông tin và Truyền thông", "Ngân hàng Nhà nước Việt Nam"],
    ),
    ("Bộ TT-TT cùng Bộ GD&ĐT ký kết.", ["Bộ Thông tin và Truyền thông", "Bộ Giáo dục và Đào tạo"]),
    ("Bộ Nông nghiệp & Môi trường báo cáo.", ["Bộ Nông nghiệp và Môi trường"]),
    # a list that names its head once
    ("Giao các Bộ: Công an, Tài chính, Tư pháp rà soát.", ["Bộ Công an", "Bộ Tài chính", "Bộ Tư pháp"]),
    ("Bộ Tài chính, Công an và Nội vụ góp ý.", ["Bộ Tài chính", "Bộ Công an", "Bộ Nội vụ"]),
    ("Gửi giấy mời tới các Bộ, cơ quan: Thanh tra Chính phủ, Xây dựng.", ["Thanh tra Chính phủ", "Bộ Xây dựng"]),
    ("Các Sở: Tài chính, Nội vụ thẩm định.", ["Sở Tài chính", "Sở Nội vụ"]),
    (
        "Đến nay, bảy bộ gồm: Xây dựng; Quốc phòng; Tài chính nộp phương án.",
        ["Bộ Xây dựng", "Bộ Quốc phòng", "Bộ Tài chính"],
    ),
    ("Ba sở: Nội vụ, Y tế, Tài chính nộp phương án.", ["Sở Nội vụ", "Sở Y tế", "Sở Tài chính"]),
    # a verb ends a name
    ("Cục Hộ tịch phối hợp Vụ Pháp chế sửa Thông tư 46.", ["Cục Hộ tịch", "Vụ Pháp chế"]),
    ("Hội Luật gia Việt Nam đề nghị các xã rà soát.", ["Hội Luật gia Việt Nam"]),
    ("Công ty Sông Đà đề xuất mở kho.", ["Công ty Sông Đà"]),
    # boards go by the number of a scheme, and have an office
    (
        "Sở Xây dựng tỉnh Cà Mau và Sở Y tế họp. Theo lịch, Sở trình kế hoạch; các sở góp ý.",
        ["Sở Xây dựng tỉnh Cà Mau", "Sở Y tế"],
    ),
    ("Ban Chỉ đạo Đề án 896 họp với Bộ Công an.", ["Ban Chỉ đạo Đề án 896", "Bộ Công an"]),
    ("Bộ Công an và Văn phòng Ban chỉ đạo rà soát.", ["Bộ Công an", "Văn phòng Ban Chỉ đạo"]),
    # what a person is called is no place
    ("Phó Thủ tướng Trương Hòa Bình làm việc với UBND tỉnh.", ["Ủy ban nhân dân tỉnh"]),
    ("Bà Lê Thị Hà Nam gửi đơn tới Công an Hà Nam.", ["Công an Hà Nam"]),
    # names that end at a verb, a dash before another body, a bracket
    ("Cục Chuyển đổi số quốc gia đang hướng dẫn.", ["Cục Chuyển đổi số quốc gia"]),
    ("Cục Tin học hóa – Bộ TT&TT cho biết.", ["Cục Tin học hóa", "Bộ Thông tin và Truyền thông"]),
    ("Vụ Kế hoạch - Tài chính trình lãnh đạo.", ["Vụ Kế hoạch - Tài chính"]),
    ("Vụ Kế hoạch - tài chính, Bộ Y tế trình phương án.", ["Vụ Kế hoạch - tài chính", "Bộ Y tế"]),
    (
        "Ban Kinh tế - ngân sách HĐND tỉnh Cao Bằng thẩm tra.",
        ["Ban Kinh tế - ngân sách Hội đồng nhân dân tỉnh Cao Bằng"],
    ),
    ("Sở Y tế - đơn vị chủ trì - báo cáo.", ["Sở Y tế"]),
    ("Trung tâm Chuyển đổi số xây dựng kế hoạch.", ["Trung tâm Chuyển đổi số"]),
    ("Cục Phòng bệnh nghiên cứu, đề xuất.", ["Cục Phòng bệnh"]),
    # a word of two syllables of which the second alone would end the name
    ("Cục Trang bị và kho vận đã họp.", ["Cục Trang bị và kho vận"]),
    ("Trung tâm Trợ giúp pháp lý nhà nước tỉnh Lào Cai đã họp.", ["Trung tâm Trợ giúp pháp lý nhà nước tỉnh Lào Cai"]),
    ("Công ty cổ phần Thiết bị giáo dục Hồng Đức đã họp.", ["Công ty cổ phần Thiết bị giáo dục Hồng Đức"]),
    (
        "Trung tâm Ứng cứu khẩn cấp không gian mạng Việt Nam giúp các xã.",
        ["Trung tâm Ứng cứu khẩn cấp không gian mạng Việt Nam"],
    ),
    ("Cục Bảo trợ xã hội giúp các xã.", ["Cục Bảo trợ xã hội"]),
    ("Trung tâm Đổi mới sáng tạo lập bản đồ.", ["Trung tâm Đổi mới sáng tạo"]),
    (
        "Phòng Cảnh sát quản lý hành chính về trật tự xã hội họp.",
        ["Phòng Cảnh sát quản lý hành chính về trật tự xã hội"],
    ),
    # universities that are called after their province
    ("Trường Đại học Cần Thơ và Đại học Huế góp ý.", ["Trường Đại học Cần Thơ", "Đại học Huế"]),
    # parts of one name in commas, not two bodies
    ("Sở Văn hóa, Thể thao và Du lịch tham mưu.", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Viện Khoa học Lao động, Việc làm và Dân số họp.", ["Viện Khoa học Lao động, Việc làm và Dân số"]),
    # offices of the courts, the tax office, the treasury … for a region, by its number, maybe with a province
    (
        "Tòa án nhân dân khu vực 4 - Hà Nội và Viện kiểm sát nhân dân khu vực 2 họp.",
        ["Tòa án nhân dân khu vực 4 - Hà Nội", "Viện kiểm sát nhân dân khu vực 2"],
    ),
    (
        "Thuế cơ sở 1 tỉnh Thanh Hóa, Thuế tỉnh Bắc Ninh, Kho bạc Nhà nước khu vực III đối soát.",
        ["Thuế cơ sở 1 tỉnh Thanh Hóa", "Thuế tỉnh Bắc Ninh", "Kho bạc Nhà nước khu vực III"],
    ),
    ("Ngân hàng Nhà nước Khu vực 7 hỗ trợ.", ["Ngân hàng Nhà nước Khu vực 7"]),
    ("Báo và phát thanh, truyền hình Lào Cai đưa tin.", ["Báo và phát thanh, truyền hình Lào Cai"]),
    # a committee is no French ministry; a code with its number; another country's ministry as printed; whose board
    ("Giao Bộ Công an và Ủy ban Pháp luật rà soát.", ["Bộ Công an", "Ủy ban Pháp luật"]),
    ("Ban Chỉ đạo quốc gia phòng, chống dịch COVID-19 họp.", ["Ban Chỉ đạo quốc gia phòng, chống dịch COVID-19"]),
    ("Bộ Giao thông và Truyền thông Phần Lan đã ký.", ["Bộ Giao thông và Truyền thông Phần Lan"]),
    (
        "Tổ công tác triển khai Đề án 06 của Bộ Y tế đã họp.",
        ["Tổ công tác triển khai Đề án 06 của Bộ Y tế", "Bộ Y tế"],
    ),
    # communes whose name begins with a word of bodies, and such bodies beside a level
    (
        "UBND xã Thanh Lâm, UBND huyện Quan Hóa, UBND phường Hội Phú, UBND xã Công Chính lập danh sách.",
        [
            "Ủy ban nhân dân xã Thanh Lâm",
            "Ủy ban nhân dân huyện Quan Hóa",
            "Ủy ban nhân dân phường Hội Phú",
            "Ủy ban nhân dân xã Công Chính",
        ],
    ),
    ("UBND xa Thanh Lam lap danh sach.", ["Ủy ban nhân dân xã Thanh Lam"]),
    ("Ở cấp tỉnh Thanh tra, ở cấp phường Hội Nông dân cùng họp.", ["Hội Nông dân"]),
    # communes beside each other under one head, each with its level; a district around them has no part in it
    (
        "UBND xã Tân An, xã Bình Phú và phường Hòa Thuận nộp báo cáo.",
        ["Ủy ban nhân dân xã Tân An", "Ủy ban nhân dân xã Bình Phú", "Ủy ban nhân dân phường Hòa Thuận"],
    ),
    (
        "UBND các xã Tân An, Bình Phú và phường Hòa Thuận nộp báo cáo.",
        ["Ủy ban nhân dân xã Tân An", "Ủy ban nhân dân xã Bình Phú", "Ủy ban nhân dân phường Hòa Thuận"],
    ),
    ("UBND xã Tân An, huyện Quế Sơn nộp báo cáo.", ["Ủy ban nhân dân xã Tân An"]),
    # schools, by their level's abbreviation; their kind alone is none
    ("Trường THCS Nghi Phong và các trường tiểu học đã nhập điểm.", ["Trường Trung học cơ sở Nghi Phong"]),
    # boards: their field may begin with a small letter or with "về"
    ("Ban Chỉ đạo xây dựng Chính phủ điện tử họp phiên đầu.", ["Ban Chỉ đạo xây dựng Chính phủ điện tử"]),
    (
        "Ban Chỉ đạo về phát triển du lịch, dịch vụ và nghề thủ công đã họp.",
        ["Ban Chỉ đạo về phát triển du lịch, dịch vụ và nghề thủ công"],
    ),
    ("Uỷ ban Quốc gia về CPĐT bàn ba việc.", ["Ủy ban Quốc gia về Chính phủ điện tử"]),
    # bodies of provinces with their place: as printed, shared in a list, told by a level alone
    ("UBND tỉnh Phú Thọ ban hành kế hoạch.", ["Ủy ban nhân dân tỉnh Phú Thọ"]),
    # a province that begins like a country
    ("Tỉnh ủy Lào Cai đón Bộ Công an Lào.", ["Tỉnh ủy Lào Cai", "Bộ Công an Lào"]),
    (
        "Tỉnh ủy, HĐND, UBND tỉnh Phú Thọ thống nhất.",
        ["Tỉnh ủy Phú Thọ", "Hội đồng nhân dân tỉnh Phú Thọ", "Ủy ban nhân dân tỉnh Phú Thọ"],
    ),
    (
        "UBND tỉnh Lào Cai họp. UBND tỉnh giao Công an tỉnh chủ trì.",
        ["Ủy ban nhân dân tỉnh Lào Cai", "Công an tỉnh Lào Cai"],
    ),
    (
        "UBND Đà Nẵng và Sở Nội vụ TP.HCM ký kết.",
        ["Ủy ban nhân dân thành phố Đà Nẵng", "Sở Nội vụ thành phố Hồ Chí Minh"],
    ),
    # a province that the news never names, and a ministry's plan beside it
    (
        "UBND tỉnh vừa chốt danh mục. Công an tỉnh và Văn phòng UBND tỉnh theo dõi; UBND giao Sở Y tế thí điểm.",
        ["Ủy ban nhân dân tỉnh", "Công an tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", "Sở Y tế"],
    ),
    # one head for several places
    (
        "UBND các phường An Hải, Cẩm Lệ mở thêm quầy số.",
        ["Ủy ban nhân dân phường An Hải", "Ủy ban nhân dân phường Cẩm Lệ"],
    ),
    ("UBND hai xã Bình Minh và Tam Hòa ký kết.", ["Ủy ban nhân dân xã Bình Minh", "Ủy ban nhân dân xã Tam Hòa"]),
    (
        "Lãnh đạo UBND các huyện: Ea H'Leo, Krông Búk dự.",
        ["Ủy ban nhân dân huyện Ea H'Leo", "Ủy ban nhân dân huyện Krông Búk"],
    ),
    ("Sở Y tế các tỉnh Hà Nam, Nam Định báo cáo.", ["Sở Y tế tỉnh Hà Nam", "Sở Y tế tỉnh Nam Định"]),
    # a board's owner before its field, and what a dash joins in it
    (
        "Ban chỉ đạo của tỉnh về kinh tế - xã hội số, đô thị thông minh và Đề án 06 vừa họp.",
        ["Ban Chỉ đạo của tỉnh về kinh tế - xã hội số, đô thị thông minh và Đề án 06"],
    ),
    (
        "Ban Chỉ đạo Chính phủ về phát triển khoa học - công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06 họp.",
        [
            "Ban Chỉ đạo của Chính phủ về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06",
        ],
    ),
    # a province's body that each of several has is none of those named before
    (
        "Sở Nội vụ Quảng Ninh nêu khó khăn. Thứ trưởng đề nghị các Sở tham mưu UBND tỉnh bố trí công chức.",
        ["Sở Nội vụ Quảng Ninh", "Ủy ban nhân dân tỉnh"],
    ),
    ("Tỉnh Quảng Ninh họp. Các Sở của tỉnh báo cáo UBND tỉnh.", ["Tỉnh Quảng Ninh", "Ủy ban nhân dân tỉnh Quảng Ninh"]),
    # … and behind the number of a scheme
    (
        "Ban Chỉ đạo Đề án 06 và cải cách hành chính tỉnh Lai Châu đã họp, có Tổ công tác Đề án 06 và chuyên gia dự.",
        ["Ban Chỉ đạo Đề án 06 và cải cách hành chính tỉnh Lai Châu", "Tổ công tác triển khai Đề án 06 của Chính phủ"],
    ),
    # a bank's branch in the province spoken of
    (
        "Tỉnh Hòa Bình họp. Ngân hàng Nhà nước chi nhánh tỉnh báo cáo.",
        ["Tỉnh Hòa Bình", "Ngân hàng Nhà nước Việt Nam chi nhánh Tỉnh Hòa Bình"],
    ),
    ("Hội Liên hiệp Thanh niên tỉnh Hưng Yên ra quân.", ["Hội Liên hiệp Thanh niên tỉnh Hưng Yên"]),
    # called after persons; a council's committee; an old name; a Party committee beside the police
    ("Bệnh viện Bạch Mai mở kho bệnh án.", ["Bệnh viện Bạch Mai"]),
    ("Ban Pháp chế HĐND tỉnh Cà Mau thẩm tra.", ["Ban Pháp chế Hội đồng nhân dân tỉnh Cà Mau"]),
    ("Phòng Thương mại và Công nghiệp Việt Nam (VCCI) họp.", ["Liên đoàn Thương mại và Công nghiệp Việt Nam"]),
    ("Công an tỉnh, Huyện ủy Kiến Xương dự.", ["Công an tỉnh", "Huyện ủy Kiến Xương"]),
    # a firm named after its mother; a centre of the district spoken of
    ("Kỹ sư của FPT Semiconductor và Viettel Solutions dự.", ["FPT Semiconductor", "Viettel Solutions"]),
    ("Bệnh nhân nằm tại Trung tâm Y tế huyện.", ["Trung tâm Y tế huyện"]),
    # heads in small letters before a name in capitals
    (
        "Vụ Thanh toán làm việc với công ty cổ phần Hạ tầng Số Việt.",
        ["Vụ Thanh toán", "Công ty cổ phần Hạ tầng Số Việt"],
    ),
    ("Dữ liệu về trung tâm Lưu trữ Bản đồ của Sở Xây dựng.", ["Trung tâm Lưu trữ Bản đồ", "Sở Xây dựng"]),
    # a commune's Party committee; two places close a name
    ("Đảng ủy phường Tân Lập ra nghị quyết.", ["Đảng ủy phường Tân Lập"]),
    ("Ban Quản lý Khu kinh tế Cầu Treo - Hà Tĩnh ký quy chế.", ["Ban Quản lý Khu kinh tế Cầu Treo - Hà Tĩnh"]),
    ("Văn phòng UBND tỉnh Nghệ An theo dõi.", ["Văn phòng Ủy ban nhân dân tỉnh Nghệ An"]),
    # places act as bodies where their level stands, or where they do something
    (
        "Thí điểm tại tỉnh Ninh Bình (xã Yên Hoà) và TP. HCM.",
        ["Tỉnh Ninh Bình", "Xã Yên Hòa", "Thành phố Hồ Chí Minh"],
    ),
    ("Đà Nẵng đã ban hành đề án.", ["Thành phố Đà Nẵng"]),
    ("Nhiều hộ ở Cà Mau, Hà Giang thanh toán qua mạng.", []),
    ("Thành phố Huế tổ chức hội nghị. Tới đây thành phố sẽ mở thêm điểm.", ["Thành phố Huế"]),
    # where something only is or was, in a row and in an address
    ("Dữ liệu đặt tại Hà Nội và TP. HCM; người dân ở TP Huế nộp hồ sơ.", []),
    ("Cán bộ UBND P. 11, Q. Gò Vấp hướng dẫn. Ở UBND P. 11 có máy quét.", ["Ủy ban nhân dân phường 11, quận Gò Vấp"]),
    (
        "Khách đến Sở Y tế tỉnh Lào Cai. Hai tỉnh Quảng Ninh, Bắc Ninh ký kết.",
        ["Sở Y tế tỉnh Lào Cai", "Tỉnh Quảng Ninh", "Tỉnh Bắc Ninh"],
    ),
    ("Địa chỉ: số 18 Nguyễn Du, Phường Cửa Nam, Thành phố Hà Nội", []),
    # a ward's name ends where its chairman's begins
    ("Chủ tịch UBND xã Yên Hòa Nguyễn Văn Bình tiếp đoàn.", ["Ủy ban nhân dân xã Yên Hòa"]),
    # boards by number, with an abbreviation before their place, of the Prime Minister, and their offices
    ("Ban Chỉ đạo 896 họp. Văn phòng Ban Chỉ đạo báo cáo.", ["Ban Chỉ đạo 896", "Văn phòng Ban Chỉ đạo 896"]),
    (
        "Ban chỉ đạo phát triển chính quyền điện tử (CQĐT) TP Đà Nẵng họp.",
        ["Ban Chỉ đạo phát triển chính quyền điện tử thành phố Đà Nẵng"],
    ),
    ("Tổ công tác của Thủ tướng làm việc. Tổ công tác yêu cầu báo cáo.", ["Tổ công tác của Thủ tướng Chính phủ"]),
    ("Hội đồng tư vấn cải cách thủ tục hành chính họp.", ["Hội đồng tư vấn cải cách thủ tục hành chính"]),
    # police departments by code or by a name with commas
    (
        "Cục Cảnh sát đăng ký, quản lý cư trú và dữ liệu quốc gia về dân cư (C72) thu phí; C03 điều tra.",
        [
            "Cục Cảnh sát đăng ký, quản lý cư trú và dữ liệu quốc gia về dân cư",
            "Cục Cảnh sát điều tra tội phạm về tham nhũng, kinh tế, buôn lậu",
        ],
    ),
    # a centre in small letters with its place, and without it beside the committee whose it is
    ("Thư gửi tới trung tâm hành chính công tỉnh Lai Châu bị lạc.", ["Trung tâm hành chính công tỉnh Lai Châu"]),
    (
        "Ban Chỉ đạo cấp tỉnh về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số đã họp.",
        ["Ban Chỉ đạo cấp tỉnh về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số"],
    ),
    (  # the longest name that was seen
        "Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số, cải cách hành chính và "
        "Đề án 06 tỉnh Nghệ An họp.",
        [
            "Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số, cải cách hành chính "
            "và Đề án 06 tỉnh Nghệ An"
        ],
    ),
    (
        "Ban Chỉ đạo chuyển đổi số, cải cách hành chính và Đề án 06 tỉnh Nghệ An họp.",
        ["Ban Chỉ đạo chuyển đổi số, cải cách hành chính và Đề án 06 tỉnh Nghệ An"],
    ),
    (
        "Trung tâm giới thiệu việc làm tỉnh Nghệ An nhận hồ sơ trợ cấp thất nghiệp qua mạng.",
        ["Trung tâm giới thiệu việc làm tỉnh Nghệ An"],
    ),
    (
        "Đoàn ghé Trung tâm Phục vụ hành chính công, Ủy ban nhân dân phường Yên Hòa.",
        ["Trung tâm Phục vụ hành chính công", "Ủy ban nhân dân phường Yên Hòa"],
    ),
    # the Government in small letters with the country
    ("Hãng xin chính phủ Việt Nam cấp phép, rồi tới chính phủ của hai nước bạn.", ["Chính phủ"]),
    # a firm called by its proper name, a department by half of its own
    ("Công ty TNHH Thương mại Sao Mai nộp thuế. Công ty Sao Mai là đối tác.", ["Công ty TNHH Thương mại Sao Mai"]),
    ("Cục Chuyển đổi số - Cơ yếu họp. Cục Chuyển đổi số báo cáo.", ["Cục Chuyển đổi số - Cơ yếu"]),
    # brands in a row that says they are firms
    ("Nhiều doanh nghiệp công nghệ như Qualcomm, Airbus và Vingroup dự họp.", ["Qualcomm", "Airbus", "Vingroup"]),
    # firms, associations, foreign and international bodies
    ("Công ty Đầu tư quốc tế VNPT ra mắt.", ["Công ty Đầu tư quốc tế VNPT"]),
    ("Tập đoàn FPT và Viettel ký kết.", ["Công ty Cổ phần FPT", "Tập đoàn Công nghiệp - Viễn thông Quân đội"]),
    ("Bộ Ngoại giao Nhật Bản và Chính phủ Hàn Quốc hỗ trợ.", ["Bộ Ngoại giao Nhật Bản", "Chính phủ Hàn Quốc"]),
    ("Bộ Nội vụ và truyền thông Nhật Bản ký bản ghi nhớ.", ["Bộ Nội vụ và truyền thông Nhật Bản"]),
    ("Liên minh nghị sĩ hữu nghị Nhật - Việt tiếp đoàn.", ["Liên minh nghị sĩ hữu nghị Nhật - Việt"]),
    # what an office heads is named; the Prime Minister counts as an office
    ("Bộ trưởng Bộ Y tế báo cáo Thủ tướng.", ["Bộ Y tế", "Thủ tướng Chính phủ"]),
    ("Thứ trưởng Công Thương phát biểu.", ["Bộ Công Thương"]),
    # a surname after a ministry is no further ministry ("Bộ NG"), with diacritics or without
    ("Thu truong Bo Noi vu Nguyen Van Binh tra loi.", ["Bộ Nội vụ"]),
    # and so is the body that another works for
    (
        "Tổ công tác giúp việc Ủy ban Quốc gia về Chính phủ điện tử họp.",
        ["Tổ công tác giúp việc Ủy ban Quốc gia về Chính phủ điện tử", "Ủy ban Quốc gia về Chính phủ điện tử"],
    ),
    # the verb that a name opens with has an object, which ends it nowhere
    ("Vụ Quản lý doanh nghiệp thuộc Bộ Tài chính họp.", ["Vụ Quản lý doanh nghiệp", "Bộ Tài chính"]),
    (
        "Văn phòng Đăng ký đất đai số hóa hồ sơ; Phòng Đăng ký kinh doanh họp; Trung tâm Số hóa tỉnh Hà Giang họp.",
        ["Văn phòng Đăng ký đất đai", "Phòng Đăng ký kinh doanh", "Trung tâm Số hóa tỉnh Hà Giang"],
    ),
    ("Ban Giải phóng mặt bằng thành phố họp bằng hình thức trực tuyến.", ["Ban Giải phóng mặt bằng thành phố"]),
    ("Cục Quản lý hoạt động xây dựng, Cục Điện ảnh báo cáo.", ["Cục Quản lý hoạt động xây dựng", "Cục Điện ảnh"]),
    ("Ban Quản lý các khu công nghiệp tỉnh Bắc Ninh họp.", ["Ban Quản lý các khu công nghiệp tỉnh Bắc Ninh"]),
    (
        "Ban quản lý Chương trình cung cấp nước sạch nông thôn đã họp.",
        ["Ban Quản lý Chương trình cung cấp nước sạch nông thôn"],
    ),
    ("Trung tâm Hỗ trợ doanh nghiệp phía Nam hỗ trợ kê khai thuế.", ["Trung tâm Hỗ trợ doanh nghiệp phía Nam"]),
    # ministries of other countries and of the past, whose names begin as those of today do
    ("Bộ Công nghiệp và thương mại Séc đã mời thầu.", ["Bộ Công nghiệp và thương mại Séc"]),
    ("Bộ Khoa học, Công nghệ và Môi trường đã trình dự án.", ["Bộ Khoa học, Công nghệ và Môi trường"]),
    (
        "Bộ Văn hóa - Thông tin - Thể thao và Du lịch ra đời năm 1990.",
        ["Bộ Văn hóa - Thông tin - Thể thao và Du lịch"],
    ),
    (
        "Bộ Đại học, Trung học chuyên nghiệp và Dạy nghề có hai vụ.",
        ["Bộ Đại học, Trung học chuyên nghiệp và Dạy nghề"],
    ),
    ("Bộ Nội vụ, Tài chính và Tư pháp góp ý.", ["Bộ Nội vụ", "Bộ Tài chính", "Bộ Tư pháp"]),
    ("Bộ Y tế, Bảo hiểm xã hội Việt Nam chia sẻ dữ liệu.", ["Bộ Y tế", "Bảo hiểm xã hội Việt Nam"]),
    # of a time before, where the sentence tells how bodies changed, a short name is no ministry of today
    ("Năm 1987, Bộ Giáo dục hợp nhất thêm hai trường.", ["Bộ Giáo dục"]),
    ("Năm 2024, Bộ Giáo dục thành lập tổ công tác.", ["Bộ Giáo dục và Đào tạo"]),
    ("Năm 1987, học sinh viết thư cho Bộ Giáo dục.", ["Bộ Giáo dục và Đào tạo"]),
    ("Nha Thông tin và Ty Giáo dục lập danh sách.", ["Nha Thông tin", "Ty Giáo dục"]),
    # branches of banks, commands with their number, boards of several ministries
    ("NHNN chi nhánh tỉnh Đồng Nai kiểm tra.", ["Ngân hàng Nhà nước Việt Nam chi nhánh Tỉnh Đồng Nai"]),
    ("Quân khu 7 và Binh đoàn 12 hiệp đồng.", ["Quân khu 7", "Binh đoàn 12"]),
    (
        "Ban liên ngành về hàng rào kỹ thuật trong thương mại họp.",
        ["Ban Liên ngành về hàng rào kỹ thuật trong thương mại"],
    ),
    # ministries in small letters; words that end a name, within one; commas within one; one firm beside another
    ("Văn phòng đề nghị bộ công an góp ý về cơ sở y tế.", ["Bộ Công an"]),
    (
        "Theo đề nghị của Cục trưởng Cục Quản lý nhà và thị trường bất động sản và Giám đốc Sở Tài chính.",
        ["Cục Quản lý nhà và thị trường bất động sản", "Sở Tài chính"],
    ),
    ("Cục Điện ảnh và các bạn trẻ và Sở Tài chính đã họp.", ["Cục Điện ảnh", "Sở Tài chính"]),
    ("Cục Quản lý Khám, chữa bệnh trả lời sáng nay.", ["Cục Quản lý Khám, chữa bệnh"]),
    ("Cục Quản lý phương tiện giao thông đường bộ đã họp.", ["Cục Quản lý phương tiện giao thông đường bộ"]),
    ("Tập đoàn Sovico và Qualcomm ký thỏa thuận.", ["Tập đoàn Sovico"]),
    (
        "Ngân hàng Phát triển Á châu, WHO và UNICEF tài trợ.",
        ["Ngân hàng Phát triển Á châu", "Tổ chức Y tế Thế giới", "Quỹ Nhi đồng Liên hợp quốc"],
    ),
    ("Ban Chính sách, chiến lược Trung ương họp.", ["Ban Chính sách, chiến lược Trung ương"]),
    ("Tổ công tác đổi thành Ủy ban Thống kê Nhà nước.", ["Ủy ban Thống kê Nhà nước"]),
    # parts of a body that stands before; the National Assembly whose committee is named
    ("Bộ Tài chính có văn bản. Thanh tra Bộ theo dõi.", ["Bộ Tài chính", "Thanh tra Bộ Tài chính"]),
    (
        "Bộ Tài chính có văn bản. Chánh Văn phòng Bộ, Vụ trưởng Vụ Pháp chế theo dõi.",
        ["Bộ Tài chính", "Văn phòng Bộ Tài chính", "Vụ Pháp chế"],
    ),
    # provinces that are counted are none of their own
    (
        "Thành phố Huế họp. Nay 21/34 tỉnh, thành phố đã kiểm cây, 9 xã/phường đã trồng, bốn tỉnh đang làm. "
        "Thành phố đã đo cây.",
        ["Thành phố Huế"],
    ),
    ("UBND TP. Huế họp. 12 tỉnh và thành phố đã đo cây; sáu thành phố chưa đo.", ["Ủy ban nhân dân thành phố Huế"]),
    ("Ủy ban Pháp luật và Tư pháp của Quốc hội thẩm tra.", ["Ủy ban Pháp luật và Tư pháp", "Quốc hội"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names(text: str, names: list[str]) -> None:
    assert agency_names(text) == names


NONE = [
    "Đối với cây của các tỉnh Sơn La, Lai Châu: ngày mưa khá nhiều.",
    # a concept, a law's title word, a verb, halves of other words
    "Chính phủ điện tử, Chính phủ số và chính phủ phi giấy tờ là xu thế.",
    "Ban hành Bộ tiêu chí, Bộ chỉ số và Bộ luật mới.",
    "Sở hữu trí tuệ, Vụ án, Hội nghị, Hội thảo, Tổ quốc, Phòng họp.",
    "Người dân dùng dịch vụ CNTT và hưởng chế độ đồng bộ.",
    "Doanh nghiệp, các bộ, ngành và địa phương phối hợp.",
    # a symbol in a number, a photograph's credit, an editor's line
    "Quyết định số 1528/QĐ-UBND và Nghị quyết số 44/NQ-HĐND.",
    "Người dân nộp hồ sơ trực tuyến - Ảnh: TTXVN",
    # services are no firms, and neither are the countries of firms
    "Doanh nghiệp bán hàng trên các trang mạng xã hội như Facebook, Youtube.",
    "Doanh nghiệp của các nước như Singapore và Malaysia.",
    "Hỗ trợ doanh nghiệp, nhất là DNNVV, HTX chuyển đổi số.",
    # a broadcaster's channel
    "Nghe kênh VOV giao thông mỗi sáng.",
    # capitals of a heading tell no name's end
    "NHIỆM VỤ TRỌNG TÂM",
    "PHÁT TRIỂN XÃ HỘI SỐ",
    # what a board is told about; each one's board; a symbol of letters and figures in a number; credits of pictures
    "Báo cáo số 145/TTr-C06 đã gửi.",
    "Người dân quét mã QR (Ảnh minh họa: VOV)",
    "Mỗi nơi lập Ban Chỉ đạo chuyển đổi số cấp xã và UBND 12 xã cử người.",
    # the desk that a dateline names
    "Mở kho dữ liệu dùng chung cho người dân\nBan Thời sự - Thứ Ba, 14/03/2017 19:23\nKho có mười vạn hồ sơ.",
    # what is tried out in an area, a system called a centre
    "Việc thí điểm thẻ thư viện số trên địa bàn tỉnh Ninh Bình còn mới.",
    "Màn hình lấy số từ Trung tâm Thông tin phục vụ chỉ đạo, điều hành.",
    # letters that stand for any body, in an example; what a project builds
    "Tên viết liền không dấu. Ví dụ: Sở KB gửi cho Phòng HC.",
    "Hai bên thúc đẩy dự án Trung tâm Nghiên cứu vật liệu từ tính.",
    "Ủy ban nhân dân các cập phổ biến tới thôn, bản.",
    "Ban Quản lý dự án nghiệm thu từng hạng mục.",
    "Phòng đọc có bộ công cụ, bộ giáo trình; khối lượng sách lớn.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_agency(text: str) -> None:
    assert agency_names(text) == []


ANTECEDENTS = [
    # the last body with this head; the ministry in general is a group
    ("Bộ Y tế công bố số liệu. Bộ đã giao Cục Quản lý Khám, chữa bệnh theo dõi.", "Bộ", "Bộ Y tế"),
    ("Tập đoàn Điện lực Việt Nam báo cáo. Năm nay tập đoàn sẽ số hóa hồ sơ.", "tập đoàn", "Tập đoàn Điện lực Việt Nam"),
    # a bank in general is not the one that rules over all
    ("Ngân hàng TMCP Tiên Phong ra mắt ví. Năm 2025, ngân hàng đã mở 2 triệu tài khoản.", "ngân hàng",
     "Ngân hàng TMCP Tiên Phong"),
    ("Ngân hàng Nhà nước Việt Nam ra thông tư. Theo đó, ngân hàng phải đối chiếu.", "Ngân hàng Nhà nước Việt Nam",
     "Ngân hàng Nhà nước Việt Nam"),
    # an abbreviation that the article defines holds for the article
    ("Hiệp hội Đào tạo và Việc làm CNTT Việt Nam (VITEJA) họp. VITEJA kiến nghị.", "VITEJA",
     "Hiệp hội Đào tạo và Việc làm công nghệ thông tin Việt Nam"),
    (
        "Ban Chỉ đạo cải cách hành chính (sau đây gọi tắt là Ban Chỉ đạo) họp. Ban Chỉ đạo yêu cầu báo cáo.",
        "Ban Chỉ đạo",
        "Ban Chỉ đạo cải cách hành chính",
    ),
    # a board that the article never names in full stands for itself
    ("Phiên họp của Tổ công tác diễn ra chiều nay. Tổ công tác đề nghị bổ sung.", "Tổ công tác", "Tổ công tác"),
    # nor one that somebody was with once, where the text tells no more of it
    (
        "Bộ Y tế họp. Ông Lê Văn An, nguyên Thứ trưởng thường trực Bộ Bưu chính, Viễn thông, dự. Bộ đang soạn thư.",
        "Bộ",
        "Bộ Y tế",
    ),
    (
        "Sở Y tế tỉnh Lào Cai họp. Sở Tư pháp (cũ) đã bàn giao. Sở đã lập tổ kiểm tra.",
        "Sở",
        "Sở Y tế tỉnh Lào Cai",
    ),
    # all of the name but its place belongs to it
    (
        "Trung tâm giới thiệu việc làm tỉnh Lào Cai họp. Sở giao Trung tâm giới thiệu việc làm đưa hồ sơ lên mạng.",
        "Trung tâm giới thiệu việc làm",
        "Trung tâm giới thiệu việc làm tỉnh Lào Cai",
    ),
    # the body that another one took the place of is not meant
    (
        "Ủy ban Quốc gia về Biển đảo ra mắt, được kiện toàn từ Ủy ban Quốc gia về Hải dương. "
        "Ủy ban đã họp phiên đầu.",
        "Ủy ban",
        "Ủy ban Quốc gia về Biển đảo",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "name"), ANTECEDENTS)
def test_antecedents(text: str, printed: str, name: str) -> None:
    last = [found for found in mentioned(text) if found[0] == printed][-1]
    assert last[1] == name


GROUPS = [
    ("Yêu cầu các bộ, ngành, địa phương báo cáo.", ["các bộ, ngành, địa phương"]),
    # two quantifiers are two groups; a body named in the row of nouns is none of them
    (
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung "
        "ương triển khai.",
        ["Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
         "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"],
    ),
    (
        "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh, "
        "thành phố trực thuộc trung ương và các cơ quan, tổ chức có liên quan cùng dự tập huấn.",
        ["Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ",
         "Chủ tịch Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương",
         "các cơ quan, tổ chức có liên quan"],
    ),
    ("Chánh án Tòa án nhân dân các tỉnh, thành phố thực hiện.", ["Chánh án Tòa án nhân dân các tỉnh, thành phố"]),
    ("Chánh án TAND các tỉnh và Chánh án TAND khu vực báo cáo.", ["Chánh án TAND các tỉnh", "Chánh án TAND khu vực"]),
    ("VKSND các tỉnh, thành phố và TAND khu vực 3 cùng ký.", ["VKSND các tỉnh, thành phố"]),
    # of a commune that is any, its chairman bears the work
    ("Chủ tịch UBND xã bố trí máy tính, Chủ tịch UBND đặc khu báo cáo; UBND phường niêm yết.",
     ["Chủ tịch UBND xã", "Chủ tịch UBND đặc khu", "UBND phường"]),
    ("Các sở, ban, ngành tỉnh; UBND các xã, phường thực hiện.", ["Các sở, ban, ngành tỉnh", "UBND các xã, phường"]),
    ("Lãnh đạo các quận, huyện chịu trách nhiệm.", ["Lãnh đạo các quận, huyện"]),
    # look-alikes: cases, seminars, ministers' meetings
    ("Trong các trường hợp này, các hội nghị và các vụ việc được ghi lại.", []),
    ("Phối hợp với các bộ, ngành, Bộ Công an.", ["các bộ, ngành"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "groups"), GROUPS)
def test_groups(text: str, groups: list[str]) -> None:
    assert [name for _, name, kind in mentioned(text) if kind == "group"] == groups


def test_offices_carry_their_body_and_mentions_do_not_overlap() -> None:
    reading = reading_of(
        "Chủ tịch UBND tỉnh Phú Thọ báo cáo Phó Thủ tướng; Giám đốc Sở Y tế, Cục trưởng Cục Viễn thông dự."
    )
    offices = [(m.name, m.role, m.agency) for m in reading.agencies if m.kind == "office"]
    assert offices == [
        ("Chủ tịch UBND tỉnh Phú Thọ", "Chủ tịch", "Ủy ban nhân dân tỉnh Phú Thọ"),
        ("Phó Thủ tướng Chính phủ", "Phó Thủ tướng", None),
        ("Giám đốc Sở Y tế", "Giám đốc", "Sở Y tế"),
        ("Cục trưởng Cục Viễn thông", "Cục trưởng", "Cục Viễn thông"),
    ]
    assert all(a.end <= b.start for a, b in zip(reading.agencies, reading.agencies[1:], strict=False))


LETTER = """ỦY BAN NHÂN DÂN TỈNH LÀO CAI	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 45/KH-UBND	Lào Cai, ngày 12 tháng 3 năm 2024
KẾ HOẠCH
CHUYỂN ĐỔI SỐ NĂM 2024
Điều 1. Công an tỉnh phối hợp với UBND các xã triển khai.
Điều 2. Sở Nội vụ tham mưu UBND tỉnh khen thưởng.
Nơi nhận: - Bộ Khoa học và Công nghệ; - Lưu: VT.
"""


def test_a_document_speaks_for_its_province_and_copies_name_nobody() -> None:
    names = agency_names(LETTER)
    assert names == ["Ủy ban nhân dân tỉnh Lào Cai", "Công an tỉnh Lào Cai", "Sở Nội vụ"]


PROSE = (
    "Uỷ ban Quốc gia về Chuyển đổi số giao Bộ TT&TT, Cục Tin học hoá và UBND tỉnh Thanh Hoá báo cáo. "
    "Bộ trưởng Bộ Công an yêu cầu các bộ, ngành, địa phương; Sở Thông tin và Truyền thông thành phố Đà Nẵng, "
    "Ngân hàng Nhà nước và Ban Chỉ đạo xây dựng Chính phủ điện tử phối hợp."
)


def stripped(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def moved(text: str) -> str:
    return re.sub(r"hoá\b", "hóa", text).replace("Uỷ", "Ủy")


@pytest.mark.parametrize(
    "change",
    [
        stripped,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "  "),
        moved,
    ],
    ids=["stripped", "NFD", "no-break spaces", "double spaces", "moved tone marks"],
)
def test_spelling_does_not_change_the_names(change: Callable[[str], str]) -> None:
    names = [fold(name) for name in agency_names(PROSE)]
    assert len(names) == 8
    assert [fold(name) for name in agency_names(change(PROSE))] == names


def test_wrapped_lines_do_not_change_the_names() -> None:
    lines = [fold(agency.name) for agency in agencies.facts(reading_of(PROSE.replace(" ", "\n"), paragraphs=True))]
    assert lines == [fold(name) for name in agency_names(PROSE)]


@pytest.mark.shared
@pytest.mark.parametrize("how", ["NFD", "no-break spaces"])
def test_real_texts_read_the_same_however_they_are_encoded(shared: Path, how: str) -> None:
    for path in sorted((shared / "articles").glob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text("utf-8"))
        other = unicodedata.normalize("NFD", text) if how == "NFD" else text.replace(" ", "\u00a0")
        assert agency_names(other) == agency_names(text)


def test_evidence_quotes_the_text() -> None:
    reading = reading_of(PROSE.replace(" và ", "\n và "), paragraphs=True)
    for agency in agencies.facts(reading):
        assert agency.evidence
        for evidence in agency.evidence:
            assert reading.source.text[evidence.start : evidence.end] == evidence.quote


def test_bodies_of_a_place_that_other_names_are_part_of() -> None:
    text = (
        "Sở Tài chính phối hợp với VNPT Lâm Đồng và Viettel Thanh Hóa. Xã gửi Văn phòng HĐND và UBND trước ngày 25. "
        "Phòng Kinh tế báo cáo Phòng Văn hóa – Xã hội chậm nhất ngày 28/02. Tập đoàn VNPT dự họp."
    )
    assert agency_names(text) == [
        "Sở Tài chính",
        "VNPT Lâm Đồng",
        "Viettel Thanh Hóa",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "Phòng Kinh tế",
        "Phòng Văn hóa – Xã hội",
        "Tập đoàn Bưu chính Viễn thông Việt Nam",
    ]


def test_a_body_without_its_place_is_the_only_one_of_its_name() -> None:
    text = (
        "Văn Yên tăng cường chuyển đổi số trong hoạt động của HĐND\n28/11/2021\n"
        "HĐND huyện Văn Yên mở phòng họp không giấy. Huyện nằm trong tốp đầu của tỉnh Yên Bái.\n"
    )
    names = [agency.name for agency in extract(read_bytes(text.encode(), "tin.txt")).agencies]
    assert [name for name in names if name.startswith("Hội đồng")] == ["Hội đồng nhân dân huyện Văn Yên"]


def test_a_body_has_one_name_with_the_level_of_its_place_and_without() -> None:
    text = "Tin\n28/11/2021\nSở Tư pháp Hà Nội đã số hóa xong. Sở Tư pháp thành phố Hà Nội quản lý dữ liệu hộ tịch.\n"
    names = [agency.name for agency in extract(read_bytes(text.encode(), "tin.txt")).agencies]
    assert names == ["Sở Tư pháp thành phố Hà Nội"]


def test_two_bodies_that_differ_in_the_level_of_their_place_stay_two() -> None:
    text = (
        "Tin\n28/11/2021\nCông an tỉnh Hà Giang cấp thẻ trước. Công an thành phố Hà Giang làm theo. "
        "Công an Hà Giang trả 400 thẻ.\n"
    )
    names = {agency.name for agency in extract(read_bytes(text.encode(), "tin.txt")).agencies}
    assert {"Công an tỉnh Hà Giang", "Công an thành phố Hà Giang"} <= names
    assert len(names) == 3
