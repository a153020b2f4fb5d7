"""A small PDF writer for tests: text where it is put, drawn lines, pictures; no font file is needed.

Letters are codes of an unembedded font, and a ToUnicode map says which letter each code is: enough for text extraction,
and every character is half its type size wide, so that places can be reckoned.
"""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass, field


@dataclass
class Paper:
    """A PDF being written. Coordinates are in points from the top left; `size` is the type size."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    pages: list[list[str]] = field(default_factory=list)
    sizes: list[tuple[float, float]] = field(default_factory=list)
    pictures: set[int] = field(default_factory=set)
    fonts: dict[str, dict[str, int]] = field(default_factory=dict)
    title: str = ""

    def page(self, *, turned: bool | None = None) -> Paper:
        """Begins a page; `turned` says whether it is wider than high, by default like the one before."""
        if turned is not None and turned != (self.width > self.height):
            self.width, self.height = self.height, self.width
        self.pages.append([])
        self.sizes.append((self.width, self.height))
        return self

    def text(self, x: float, y: float, words: str, size: float = 12, font: str = "Helvetica") -> Paper:
        """Writes words on a baseline."""
        at = x
        name, run = "", ""
        for char in words:
            own = self._font(char, font)
            if own != name:
                self._show(at - len(run) * size / 2, y, run, size, name)
                name, run = own, ""
            run += char
            at += size / 2
        self._show(at - len(run) * size / 2, y, run, size, name)
        return self

    def borrowed(self, x: float, y: float, words: str, size: float = 12) -> Paper:
        """Writes words as a program does whose font lacks the letters with marks: those behind the others, each alone.

        The font may have no more than 200 letters.
        """
        lacking = [len(unicodedata.normalize("NFD", char)) > 1 for char in words]
        own = [char for char, lacks in zip(words, lacking, strict=True) if not lacks]
        if own:
            name = {self._font(char, "Helvetica") for char in own}.pop()
            begin = lacking.index(False)
            shown = "".join(
                " -500 " if lacks else f"<{self.fonts[name][char]:02X}>"
                for char, lacks in zip(words[begin:], lacking[begin:], strict=True)
            )
            place = f"1 0 0 1 {x + begin * size / 2:.2f} {self.height - y:.2f}"
            number = list(self.fonts).index(name)
            self.pages[-1].append(f"BT /F{number} {size} Tf {place} Tm [{shown}] TJ ET")
        for at, char in enumerate(words):
            if lacking[at]:
                self.text(x + at * size / 2, y, char, size, "Times")
        return self

    def _font(self, char: str, font: str) -> str:
        for name, codes in self.fonts.items():
            if name.split("#")[0] == font and (char in codes or len(codes) < 200):
                codes.setdefault(char, 32 if char == " " else 33 + len(codes))
                return name
        name = f"{font}#{len(self.fonts)}"
        self.fonts[name] = {char: 32 if char == " " else 33}
        return name

    def _show(self, x: float, y: float, run: str, size: float, font: str) -> None:
        if run:
            codes = "".join(f"{self.fonts[font][c]:02X}" for c in run)
            number = list(self.fonts).index(font)
            # on a page that is turned for display, text stands upright as shown
            place = f"0 1 -1 0 {y:.2f} {x:.2f}" if self.rotate == 90 else f"1 0 0 1 {x:.2f} {self.height - y:.2f}"
            self.pages[-1].append(f"BT /F{number} {size} Tf {place} Tm <{codes}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Paper:
        """Draws a line."""
        self.pages[-1].append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Paper:
        """Draws the rules of a table."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def picture(self) -> Paper:
        """Fills the page with a picture, as a scanner does."""
        self.pictures.add(len(self.pages) - 1)
        self.pages[-1].append(f"q {self.width} 0 0 {self.height} 0 0 cm /Im Do Q")
        return self

    def bytes(self, *, locked: bool = False) -> bytes:
        """The file; `locked` with a password that nobody knows."""
        objects: list[bytes] = []

        def add(body: str | bytes) -> int:
            objects.append(body.encode() if isinstance(body, str) else body)
            return len(objects)

        def stream(data: bytes, entries: str = "") -> bytes:
            packed = zlib.compress(data)
            head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode()
            return head + packed + b"\nendstream"

        font_numbers = []
        for name, codes in self.fonts.items():
            lines = "\n".join(
                f"<{code:02X}> <{char.encode('utf-16-be', 'surrogatepass').hex()}>" for char, code in codes.items()
            )
            cmap = (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
                f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(codes)} beginbfchar\n{lines}\nendbfchar\n"
                "endcmap end end"
            )
            unicode = add(stream(cmap.encode()))
            widths = " ".join(["500"] * 224)
            base = name.split("#")[0]
            font_numbers.append(
                add(
                    f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /FirstChar 32 /LastChar 255 /Widths [{widths}] "
                    f"/ToUnicode {unicode} 0 R /Encoding /WinAnsiEncoding >>"
                )
            )
        image = add(stream(b"\x80" * 64, "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray "
                                          "/BitsPerComponent 8"))  # fmt: skip
        fonts = " ".join(f"/F{i} {number} 0 R" for i, number in enumerate(font_numbers))
        tree = len(objects) + 2 * len(self.pages) + 1
        kids = []
        for content, (width, height) in zip(self.pages, self.sizes, strict=True):
            body = add(stream("\n".join(content).encode()))
            kids.append(
                add(
                    f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {width} {height}] "
                    f"/Rotate {self.rotate} /Contents {body} 0 R "
                    f"/Resources << /Font << {fonts} >> /XObject << /Im {image} 0 R >> >> >>"
                )
            )
        add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>")
        catalog = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
        info = add(f"<< /Title <FEFF{self.title.encode('utf-16-be', 'surrogatepass').hex()}> >>")
        extra = f" /Info {info} 0 R"
        if locked:
            lock = add(f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>")
            extra += f" /Encrypt {lock} 0 R /ID [<{'43' * 16}> <{'43' * 16}>]"
        out = b"%PDF-1.4\n"
        places = []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        size = len(objects) + 1
        end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root {catalog} 0 R{extra}"
        return out + f"{end} >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
