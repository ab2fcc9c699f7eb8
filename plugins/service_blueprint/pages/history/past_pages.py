"""The pages of what changed and of what is gone, drawn anew only where a comparison is another one."""

from service_blueprint.blueprint import Blueprint
from service_blueprint.drawing.comparison import Picture, comparison_picture
from service_blueprint.insight.changes import Comparison
from service_blueprint.pages import addresses
from service_blueprint.pages.history.changes_page import changes_page
from service_blueprint.pages.history.past import Past
from service_blueprint.pages.history.removed_page import removed_page
from service_blueprint.pages.history.site_changes_page import site_changes_page
from service_blueprint.pages.page import Page
from service_blueprint.words import words_for

_States = tuple[Blueprint | None, Blueprint | None]


class PastPages:
    """Makes these pages one time after the other, as a folder changes."""

    def __init__(self) -> None:
        # By the id and the language, for a site may be built once for each of several.
        self._drawn: dict[tuple[str, str], tuple[_States, Picture]] = {}

    def of(self, past: Past) -> dict[str, Page]:
        """The pages by their addresses; none where no version is before this one."""
        if not past.newest:
            return {}
        language = past.site.language
        words = words_for(language)
        pages = {addresses.SITE_CHANGES: site_changes_page(past, words, language)}
        for blueprint in past.current.blueprints.values():
            standing = past.standings[blueprint.id]
            if standing.comparison:
                own = blueprint.language or language
                picture = self._picture(blueprint.id, standing.comparison, own)
                page = changes_page(blueprint, standing, standing.comparison, picture, past, words_for(own), own)
                pages[addresses.changes_file(blueprint.id)] = page
        self._drawn = {key: known for key, known in self._drawn.items() if key[0] in past.current.blueprints}
        for gone in past.removed:
            own = gone.language or language
            pages[addresses.page_file(gone.id)] = removed_page(gone, past, words_for(own), own)
        return pages

    def _picture(self, blueprint_id: str, comparison: Comparison, language: str) -> Picture:
        states = (comparison.before, comparison.after)
        known = self._drawn.get((blueprint_id, language))
        if known is None or known[0] != states:
            # Several drawings may stand on one page; the ids of this one are its own.
            drawn = comparison_picture(comparison, words_for(language), f"{addresses.anchor(blueprint_id)}-changes-")
            known = self._drawn[blueprint_id, language] = (states, drawn)
        return known[1]
