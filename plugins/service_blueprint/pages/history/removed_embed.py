"""What a frame of another site shows where a diagram was that is gone."""

from collections.abc import Iterator

from service_blueprint.blueprint import View
from service_blueprint.insight.history import Removed
from service_blueprint.pages import addresses
from service_blueprint.pages.asset_files import EMBED_ICON, EMBED_SCRIPT, EMBED_STYLE
from service_blueprint.pages.edition import Edition
from service_blueprint.pages.history.removed_page import removed_notice
from service_blueprint.pages.kind import ID, FileKind, PlacedFile
from service_blueprint.pages.past import Past
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.templating import render


def _files(edition: Edition) -> Iterator[PlacedFile]:
    """The pages for frames of all blueprints that are gone, in the language of each, with their addresses on the site.

    A frame shows what its address holds and nothing of what a server answers, so it needs a page that says so. Pictures
    and tables need none: what shows them says itself that they are missing.
    """
    for gone in edition.past.removed:
        for view in (None, *View):
            file = addresses.embed_file(gone.id, view)
            yield PlacedFile(file, _page(gone, edition.past, file).encode())


def _page(gone: Removed, past: Past, file: str) -> str:
    reader = Reader.of(past.site, gone.language)
    words, page = reader.words, addresses.page_file(gone.id)
    return render(
        "removed_embed",
        words,
        language=reader.language,
        direction=reader.direction,
        title=gone.title,
        part=words("Removed"),
        badge=words("Removed"),
        version=reader.site.version,
        notice=removed_notice(gone, past, file, reader),
        link=reader.link(page, file),
        canonical=reader.canonical(page) or reader.link(page, file),
        style=reader.link(EMBED_STYLE, file),
        script=reader.link(EMBED_SCRIPT, file),
        icon=reader.link(EMBED_ICON, file),
    )


REMOVED_EMBEDS = FileKind(
    "pages for frames of a removed blueprint", tuple(addresses.embed_file(ID, view) for view in (None, *View)), _files
)
