"""The bones of a document: what in it carries a name, and what refers to a name.

The outline is taken from the plain values, before they are validated, and steps over what does not fit. So a dangling
arrow is found beside a misspelt key, and no arrow is called dangling because its target has a fault of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from service_blueprint.blanks import one_line
from service_blueprint.blueprint import Stage
from service_blueprint.reading.orders import actions_in
from service_blueprint.reading.shapes import is_none
from service_blueprint.reading.slugs import Unused, slug

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the path to it."""

    text: str
    path: Path


@dataclass(frozen=True, slots=True)
class ActionOutline:
    """An action's names, targets and actors; ``number`` counts the actions of its stage from 1."""

    step: str
    stage: Stage
    number: int
    path: Path
    id: Written | None = None
    targets: tuple[Written, ...] = ()
    by: tuple[Written, ...] = ()
    uses: tuple[Written, ...] = ()
    kind: Written | None = None
    points: bool = False  # whether it has a ``to`` that names something
    ends: Written | None = None
    calls: Written | None = None

    @property
    def address(self) -> str:
        """Its lasting name."""
        if self.id:
            return self.id.text
        place = f"{self.step}.{self.stage}"
        return place if self.number == 1 else f"{place}.{self.number}"


@dataclass(frozen=True, slots=True)
class StepOutline:
    """A step's names and actions; ``written`` is where its id stands, None where it was made.

    ``causes`` are the names of what its remarks come of.
    """

    id: str
    path: Path
    written: Written | None
    phase: Written | None
    actions: tuple[ActionOutline, ...]
    causes: tuple[Written, ...] = ()

    @property
    def lead(self) -> ActionOutline | None:
        """The action meant by the step's id: the customer's, else the first from the top that can have arrows."""
        able = [action for action in self.actions if action.stage is not Stage.EVIDENCE]
        return next((action for action in able if action.stage is Stage.CUSTOMER), able[0] if able else None)


def outline(data: Any) -> tuple[StepOutline, ...]:
    """The outline of a blueprint's plain values."""
    steps = data.get("steps") if isinstance(data, dict) else None
    if not isinstance(steps, list):
        return ()
    unused = Unused(written.text for written in _written_ids(steps))
    found = []
    for index, step in enumerate(steps):
        if not isinstance(step, dict):
            continue
        path: Path = ("steps", index)
        written = _written(step, "id", path)
        id = written.text if written else unused.like(_made_id(step) or f"step-{index + 1}")
        phase, actions, causes = _written(step, "phase", path), tuple(_actions(id, step, path)), _causes(step, path)
        found.append(StepOutline(id, path, written, phase, actions, tuple(causes)))
    return tuple(found)


def _written_ids(steps: list[Any]) -> Iterator[Written]:
    for index, step in enumerate(steps):
        if isinstance(step, dict):
            if written := _written(step, "id", ("steps", index)):
                yield written
            for action in _actions("", step, ("steps", index)):
                if action.id:
                    yield action.id


def _made_id(step: dict[str, Any]) -> str:
    first = next((action for _, action in actions_in(step.get("customer"), ())), None)
    said = first.get("do") if isinstance(first, dict) else first
    for text in (said, step.get("title")):
        if isinstance(text, str) and not is_none(text) and (made := slug(text)):
            return made
    return ""


def _actions(step_id: str, step: dict[str, Any], path: Path) -> Iterator[ActionOutline]:
    for stage in Stage:
        there = step.get(stage.value)
        if there is None or is_none(there):
            continue
        for number, (here, action) in enumerate(actions_in(there, (*path, stage.value)), start=1):
            if not isinstance(action, dict):
                yield ActionOutline(step_id, stage, number, here)
                continue
            yield ActionOutline(
                step_id,
                stage,
                number,
                here,
                _written(action, "id", here),
                tuple(_targets(action.get("to"), (*here, "to"))),
                by=tuple(_texts(action.get("by"), (*here, "by"))),
                uses=tuple(_texts(action.get("uses"), (*here, "uses"))),
                kind=_written(action, "kind", here),
                points=bool(action.get("to")),
                ends=_written(action, "ends", here),
                calls=_written(action, "calls", here),
            )


def _causes(step: dict[str, Any], path: Path) -> Iterator[Written]:
    for key in ("pain", "opportunity", "question"):
        there = step.get(key)
        for index, remark in enumerate(there if isinstance(there, list) else [there]):
            here = (*path, key, index) if isinstance(there, list) else (*path, key)
            if isinstance(remark, dict) and (cause := _written(remark, "caused-by", here)):
                yield cause


def _targets(to: Any, path: Path) -> Iterator[Written]:
    if isinstance(to, list):
        for index, entry in enumerate(to):
            yield from _targets(entry, (*path, index)) if not isinstance(entry, list) else ()
    elif isinstance(to, dict):
        if target := _written(to, "target", path):
            yield target
    elif isinstance(to, str) and to.strip():
        yield Written(one_line(to), path)


def _texts(value: Any, path: Path) -> Iterator[Written]:
    """A text, or those of a list."""
    for index, each in enumerate(value if isinstance(value, list) else [value]):
        if isinstance(each, str) and each.strip():
            yield Written(one_line(each), (*path, index) if isinstance(value, list) else path)


def _written(mapping: dict[str, Any], key: str, path: Path) -> Written | None:
    value = mapping.get(key)
    if isinstance(value, str) and value.strip():
        return Written(one_line(value), (*path, key))
    return None
