"""References to blueprints and their steps by name, as pages of Markdown make them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

from service_blueprint.blueprint import Step
from service_blueprint.faults import blueprints as faults
from service_blueprint.faults.remedies import DID_YOU_MEAN
from service_blueprint.file_names import FILE_ENDINGS, FOLDER
from service_blueprint.problem import Place, Problem
from service_blueprint.reading.library import Library
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.reading import Reading
from service_blueprint.reading.step_names import step_named
from service_blueprint.reading.wording import quoted


@dataclass(frozen=True, slots=True)
class Referent:
    """What a reference leads to. ``step`` is None where it names none, or where the blueprint has faults."""

    reading: Reading
    step: Step | None = None

    @property
    def heading(self) -> str:
        """What readers call it."""
        return self.step.heading if self.step else self.reading.title or self.reading.id


def referent(target: str, library: Library, place: Place) -> Referent | Problem:
    """What ``target`` leads to: ``<id>``, ``<id>#<step>`` or ``<id>#<address of an action>``.

    Blanks and other signs may be written as in web addresses (``%20``). The steps of a blueprint with faults are not
    known; any reference leads to its page then, which tells the faults.
    """
    name, _, anchor = unquote(target).partition("#")
    found = blueprint_named(name.strip(), library, place)
    if isinstance(found, Problem):
        return found
    if not anchor.strip() or found.blueprint is None:
        return Referent(found)
    step = step_named(anchor.strip(), found.blueprint, place)
    return step if isinstance(step, Problem) else Referent(found, step)


def blueprint_named(name: str, library: Library, place: Place) -> Reading | Problem:
    """The file that an id leads to, be it one that its blueprint had before."""
    if not name:
        return faults.UNNAMED().at(place)
    if found := library.by_id.get(name):
        return found
    there_is_no = partial(faults.NO_SUCH_BLUEPRINT, name=quoted(name))
    folder = library.folder.as_posix()
    if not library.readings:
        remedy = faults.PUT_ITS_FILE if library.exists else faults.MAKE_FOLDER
        return there_is_no(remedy, folder=folder).at(place)
    if meant := _meant(name, library.by_id):
        return there_is_no(DID_YOU_MEAN, meant=meant).at(place)
    return there_is_no(folder=folder).at(place)


def _meant(name: str, known: Iterable[str]) -> str | None:
    """The id that was probably meant, be it written as a path, a file or an address."""
    plain = name.strip("/")
    for ending in (*FILE_ENDINGS, ".md"):
        plain = plain.removesuffix(ending)
    plain = plain.removeprefix(f"{FOLDER}/")
    return plain if plain in known else nearest(plain, known)
