"""Where readers edit a page: the address that MkDocs puts together, without the way up out of its folder."""

import re

_SLASH = re.compile("/|%2F", re.IGNORECASE)
_SEPARATOR = re.compile("(/|%2F|[?&=#:])", re.IGNORECASE)
_BEFORE_HOST = [("", "/"), ("", "/")]


def straight(address: str) -> str:
    """An address that leads where ``address`` leads, without "..".

    Blueprints lie beside the folder of documents, so MkDocs says "docs/../blueprints". A browser goes up so in a path;
    in a query, where some hosts have the path, also quoted, nobody may.
    """
    pieces = _SEPARATOR.split(address)
    kept: list[tuple[str, str]] = []
    for name, end in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if name != ".." or not _SLASH.fullmatch(end):
            kept.append((name, end))
        elif kept and kept[-1][0] and _SLASH.fullmatch(kept[-1][1]) and kept[-3:-1] != _BEFORE_HOST:
            kept.pop()
    return "".join(f"{name}{end}" for name, end in kept)
