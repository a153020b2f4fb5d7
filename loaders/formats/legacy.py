"""Vietnamese in the 8-bit fonts from before Unicode: TCVN3 (.VnTime, "ABC"), VNI, and how to recognise them.

Such text reaches us in two ways: as bytes of an 8-bit file, or as Unicode that somebody made by reading those bytes as
Latin-1 ("Bé Th«ng tin vµ TruyÒn th«ng"). Both are told by the same measure: under the right map nearly every word with
a diacritic is a possible Vietnamese syllable, under a wrong one hardly any is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# TCVN 5712:1993, VN3: the letters of one font; capitals with a tone mark come from a second font of capitals (.VnTimeH)
_TCVN3_BYTES = {
    0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ", 0xA8: "ă", 0xA9: "â", 0xAA: "ê",
    0xAB: "ô", 0xAC: "ơ", 0xAD: "ư", 0xAE: "đ", 0xB5: "à", 0xB6: "ả", 0xB7: "ã", 0xB8: "á", 0xB9: "ạ", 0xBB: "ằ",
    0xBC: "ẳ", 0xBD: "ẵ", 0xBE: "ắ", 0xC6: "ặ", 0xC7: "ầ", 0xC8: "ẩ", 0xC9: "ẫ", 0xCA: "ấ", 0xCB: "ậ", 0xCC: "è",
    0xCE: "ẻ", 0xCF: "ẽ", 0xD0: "é", 0xD1: "ẹ", 0xD2: "ề", 0xD3: "ể", 0xD4: "ễ", 0xD5: "ế", 0xD6: "ệ", 0xD7: "ì",
    0xD8: "ỉ", 0xDC: "ĩ", 0xDD: "í", 0xDE: "ị", 0xDF: "ò", 0xE1: "ỏ", 0xE2: "õ", 0xE3: "ó", 0xE4: "ọ", 0xE5: "ồ",
    0xE6: "ổ", 0xE7: "ỗ", 0xE8: "ố", 0xE9: "ộ", 0xEA: "ờ", 0xEB: "ở", 0xEC: "ỡ", 0xED: "ớ", 0xEE: "ợ", 0xEF: "ù",
    0xF1: "ủ", 0xF2: "ũ", 0xF3: "ú", 0xF4: "ụ", 0xF5: "ừ", 0xF6: "ử", 0xF7: "ữ", 0xF8: "ứ", 0xF9: "ự", 0xFA: "ỳ",
    0xFB: "ỷ", 0xFC: "ỹ", 0xFD: "ý", 0xFE: "ỵ",
}  # fmt: skip
TCVN3 = {chr(byte): letter for byte, letter in _TCVN3_BYTES.items()}
_TCVN3_TABLE = str.maketrans(TCVN3)

# VNI Windows: a vowel keeps its ASCII letter and is followed by one sign for quality and tone; some letters are single
_VNI_SIGNS = {
    "a": dict(zip("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ", strict=True)),
    "e": dict(zip("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ", strict=True)),
    "o": dict(zip("ùøûõïâáàåãä", "óòỏõọôốồổỗộ", strict=True)),
    "u": dict(zip("ùøûõï", "úùủũụ", strict=True)),
    "y": dict(zip("ùøûõ", "ýỳỷỹ", strict=True)),
    "ô": dict(zip("ùøûõï", "ớờởỡợ", strict=True)),
    "ö": dict(zip("ùøûõï", "ứừửữự", strict=True)),
}
_VNI_SINGLE = dict(zip("íìæóòîôöñ", "íìỉĩịỵơưđ", strict=True))


def _vni() -> dict[str, str]:
    table = {}
    for vowel, signs in _VNI_SIGNS.items():
        for sign, letter in signs.items():
            table[vowel + sign] = letter
            for capital_sign in {sign, sign.upper()}:
                table[vowel.upper() + capital_sign] = letter.upper()
    for sign, letter in _VNI_SINGLE.items():
        table[sign] = letter
        table[sign.upper()] = letter.upper()
    return table


VNI = _vni()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """TCVN3 letters, read as Latin-1, as Unicode.

    >>> from_tcvn3("Bé Th«ng tin vµ TruyÒn th«ng")
    'Bộ Thông tin và Truyền thông'
    """
    return text.translate(_TCVN3_TABLE)


def from_vni(text: str) -> str:
    """VNI letters, read as Latin-1, as Unicode.

    >>> from_vni("Boä Thoâng tin vaø Truyeàn thoâng")
    'Bộ Thông tin và Truyền thông'
    """
    return _VNI_PATTERN.sub(lambda match: VNI[match[0]], text)


def by_font(font: str | None, text: str) -> str:
    """`text` of a run set in `font`: converted where the font is a legacy one (".VnTime", ".VnArialH", "VNI-Times").

    >>> by_font(".VnTimeH", "quyÕt ®Þnh"), by_font("Times New Roman", "quyết định")
    ('QUYẾT ĐỊNH', 'quyết định')
    """
    if not font or not text:
        return text
    name = font.rpartition("+")[2].casefold()  # a PDF names a subset "ABCDEF+.VnTime"
    if name.startswith(".vn"):
        converted = from_tcvn3(text)
        return converted.upper() if name.rstrip("bi-,").endswith("h") else converted
    return from_vni(text) if name.startswith("vni") and "unicode" not in name else text


# ── what a Vietnamese syllable can be ────────────────────────────────────────────────────────────────────────────────

_ONSETS = "ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx]"
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang
    oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp
    ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up
    ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm
    yên yêng yêt yêu
""".split()  # noqa: SIM905
_SYLLABLE = re.compile(f"(?:{_ONSETS})?(?:{'|'.join(sorted(_RIMES, key=len, reverse=True))}|đ)")
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~“”‘’–—…•ºª°\ue000-\uf8ff]+")
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_VIETNAMESE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
SAMPLE = 20_000  # characters are enough to tell
_FEWEST_WORDS = 4
_SURE = 0.9


