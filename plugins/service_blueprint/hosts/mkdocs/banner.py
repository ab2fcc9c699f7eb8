"""What stands above the pages of a version that is not the current one, and of a preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service_blueprint.words import words_for

THEME = Path(__file__).parent / "theme"
"""The folder of templates that show a banner in Material's pages."""

BANNER_STYLE = "assets/service-blueprint/version.css"
"""The address of the banner's style sheet on a site that takes ``THEME``."""


@dataclass(frozen=True, slots=True)
class Banner:
    """The texts of the banner; what is empty is not shown.

    ``version`` says which version this is, ``link`` is the text of a link to the current one, whose folder is
    ``alias``. ``preview`` says that this is a preview.
    """

    version: str = ""
    link: str = ""
    alias: str = ""
    preview: str = ""


def is_preview(version: str) -> bool:
    """Whether a build is a preview: it is called by its path below the site, as in "pr/12"; no version has a slash."""
    return "/" in version


def banner_of(version: str, settings: Any, language: str) -> Banner:
    """The banner of a build that is called ``version``, "" where it is called nothing.

    ``settings`` is what ``mkdocs.yml`` has as ``extra.version``, anything or None; ``language`` is the site's.
    """
    words = words_for(language)
    if is_preview(version):
        return Banner(preview=words("This is a preview of a change that is not published yet."))
    if not version or not settings:
        return Banner()
    return Banner(
        version=words("You are reading version {version}.", version=version),
        link=words("Go to the current version"),
        alias=current_alias(settings),
    )


def current_alias(settings: Any) -> str:
    """The folder of the current version, as ``extra.version`` of ``mkdocs.yml`` says it; else "latest"."""
    default = settings.get("default") if isinstance(settings, Mapping) else None
    first = default[0] if isinstance(default, list) and default else default
    return first if isinstance(first, str) else "latest"
