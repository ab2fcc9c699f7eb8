"""The signs of how work goes on: what it needs and makes, when it is done again, where it ends."""

from collections.abc import Iterator

from service_blueprint.blueprint import Action, Flow, Step
from service_blueprint.layout.sign import SEVERAL, Bearer, Saying, Sign
from service_blueprint.words import message


def _end(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.ends:
        yield Saying(bearer.action.ends)


def _repeats(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.repeats:
        yield Saying(bearer.action.repeats)


def _drops_out(bearer: Bearer) -> Iterator[Saying]:
    """A step's drop-out stands where its wait does."""
    step = bearer.step
    if step.drops_out and bearer.bears_wait:
        yield Saying(bearer.words("{share} give up", share=bearer.words.share(step.drops_out)))


def _is_temporary(step: Step, action: Action) -> bool:
    return bool(action.temporary)


def _temporary(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.temporary:
        yield Saying(bearer.action.temporary)


def _calls(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.calls:
        yield Saying(bearer.blueprint.title_of(bearer.action.calls))


def _goes_on_elsewhere(bearer: Bearer) -> Iterator[Saying]:
    """Where its arrows into other blueprints lead, each with what is said of it."""
    for arrow in bearer.action.to or ():
        if arrow.elsewhere:
            flow = Flow(bearer.action.address, arrow.target, arrow.label, after=arrow.after, share=arrow.share)
            said, title = bearer.words.flow(flow), bearer.blueprint.title_of(arrow.elsewhere)
            yield Saying(f"{said}: {title}" if said else title)


def _needs(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.needs:
        yield Saying(", ".join(bearer.action.needs))


def _makes(bearer: Bearer) -> Iterator[Saying]:
    if bearer.action.makes:
        yield Saying(", ".join(bearer.action.makes))


REPEATS = Sign(
    "repeats",
    message("Repeated"),
    message("Repeated"),
    54,
    _repeats,
    icon="repeats",
    copied_from="repeat",
    lines=SEVERAL,
)
DROPS_OUT = Sign(
    "drops-out",
    message("Drop-out"),
    message("Drop-out"),
    62,
    _drops_out,
    icon="drops-out",
    copied_from="exit-run",
    bold=True,
)
TEMPORARY = Sign(
    "temporary",
    message("Temporary"),
    message("Temporary"),
    115,
    _temporary,
    borne=_is_temporary,
    icon="temporary",
    copied_from="traffic-cone",
    lines=SEVERAL,
)
NEEDS = Sign(
    "needs",
    message("Needs this paper"),
    message("Needs"),
    82,
    _needs,
    icon="needs",
    copied_from="file-import-outline",
    lines=SEVERAL,
)
MAKES = Sign(
    "makes",
    message("Makes this paper"),
    message("Makes"),
    84,
    _makes,
    icon="makes",
    copied_from="file-export",
    lines=SEVERAL,
)
END = Sign(
    "end",
    message("The way ends here"),
    message("End"),
    120,
    _end,
    icon="end",
    copied_from="record-circle-outline",
    bold=True,
    lines=SEVERAL,
)
CALLS = Sign(
    "calls",
    message("Has a blueprint of its own"),
    message("Calls"),
    46,
    _calls,
    icon="calls",
    copied_from="sitemap-outline",
    lines=SEVERAL,
)
ELSEWHERE = Sign(
    "elsewhere",
    message("Goes on in another blueprint"),
    message("Goes on in"),
    118,
    _goes_on_elsewhere,
    icon="elsewhere",
    copied_from="arrow-right-bold-box",
    bold=True,
    lines=SEVERAL,
)
DEADLINE = Sign(
    "deadline",
    message("After this time"),
    "",
    present=lambda shown: any(track.clock for track in shown.tracks),
    icon="deadline",
    copied_from="alarm",
)
