"""Faults of style sheets: ``python tools/lint_css.py FILE...``, exit status 1 where there is one.

Told are what cannot be read, a rule that says nothing, and a property that stands twice in a rule; twice in a row it is
a newer value with one for older browsers before it. That browsers know every property is for
``tests/test_style_sheets.py`` to see.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, ParseError, QualifiedRule

_OF_DESCRIPTORS = ("font-face", "page", "property")


def faults(text: str) -> list[str]:
    """What is wrong with a style sheet, each with its line and column: "3:5: color stands twice in a rule"."""
    return [_said(*fault) for fault in _faults(tinycss2.parse_stylesheet(text, skip_comments=True))]


def declarations(text: str) -> list[Declaration]:
    """Every declaration of a style sheet, in the order of the file; those of fonts and of pages of paper are none."""
    found: list[Declaration] = []
    waiting = list(reversed(tinycss2.parse_stylesheet(text)))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Declaration):
            found.append(node)
        if not (isinstance(node, AtRule) and node.lower_at_keyword in _OF_DESCRIPTORS):
            waiting += reversed(_contents(node))
    return found


def _faults(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    named: dict[str, int] = {}
    for number, node in enumerate(each for each in nodes if each.type not in ("whitespace", "comment")):
        if isinstance(node, ParseError):
            yield node, "what ends here is neither a declaration nor a rule"
        elif isinstance(node, Declaration):
            if named.setdefault(node.name, number) < number - 1:
                yield node, f"{node.name} stands twice in a rule"
            named[node.name] = number
        elif isinstance(node, QualifiedRule | AtRule) and node.content is not None:
            inside = _contents(node)
            if not any(isinstance(each, Declaration | QualifiedRule | AtRule | ParseError) for each in inside):
                yield node, "a rule that says nothing"
            yield from _faults(inside)


def _contents(node: Node) -> Sequence[Node]:
    """What stands between the braces of a rule."""
    if isinstance(node, QualifiedRule | AtRule) and node.content is not None:
        contents: Sequence[Node] = tinycss2.parse_blocks_contents(node.content)
        return contents
    return ()


def _said(node: Node, what: str) -> str:
    return f"{node.source_line}:{node.source_column}: {what}"


def main(paths: Sequence[str]) -> int:
    """Print the faults of files."""
    found = [f"{path}:{fault}" for path in paths for fault in faults(Path(path).read_text(encoding="utf-8"))]
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
