"""Which letters of a drawing can be painted as PNG: those for which a font is at hand.

resvg paints nothing where no font has a letter, and says so only in its log. So letters are painted by it, each in a
row of a small picture of its own, and where a row stays empty there is no font.
"""

import re
import struct
import unicodedata
import zlib
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files

import resvg_py

from service_blueprint.drawing.svg import content

_TEXT = re.compile(r"<text\b[^<>]*>([^<]*)</text>")
_PLAIN = re.compile(r"[\x00-\x7f]+")
# Letters that are there and show nothing: the fillers of Korean, and the empty cell of Braille.
_EMPTY = "\u115f\u1160\u3164\uffa0\u2800"
_FAR = "\u2300"  # from here on our fonts have next to nothing
_ROW, _WIDTH = 16, 24  # px
_MOST = 256  # letters that are painted: where all fonts have to be gone through for one, it takes about a ms
_SIGNATURE = 8  # the bytes before the first chunk of a PNG


@cache
def font_files() -> tuple[str, ...]:
    """The fonts of this package, by which texts are measured."""
    folder = files("service_blueprint.drawing").joinpath("fonts")
    return tuple(sorted(str(font) for font in folder.iterdir() if font.name.endswith(".ttf")))


def beyond_our_fonts(svg: str) -> str:
    """The letters of a drawing's texts for which this package has no font, in order; the system may have one."""
    letters = _letters(svg)
    near = letters[: bisect_left(letters, _FAR)]
    return _unpainted(near[:_MOST], system=False) + near[_MOST:] + letters[len(near) :]


def unpainted(svg: str) -> str:
    """The letters of a drawing's texts for which there is no font at all, in order."""
    return _unpainted(beyond_our_fonts(svg)[:_MOST], system=True)


def _letters(svg: str) -> str:
    """What shows by itself of all texts, each once: no spaces, marks on letters, joiners and other signs of control."""
    found = {letter for text in _TEXT.findall(svg) for letter in _PLAIN.sub("", text)}
    return "".join(sorted(each for each in found if unicodedata.category(each)[0] not in "ZM" and _shows(each)))


def _shows(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf") and letter not in _EMPTY


@lru_cache(maxsize=256)
def _unpainted(letters: str, *, system: bool) -> str:
    if not letters:
        return ""
    rows = "".join(
        f'<text x="6" y="{number * _ROW + 10}">{content(letter)}</text>' for number, letter in enumerate(letters)
    )
    size = f'width="{_WIDTH}" height="{_ROW * len(letters)}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Roboto" font-size="6">{rows}</svg>'
    image = resvg_py.svg_to_bytes(
        svg_string=svg, font_files=list(font_files()), font_family="Roboto", skip_system_fonts=not system
    )
    lines = _lines(bytes(image))
    height = (4 * _WIDTH + 1) * _ROW
    return "".join(
        letter for number, letter in enumerate(letters) if not _painted(lines[number * height : (number + 1) * height])
    )


def _painted(lines: bytes) -> bool:
    """Whether anything is on some lines. Whatever a line is filtered by, an empty one below another is all zero."""
    length = 4 * _WIDTH + 1
    return any(any(lines[start + 1 : start + length]) for start in range(0, len(lines), length))


def _lines(image: bytes) -> bytes:
    """The lines of a PNG, four bytes for each px, with the number of its filter before each."""
    data = b""
    at = _SIGNATURE
    while at < len(image):
        (length,) = struct.unpack_from(">I", image, at)
        if image[at + 4 : at + 8] == b"IDAT":
            data += image[at + 8 : at + 8 + length]
        at += 12 + length
    return zlib.decompress(data)
