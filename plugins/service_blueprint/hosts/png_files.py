"""What is said of PNG files while they are made: how far they are, and which letters they lack."""

from collections.abc import Callable
from pathlib import Path

from service_blueprint.pages.pictures import Progress

_SHOWN = 8
_STEP = 10  # files from one line to the next


def progress(say: Callable[[str], None]) -> Progress:
    """Says now and then, and at the end, how many are there."""

    def told(done: int, every: int) -> None:
        if done % _STEP == 0 or done == every:
            say(f"drawing {done} of {every} PNG files")

    return told


def lacking(path: Path | str, letters: str) -> str:
    """Which letters the PNG files of a blueprint's file lack, and what to do."""
    shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:_SHOWN])
    more = f" and {len(letters) - _SHOWN} more" if len(letters) > _SHOWN else ""
    return f"{path}: no font of this machine has {shown}{more}, so the PNG lacks them; install a font that has them"
