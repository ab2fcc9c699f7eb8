"""The ids of blueprints: what one may be, and what comes next to a text that is none."""

import re
from pathlib import PurePosixPath

from service_blueprint.reading.slugs import slug

# A web server goes by such endings, and below a blueprint's page its own files have them.
_LIKE_A_FILE = r"[^/]*\.(?:css|csv|html|inv|js|json|md|png|svg|xml|ya?ml)(?:/|$)"
_NAME = rf"(?!{_LIKE_A_FILE})[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9]))*"
# Systems have names of 255 bytes at most, and we write some with an ending; paths may have some thousand altogether.
_LONGEST_NAME, _LONGEST_ID = 200, 500
_SHORT = rf"(?=[^/]{{1,{_LONGEST_NAME}}}(?:/|$))"
BLUEPRINT_ID = re.compile(rf"(?=.{{1,{_LONGEST_ID}}}$){_SHORT}{_NAME}(?:/{_SHORT}{_NAME})*")
"""A blueprint's id: the path of its file, of which its page's address is made."""

BLUEPRINT_ID_RULE = (
    "names have lower-case letters a to z, digits, hyphens, underscores and single dots, "
    "and no second ending such as '.csv'"
)
"""What an id may be, said to authors; see BLUEPRINT_ID."""


def blueprint_id_like(text: str) -> str:
    """The id that ``text`` comes next to: ``HR/Order Laptop.yml`` -> ``hr/order-laptop``."""
    bare = re.sub(r"\.ya?ml$", "", text)
    return "/".join(slug(part) or "blueprint" for part in PurePosixPath(bare).parts if part != "/")


def blueprint_id_rule(text: str) -> str:
    """What an id may be, as far as ``text`` is none."""
    if is_too_long(text):
        return f"a name has at most {_LONGEST_NAME} characters, and a whole path {_LONGEST_ID}"
    return BLUEPRINT_ID_RULE


def is_too_long(id: str) -> bool:
    """Whether no system can be trusted to have files of that name."""
    return len(id) > _LONGEST_ID or any(len(part) > _LONGEST_NAME for part in id.split("/"))
