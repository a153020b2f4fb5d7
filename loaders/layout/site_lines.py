"""Lines of a site that stand beside its article: counters, buttons, the imprint, headlines of other news."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.tables import phrases

_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 160
_ROOM = 60  # characters that such a line has beside the words that it begins with
_LICENCE = re.compile(
    r"giay phep\b[^.;]{0,60}\d+\s?/\s?gp\b.{0,120}|giay phep\b[^.;]{0,80}\bcap (?:lai )?ngay [\d/. -]{6,14}\.?"
)
_OTHERS = re.compile(
    r"(?:(?:cac )?(?:tin|bai)(?: viet| tuc)?(?: bai)? (?:lien quan|khac|cung chuyen muc|da dua|doc nhieu)"
    r"|cung chuyen muc|(?:co the )?ban (?:quan tam|co the (?:quan tam|thich))"
    r"|(?:doc|xem|tham khao) (?:nhieu(?: nhat)?|them)"
    r"|(?:tin|bai|noi dung|chu de) (?:moi|hot|noi bat|lien quan|goi y|de xuat)(?: nhat| khac)?)\s*[:>»]*"
)
_MOST = 12  # headlines of other news in one box


@dataclass(slots=True)
class Beside:
    """One pass over the lines of a text, which remembers whether it is within a box of other news."""

    _left: int = 0  # so many headlines may still follow

    def is_line(self, text: str, *, official: bool = False) -> bool:
        """Whether a line, folded, is none of the article; `official` texts have no boxes of news.

        >>> beside = Beside()
        >>> [beside.is_line(line) for line in ("tin lien quan", "bo y te lap so suc khoe", "bo y te da hop hom qua.")]
        [True, True, False]
        """
        words = text.lstrip("•-*·|> \t")
        if _OTHERS.fullmatch(words) and not official:
            self._left = _MOST
            return True
        if self._left and len(text) <= _LONGEST and text[-1] not in ".;:,":
            self._left -= 1
            return True
        self._left = 0
        return _is_furniture(text, words)


def _is_furniture(text: str, words: str) -> bool:
    if not _LETTER.search(text):
        return True
    known = phrases("boilerplate")
    if len(words) > _LONGEST or not words.startswith(known):
        return False
    if _LICENCE.fullmatch(words):
        return True
    return any(
        words.startswith(phrase)
        and len(words) < len(phrase) + _ROOM
        and not words[len(phrase) : len(phrase) + 1].isalnum()
        for phrase in known
    )
