"""What is wrong with earlier versions. They are past mending: pages then tell less of the past, and nothing else."""

from service_blueprint.faults.remedies import UNKNOWN_THEN
from service_blueprint.problem import Kind, Severity

# where versions stand
NOT_WHERE = Kind(
    "history.not-where",
    "where earlier versions stand is not known from this file: {why}",
    "mend it by hand, or publish all versions anew",
)
UNTAGGED = Kind(
    "history.untagged",
    "version {version} is published, but git has no tag of it, so nothing is told of what was before",
    "tag the commit that it was made of, as in 'git tag {version} COMMIT'",
    severity=Severity.INFO,
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
FAULTY_THEN = Kind("history.faulty", "{fault}", UNKNOWN_THEN, severity=Severity.WARNING)
