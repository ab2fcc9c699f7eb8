"""What links, history and publishing cost: ``PYTHONPATH=tests python -m benchmarks.linking``.

Each work is set beside another one of the same run, so that machines can be compared: references beside plain links,
earlier versions beside the folder that is read anyway, the pages beside their drawings.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from markdown import Markdown
from ruamel.yaml import YAML

from benchmarks.cases import ROOT
from benchmarks.tables import table
from blueprints_made import random_blueprint
from service_blueprint.hosts.check_settings import Settings
from service_blueprint.hosts.library import read_collection
from service_blueprint.pages.collection import Site
from service_blueprint.pages.pictures import pictures
from service_blueprint.pages.publication import Publisher
from service_blueprint.shelves import read_folder
from service_blueprint.shelves.versions.history import history_of
from service_blueprint.words import words_for

RUNS = 5
LINKS = 5_000
BLUEPRINTS, TAGS = 30, 30


def timed(work: Callable[[], object]) -> float:
    """One run in s as a clock on the wall has it, for git works in processes of its own."""
    start = perf_counter()
    work()
    return perf_counter() - start


def medians(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median of each work in s; all take turns, so that whatever else the machine does meets all alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(RUNS):
        for name, work in works.items():
            times[name].append(timed(work))
    return {name: median(found) for name, found in times.items()}


def links() -> dict[str, Callable[[], object]]:
    """A page of references to steps, and the same page with plain links."""
    line = "See [the step]({}) of the process.\n\n"
    references = line.format("blueprint:laptop-request#hand-over") * LINKS
    plain = line.format("blueprints/laptop-request/#hand-over") * LINKS
    options = {"service_blueprint": {"blueprints": str(ROOT / "blueprints")}}
    return {
        f"{LINKS:,} plain links": lambda: Markdown().convert(plain),
        f"{LINKS:,} references": lambda: Markdown(extensions=["service_blueprint"], extension_configs=options).convert(
            references
        ),
    }


def versions(folder: Path) -> dict[str, Callable[[], object]]:
    """A repository with tags, in each of which a blueprint has changed; its folder, and what was before."""
    written = folder / "blueprints"
    written.mkdir()
    git = partial(subprocess.run, cwd=folder, check=True, capture_output=True)
    git(["git", "init", "--quiet"])
    for number in range(BLUEPRINTS):
        _write(written / f"service-{number}.yml", number)
    for tag in range(TAGS):
        _write(written / f"service-{tag % BLUEPRINTS}.yml", 1_000 + tag)
        git(["git", "add", "--all"])
        git(["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "--quiet", "-m", str(tag)])
        git(["git", "tag", f"1.{tag}"])
    return {
        f"reading {BLUEPRINTS} blueprints": lambda: read_folder(written),
        f"{TAGS} versions of them from git": lambda: history_of(written),
    }


def pages() -> dict[str, Callable[[], object]]:
    """The drawings of all samples, and everything that is published of them."""
    collection, _ = read_collection(ROOT / "blueprints", Settings())
    blueprints = [entry.blueprint for entry in collection.entries if entry.blueprint]
    site = Site(url="https://example.org/")
    return {
        "drawing the samples": lambda: [pictures(each, words_for(each.language or "en")) for each in blueprints],
        "all pages and files of them": lambda: Publisher().publish(collection, site),
    }


def main() -> int:
    """Measure, and print the medians with their ratios."""
    rows = []
    with TemporaryDirectory() as folder:
        for works in (links(), versions(Path(folder)), pages()):
            found = medians(works)
            first = next(iter(found.values()))
            rows += [[name, f"{seconds:.2f}", f"{seconds / first:.1f}"] for name, seconds in found.items()]
    print(f"Medians of {RUNS} runs in s, and as multiples of the line that a pair begins with.\n")
    print(table(("work", "s", "ratio"), rows))
    return 0


def _write(file: Path, seed: int) -> None:
    with file.open("w", encoding="utf-8") as text:
        YAML().dump(random_blueprint(seed, 8, 5), text)


if __name__ == "__main__":
    sys.exit(main())
