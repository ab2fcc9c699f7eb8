"""How long the largest files take, and how much memory: ``PYTHONPATH=tests python -m benchmarks.limits``.

Each file of ``large.py`` goes through every command, each in a process of its own. Prints for each file what became of
it, the slowest command in s of its own time, as a multiple of a fixed piece of plain Python, and the most memory in
MiB. ``--only WORD`` takes the files whose name has the word; ``--png`` draws PNG files as well. Exit status 1 where a
bound is missed or a command breaks.
"""

import argparse
import os
import re
import resource
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import mkdocs.__main__

from benchmarks.speed import reference, timed
from benchmarks.tables import table
from large import CATALOGS, HONEST, KINDS
from service_blueprint.hosts import cli

SECONDS, MEBIBYTES = 10.0, 500.0
GIVEN_UP = 60
REFERENCE = 2.5
"""What the reference takes in ms where the bound is kept; a machine that is slower, or busy, is given more time."""
BLUEPRINT = "title: T\nsteps: [customer: a]\n"
SITE = "site_name: S\nsite_url: https://example.org/\ntheme: material\nplugins: [service-blueprint: {png: false}]\n"
FILE = "blueprints/large.yml"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: its exit status (below 0 where it was ended), time of its own in s, memory in MiB."""

    status: int
    seconds: float
    mebibytes: float

    @property
    def broken(self) -> bool:
        """Whether the command ended as none does that says what is wrong."""
        return self.status not in (0, 1, 2)


def cost(work: Callable[[], object], said: Path) -> Cost:
    """What ``work`` takes in a process of its own, where all is imported already; its words go into a file."""
    child = os.fork()
    if child == 0:
        os._exit(_status(work, said))
    _, ended, used = os.wait4(child, 0)
    return Cost(os.waitstatus_to_exitcode(ended), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _status(work: Callable[[], object], said: Path) -> int:
    file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(file, stream)
    resource.setrlimit(resource.RLIMIT_CPU, (GIVEN_UP, GIVEN_UP))
    try:
        work()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except BaseException:  # whatever it is, the process that waits is told
        traceback.print_exc()
        return 70
    finally:
        sys.stdout.flush()
    return 0


def works(png: bool) -> Iterator[tuple[str, Callable[[], object]]]:
    """All that is done with the blueprint of the current folder, by name."""

    def command(*arguments: str) -> Callable[[], object]:
        return partial(cli.main, list(arguments), prog_name="service-blueprint")

    yield "check", command("check", FILE)
    yield "draw", command("draw", FILE, "--all-views", "--out", "out")
    for form in ("markdown", "csv", "json"):
        yield f"table {form}", command("table", FILE, "--format", form)
    for form in ("text", "markdown", "json", "svg", "html"):
        yield f"diff {form}", command("diff", FILE, "changed.yml", "--format", form, "--out", f"out/{form}")
    yield "format", command("format", "--check", FILE)
    yield "build", partial(mkdocs.__main__.cli, ["build", "--quiet", "--site-dir", "site"], prog_name="mkdocs")
    if png:
        yield "png", command("draw", FILE, "--all-views", "--format", "png", "--out", "out")


def measured(text: str, catalog: str = "", *, png: bool = False) -> dict[str, Cost]:
    """What each command takes for a blueprint with a catalog, in a folder made for it."""
    before = Path.cwd()
    with TemporaryDirectory() as made:
        folder = Path(made)
        for name in ("blueprints", "docs", "out"):
            (folder / name).mkdir()
        (folder / "docs/index.md").write_text("# S\n", "utf-8")
        (folder / "mkdocs.yml").write_text(SITE, "utf-8")
        (folder / FILE).write_text(text, "utf-8")
        (folder / "changed.yml").write_text(changed(text), "utf-8")
        if catalog:
            (folder / "blueprints/_catalog.yml").write_text(catalog, "utf-8")
        os.chdir(folder)
        try:
            return {name: cost(work, folder / "said") for name, work in works(png)}
        finally:
            os.chdir(before)


def unit_now() -> float:
    """What the reference takes in ms just now: other work on a machine makes a process take more time of its own."""
    return median(timed(reference) for _ in range(20))


def changed(text: str) -> str:
    """A copy of a text in which every tenth of some words is another, so that much has changed and much has not."""
    number = count()
    words = r"(?<![&*{])\b(?:[a-f]|word|the|in)\b(?!:)"
    return re.sub(words, lambda word: "z" if next(number) % 10 == 9 else word[0], text)


def files() -> Mapping[str, tuple[Callable[[], str], Callable[[], str]]]:
    """What is measured by name: how a blueprint and its catalog are made."""
    return {
        **{name: (make, str) for name, make in {**HONEST, **KINDS}.items()},
        **{f"catalog: {name}": (lambda: BLUEPRINT, make) for name, make in CATALOGS.items()},
    }


def main() -> int:
    """Measure all files; the exit status."""
    parser = argparse.ArgumentParser(description="How long the largest files take.")
    parser.add_argument("--only", default="", help="the files whose name has this word")
    parser.add_argument("--png", action="store_true", help="draw PNG files, too")
    chosen = parser.parse_args()
    rows, kept, units = [], True, []
    for name, (blueprint, catalog) in files().items():
        if chosen.only not in name:
            continue
        before = unit_now()
        found = measured(blueprint(), catalog(), png=chosen.png)
        unit = max(before, unit_now())
        bound = SECONDS * max(1.0, unit / REFERENCE)
        units.append(unit)
        slowest = max(found, key=lambda each: found[each].seconds)
        seconds, most = found[slowest].seconds, max(each.mebibytes for each in found.values())
        broken = [each for each, taken in found.items() if taken.broken]
        kept &= seconds <= bound and most <= MEBIBYTES and not broken
        fate = f"breaks {', '.join(broken)}" if broken else "refused" if found["check"].status else "drawn"
        rows.append([name, fate, slowest, f"{seconds:.1f} ({seconds * 1000 / unit:.0f})", f"{most:.0f}"])
        print(*rows[-1], sep=" | ", file=sys.stderr, flush=True)
    print(table(("file", "what becomes of it", "slowest", "s", "MiB"), rows))
    print(f"\nReference: {min(units, default=0):.1f} to {max(units, default=0):.1f} ms.")
    print(f"The bounds are {SECONDS:.0f} s, more as it takes over {REFERENCE} ms, and {MEBIBYTES:.0f} MiB.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
