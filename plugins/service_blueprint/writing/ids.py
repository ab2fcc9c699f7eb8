"""The ids that steps would get anyway, written down: from then on they stay when a step's words change."""

import re
from collections import Counter

from service_blueprint.reading.outline import StepOutline, outline
from service_blueprint.reading.parsing import parse
from service_blueprint.reading.tree import Items, Keys, Source

_EMPTY_ID = re.compile(r"""(?:id|'id'|"id")[ \t]*:(?:[ \t]+(?:~|null|Null|NULL)(?=[\s,}]|$))?""")


def with_ids(text: str, source: Source) -> str:
    """The text of a blueprint, ``source`` being what it says, with the missing ids of its steps.

    They are those that reading makes. A step that stands in several places by an alias gets none, as it would have it
    in each of them.
    """
    made = _inserted(text, source)
    again, _ = parse(made, source.path)
    # Where YAML was written in a way that a key cannot simply be put before the others, it stays as it is.
    kept = again and [bones.id for bones in outline(again.data())] == [bones.id for bones in outline(source.data())]
    return made if kept else text


def _inserted(text: str, source: Source) -> str:
    starts = [0]
    starts += [end.end() for end in re.finditer("\r\n|[\n\r\x85\u2028\u2029]", text)]
    steps = [(bones, keys) for bones in outline(source.data()) if (keys := _keys(bones, source)) and keys.entries]
    shared = Counter(_first_key(keys) for _, keys in steps)
    for bones, keys in reversed(steps):
        if bones.written or shared[_first_key(keys)] > 1:
            continue
        if empty := keys.entries.get("id"):
            place = starts[empty.line - 1] + empty.column - 1
            text = text[:place] + _EMPTY_ID.sub(f"id: {_notation(bones.id)}", text[place:], count=1)
            continue
        line, column = _first_key(keys)
        place = starts[line - 1] + column - 1
        gap = ", " if keys.in_braces else "\n" + " " * (column - 1)
        text = f"{text[:place]}id: {_notation(bones.id)}{gap}{text[place:]}"
    return text


def _keys(bones: StepOutline, source: Source) -> Keys | None:
    steps = source.root.entries["steps"].node if isinstance(source.root, Keys) else None
    [_, index, *_] = bones.path
    node = steps.nodes[index] if isinstance(steps, Items) and isinstance(index, int) else None
    return node if isinstance(node, Keys) else None


def _first_key(keys: Keys) -> tuple[int, int]:
    return min((entry.line, entry.column) for entry in keys.entries.values())


def _notation(id: str) -> str:
    """An id as YAML; one of digits alone would be taken for a number, and by other tools than ours for another one."""
    return f"'{id}'" if re.fullmatch(r"[0-9-]+|[0-9]+e[0-9]+|0x[0-9a-f]+|null|true|false|yes|no|on|off|y|n", id) else id
