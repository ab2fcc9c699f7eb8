"""What is drawn for the pages of a folder, kept while that changes; only what has changed is drawn again."""

from collections.abc import Collection, Iterable

from service_blueprint.blueprint import Blueprint
from service_blueprint.drawing.comparison import Picture as ComparisonPicture
from service_blueprint.drawing.comparison import comparison_picture
from service_blueprint.drawing.formats import PictureFormat
from service_blueprint.insight.changes import Comparison
from service_blueprint.pages import addresses
from service_blueprint.pages.pictures import Picture, Progress, painted, pictures
from service_blueprint.words import words_for

# By the id and the language, for a site may be built once for each of several.
_Key = tuple[str, str]
_States = tuple[Blueprint | None, Blueprint | None]


class Drawings:
    """The drawings of one folder."""

    def __init__(self) -> None:
        self._pictures: dict[_Key, tuple[tuple[Blueprint, str], tuple[Picture, ...]]] = {}
        self._comparisons: dict[_Key, tuple[_States, ComparisonPicture]] = {}
        self._slow: dict[tuple[str, str], bytes] = {}  # by the format and the text of the SVG file

    def pictures(self, blueprint: Blueprint, language: str, address: str = "") -> tuple[Picture, ...]:
        """All views of a blueprint in the words of a language; ``address`` is the whole one of its page, if known."""
        made_of = (blueprint, address)
        known = self._pictures.get((blueprint.id, language))
        if known is None or known[0] != made_of:
            drawn = pictures(blueprint, words_for(language), address)
            known = self._pictures[blueprint.id, language] = (made_of, drawn)
        return known[1]

    def comparison(self, blueprint_id: str, comparison: Comparison, language: str) -> ComparisonPicture:
        """What has changed in a blueprint, marked."""
        states = (comparison.before, comparison.after)
        known = self._comparisons.get((blueprint_id, language))
        if known is None or known[0] != states:
            # Several drawings may stand on one page; the ids of this one are its own.
            drawn = comparison_picture(comparison, words_for(language), f"{addresses.anchor(blueprint_id)}-changes-")
            known = self._comparisons[blueprint_id, language] = (states, drawn)
        return known[1]

    def files(self, format: PictureFormat, drawn: Iterable[Picture], progress: Progress) -> dict[str, bytes]:
        """Pictures as files of a format, by the text of their SVG files; ``progress`` is told of slow ones."""
        by_file = {picture.file: picture for picture in drawn}
        if not format.slow:
            return dict(zip(by_file, painted(format, tuple(by_file.values()), progress), strict=True))
        new = [picture for file, picture in by_file.items() if (format.id, file) not in self._slow]
        self._slow |= zip(((format.id, picture.file) for picture in new), painted(format, new, progress), strict=True)
        return {file: self._slow[format.id, file] for file in by_file}

    def keep(self, ids: Collection[str]) -> None:
        """Forget the drawings of all other blueprints, and the files of which the drawing has changed."""
        self._pictures = {key: known for key, known in self._pictures.items() if key[0] in ids}
        self._comparisons = {key: known for key, known in self._comparisons.items() if key[0] in ids}
        files = {picture.file for _, known in self._pictures.values() for picture in known}
        self._slow = {key: content for key, content in self._slow.items() if key[1] in files}
