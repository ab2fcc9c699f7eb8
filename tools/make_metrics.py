# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools>=4.50"]
# ///
"""Make the table of character widths that the layout measures text by.

Run it when the font changes; the result is checked in:

    pip install fonttools
    python tools/make_metrics.py ROBOTO_FOLDER DEJAVU_FOLDER

The folders hold ``Roboto-Regular.ttf``, ``Roboto-Bold.ttf``, ``DejaVuSans.ttf`` and ``DejaVuSans-Bold.ttf``
(Debian: fonts-roboto-unhinted, fonts-dejavu-core). Roboto is the font of Material for MkDocs. DejaVu Sans, a wide
font, stands in for whatever font a reader's machine has for the scripts and signs that Roboto lacks.
"""

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "plugins/service_blueprint/layout/metrics/widths.json"
FACES = {"regular": ("Roboto-Regular.ttf", "DejaVuSans.ttf"), "bold": ("Roboto-Bold.ttf", "DejaVuSans-Bold.ttf")}
EM = 1000  # the table's units in one em

FROM_ROBOTO = [(0x20, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x2BFF), (0xFB00, 0xFB06)]
# Armenian, Hebrew, Arabic, Georgian; arrows, mathematics, shapes and other signs.
FROM_DEJAVU = [(0x530, 0x5FF), (0x600, 0x6FF), (0x10A0, 0x10FF), (0x2000, 0x2BFF)]


def widths(font: TTFont, ranges: list[tuple[int, int]]) -> dict[str, int]:
    """Each character of the ranges that takes room and that the font has, with its advance in 1/1000 em."""
    scale = EM / font["head"].unitsPerEm
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    return {
        chr(code): round(advances[glyphs[code]][0] * scale)
        for first, last in ranges
        for code in range(first, last + 1)
        if code in glyphs and takes_room(chr(code))
    }


def takes_room(character: str) -> bool:
    """False for marks, controls and format characters, and for emoji and CJK, which text.py measures by rule."""
    return unicodedata.category(character)[0] not in "MC" and unicodedata.east_asian_width(character) not in "WF"


def joined_widths(font: TTFont) -> dict[str, int]:
    """Each Arabic letter with the mean advance of the shapes that it has inside a word, in 1/1000 em."""
    scale = EM / font["head"].unitsPerEm
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    shapes: dict[str, list[int]] = defaultdict(list)
    for code in range(0xFB50, 0xFEFD):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if form in ("<initial>", "<medial>", "<final>") and len(letters) == 1 and code in glyphs:
            shapes[chr(int(letters[0], 16))].append(advances[glyphs[code]][0])
    return {letter: round(sum(found) / len(found) * scale) for letter, found in shapes.items()}


def by_width(table: dict[str, int]) -> dict[str, str]:
    """The table turned round, the narrowest first: a width, and all characters that have it."""
    groups: dict[int, list[str]] = defaultdict(list)
    for character, width in table.items():
        groups[width].append(character)
    return {str(width): "".join(sorted(groups[width])) for width in sorted(groups)}


def main(roboto_folder: Path, dejavu_folder: Path) -> None:
    """Write the table."""
    faces = {}
    for face, (roboto_name, dejavu_name) in FACES.items():
        dejavu = TTFont(dejavu_folder / dejavu_name)
        roboto = TTFont(roboto_folder / roboto_name)
        others = widths(dejavu, FROM_DEJAVU) | joined_widths(dejavu)
        others |= {sign: max(width, EM) for sign, width in others.items() if sign >= "\u2190"}  # so wide in Arial
        faces[face] = by_width(others | widths(roboto, FROM_ROBOTO))
    text = json.dumps({"em": EM, **faces}, ensure_ascii=False, indent=1)
    TARGET.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
