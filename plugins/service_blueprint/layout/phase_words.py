"""What is said of a phase beside its title, on the drawing and on the page."""

from service_blueprint.blueprint import Phase
from service_blueprint.words import Words


def phase_details(phase: Phase, words: Words) -> dict[str, str]:
    """How long a phase takes, its goal and its owner, by what readers call these; empty where nobody wrote any."""
    said = {
        words("Time"): words.duration(phase.time) if phase.time else "",
        words("Goal"): phase.goal,
        words("Owner"): phase.owner.title if phase.owner else "",
    }
    return {label: text for label, text in said.items() if text}
