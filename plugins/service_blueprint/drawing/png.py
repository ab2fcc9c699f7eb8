"""A drawing as PNG, without a browser."""

import re
import struct
import zlib
from functools import cache
from importlib.resources import files

import resvg_py

SCALE = 2
MOST_PIXELS = 40_000_000
"""Of a picture: it takes four bytes for each while it is drawn, and few programs open larger ones."""

_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
# The fonts of this package reach from Latin to Cyrillic, and hold what punctuation and signs the tool uses itself.
_BEYOND_OUR_FONTS = 0x0590
_PUNCTUATION_AND_SIGNS = range(0x2000, 0x2300)
_HEADER_END = 33  # PNG's signature of 8 bytes, and its first chunk, IHDR, of 25


def png(svg: str, *, title: str = "", description: str = "") -> bytes:
    """A standalone SVG drawing as PNG at twice its size in px, in light colours, with the fonts of this package.

    One that would have more than ``MOST_PIXELS`` is as large as has so many.
    Text beyond the reach of these fonts (Chinese, Arabic, emoji) is set in the system's fonts where it has any. The
    title and the description stand in the file's text entries (iTXt). Raises ValueError for what is no SVG.
    """
    image = bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=_scale(svg),
            font_files=list(_fonts()),
            font_family="Roboto",
            sans_serif_family="Roboto",
            skip_system_fonts=not _needs_system_fonts(svg),
        )
    )
    entries = b"".join(_entry(key, text) for key, text in (("Title", title), ("Description", description)) if text)
    return image[:_HEADER_END] + entries + image[_HEADER_END:]


def _scale(svg: str) -> float:
    size = _SIZE.search(svg)
    pixels = int(size[1]) * int(size[2]) * SCALE**2 if size else 0
    return SCALE * min(1.0, (MOST_PIXELS / pixels) ** 0.5) if pixels else SCALE


def _needs_system_fonts(svg: str) -> bool:
    """Whether a drawing holds characters for which this package has no font; looking for others takes its time."""
    return any(ord(c) >= _BEYOND_OUR_FONTS and ord(c) not in _PUNCTUATION_AND_SIGNS for c in set(svg))


def _entry(key: str, text: str) -> bytes:
    """A text entry of a PNG file in UTF-8 (W3C, Portable Network Graphics, section 11.3.3.4)."""
    body = b"iTXt" + key.encode("ascii") + b"\0\0\0\0\0" + text.encode("utf-8", "replace")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


@cache
def _fonts() -> tuple[str, ...]:
    folder = files("service_blueprint.drawing").joinpath("fonts")
    return tuple(sorted(str(font) for font in folder.iterdir() if font.name.endswith(".ttf")))
