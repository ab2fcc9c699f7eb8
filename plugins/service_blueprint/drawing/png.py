"""A drawing as PNG, without a browser."""

import re
import struct
import zlib

import resvg_py

from service_blueprint.drawing.letters import beyond_our_fonts, font_files

SCALE = 2
MOST_PIXELS = 40_000_000
"""Of a picture: it takes four bytes for each while it is drawn, and few programs open larger ones."""

_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_HEADER_END = 33  # PNG's signature of 8 bytes, and its first chunk, IHDR, of 25
_RIGHT_TO_LEFT = re.compile(r'(<text [^<>]*direction="rtl"[^<>]*)>([^<]*)')
_EMBEDDED = "\u202b{}\u202c"  # RIGHT-TO-LEFT EMBEDDING, POP DIRECTIONAL FORMATTING
# Where resvg itself looks for a font that has a letter, it takes a bold one as well for plain text.
_FONTS = "'DejaVu Sans', 'Segoe UI', Arial, 'Noto Sans Hebrew', 'Noto Sans Arabic', Roboto"


def png(svg: str, *, title: str = "", description: str = "") -> bytes:
    """A standalone SVG drawing as PNG at twice its size in px, in light colours, with the fonts of this package.

    One that would have more than ``MOST_PIXELS`` is as large as has so many. Letters beyond these fonts (Chinese,
    Arabic, emoji) are set in the system's fonts, and left out where it has none: ``letters.unpainted`` tells which. The
    title and the description stand in the file's text entries (iTXt). Raises ValueError for what is no SVG.
    """
    image = bytes(
        resvg_py.svg_to_bytes(
            svg_string=_directed(svg),
            zoom=_scale(svg),
            font_files=list(font_files()),
            font_family="Roboto",
            sans_serif_family="Roboto",
            # Looking for others takes its time.
            skip_system_fonts=not beyond_our_fonts(svg),
        )
    )
    entries = b"".join(_entry(key, text) for key, text in (("Title", title), ("Description", description)) if text)
    return image[:_HEADER_END] + entries + image[_HEADER_END:]


def _directed(svg: str) -> str:
    """With right-to-left text in fonts that have it, and its direction said by characters: resvg knows no attribute."""
    return _RIGHT_TO_LEFT.sub(
        lambda found: f'{found[1]} font-family="{_FONTS}">{_EMBEDDED.format(found[2])}',
        svg,
    )


def _scale(svg: str) -> float:
    size = _SIZE.search(svg)
    pixels = int(size[1]) * int(size[2]) * SCALE**2 if size else 0
    return SCALE * min(1.0, (MOST_PIXELS / pixels) ** 0.5) if pixels else SCALE


def _entry(key: str, text: str) -> bytes:
    """A text entry of a PNG file in UTF-8 (W3C, Portable Network Graphics, section 11.3.3.4)."""
    body = b"iTXt" + key.encode("ascii") + b"\0\0\0\0\0" + text.encode("utf-8", "replace")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
