# /// script
# requires-python = ">=3.11"
# dependencies = ["brotli>=1.1", "fonttools>=4.50"]
# ///
"""Make the small fonts that standalone drawings are painted with.

Run it when the font changes; the results are checked in:

    pip install brotli fonttools
    python tools/make_fonts.py ROBOTO_FOLDER

The folder holds ``Roboto-Regular.ttf`` and ``Roboto-Bold.ttf`` (Debian: fonts-roboto-unhinted; Apache 2.0, see the
LICENSE beside the results). The TrueType files are for PNG, the WOFF2 files for the web.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "plugins" / "service_blueprint" / "drawing" / "fonts"
FACES = ["Roboto-Regular", "Roboto-Bold"]
RANGES = [
    (0x20, 0x17F),  # Latin
    (0x1A0, 0x1B0),  # Vietnamese, with 0x1EA0
    (0x218, 0x21B),  # Romanian
    (0x2C6, 0x2DD),  # free-standing accents
    (0x300, 0x328),  # accents
    (0x37E, 0x3CE),  # Greek
    (0x400, 0x45F),  # Cyrillic of the Slavic languages
    (0x490, 0x4FF),  # Cyrillic of others
    (0x1E80, 0x1E85),  # Welsh
    (0x1E9E, 0x1E9E),  # German capital sharp s
    (0x1EA0, 0x1EF9),
    (0x2010, 0x203E),  # punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2116, 0x2122),  # number and trade mark signs
    (0x2200, 0x22FF),  # mathematics
    (0x25A0, 0x25FF),  # shapes
    (0xFFFD, 0xFFFD),
]


def main(folder: Path) -> None:
    """Write each face as TrueType and as WOFF2; its times stay those of the source, so that the bytes do too."""
    options = Options(hinting=False, layout_features=["kern"], name_IDs=[1, 2, 4, 6, 13, 14])
    for face in FACES:
        font = TTFont(folder / f"{face}.ttf", recalcTimestamp=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
        subsetter.subset(font)
        font.save(TARGET / f"{face}.ttf")
        font.flavor = "woff2"
        font.save(TARGET / f"{face}.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
