"""Other site generators for tests, each run by its own command.

ProperDocs takes the place of MkDocs in every process that imports it, so it has an environment of its own: made on the
first run, kept in ``.cache/``, made anew when what is to be installed changes.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from projects import ENVIRONMENT, ROOT

_PROPERDOCS = ("properdocs>=1.6,<2", "--editable", str(ROOT))


def zensical(configuration: Path) -> subprocess.CompletedProcess[str]:
    """``zensical build``; what it printed, and its exit status. The site is where the configuration has it."""
    return _run(Path(sys.executable), "-m", "zensical", "build", "--strict", "--config-file", str(configuration))


def properdocs(configuration: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """``properdocs build`` into a folder, with Material for MkDocs and our plugin installed beside it."""
    words = ("-m", "properdocs", "build", "--strict", "--config-file", str(configuration), "--site-dir", str(site))
    return _run(_properdocs_python(), *words)


def _properdocs_python() -> Path:
    asked = "\n".join([*_PROPERDOCS, sys.version, (ROOT / "pyproject.toml").read_text(encoding="utf-8")])
    folder = ROOT / ".cache" / "properdocs" / hashlib.sha256(asked.encode()).hexdigest()[:12]
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "installed"
    if not done.exists():
        shutil.rmtree(folder.parent, ignore_errors=True)
        _install(sys.executable, "-m", "venv", str(folder))
        _install(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *_PROPERDOCS)
        done.touch()
    return python


def _install(*command: str) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"ProperDocs cannot be installed; is there a network?\n{result.stderr}"


def _run(python: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(python), *words], env=ENVIRONMENT, capture_output=True, text=True, check=False)
