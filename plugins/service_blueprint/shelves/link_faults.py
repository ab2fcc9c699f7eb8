"""Why a link is not followed, and what to do: on the disk and in commits alike, in the same words."""

_PUT = "put the file itself in its place"

OUT = ("the link leads out of the project", f"{_PUT}; links are followed within the project alone")
HIDDEN = ("the link leads to what is hidden", f"{_PUT}; no name that begins with '.' is followed")
NOWHERE = ("the file is a link that leads nowhere", "check its path")


def other_ending(suffix: str) -> tuple[str, str]:
    """That a link of a file that ends in ``suffix`` leads to one of another kind."""
    return f"the link leads to a file that does not end in '{suffix}'", _PUT
