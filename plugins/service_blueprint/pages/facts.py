"""What the head of a blueprint's page says beside its title and summary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service_blueprint.blueprint import Action, Actor, Blueprint, Outcome, Persona
from service_blueprint.insight.totals import totals
from service_blueprint.layout.phase_words import phase_details
from service_blueprint.pages.further import further_keys, further_parts, further_texts
from service_blueprint.pages.texts.rules import plain_text
from service_blueprint.pages.value_words import feeling_in_words, value_text
from service_blueprint.words import Words


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what belongs to it: one text, a list of them, or a text with a quieter ``detail``."""

    label: str
    texts: tuple[str, ...]
    detail: str = ""
    link: str = ""


def facts(blueprint: Blueprint, words: Words) -> tuple[Fact, ...]:
    """What is known of a blueprint as a whole; what nobody wrote is left out."""
    return tuple(fact for fact in _facts(blueprint, words) if any(fact.texts))


def figures(blueprint: Blueprint, words: Words) -> tuple[Fact, ...]:
    """The totals of a blueprint; those that are nothing are left out."""
    sums = totals(blueprint)
    counts = (
        (words("Steps"), sums.steps),
        (words("Touchpoints"), sums.touchpoints),
        (words("Missing touchpoints"), sums.missing_touchpoints),
        (words("Failing touchpoints"), sums.failing_touchpoints),
        (words("Fail points"), sums.fail_points),
        (words("Moments of truth"), sums.moments_of_truth),
    )
    shown = [Fact(label, (words.number(count),)) for label, count in counts if count]
    if sums.customer_wait:
        shown.append(Fact(words("Waiting time"), (words.duration(sums.customer_wait),)))
    if sums.cost:
        shown.append(Fact(words("Cost"), (words.money(sums.cost),)))
    return tuple(shown)


def first_paragraph(summary: str, *, raw_html: bool = False) -> str:
    """The summary's first paragraph as plain text on one line; ``raw_html`` says that HTML in it is HTML."""
    return plain_text(summary.strip().split("\n\n", 1)[0], raw_html=raw_html)


def _facts(blueprint: Blueprint, words: Words) -> Iterator[Fact]:
    yield from (_persona(persona, words) for persona in blueprint.personas)
    yield Fact(words("Goal"), (blueprint.goal,))
    yield Fact(words("Expectations"), tuple(_expectations(blueprint, words)))
    if blueprint.outcome:
        yield _outcome(blueprint.outcome, blueprint, words)
    phases = [(phase.title, phase_details(phase, words)) for phase in blueprint.phases]
    if any(details for _, details in phases):
        said = (", ".join(f"{label}: {text}" for label, text in details.items()) for _, details in phases)
        texts = (f"{title} ({text})" if text else title for (title, _), text in zip(phases, said, strict=True))
        yield Fact(words("Phases"), tuple(texts))
    yield Fact(words("Starts when"), (blueprint.starts_when,))
    yield Fact(words("Ends when"), (blueprint.ends_when,))
    if blueprint.owner:
        yield Fact(words("Owner"), (blueprint.owner.title,), link=blueprint.owner.link)
    yield Fact(words("Who looks after what"), tuple(_looked_after(blueprint.actors)))
    due = f"{words('Review by')} {words.date(blueprint.review_by)}" if blueprint.review_by else ""
    if blueprint.reviewed:
        yield Fact(words("Reviewed"), (words.date(blueprint.reviewed),), detail=due)
    elif blueprint.review_by:
        yield Fact(words("Review by"), (words.date(blueprint.review_by),))
    yield Fact(words("Temporary"), tuple(f"{each.do}: {each.temporary}" for each in _temporary(blueprint)))
    for key in further_keys(Blueprint):
        yield Fact(words(key.title), further_texts(blueprint, key, words))


def _temporary(blueprint: Blueprint) -> Iterator[Action]:
    """What is not done so for good: the register of those who are to do it away."""
    return (action for action in blueprint.actions.values() if action.temporary)


def _expectations(blueprint: Blueprint, words: Words) -> Iterator[str]:
    """The expectations, each with the steps that answer it, where steps say at all what they answer."""
    answering: dict[str, list[int]] = {}
    for step in blueprint.steps:
        for answered in step.answers:
            answering.setdefault(answered, []).append(step.number)
    for text in blueprint.expectations:
        numbers = answering.get(text, [])
        steps = ", ".join(map(words.number, numbers))
        if numbers:
            said = words.plural("answered by step {steps}", "answered by steps {steps}", len(numbers), steps=steps)
        else:
            said = words("answered by no step") if answering else ""
        yield f"{text} ({said})" if said else text


def _outcome(outcome: Outcome, blueprint: Blueprint, words: Words) -> Fact:
    """What the customer is left with, and beside the feeling that is wanted the last one that is felt."""
    if outcome.feeling is None:
        return Fact(words("Outcome"), (outcome.words,))
    said = [f"{words('Wanted feeling')}: {_felt(outcome.feeling, words)}"]
    felt = [step.feeling.customer for step in blueprint.steps if step.feeling.customer is not None]
    if felt:
        last = words("felt at the end")
        said.append(f"{last}: {_felt(felt[-1], words)}")
    text, *rest = (outcome.words, *said) if outcome.words else said
    return Fact(words("Outcome"), (text,), detail="; ".join(rest))


def _felt(value: float, words: Words) -> str:
    return f"{value_text(value, 'feeling', words)} {feeling_in_words(value, words)}"


def _persona(persona: Persona, words: Words) -> Fact:
    prefers = f"{words('Preferred channel')}: {words(persona.prefers.title)}" if persona.prefers else ""
    said = (persona.role, persona.summary, prefers, *further_parts(persona, words))
    detail = ". ".join(text.rstrip(".") for text in said if text)
    several = persona.summary or prefers
    return Fact(words("Persona"), (persona.name,), detail=f"{detail}." if several else detail)


def _looked_after(actors: Iterable[Actor]) -> Iterator[str]:
    """Of each owner, whom or what it looks after: "Service Desk: Portal, Phone menu"."""
    of_each: dict[str, list[str]] = {}
    for actor in actors:
        if actor.owner:
            of_each.setdefault(actor.owner.title, []).append(actor.title)
    return (f"{owner}: {', '.join(titles)}" for owner, titles in of_each.items())
