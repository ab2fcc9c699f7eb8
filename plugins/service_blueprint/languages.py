"""The languages that the tool speaks: English, in which it is written, and each that has a catalog of translations.

This is the one list of them. To add one, give it a catalog and a folder of templates in ``writing/templates``.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

ENGLISH = "en"

_TRANSLATIONS = files(__package__).joinpath("translations")


def catalog_file(language: str) -> Traversable:
    """Where the catalog of a language lies, or would lie; ``language`` is a locale such as "pl" or "pt_BR"."""
    return _TRANSLATIONS.joinpath(language, "LC_MESSAGES", "service_blueprint.po")


LANGUAGES = (
    ENGLISH,
    *sorted(folder.name for folder in _TRANSLATIONS.iterdir() if catalog_file(folder.name).is_file()),
)
"""Their tags, English first."""
