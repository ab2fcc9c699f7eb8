"""What a git repository knows of its files, asked of git itself."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from service_blueprint.errors import ServiceBlueprintError

_YAML = ("*.yml", "*.yaml")
_LONGEST_PATH = 4096  # bytes; no system follows a link to more
_LINK, _SUBMODULE = b"120000", b"160000"
# A hook of git has these for the folder that it runs in. For any other folder git is to find out itself.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class GitError(ServiceBlueprintError):
    """What git cannot do; its text is one line for a user."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs; paths are from the top of the repository, None on the side where the file is not."""

    before: str | None
    after: str | None


@dataclass(frozen=True)
class Repository:
    """A repository with a working tree, whose top folder is ``top``."""

    top: Path

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """The repository in which a folder lies. Raises ``GitError`` where there is none, or no git."""
        shown = _git(folder, "rev-parse", "--show-toplevel")
        return cls(Path(os.fsdecode(shown.removesuffix(b"\n"))))

    def revision(self, name: str) -> "Revision | None":
        """The commit that ``name`` means; None where it means none."""
        if not name or name.startswith("-"):
            return None
        try:
            found = _git(self.top, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        except GitError:
            return None
        return Revision(self, name, found.decode().strip())

    @property
    def shallow(self) -> bool:
        """Whether the clone lacks a part of the history."""
        return _git(self.top, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def tags(self, *, merged: bool = False) -> dict[str, bool]:
        """All tags, or those that ``HEAD`` has in its history, and of each whether it can name a commit."""
        within = ("--merged=HEAD",) if merged else ()
        listed = _git(
            self.top, "for-each-ref", *within, "--format=%(refname:strip=2)%00%(objecttype)%(*objecttype)", "refs/tags"
        )
        types = (line.split(b"\0") for line in listed.splitlines())
        return {os.fsdecode(name): type.endswith((b"commit", b"tag")) for name, type in types}

    def ids(self, names: Iterable[str]) -> dict[str, str]:
        """The ids of objects by names such as ``v1.2:blueprints``; those that are not there are left out."""
        asked = [name for name in names if "\n" not in name]
        told = _git(self.top, "cat-file", "--batch-check=%(objectname)", stdin=_lines(asked)).split(b"\n")
        return {name: id.decode() for name, id in zip(asked, told[:-1], strict=True) if b" " not in id}

    def contents(self, ids: Iterable[str], most: int) -> dict[str, bytes | int]:
        """What files hold, by their ids; of one of more than ``most`` bytes, how many it has.

        Two processes of git bring them all. Raises ``GitError`` where git cannot bring one.
        """
        asked = sorted(set(ids))
        if not asked:
            return {}
        sizes = _git(self.top, "cat-file", "--batch-check=%(objectname) %(objectsize)", stdin=_lines(asked)).split()
        # What git says of one that it has not is no size, and is told below.
        of_each = zip(sizes[::2], sizes[1::2], strict=True)
        large = {id.decode(): int(size) for id, size in of_each if size.isdigit() and int(size) > most}
        wanted = _lines(id for id in asked if id not in large)
        told = _git(self.top, "cat-file", "--batch=%(objectname) %(objectsize)", stdin=wanted)
        found: dict[str, bytes | int] = {**large}
        at = 0
        while at < len(told):
            end = told.index(b"\n", at)
            id, size = told[at:end].split()
            if not size.isdigit():
                raise GitError(f"git says: the object {id.decode()} is {size.decode()}")
            at = end + 1 + int(size)
            found[id.decode()] = told[end + 1 : at]
            at += 1
        return found

    def files(self, tree: str) -> dict[str, str]:
        """The ids of all ordinary files in a tree, by their paths from its top."""
        return self._entries(tree, b"100")

    def links_in(self, tree: str) -> dict[str, str]:
        """The ids of all links in a tree, by their paths from its top; what one holds is where it leads."""
        return self._entries(tree, _LINK)

    def _entries(self, tree: str, mode: bytes) -> dict[str, str]:
        listed = (entry.partition(b"\t") for entry in _git(self.top, "ls-tree", "-r", "-z", tree).split(b"\0"))
        return {os.fsdecode(path): about.split()[2].decode() for about, _, path in listed if about.startswith(mode)}

    def links(self) -> dict[str, str]:
        """The links in the working tree by their paths, with where each leads as it is written."""
        listed = _git(self.top, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
        paths = (path for path in _names(listed) if os.path.islink(self.top / path))  # noqa: PTH114 - any name
        return {path: os.readlink(self.top / path) for path in paths}  # noqa: PTH115

    def changes(self, before: "Revision", after: "Revision | None") -> tuple[FileChange, ...]:
        """The files that differ, renames followed; None stands for the working tree with all its YAML files."""
        command = ("diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-color", before.commit)
        if after:
            return _changes(_git(self.top, *command, after.commit, "--"))
        with self._with_new_files() as environment:
            return _changes(_git(self.top, *command, "--", environment=environment))

    @contextmanager
    def _with_new_files(self) -> Iterator[dict[str, str]]:
        """Settings under which git sees YAML files that nobody has added yet, so that it follows their renames too.

        Both the index and new objects lie in a folder of their own for as long as it takes; the repository stays as
        it is.
        """
        new = _git(self.top, "ls-files", "--others", "--exclude-standard", "-z", "--", *_YAML)
        if not new:
            yield {}
            return
        index, objects = (self._own(name) for name in ("index", "objects"))
        with tempfile.TemporaryDirectory() as folder:
            if index.exists():
                shutil.copyfile(index, Path(folder, "index"))
            environment = {
                "GIT_INDEX_FILE": str(Path(folder, "index")),
                "GIT_OBJECT_DIRECTORY": folder,
                "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects),
            }
            intent = ("--literal-pathspecs", "add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul")
            _git(self.top, *intent, environment=environment, stdin=new)
            yield environment

    def commits_below(self, folder: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The commits of ``HEAD`` that changed files below a folder, the newest first.

        Of each the day of its author, as in "2021-03-04", and the paths of those files from the top of the repository.
        """
        told = _git(folder, "log", "--format=%x00%as", "--name-only", "-z", "--no-renames", "--", ".")
        # No name is empty, and none holds a zero byte: so an empty one begins a commit, and its day is the next.
        commits: list[tuple[str, list[str]]] = []
        pieces = iter(told.split(b"\0"))
        for piece in pieces:
            if piece in (b"", b"\n"):
                if day := next(pieces, b""):
                    commits.append((day.decode("ascii"), []))
            else:
                names = commits[-1][1]
                # Git ends the line of the day before the first name.
                names.append(os.fsdecode(piece.removeprefix(b"\n") if not names else piece))
        return ((day, tuple(names)) for day, names in commits)

    def _own(self, name: str) -> Path:
        """A file or folder of git's own."""
        found = _git(self.top, "rev-parse", "--git-path", name).removesuffix(b"\n")
        return self.top / os.fsdecode(found)


@dataclass(frozen=True)
class Revision:
    """A commit of a repository; ``name`` is how somebody called it."""

    repository: Repository
    name: str
    commit: str

    @cached_property
    def _entries(self) -> dict[str, tuple[bytes, str]]:
        """The mode and the id of everything in it, by the paths from the top of the repository."""
        listed = _git(self.repository.top, "ls-tree", "-r", "-z", "--full-tree", self.commit).split(b"\0")
        entries = (entry.partition(b"\t") for entry in listed if entry)
        return {os.fsdecode(path): (about.split()[0], about.split()[2].decode()) for about, _, path in entries}

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all files and links in it, from the top of the repository."""
        return frozenset(path for path, (mode, _) in self._entries.items() if mode != _SUBMODULE)

    @cached_property
    def links(self) -> dict[str, str]:
        """The links in it by their paths, with where each leads as it is written."""
        ids = {path: id for path, (mode, id) in self._entries.items() if mode == _LINK}
        texts = self.repository.contents(ids.values(), _LONGEST_PATH)
        return {path: link_text(texts.get(id)) for path, id in ids.items()}

    def read(self, paths: Iterable[str], most: int) -> dict[str, bytes | int]:
        """What files held by their paths; of one of more than ``most`` bytes, how many it had.

        Raises ``GitError`` where git cannot bring one.
        """
        ids = {path: self._entries[path][1] for path in paths}
        contents = self.repository.contents(ids.values(), most)
        return {path: contents[id] for path, id in ids.items()}


def link_text(held: bytes | int | None) -> str:
    """Where a link leads that git keeps as ``held``; "" where it is longer than any system follows."""
    return os.fsdecode(held) if isinstance(held, bytes) else ""


def _changes(listed: bytes) -> tuple[FileChange, ...]:
    """What ``git diff --name-status -z`` says: a status, then one path, or two for a rename."""
    words = iter(_names(listed))
    found = []
    for status in words:
        path = next(words)
        if status.startswith(("R", "C")):
            found.append(FileChange(path if status.startswith("R") else None, next(words)))
        else:
            found.append(FileChange(None if status == "A" else path, None if status == "D" else path))
    return tuple(found)


def _names(listed: bytes) -> Iterable[str]:
    return (os.fsdecode(name) for name in listed.split(b"\0") if name)


def _lines(names: Iterable[str]) -> bytes:
    return b"".join(os.fsencode(name) + b"\n" for name in names)


def _git(folder: Path, *command: str, environment: Mapping[str, str] | None = None, stdin: bytes = b"") -> bytes:
    """What a git command prints. Raises ``GitError`` with git's own first line where it fails."""
    around = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    # Git's words in English, no lock for what is only read, and no question to a user who cannot see it.
    own = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", **(environment or {})}
    try:
        done = subprocess.run(
            ["git", *command], cwd=folder, input=stdin, capture_output=True, check=False, env={**around, **own}
        )
    except FileNotFoundError:
        raise GitError("git is not installed, or not on the path; two files can be compared without it") from None
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror or error}") from None
    if done.returncode:
        said = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
        first = said[0].removeprefix("fatal: ").removeprefix("error: ") if said else f"exit status {done.returncode}"
        raise GitError(f"git says: {first}")
    return done.stdout
