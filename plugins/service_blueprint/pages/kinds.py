"""All kinds of pages and of other files. To add one, write it in a module of its own and list it here."""

from service_blueprint.pages import blueprint_pages, index_cards, moved, own_files, site_files
from service_blueprint.pages.history import changes_page, removed_embed, removed_page, site_changes_page
from service_blueprint.pages.kind import Kind

KINDS: tuple[Kind, ...] = (
    # pages of what is there
    index_cards.INDEX,
    blueprint_pages.BLUEPRINT,
    # files beside them
    own_files.FILES,
    own_files.EMBEDS,
    site_files.CATALOG,
    site_files.SITE_INDEX,
    site_files.INVENTORY,
    # what was there gives way to what is there now
    moved.MOVED,
    moved.MOVED_FILES,
    site_changes_page.SITE_CHANGES,
    changes_page.CHANGES,
    removed_page.REMOVED,
    removed_embed.REMOVED_EMBEDS,
)
"""First come, first placed: an address that two kinds claim is that of the first. Pages keep this order, too."""
