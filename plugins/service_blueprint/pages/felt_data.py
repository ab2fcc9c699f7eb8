"""How one of several customers feels, for programs: as JSON holds it."""

from service_blueprint.blueprint import Felt
from service_blueprint.pages.data import Data, Number, number


class FeltData(Data):
    """How one of several customers feels."""

    persona: str
    """The id of who feels so."""

    name: str
    """What the persona is called."""

    feeling: Number
    """From -2 to 2."""


def felt_data(felt: Felt) -> FeltData:
    """The feeling of one of several customers."""
    return FeltData(persona=felt.persona, name=felt.name, feeling=number(felt.value))
