"""Small changes in YAML text that leave the rest of it as it is: keys taken out, a list put below a key."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from service_blueprint.errors import ServiceBlueprintError
from service_blueprint.reading.tree import Items, Keys
from service_blueprint.writing.pieces import Piece, pieces

STEP = 2
"""Blanks of one level."""


class UnfitError(ServiceBlueprintError):
    """The text is written in a way in which the change would lose something, such as a comment."""


class Written:
    """A text, taken apart; raises ``UnusualError`` for a rare notation."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = pieces(text)
        self._numbers = {(piece.line, piece.column): number for number, piece in enumerate(self.pieces)}

    def at(self, line: int, column: int) -> int:
        """The number of the piece at a place, by line and column from 1."""
        number = self._numbers.get((line - 1, column - 1))
        if number is None:
            raise UnfitError
        return number

    def closing(self, at: int) -> int:
        """The number of the bracket that closes the one at ``at``."""
        depth = 0
        for number in range(at, len(self.pieces)):
            depth += _step(self.pieces[number])
            if not depth:
                return number
        raise UnfitError


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands from ``start`` to ``end`` in a text, by characters, is to be ``text``."""

    start: int
    end: int
    text: str = ""


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits, of which no two meet; of several at one place the first comes first.

    What would be put into something that goes, goes too.
    """
    gone = {place for edit in edits for place in range(edit.start, edit.end)}
    kept = [edit for edit in edits if edit.end > edit.start or edit.start not in gone]
    for edit in sorted(kept, key=lambda each: each.start)[::-1]:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def without_keys(written: Written, entry: Keys, keys: Collection[str]) -> list[Edit]:
    """The edits that take keys out of a mapping; between braces, where ``do`` alone is left, its text stays alone."""
    if entry.in_braces:
        return [_without_in_braces(written, entry, keys)]
    return [_without_line(written, entry, key) for key in keys]


def wrapped(written: Written, cell: Items, key_column: int) -> list[Edit]:
    """The edits that put ``in-turn`` before a list; ``key_column`` is where its key stands, from 0."""
    text, known = written.text, written.pieces
    at = written.at(cell.line, cell.column)
    first = known[at]
    if first.kind == "[":
        last = known[written.closing(at)]
        return [Edit(first.start, first.start, "{in-turn: "), Edit(last.end, last.end, "}")]
    if first.kind != "-":
        raise UnfitError
    column = first.column if first.column > key_column else key_column + STEP
    shift = " " * (column + STEP - first.column)
    end = at
    while end + 1 < len(known) and not _ends(known, end + 1, first.column):
        end += 1
    start = first.start - first.column
    edits = [Edit(start, start, " " * column + "in-turn:\n")]
    place = start
    for line in text[start : known[end].end].split("\n"):
        edits += [Edit(place, place, shift)] if line.strip() else []
        place += len(line) + 1
    return edits


def _ends(known: Sequence[Piece], at: int, column: int) -> bool:
    """Whether a list of hyphens in ``column`` has ended before a piece."""
    piece = known[at]
    begins_line = piece.line > known[at - 1].last_line
    return begins_line and (piece.column < column or (piece.column == column and piece.kind != "-"))


def _without_in_braces(written: Written, entry: Keys, keys: Collection[str]) -> Edit:
    text, known = written.text, written.pieces
    first = written.at(entry.line, entry.column)
    last = written.closing(first)
    start, end = known[first].start, known[last].end
    if "\n" in text[start:end] or known[first].kind != "{":
        raise UnfitError
    parts: list[list[Piece]] = [[]]
    depth = 0
    for piece in known[first + 1 : last]:
        depth += _step(piece)
        if piece.kind == "," and not depth:
            parts.append([])
        else:
            parts[-1].append(piece)
    kept = [part for part in parts if part and part[0].text.strip("'\"") not in keys]
    if len(kept) == 1 and len(kept[0]) == 3 and kept[0][0].text == "do":
        return Edit(start, end, kept[0][2].text)
    return Edit(start, end, "{" + ", ".join(text[part[0].start : part[-1].end] for part in kept) + "}")


def _without_line(written: Written, entry: Keys, key: str) -> Edit:
    """Takes out a key whose value ends on its line; the line goes with it, or the hyphen stays for the next key."""
    text, known = written.text, written.pieces
    place = entry.entries[key]
    at = written.at(place.line, place.column)
    piece = known[at]
    line_start = text.rfind("\n", 0, piece.start) + 1
    line_end = text.find("\n", piece.start)
    line_end = len(text) if line_end < 0 else line_end
    after = at
    while after + 1 < len(known) and known[after + 1].start < line_end:
        after += 1
    if text[known[after].end : line_end].strip() or known[after].end > line_end or known[after].kind == ":":
        raise UnfitError  # a comment, a value of several lines, or one that stands below
    following = known[after + 1] if after + 1 < len(known) else None
    if following and following.column > piece.column:
        raise UnfitError  # the value goes on below
    if not text[line_start : piece.start].strip():
        return Edit(line_start, min(line_end + 1, len(text)))
    if not following or following.column != piece.column or text[line_end : following.start].strip():
        raise UnfitError
    return Edit(piece.start, following.start)


def _step(piece: Piece) -> int:
    """How much deeper within brackets the pieces behind this one are."""
    return (piece.kind in ("{", "[")) - (piece.kind in ("}", "]"))
