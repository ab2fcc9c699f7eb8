"""Git repositories for tests, which no settings of the user or the machine reach."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

CALM = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@dataclass(frozen=True)
class Repository:
    """A folder with a repository of its own."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> "Repository":
        """A new repository without a commit, on a branch ``main``."""
        folder.mkdir(parents=True, exist_ok=True)
        repository = cls(folder)
        repository.git("init", "--quiet", "--initial-branch", "main")
        repository.git("config", "user.name", "Test")
        repository.git("config", "user.email", "test@example.org")
        return repository

    def git(self, *words: str) -> str:
        """What a git command prints; one that fails fails the test."""
        environment = {**os.environ, **CALM}
        done = subprocess.run(["git", *words], cwd=self.folder, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file, its folders too."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files: dict[str, str | bytes] | None = None, tag: str = "") -> None:
        """Commit all that is there, some files written before; and tag it."""
        for path, content in (files or {}).items():
            self.write(path, content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Change")
        if tag:
            self.git("tag", tag)
