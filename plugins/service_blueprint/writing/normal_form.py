"""The normal form of a file: as its author wrote it, with one way to indent, to space and to quote.

- Two blanks for each level; the hyphens of a list stand two blanks deeper than its key.
- One blank after ``-``, ``:`` and ``,``, none within brackets; values that neighbours align stay aligned.
- Apostrophes for quotation marks where they do.
- One blank line at most, and one between steps that take several lines.
- Two blanks at least before a comment; a comment on a line of its own stands as deep as what it belongs to.

The order of keys, comments, anchors and every line break stay. So ruamel.yaml's round trip does not serve here: it puts
a text of several lines on one, and loses comments between braces.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from service_blueprint.writing.pieces import Piece, UnusualError, block_indent, pieces

STEP = 2
"""Blanks of one level."""
SETTLES = 5
"""How often a text is formed at the most; two times serve nearly always, the second to see that nothing changes."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_BLANK_BEFORE = (",", "}", "]", ":")
_NO_BLANK_AFTER = ("{", "[")
_OPENS_SOMETHING = (":", "-", "{", "[", "")


def normal_form(text: str) -> str:
    """The normal form of a text that can be read as YAML; its line breaks become ``\\n``.

    A text that cannot be brought into it without a change of what it says is returned as it is. Where one line moves,
    what stands on the lines of its step may ask for a blank line that was not needed before; so it is formed again
    until nothing changes.
    """
    for _ in range(SETTLES):
        formed = _formed(text)
        if formed == text:
            break
        text = formed
    return text


def _formed(text: str) -> str:
    unified = re.sub("\r\n?", "\n", text)
    if not unified.endswith("\n"):
        unified += "\n"
    try:
        formed = _Former(unified).form()
    except UnusualError:
        return text
    return formed if _said(formed) == _said(unified) else text


def _said(text: str) -> list[tuple[Any, ...]] | None:
    """What a text says: its values, whether they are quoted, and its anchors, in order; None where it is no YAML."""
    try:
        return [
            (
                type(event),
                getattr(event, "anchor", None),
                getattr(event, "tag", None),
                getattr(event, "value", None),
                bool(getattr(event, "style", None)),
            )
            for event in yaml.parse(text, Loader=_LOADER)
        ]
    except yaml.YAMLError:
        return None


@dataclass(slots=True)
class _Block:
    """An open list or mapping without brackets: its column in the author's text, and in the normal form.

    ``implied`` is a list whose hyphens stand as deep as its key.
    """

    kind: str
    old: int
    new: int
    implied: bool = False


