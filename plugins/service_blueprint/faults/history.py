"""What is wrong with earlier versions. They are past mending: pages then tell less of the past, and nothing else."""

from service_blueprint.faults.remedies import UNKNOWN_THEN
from service_blueprint.problem import Kind, Severity

# where versions were published
NO_PUBLISHED_FOLDER = Kind(
    "history.no-folder",
    "there is no such folder, so nothing is known of earlier versions that were published",
    "name the folder that {file} lies in; for the first version, make an empty one",
)
NO_VERSIONS_FILE = Kind(
    "history.no-versions-file",
    "this folder has no {file}, so no published version is known",
    "for the first version this is as it should be; else name the folder that {file} lies in",
    severity=Severity.INFO,
)
VERSIONS_UNREAD = Kind("history.versions-unread", "earlier versions are not known from this file: {why}", "{remedy}")
VERSIONS_UNFIT = Kind(
    "history.versions-unfit",
    "earlier versions are not known from this file: {why}",
    "mend it by hand, or publish all versions anew",
)
NO_INDEX = Kind(
    "history.no-index",
    "version {version} has no list of blueprints, so nothing is known of it",
    "publish it again if readers should see what has changed since",
    severity=Severity.WARNING,
)
_PUBLISH_AGAIN = "publish that version again; until then, pages compare with the one before it"
NO_LIST = Kind("history.no-list", "this is no list of blueprints", _PUBLISH_AGAIN)
OTHER_FORMAT = Kind(
    "history.other-format",
    "this has the format {format}, and only {known} is understood here",
    "use the release of service-blueprint that published it",
)
CATALOG_ELSEWHERE = Kind(
    "history.catalog-elsewhere",
    "the catalog's address {address} does not lead to a file beside it",
    _PUBLISH_AGAIN,
)
ENTRY_WITHOUT_FILE = Kind(
    "history.entry-without-file", "the entry of {id} names no file of a blueprint", _PUBLISH_AGAIN
)
FILE_MISSING = Kind(
    "history.file-missing",
    "the file is missing, though the index.json of its version names it",
    "publish that version again",
)

# the repository
SHALLOW = Kind(
    "history.shallow",
    "git has not the whole history here, so its tags are not asked for earlier versions",
    "fetch it with 'git fetch --unshallow --tags' to have them",
    severity=Severity.INFO,
)
TAG_WITHOUT_COMMIT = Kind(
    "history.tag-without-commit",
    "the tag '{tag}' names no commit and is no version",
    "tag a commit",
    severity=Severity.INFO,
)
GIT_REFUSED = Kind(
    "history.git-refused",
    "earlier versions are not asked of git: {why}",
    "call git here yourself; where it answers, pages can tell what has changed",
    severity=Severity.INFO,
)
UNREACHABLE = Kind(
    "history.unreachable",
    "earlier versions cannot be read: {why}",
    "check the repository with 'git fsck', or clone it anew",
)

# a blueprint of an earlier version
TOO_LARGE_THEN = Kind(
    "history.file-too-large",
    "the file has more than {most} MiB, and is not read",
    UNKNOWN_THEN,
    severity=Severity.WARNING,
)
FAULTY_THEN = Kind("history.faulty", "{fault}", UNKNOWN_THEN, severity=Severity.WARNING)
