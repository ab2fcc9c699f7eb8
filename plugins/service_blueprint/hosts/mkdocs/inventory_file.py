"""The inventory's file, which another plugin or the site's author may have written before us."""

from pathlib import Path

from service_blueprint.hosts.files.whole_files import write_whole
from service_blueprint.pages.addresses import INVENTORY
from service_blueprint.pages.elsewhere.inventory import InventoryError, joined
from service_blueprint.problem import Problem
from service_blueprint.reading.limits import MADE_BYTES
from service_blueprint.shelves.disk import read_bytes, real_path


def write_inventory(site: Path, own: bytes) -> str:
    """Write our inventory into the folder of a built site, joined with the one that is there.

    Gives what is wrong with that one, and then leaves it as it is; "" where all is well.
    """
    site = real_path(site)  # a site's owner may have the whole of it elsewhere; MkDocs has written it there
    file = site / INVENTORY
    held = read_bytes(file, INVENTORY, folder=site, most=MADE_BYTES) if file.exists() else None
    try:
        if isinstance(held, Problem):
            raise InventoryError(held.message)
        content = joined(held, own) if held is not None else own
    except InventoryError as error:
        fault = f"{INVENTORY} of the site is no inventory, so blueprints are not in it: {error}"
        return f"{fault}; mend or remove what writes it"
    write_whole(file, content)
    return ""
