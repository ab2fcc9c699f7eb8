"""The ids of blueprints: what one may be, and what comes next to a text that is none."""

import re
from pathlib import PurePosixPath

from service_blueprint.file_names import FILE_ENDINGS
from service_blueprint.reading.limits import ID, ID_NAME
from service_blueprint.reading.slugs import slug

# A web server goes by such endings, and below a blueprint's page its own files have them.
_LIKE_A_FILE = r"[^/]*\.(?:css|csv|html|inv|js|json|md|png|svg|xml|ya?ml)(?:/|$)"
_NAME = rf"(?!{_LIKE_A_FILE})[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9]))*"
_SHORT = rf"(?=[^/]{{1,{ID_NAME.most}}}(?:/|$))"
BLUEPRINT_ID = re.compile(rf"(?=.{{1,{ID.most}}}$){_SHORT}{_NAME}(?:/{_SHORT}{_NAME})*")
"""A blueprint's id: the path of its file, of which its page's address is made."""


def blueprint_id_like(text: str) -> str:
    """The id that ``text`` comes next to: ``HR/Order Laptop.yml`` -> ``hr/order-laptop``."""
    bare = re.sub(rf"(?:{'|'.join(map(re.escape, FILE_ENDINGS))})$", "", text)
    return "/".join(slug(part) or "blueprint" for part in PurePosixPath(bare).parts if part != "/")


def is_too_long(id: str) -> bool:
    """Whether no system can be trusted to have files of that name."""
    return len(id) > ID.most or any(len(part) > ID_NAME.most for part in id.split("/"))
