"""Every file that is large of one kind is drawn, or refused by name, within the bounds of time and memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.limits import changed
from large import amount

TESTS = Path(__file__).parent.parent


@pytest.mark.slow
def test_every_large_file_keeps_the_bounds() -> None:
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.limits"], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


def test_a_changed_copy_differs_in_its_texts_alone() -> None:
    text = "title: T\nsteps:\n" + "- {customer: a, frontstage: b}\n" * 20
    assert changed(text) != text
    assert amount(changed(text)) == amount(text)
