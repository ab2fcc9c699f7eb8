"""Faults of files and folders: what cannot be read, and names that can be no address."""

from service_blueprint.faults.remedies import CHECK_PATH, CHECK_PERMISSIONS, PUT_FILE
from service_blueprint.problem import Kind, Severity

# files
LINK_OUT = Kind(
    "file.link-out",
    "the link leads out of the project",
    "put the file itself in its place; links are followed within the project alone",
)
LINK_TO_HIDDEN = Kind(
    "file.link-to-hidden",
    "the link leads to what is hidden",
    "put the file itself in its place; no name that begins with '.' is followed",
)
LINK_NOWHERE = Kind("file.link-nowhere", "the file is a link that leads nowhere", CHECK_PATH)
LINK_TO_OTHER = Kind("file.link-to-other", "the link leads to a file that does not end in '{ending}'", PUT_FILE)
IS_FOLDER = Kind("file.folder", "this is a folder, not a file", "rename it; only files end in '.yml'")
NO_FILE = Kind("file.missing", "there is no such file", CHECK_PATH)
UNREADABLE = Kind("file.unreadable", "the file cannot be read: {reason}", CHECK_PERMISSIONS)
NO_ORDINARY_FILE = Kind("file.not-ordinary", "this is no ordinary file", "put a file in its place")
CHANGED_MEANWHILE = Kind(
    "file.changed-meanwhile",
    "the file was changed while it was being formatted, and is left alone",
    "format it again",
)

# folders
NO_FOLDER = Kind("file.no-folder", "there is no such folder", "make it, or name another")
FOLDER_UNREADABLE = Kind("file.folder-unreadable", "the folder cannot be read: {reason}", CHECK_PERMISSIONS)
FOLDER_IN_ITSELF = Kind("file.folder-in-itself", "the link leads back into a folder that it lies in", "remove it")
TOO_MANY_FILES = Kind(
    "file.too-many",
    "there are more than {most} files and folders, and no more are looked at",
    "keep blueprints alone in it, and few links to folders",
)

# names
_RENAME = "rename the file to '{name}'"
RENAME_SHORTER = "rename the file to '{name}'; a name has at most {longest} characters, and a whole path {path}"
NO_ADDRESS_NAME = Kind(
    "file-name.address",
    "the name '{id}' cannot be the address of a page",
    "rename the file to '{name}'; names have lower-case letters a to z, digits, hyphens, underscores and single dots, "
    "and no second ending such as '.csv'",
    (RENAME_SHORTER,),
)
OTHER_ENDING = Kind("file-name.ending", "the name '{file}' does not end in '.yml'", _RENAME, severity=Severity.WARNING)
CATALOG_NAME = Kind("file-name.catalog", "the catalog is read from '{name}' alone", _RENAME, severity=Severity.WARNING)
SAME_ADDRESS = Kind(
    "file-name.same-address",
    "the file has the same address as '{path}'",
    "rename or delete one of the two",
)
KEPT_ADDRESS = Kind(
    "file-name.kept-address",
    "the page of '{id}' takes the address of the diagram alone of '{owner}'",
    "rename the file",
)
