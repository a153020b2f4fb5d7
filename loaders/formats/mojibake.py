"""Vietnamese in UTF-8 that some program read as windows-1252 and saved so: "Bá»™ ThÃ´ng tin" for "Bộ Thông tin".

What is undone is ftfy's business (https://ftfy.readthedocs.io); when it is to be, and whether it could be, is told by
how many words are possible syllables before and after.
"""

from __future__ import annotations

import re

from kg.errors import SourceError
from loaders.formats import legacy

# letters that only Vietnamese has (ạ–ỹ, đ, ơ, ư), misread once, or twice
_TRACES = re.compile("á[º»]|Ã¡Â[º»]|Ä[\u0090\u0091\u2018\ufffd]|Æ[\u00a1\u00b0]")
_FEWEST = 4  # traces; a text may well quote one such word
_SYLLABLES = 0.9  # of the words with marks, from which on a text is Vietnamese as it stands
_PARTED = re.compile(r"\wà (?:ng?|nh|[imopu])\b")  # "hoà n": an editor made the no-break space of "à" a plain one


def undone(text: str, name: str) -> str:
    """The text as it was written, or itself where it is sound.

    Raises SourceError where letters were lost on the way, so that what is left would be read as other words.

    >>> undone("Bá»™ CÃ´ng an chá»§ trÃ¬, bÃ¡o cÃ¡o Thá»§ tÆ°á»›ng", "bao-cao.txt")
    'Bộ Công an chủ trì, báo cáo Thủ tướng'
    """
    if text.isascii() or len(_TRACES.findall(text, 0, legacy.SAMPLE)) < _FEWEST:
        return text
    good, total = legacy.plausibility(text)
    if good >= _SYLLABLES * total:
        return text
    import ftfy

    whole = ftfy.fix_encoding(text)
    if "\ufffd" in whole or not legacy.is_vietnamese(whole) or _PARTED.search(whole):
        raise SourceError(
            f"{name}: this is UTF-8 that was read as windows-1252 and saved so, and letters were lost; "
            "save the original again as UTF-8"
        )
    return whole