class _Former:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = pieces(text)
        self.aligned = _alignments(self.pieces)
        self.apart = _steps_apart(self.pieces)
        self.lines: list[str] = [""]
        self.blocks: list[_Block] = []
        self.brackets: list[int] = []  # the columns of the open ones, in the normal form

    def form(self) -> str:
        before: Piece | None = None
        for number, piece in enumerate(self.pieces):
            gap = self.text[before.end if before else 0 : piece.start]
            around = list(self.blocks)
            begins_line = before is None or "\n" in gap
            self._close(piece, begins_line)
            column = self._column(piece) if begins_line else -1
            if begins_line:
                self._between(gap, before, around, (piece.column, column), number in self.apart)
                self.lines.append(" " * column)
            else:
                self.lines[-1] += self._blanks(gap, before, piece)
            if piece.opens:
                self.blocks.append(_Block(piece.opens, piece.column, len(self.lines[-1])))
            self._write(piece)
            before = piece
        self._between(self.text[before.end if before else 0 :], before, list(self.blocks), (0, 0), False)
        formed = "\n".join(self.lines).lstrip("\n")
        return (formed if before and _keeps(before) else formed.rstrip("\n")) + "\n"

    def _close(self, piece: Piece, begins_line: bool) -> None:
        """Leave the lists and mappings that end before a piece, and enter a list that only its hyphen tells of."""
        for _ in range(piece.closes):
            if self.blocks[-1].implied:
                self.blocks.pop()
            self.blocks.pop()
        if self.brackets or not self.blocks:
            return
        top = self.blocks[-1]
        if top.implied and begins_line and piece.kind != "-" and piece.column == top.old:
            self.blocks.pop()
        if piece.kind == "-" and not piece.opens and top.kind == "mapping":
            self.blocks.append(_Block("sequence", piece.column, top.new + STEP, implied=True))

    def _column(self, piece: Piece) -> int:
        """Where a piece stands that begins a line."""
        if self.brackets:
            return self.brackets[-1] + (piece.kind not in ("}", "]"))
        if not self.blocks or piece.kind in ("directive", "document"):
            return 0
        starts_entry = piece.kind == "-" or piece.is_key
        return self.blocks[-1].new + (0 if starts_entry and not piece.opens else STEP)

    def _blanks(self, gap: str, before: Piece | None, piece: Piece) -> str:
        """What stands between two pieces of one line."""
        if before is None or before.kind in _NO_BLANK_AFTER:
            return ""
        if piece.kind in _NO_BLANK_BEFORE:
            # The scanner needs a blank where nothing stands for a value, and where a repeated value is a key.
            return " " if before.kind == ":" or (before.kind == "alias" and piece.kind == ":") else ""
        return gap if before.start in self.aligned else " "

    def _between(
        self, gap: str, before: Piece | None, around: list[_Block], follows: tuple[int, int], apart: bool
    ) -> None:
        """Write the comments and blank lines before a piece that begins a line.

        ``follows`` are the piece's columns, the author's and the new one; ``apart`` asks for a blank line.
        """
        beside, *rest = gap.split("\n")
        if before is None:
            rest = [beside, *rest]
        elif beside.strip():
            comment = beside.strip()
            self.lines[-1] += " " * max(2, len(beside) - len(beside.lstrip())) + comment
        written: list[str] = []
        for line in rest[:-1]:
            comment = line.strip()
            if not comment:
                first = not written and (before is None or before.kind in _OPENS_SOMETHING)
                if not first and (not written or written[-1]):
                    written.append("")
                continue
            column = self._comment_column(len(line) - len(line.lstrip()), around, follows)
            written.append(" " * column + comment)
        if apart and "" not in written and not (before and _keeps(before)):
            own = [index for index, line in enumerate(written) if len(line) - len(line.lstrip()) == follows[1]]
            written.insert(own[0] if own else len(written), "")
        self.lines += written

    def _comment_column(self, old: int, around: list[_Block], follows: tuple[int, int]) -> int:
        """Where a comment on a line of its own stands: as deep as the list or mapping at whose depth it was."""
        if self.brackets:
            return self.brackets[-1] + 1
        depths = [*((block.old, block.new) for block in around), follows]
        above = [depth for depth in depths if depth[0] <= old]
        return max(above, key=lambda depth: (depth[0], depth == follows))[1] if above else follows[1]

    def _write(self, piece: Piece) -> None:
        if piece.kind in ("{", "["):
            self.brackets.append(len(self.lines[-1]))
        elif piece.kind in ("}", "]"):
            self.brackets.pop()
        if piece.kind == "block":
            self._write_block(piece)
            return
        if piece.kind in ("plain", "quoted") and "\n" in piece.text:
            self._write_lines(piece.text)
            return
        self.lines[-1] += _quoted(piece.text) if piece.kind == "quoted" else piece.text

    def _write_lines(self, text: str) -> None:
        """Write a text of several lines; YAML takes no notice of how far they are indented."""
        first, *others = _quoted(text).split("\n")
        column = self.brackets[-1] + 1 if self.brackets else (self.blocks[-1].new if self.blocks else 0) + STEP
        self.lines[-1] += _without_end(first)
        self.lines += [_without_end(" " * column + line.lstrip(" \t")) for line in others]

    def _write_block(self, piece: Piece) -> None:
        """Write a ``|`` or ``>`` text; how far its lines stand from its first one is part of it."""
        top = self.blocks[-1] if self.blocks else _Block("", -1, -STEP)
        indent = block_indent(self.text, piece.start, top.old)
        head, *lines = piece.text.split("\n")
        signs, gap, comment = re.findall(r"^(\S+)(\s*)(.*)$", head)[0]
        self.lines[-1] += re.sub(r"\d", str(STEP), signs) + (" " * max(2, len(gap)) + comment if comment else "")
        for line in lines:
            rest = line[indent:]
            self.lines.append(" " * (top.new + STEP) + rest if rest else "")


def _keeps(piece: Piece) -> bool:
    """Whether blank lines behind a piece are part of its text."""
    return piece.kind == "block" and "+" in piece.text.partition("\n")[0].partition("#")[0]


def _without_end(line: str) -> str:
    """A line without the blanks at its end; one behind a backslash belongs to the text."""
    bare = line.rstrip(" \t")
    return line if bare.endswith("\\") else bare


def _quoted(text: str) -> str:
    """A quoted text between apostrophes, where it holds nothing that only quotation marks can hold."""
    inner = text[1:-1]
    return f"'{inner}'" if text[0] == '"' and "\\" not in inner and "'" not in inner else text


def _alignments(all_pieces: list[Piece]) -> set[int]:
    """Where the colons stand whose values are aligned with that of the line above or below."""
    found: dict[int, tuple[int, int, int]] = {}
    depth, line = 0, -1
    for key, colon, value in zip(all_pieces, all_pieces[1:], all_pieces[2:], strict=False):
        depth += (key.kind in ("{", "[")) - (key.kind in ("}", "]"))
        begins_line, line = key.line != line, key.last_line
        beside = key.end == colon.start and value.line == colon.line
        if colon.kind == ":" and key.is_key and begins_line and beside and not depth:
            found[colon.line] = (key.column, value.column, colon.start)
    return {
        start
        for line, (key_column, column, start) in found.items()
        if any(found.get(near, (-1, -1))[:2] == (key_column, column) for near in (line - 1, line + 1))
    }


def _steps_apart(all_pieces: list[Piece]) -> set[int]:
    """The numbers of the hyphens of steps that take several lines, or follow one that does; but not the first's."""
    depth, begun, end = 0, False, len(all_pieces)
    hyphens: list[int] = []
    for number, piece in enumerate(all_pieces):
        top_key = piece.is_key and piece.column == 0
        if begun and top_key:
            end = number
            break
        if top_key and piece.text.strip("'\"") == "steps":
            begun = True
        if begun:
            depth += (piece.kind in ("{", "[")) - (piece.kind in ("}", "]"))
            if piece.kind == "-" and not depth and (not hyphens or piece.column == all_pieces[hyphens[0]].column):
                hyphens.append(number)
    if not hyphens:
        return set()
    spans = [
        all_pieces[last - 1].last_line - all_pieces[first].line
        for first, last in zip(hyphens, [*hyphens[1:], end], strict=True)
    ]
    return {hyphens[index] for index in range(1, len(hyphens)) if spans[index] or spans[index - 1]}
