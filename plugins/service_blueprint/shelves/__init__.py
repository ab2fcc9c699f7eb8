"""Where folders of blueprints are kept: on the disk, and in commits. Only this room reads either.

Every road to a folder gives the same values, ``Contents``: names, and bytes or why they are not to be had. What they
mean is for ``reading``, so a broken catalog, a bad name and a link are the same whichever way they came.
"""

from service_blueprint.shelves.folder import Disk, read_catalog, read_file, read_folder
from service_blueprint.shelves.shelf import Shelf, library_on

__all__ = ["Disk", "Shelf", "library_on", "read_catalog", "read_file", "read_folder"]
