"""Where a version of a site stands itself, which is not where search engines are sent."""

from collections.abc import Container
from urllib.parse import quote, urlsplit


def own_address(canonical: str, version: str, current: Container[str]) -> str:
    """The address of a version, with a slash at its end.

    ``canonical`` is the address that search engines are to find, with a slash at its end, or empty; then this is too.
    Where it ends with the name of the current version's folder, one of ``current`` such as "latest", the folder of
    ``version`` stands beside that. A build that is called nothing stands where ``canonical`` says.
    """
    address = urlsplit(canonical)
    site, _, folder = address.path.rstrip("/").rpartition("/")
    if not version or not folder or folder not in current:
        return canonical
    return address._replace(path=f"{site}/{quote(version)}/").geturl()
