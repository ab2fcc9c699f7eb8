"""What readers call the bands of a step: in a table, beside a lane, and read aloud."""

from service_blueprint.blueprint import Stage
from service_blueprint.words import Words, message

_TITLES = {
    Stage.EVIDENCE: message("Evidence"),
    Stage.CUSTOMER: message("Customer"),
    Stage.FRONTSTAGE: message("Front stage"),
    Stage.BACKSTAGE: message("Back stage"),
    Stage.SUPPORT: message("Support"),
}
# These differ where a lane or a voice has more to say.
_OF_LANES = {**_TITLES, Stage.EVIDENCE: message("Physical evidence")}
_SPOKEN = {**_OF_LANES, Stage.CUSTOMER: message("Customer actions")}


def stage_title(stage: Stage, words: Words) -> str:
    """What a table calls a stage."""
    return words(_TITLES[stage])


def lane_title(stage: Stage, words: Words) -> str:
    """What stands beside the lane of a stage."""
    return words(_OF_LANES[stage])


def spoken_title(stage: Stage, words: Words) -> str:
    """What is read aloud of the lane."""
    return words(_SPOKEN[stage])
