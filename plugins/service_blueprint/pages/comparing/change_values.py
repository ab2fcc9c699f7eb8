"""Values that have changed, and the keys under which they stand, in words."""

from datetime import date

from service_blueprint.blanks import one_line
from service_blueprint.blueprint import Actor, ActorKind, Basis, Channel, Cost, Duration, State, Touchpoint
from service_blueprint.pages.facts import state_title
from service_blueprint.words import Words, message

_TITLES = {
    "acceptable": message("Acceptable"),
    "actors": message("Actor"),
    "backstage": message("Back stage"),
    "basis": message("Basis"),
    "both": message("Flow in both directions"),
    "by": message("Who acts"),
    "channel": message("Channel"),
    "company": message("The company believes"),
    "cost": message("Cost"),
    "customer": message("Customer"),
    "decision": message("Decision"),
    "ends-when": message("Ends when"),
    "evidence": message("Evidence"),
    "expectations": message("Expectation"),
    "fails": message("Fail point"),
    "feeling": message("Feeling"),
    "frontstage": message("Front stage"),
    "goal": message("Goal"),
    "ignore": message("Checks left out"),
    "kind": message("Kind"),
    "label": message("Label"),
    "language": message("Language"),
    "link": message("Link"),
    "links": message("Link"),
    "metrics": message("Figure"),
    "moment-of-truth": message("Moment of truth"),
    "note": message("Note"),
    "opportunity": message("Opportunity"),
    "outcome": message("Outcome"),
    "owner": message("Owner"),
    "pain": message("Pain point"),
    "persona": message("Persona"),
    "phase": message("Phase"),
    "phases": message("Phase"),
    "policy": message("Policy"),
    "prefers": message("Preferred channel"),
    "question": message("Question"),
    "quote": message("Quote"),
    "recovery": message("Recovery"),
    "review-by": message("Review by"),
    "reviewed": message("Reviewed"),
    "role": message("Role"),
    "severity": message("Severity"),
    "source": message("Source"),
    "sources": message("Source"),
    "starts-when": message("Starts when"),
    "state": message("State"),
    "summary": message("Summary"),
    "support": message("Support"),
    "tags": message("Tag"),
    "target": message("Target"),
    "time": message("Time"),
    "title": message("Title"),
    "touchpoint": message("Touchpoint"),
    "unit": message("Unit"),
    "uses": message("Uses"),
    "value": message("Value"),
    "variant-of": message("Variant of"),
    "wait": message("Waiting time"),
    "words": message("Feeling in words"),
}


def label_of(key: str, item: str, words: Words) -> str:
    """A key of the format in words; ``item`` says which one of several, as in "Pain point “No word”, Owner"."""
    whole, _, part = key.partition(".")
    # What says it all without what it is a part of.
    if key in ("checks.ignore", "feeling.company", "feeling.words", "feeling.quote"):
        return words(_TITLES[part])
    label = f"{words(_TITLES[whole])} “{item}”" if item else words(_TITLES[whole])
    return f"{label}, {words(_TITLES[part])}" if part and key != "metrics.value" else label


def value_text(value: object, key: str, words: Words) -> str:
    """A value in words; nothing for none, and nothing for what its label says already."""
    if value is None or isinstance(value, bool):
        return ""
    match value:
        case Duration():
            return words.duration(value)
        case Actor() | Channel():
            return words(value.title)
        case State():
            return state_title(value, words)
        case Touchpoint() | Basis() | ActorKind():
            return _choice(value, words)
        case Cost():
            return f"{words.number(value.amount)} {value.currency}".strip()
        case date():
            return words.date(value)
        case int() | float():
            sign = ("+" if value > 0 else "−" if value < 0 else "") if key.startswith("feeling") else ""
            return f"{sign}{words.number(abs(value))}" if sign else words.number(value)
    text = one_line(str(value))
    return words("none") if text == "none" and "." not in key else text


def _choice(value: Touchpoint | Basis | ActorKind, words: Words) -> str:
    choices = {
        Touchpoint.WORKING: words("working"),
        Touchpoint.FAILING: words("failing"),
        Touchpoint.MISSING: words("missing"),
        Basis.OBSERVED: words("observed"),
        Basis.REPORTED: words("reported"),
        Basis.ASSUMED: words("assumed"),
        ActorKind.TEAM: words("team"),
        ActorKind.SYSTEM: words("system"),
        ActorKind.PARTNER: words("partner"),
        ActorKind.PERSON: words("person"),
    }
    return choices[value]
