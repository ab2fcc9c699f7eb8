"""What adds up over a file: whether there are more actions, arrows, actors, phases or details than are drawn."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from service_blueprint.blanks import folded
from service_blueprint.blueprint import Flow, Stage, Step
from service_blueprint.faults import amounts
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.action import ActionEntry
from service_blueprint.reading.limits import ACTIONS, ACTORS, ARROWS, DETAILS, PHASES, TEXT_FIGURES
from service_blueprint.reading.markdown_limits import figures_in
from service_blueprint.reading.outline import StepOutline
from service_blueprint.reading.shapes import Authored
from service_blueprint.reading.step import StepEntry
from service_blueprint.reading.tree import Source
from service_blueprint.reading.wording import quoted


def _several(model: type[Authored]) -> tuple[str, ...]:
    """The keys that may hold several details: those that are an empty list or mapping where nobody wrote them."""
    fields = zip(model.known_keys(), model.model_fields.values(), strict=True)
    return tuple(key for key, field in fields if field.default in ([], {}) and key not in {*Stage})


_ONE_IS_NONE = ("by", "channel")
"""Keys of which nearly each action or step has one, which is no detail then; several in a list are."""
_OF_STEPS, _OF_ACTIONS = _several(StepEntry), _several(ActionEntry)


def total_problems(data: Any, steps: Sequence[StepOutline], source: Source) -> Iterator[Problem]:
    """What there is too much of in a blueprint's plain values, each told where there is the most of it, or the last.

    It is asked before anything is built of them; ``arrow_total_problems`` counts the arrows afterwards.
    """
    actions = {step.id: len(step.actions) for step in steps}
    if (total := sum(actions.values())) > ACTIONS.most:
        fullest = max(steps, key=lambda step: len(step.actions))
        fault = amounts.TOO_MANY_ACTIONS(
            count=total, most=ACTIONS.most, step=quoted(fullest.id), own=len(fullest.actions)
        )
        yield fault.at(source.place(fullest.path))
    phases = dict.fromkeys(step.phase.text for step in steps if step.phase)
    if len(phases) > PHASES.most:
        beyond = list(phases)[PHASES.most]
        place = next(source.place(step.phase.path) for step in steps if step.phase and step.phase.text == beyond)
        yield amounts.TOO_MANY_PHASES(count=len(phases), most=PHASES.most).at(place)
    figures: list[tuple[str | int, ...]] = []
    details: Counter[int] = Counter()
    actors: dict[str, tuple[str | int, ...]] = {}
    written = data.get("steps") if isinstance(data, dict) else None
    figures += _figures(data, "summary", ())
    for step in steps:
        index = int(step.path[-1])
        values = written[index] if isinstance(written, list) else {}
        details[index] += sum(_count(values, key) for key in _OF_STEPS)
        figures += _figures(values, "note", ("steps", index))
        for action in step.actions:
            found = _at(values, action.path[2:])
            if isinstance(found, dict):
                details[index] += sum(_count(found, key) for key in _OF_ACTIONS)
                figures += _figures(found, "note", action.path)
                for name in _names(found):
                    actors.setdefault(name, action.path)
    if details.total() > DETAILS.most:
        index, most = max(details.items(), key=lambda each: (each[1], -each[0]))
        fault = amounts.TOO_MANY_DETAILS(count=details.total(), most=DETAILS.most, own=most)
        yield fault.at(source.place(("steps", index)))
    if len(figures) > TEXT_FIGURES.most:
        place = source.place(figures[TEXT_FIGURES.most])
        yield amounts.TOO_MANY_FIGURES(count=len(figures), most=TEXT_FIGURES.most).at(place)
    if len(actors) > ACTORS.most:
        beyond_path = list(actors.values())[ACTORS.most]
        yield amounts.TOO_MANY_ACTORS(count=len(actors), most=ACTORS.most).at(source.place(beyond_path))


def arrow_total_problems(steps: Sequence[Step], flows: Sequence[Flow], place: Place | None) -> Iterator[Problem]:
    """Whether there are too many arrows, named and implied; told at the step that the most of them leave."""
    if len(flows) <= ARROWS.most:
        return
    step_of = {action.address: step for step in steps for action in step.actions}
    leaving = Counter(step_of[flow.source].id for flow in flows)
    [(id, most)] = leaving.most_common(1)
    fullest = next(step for step in steps if step.id == id)
    fault = amounts.TOO_MANY_ARROWS(count=len(flows), most=ARROWS.most, own=most, step=quoted(id))
    yield fault.at(fullest.place or place or Place(""))


def _at(values: Any, path: Sequence[str | int]) -> Any:
    for key in path:
        values = values[key]
    return values


def _count(values: Mapping[str, Any], key: str) -> int:
    there = values.get(key)
    if isinstance(there, (list, dict)):
        return len(there)
    return 1 if there is not None and key not in _ONE_IS_NONE else 0


def _figures(values: Any, key: str, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    """The path to a text, once for each blueprint fence in it."""
    text = values.get(key) if isinstance(values, dict) else None
    return [(*path, key)] * figures_in(text) if isinstance(text, str) else []


def _names(action: Mapping[str, Any]) -> Iterator[str]:
    """Whom an action names, as written."""
    for key in ("by", "uses"):
        there = action.get(key)
        for each in there if isinstance(there, list) else [there]:
            if isinstance(each, str) and each.strip():
                yield folded(each)
