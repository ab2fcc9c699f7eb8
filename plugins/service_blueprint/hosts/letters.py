"""That a PNG lacks letters, in one line."""

from pathlib import Path

_SHOWN = 8


def lacking(path: Path | str, letters: str) -> str:
    """Which letters the PNG files of a blueprint's file lack, and what to do."""
    shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:_SHOWN])
    more = f" and {len(letters) - _SHOWN} more" if len(letters) > _SHOWN else ""
    return f"{path}: no font of this machine has {shown}{more}, so the PNG lacks them; install a font that has them"
