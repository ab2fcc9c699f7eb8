"""Which addresses of a site are taken already."""

import posixpath


class Taken:
    """The files of a site, none of which stands where another does or where another's folder is."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def take(self, file: str) -> bool:
        """Take the place of ``file``; false where it is taken, or where a file stands in place of its folder."""
        folders = set(_folders(file))
        if file in self._files or file in self._folders or folders & self._files:
            return False
        self._files.add(file)
        self._folders |= folders
        return True


def _folders(file: str) -> list[str]:
    """The folders in which a file stands, from the inside."""
    folders = []
    while folder := posixpath.dirname(file):
        folders.append(folder)
        file = folder
    return folders
