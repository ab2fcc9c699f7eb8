"""The inventory's file, which another plugin or the site's author may have written before us."""

from pathlib import Path

from service_blueprint.pages.addresses import INVENTORY
from service_blueprint.pages.elsewhere.inventory import InventoryError, joined


def write_inventory(site: Path, own: bytes) -> str:
    """Write our inventory into the folder of a built site, joined with the one that is there.

    Gives what is wrong with that one, and then leaves it as it is; "" where all is well.
    """
    file = site / INVENTORY
    try:
        content = joined(file.read_bytes(), own) if file.exists() else own
    except InventoryError as error:
        fault = f"{INVENTORY} of the site is no inventory, so blueprints are not in it: {error}"
        return f"{fault}; mend or remove what writes it"
    file.write_bytes(content)
    return ""
