"""Which links lead somewhere, and where: a page links to nothing that would run, and fetches nothing from elsewhere."""

import re
from urllib.parse import urlsplit

from service_blueprint.blueprint import LINK_SCHEMES

_PASSED_OVER = re.compile("[\x00-\x20]")
"""What browsers take out of an address, or off its ends, before they look for the scheme."""


def safe_link(link: str) -> str:
    """The link, or nothing where it would run something instead of leading somewhere (``javascript:`` and the like)."""
    scheme = re.match(r"([^/?#]*?):", _PASSED_OVER.sub("", link))
    return link if scheme is None or scheme[1].lower() in LINK_SCHEMES else ""


def leads(link: str) -> bool:
    """Whether a link leads somewhere: it has a scheme that is allowed, or is relative."""
    try:
        urlsplit(link)
    except ValueError:  # no address at all
        return False
    return bool(safe_link(link))


def of_site(address: str) -> bool:
    """Whether what stands at an address is fetched from the site itself; browsers take a backslash for a slash."""
    plain = _PASSED_OVER.sub("", address).replace("\\", "/")
    if plain.startswith("//"):  # any number of slashes leads to a host
        return False
    try:
        parts = urlsplit(plain)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc
