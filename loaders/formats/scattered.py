"""Text whose letters with marks stand apart from their words: "T nh ỉ ủ y" for "Tỉnh ủy".

Some programs give a PDF's text in the order in which it was drawn, with letters of a second font behind the others.
Which word each of them belongs to is lost in a plain text; read as it stands, it would give names of nobody.
"""

from __future__ import annotations

import re

from kg.errors import SourceError
from loaders.formats import legacy

# vowels with a tone that are no word alone; "ở", "ý", "ủ", "ổ" and the like are
_ALONE = re.compile(r"(?<!\S)[ảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốỗộớờỡợụứừửữựỳỵỷỹẢẤẦẨẪẬẮẰẲẴẶẸẺẼỀỂỄỆỈỊỌỎỐỖỘỚỜỠỢỤỨỪỬỮỰỲỴỶỸ](?!\S)")
_WORD = re.compile(r"\S+")
_FEWEST = 12  # a heading may be set with spaces between its letters
_SHARE = 0.04  # of the words


def refuse(text: str, where: str) -> None:
    """Raises SourceError where the letters with marks stand apart from their words all over the text."""
    alone = len(_ALONE.findall(text, 0, legacy.SAMPLE))
    if alone < _FEWEST or alone < _SHARE * len(_WORD.findall(text, 0, legacy.SAMPLE)):
        return
    raise SourceError(
        f"{where}: letters with marks stand apart from their words (“T nh ỉ” for “Tỉnh”), so that words cannot be "
        "told; give the DOCX or HTML of the document, or run text recognition over its pages (for example ocrmypdf "
        "-l vie --force-ocr)"
    )
