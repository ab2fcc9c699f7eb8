"""How long the largest files take, and how much memory: ``PYTHONPATH=tests python -m benchmarks.limits``.

Each file of ``large.py`` goes through every command, each in a process of its own. Prints for each file what became of
it, the slowest command in s, and the most memory in MiB. ``--only WORD`` takes the files whose name has the word,
``--each`` prints every command. Exit status 1 where a bound is missed.
"""

import argparse
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.tables import table
from large import CATALOGS, HONEST, KINDS

SECONDS, MEBIBYTES = 10.0, 500.0
GIVEN_UP = 120
BLUEPRINT = "title: T\nsteps: [customer: a]\n"
SITE = "site_name: S\nsite_url: https://example.org/\ntheme: material\nplugins: [service-blueprint: {png: false}]\n"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command took: its exit status (-1 where it was given up), time of its own in s, memory in MiB."""

    status: int
    seconds: float
    mebibytes: float


def cost(work: Callable[[], int], said: Path, seconds: int = GIVEN_UP) -> Cost:
    """What ``work`` takes in a process of its own, which begins with everything imported; its words go to ``said``."""
    child = os.fork()
    if child == 0:
        status = 70
        try:
            out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(out, 1)
            os.dup2(out, 2)
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
            resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
            signal.signal(signal.SIGXCPU, signal.SIG_DFL)
            status = work()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        except BaseException:  # the parent is told, whatever it is
            traceback.print_exc()
        sys.stdout.flush()
        os._exit(status)
    _, ended, used = os.wait4(child, 0)
    status = os.waitstatus_to_exitcode(ended)
    return Cost(status, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def command(*arguments: str) -> Callable[[], int]:
    """A command of the command line, as work."""

    def work() -> int:
        from service_blueprint.hosts.cli import main

        main(list(arguments), prog_name="service-blueprint")
        return 0

    return work


def build() -> int:
    """The site of the current folder, as work."""
    from mkdocs.__main__ import cli

    cli(["build", "--quiet", "--site-dir", "site"], prog_name="mkdocs")
    return 0


def works(png: bool) -> Iterator[tuple[str, Callable[[], int]]]:
    """All that is done with the blueprint ``blueprints/large.yml`` of the current folder, by name."""
    file = "blueprints/large.yml"
    yield "check", command("check", file)
    yield "draw", command("draw", file, "--all-views", "--out", "out")
    for form in ("markdown", "csv", "json"):
        yield f"table {form}", command("table", file, "--format", form)
    for form in ("text", "markdown", "json", "svg", "html"):
        yield f"diff {form}", command("diff", file, "changed.yml", "--format", form, "--out", f"out/{form}")
    yield "format", command("format", "--check", file)
    yield "build", build
    if png:
        yield "png", command("draw", file, "--all-views", "--format", "png", "--out", "out")


def measured(text: str, catalog: str, png: bool) -> dict[str, Cost]:
    """What each command takes for a blueprint with a catalog, in a folder made for it."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "blueprints").mkdir()
        (folder / "docs").mkdir()
        (folder / "out").mkdir()
        (folder / "docs/index.md").write_text("# S\n")
        (folder / "mkdocs.yml").write_text(SITE)
        (folder / "blueprints/large.yml").write_text(text)
        (folder / "changed.yml").write_text(changed(text))
        if catalog:
            (folder / "blueprints/_catalog.yml").write_text(catalog)
        before = Path.cwd()
        os.chdir(folder)
        try:
            found = {}
            for name, work in works(png):
                found[name] = cost(work, folder / "said")
                if name == "check" and found[name].status == 1:
                    print("   ", (folder / "said").read_text()[:200].partition("\n")[0], file=sys.stderr)
                if found[name].status not in (0, 1, 2):
                    print("   ", name, found[name], (folder / "said").read_text()[-400:], file=sys.stderr)
                if name == "check" and "--check-only" in sys.argv:
                    break
            return found
        finally:
            os.chdir(before)


def changed(text: str) -> str:
    """A copy of a text in which every tenth ``a`` is another letter, so that much has changed and much has not."""
    pieces = text.split("a")
    return "".join(f"{piece}{'b' if number % 10 == 9 else 'a'}" for number, piece in enumerate(pieces[:-1])) + pieces[-1]


def main() -> int:
    """Measure all files; the exit status."""
    parser = argparse.ArgumentParser(description="How long the largest files take.")
    parser.add_argument("--only", default="", help="the files whose name has this word")
    parser.add_argument("--each", action="store_true", help="print every command")
    parser.add_argument("--png", action="store_true", help="draw PNG files, too")
    parser.add_argument("--check-only", action="store_true")
    chosen = parser.parse_args()
    import mkdocs.__main__  # noqa: F401 - so that no process has to

    import service_blueprint.hosts.cli  # noqa: F401

    files: Mapping[str, tuple[Callable[[], str], Callable[[], str]]] = {
        **{name: (make, str) for name, make in {**HONEST, **KINDS}.items()},
        **{f"catalog: {name}": (lambda: BLUEPRINT, make) for name, make in CATALOGS.items()},
    }
    rows, kept = [], True
    for name, (blueprint, catalog) in files.items():
        if chosen.only not in name:
            continue
        found = measured(blueprint(), catalog(), chosen.png)
        slowest = max(found, key=lambda each: found[each].seconds)
        most = max(found.values(), key=lambda each: each.mebibytes).mebibytes
        fate = "drawn" if found["check"].status == 0 else "refused"
        broken = any(each.status not in (0, 1, 2) for each in found.values())
        kept &= found[slowest].seconds <= SECONDS and most <= MEBIBYTES and not broken
        rows.append([name, fate + " BROKEN" * broken, f"{found['check'].seconds:.1f}", slowest, f"{found[slowest].seconds:.1f}", f"{most:.0f}"])
        print(rows[-1], file=sys.stderr, flush=True)
        if chosen.each:
            print("   ", {each: (round(taken.seconds, 1), round(taken.mebibytes)) for each, taken in found.items()}, file=sys.stderr)
    print(table(("file", "fate", "check, s", "slowest", "s", "MiB"), rows))
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
