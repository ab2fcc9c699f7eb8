"""What a drawing says to those who do not see it."""

from service_blueprint.blueprint import Action, Blueprint, Stage
from service_blueprint.insight.union import Mark
from service_blueprint.layout.geometry import Card, Diagram, Track
from service_blueprint.layout.signs import BY_WEIGHT, SIGNS_BY_ID
from service_blueprint.layout.text import ELLIPSIS
from service_blueprint.stages import spoken_title
from service_blueprint.turns import turn_texts
from service_blueprint.words import Words, message

_MARKS = {
    Mark.ADDED: message("Added"),
    Mark.REMOVED: message("Removed"),
    Mark.MOVED: message("Moved"),
    Mark.CHANGED: message("Changed"),
}


_LONGEST_DESCRIPTION, _LONGEST_TARGET = 10_000, 200
"""Characters; each part of a drawing has the whole's description, and each arrow names what it leads to."""


def description(diagram: Diagram, words: Words) -> str:
    """One paragraph on the whole drawing: its size, its lanes, its steps."""
    blueprint = diagram.blueprint
    lanes = ", ".join(dict.fromkeys(band.lane.title for band in diagram.bands if band.lane))
    steps = _short("; ".join(f"{step.number}. {step.heading}" for step in blueprint.steps), _LONGEST_DESCRIPTION)
    count = words.plural("{n} step", "{n} steps", len(blueprint.steps))
    return f"{count}. {words('Lanes')}: {lanes}. {words('Steps')}: {steps}."


def mark_word(mark: Mark, words: Words) -> str:
    """What has become of a part that bears a mark."""
    return words(_MARKS[mark])


def card_label(card: Card, diagram: Diagram, words: Words, mark: Mark | None = None, *, leads: bool = False) -> str:
    """A card in words: what is done, by whom, in which stage, what is remarkable, and where it leads.

    What its ``mark`` says comes first, and last that it is a link that ``leads`` to who is behind it.
    """
    action, step = card.action, card.step
    who = action.who or _customer(diagram.blueprint, action, words)
    parts = [action.do, *([who] if who else []), spoken_title(action.stage, words)]
    if step.when:
        parts.append(f"{words('When')}: {step.when}")
    parts += turn_texts(step.cell(action.stage), action.address, words)
    parts += [words(sign.spoken) for sign in BY_WEIGHT if sign.spoken and sign.borne and sign.borne(step, action)]
    for placed in card.signs:
        sign = SIGNS_BY_ID[placed.kind]
        text = " ".join(each.line.text for each in placed.texts)
        if sign.spoken and not sign.borne:
            text = f"{words(sign.spoken)}: {text}"
        if text and text not in parts:
            parts.append(text)
    label = (f"{mark_word(mark, words)}: " if mark else "") + ", ".join(parts)
    targets = [_target(track, diagram, words) for track in diagram.tracks_from.get(card.key, ())]
    if targets:
        # Named outside of braces, where messages are found.
        leading = words("leads to")
        label = f"{label}; {leading} {', '.join(targets)}"
    return "; ".join((label, words("opens who is behind it"))) if leads else label


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}{ELLIPSIS}"


def _customer(blueprint: Blueprint, action: Action, words: Words) -> str:
    return (blueprint.customer or words("Customer")) if action.stage is Stage.CUSTOMER else ""


def _target(track: Track, diagram: Diagram, words: Words) -> str:
    do, said = _short(diagram.blueprint.actions[track.flow.target].do, _LONGEST_TARGET), words.flow(track.flow)
    return f"{do} ({said})" if said else do