def _plausible(word: str) -> bool:
    word = word.lower() if word[1:].islower() or word.isupper() or len(word) == 1 else word
    bare = unicodedata.normalize("NFD", word).translate(_TONES)
    if len(unicodedata.normalize("NFD", word)) - len(bare) > 1:  # two tones
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def plausibility(text: str) -> tuple[int, int]:
    """Of the words with a letter beyond ASCII, how many can be Vietnamese syllables, and how many there are.

    >>> plausibility("Bộ Thông tin và Truyền thông"), plausibility("Bé Th«ng tin vµ TruyÒn th«ng")
    ((5, 5), (1, 5))
    """
    words = [word for word in _WORD.findall(text[:SAMPLE]) if not word.isascii()]
    return sum(map(_plausible, words)), len(words)


def is_vietnamese(text: str) -> bool:
    """Whether nearly all words with a letter beyond ASCII are possible syllables, and there are some."""
    good, total = plausibility(text)
    return total >= _FEWEST_WORDS and good >= _SURE * total


_READINGS: tuple[tuple[str, Callable[[str], str]], ...] = (("TCVN3", from_tcvn3), ("VNI", from_vni))


def repair(text: str) -> tuple[str, str | None]:
    """`text` with the encoding's name where it is TCVN3 or VNI read as Latin-1, else itself and None.

    A text that has a letter which only Unicode Vietnamese has is never touched.

    >>> repair("ChÝnh phñ giao Bé C«ng an chñ tr×")[0]
    'Chính phủ giao Bộ Công an chủ trì'
    >>> repair("Chính phủ giao Bộ Công an"), repair("Le décret a été publié à Genève")[1]
    (('Chính phủ giao Bộ Công an', None), None)
    """
    if text.isascii() or _VIETNAMESE_ONLY.search(text):
        return text, None
    good, total = plausibility(text)
    if total < _FEWEST_WORDS or good >= _SURE * total:
        return text, None
    for name, convert in _READINGS:
        if is_vietnamese(convert(text[:SAMPLE])):
            return convert(text), name
    return text, None
