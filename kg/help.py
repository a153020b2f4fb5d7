"""How a command is to be written, told in the language of answers: usage, options, commands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import click

from kg import config
from kg.errors import KgError

_FORMS = {
    "[OPTIONS]": "[TÙY CHỌN]", "COMMAND [ARGS]": "LỆNH [THAM SỐ]", "INTEGER RANGE": "SỐ NGUYÊN", "FLOAT RANGE": "SỐ",
    "INTEGER": "SỐ NGUYÊN", "FLOAT": "SỐ", "TEXT": "CHỮ", "PATH": "ĐƯỜNG DẪN", "FILE": "TỆP", "DIRECTORY": "THƯ MỤC",
    "SOURCE": "NGUỒN", "NUMBER": "SỐ", "NAME=VALUE": "TÊN=GIÁ TRỊ", "NAME": "TÊN", "DIR": "THƯ MỤC", "DATE": "NGÀY",
    "FOLDER": "THƯ MỤC", "ID": "ID",
}  # fmt: skip
_FORM = re.compile("|".join(rf"(?<![\w.-]){re.escape(form)}(?![\w-])" for form in _FORMS))
ARGUMENTS = "kg.arguments"  # under what a context keeps the words of the command, for where they cannot be read


class Context(click.Context):
    """A context whose help is in the language of answers."""

    def make_formatter(self) -> click.HelpFormatter:
        root = self.find_root()
        return Formatter(self.terminal_width, self.max_content_width, language(root, root.meta.get(ARGUMENTS, [])))


class Formatter(click.HelpFormatter):
    """Help as click lays it out, in a language."""

    def __init__(self, width: int | None, max_width: int | None, lang: str) -> None:
        super().__init__(width=width, max_width=max_width)
        self.lang = lang

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, forms(args, self.lang), prefix or ("Cách dùng: " if self.lang == "vi" else None))

    def write_heading(self, heading: str) -> None:
        super().write_heading(told(heading, self.lang))

    def write_text(self, text: str) -> None:
        parts = (" ".join(part.split()) for part in text.split("\n\n"))
        super().write_text("\n\n".join(told(part, self.lang) for part in parts))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        said = [(forms(first, self.lang), told(second, self.lang)) for first, second in rows]
        super().write_dl(said, col_max, col_spacing)


def told(text: str, lang: str) -> str:
    """A heading or explanation in a language.

    >>> told("Seconds for a query.  [default: 10.0; x>0]", "vi")
    'Số giây cho một truy vấn.  [mặc định: 10.0; x>0]'
    """
    from kg import messages

    return messages.helped(" ".join(text.split()) if "  [" not in text else text, lang)


def forms(text: str, lang: str) -> str:
    """The words that stand for values, in a language.

    >>> forms("[OPTIONS] SOURCE...", "vi"), forms("--limit INTEGER RANGE", "vi"), forms("--kind TEXT", "en")
    ('[TÙY CHỌN] NGUỒN...', '--limit SỐ NGUYÊN', '--kind TEXT')
    """
    return _FORM.sub(lambda form: _FORMS[form[0]], text) if lang == "vi" else text


def language(context: click.Context | None, args: Sequence[str]) -> str:
    """The language of answers, also where the command could not be read: as it is set, or as the words ask for it."""
    if context is not None and isinstance(context.obj, config.Config):
        return context.obj.lang
    asked = [one.partition("=")[2] for one in args if one.startswith("--lang=")]
    asked += [after for one, after in pairwise(args) if one == "--lang"]
    try:
        return config.load(lang=next((one for one in asked if one in config.LANGUAGES), None)).lang
    except (KgError, PermissionError):
        return "vi"
