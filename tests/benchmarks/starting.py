"""How long the command line takes to begin: ``PYTHONPATH=tests python -m benchmarks.starting``.

Prints processor times in ms, the least of several runs, and as multiples of what ``import click`` takes, without which
no command could begin. Exit status 1 where the goal is missed.
"""

import resource
import subprocess
import sys

from benchmarks.tables import table

RUNS = 20
WITHIN = 2.0
"""So many times as long as ``import click`` the version may take."""

_MAIN = "from service_blueprint.hosts.cli import main; main()"
_CALLS = {
    "nothing": ("pass",),
    "import click": ("import click",),
    "--version": (_MAIN, "--version"),
    "--help": (_MAIN, "--help"),
    "draw --help": (_MAIN, "draw", "--help"),
}


def starting_times(runs: int = RUNS) -> dict[str, float]:
    """The processor time of each call of Python, in s: the least of some runs, taken in turns."""
    least = dict.fromkeys(_CALLS, float("inf"))
    for _ in range(runs):
        for name, words in _CALLS.items():
            before = _spent()
            subprocess.run([sys.executable, "-c", *words], stdout=subprocess.DEVNULL, check=True)
            least[name] = min(least[name], _spent() - before)
    return least


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Print the times."""
    times = starting_times()
    click = times["import click"]
    rows = [(name, f"{1000 * time:.0f}", f"{time / click:.2f}") for name, time in times.items()]
    print(table(("call", "ms", "of import click"), rows))
    return 0 if times["--version"] <= WITHIN * click else 1


if __name__ == "__main__":
    sys.exit(main())
