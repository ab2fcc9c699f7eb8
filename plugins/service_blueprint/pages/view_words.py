"""What readers call the views of a blueprint."""

from service_blueprint.blueprint import View
from service_blueprint.words import Words


def view_title(view: View, words: Words) -> str:
    """A view's title."""
    titles = {
        View.ACTORS: words("Actors"),
        View.STAGES: words("Stages"),
        View.CUSTOMER: words("Customer"),
        View.SYSTEMS: words("Systems"),
    }
    return titles[view]


def view_hint(view: View, words: Words) -> str:
    """What a view is for, in a few words."""
    hints = {
        View.ACTORS: words("Who does what, and where work is handed over"),
        View.STAGES: words("The company as one: a lane for each stage"),
        View.CUSTOMER: words("What the customer does, feels and sees"),
        View.SYSTEMS: words("What a change of a system touches"),
    }
    return hints[view]
