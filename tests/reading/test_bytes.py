"""What bytes that are no good text do to reading, and how much a file may hold."""

from time import process_time

import pytest

from service_blueprint.reading import read_text
from service_blueprint.reading.limits import BYTES

GOOD = "title: Zażółć gęślą jaźń\nsteps:\n  - customer: Megkérdezi\n"
MIB = BYTES.most - 100


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (GOOD.encode("utf-16"), "1:1: the file is saved as UTF-16"),
        (GOOD.encode("utf-16-le"), "1:1: the file is saved as UTF-16 without a byte order mark"),
        (GOOD.encode("utf-16-be"), "1:1: the file is saved as UTF-16 without a byte order mark"),
        ("title: Ask\ngoal: wypełnia\n".encode("cp1250"), "2:11: byte 0xB3 is not UTF-8"),
        (b"title: a\rgoal: b\x8c", "2:8: byte 0x8C is not UTF-8"),
        (b"title: a\rgoal: b\x07", "2:8: the character U+0007 cannot be printed"),
        (b"\xff", "1:1: byte 0xFF is not UTF-8"),
        (b"title: a\x00b\n", "1:9: the character U+0000 cannot be printed"),
        ("title: a\ngoal: ż\x07\n".encode(), "2:8: the character U+0007 cannot be printed"),
        ("title: a\ufeffb\n".encode(), "1:9: the character U+FEFF cannot be printed"),
        (b"title: a\x7fb\n", "1:9: the character U+007F cannot be printed"),
        (b"", "1:1: the file is empty"),
        (b"\n\n  \n", "1:1: the file is empty"),
        (b"---\n...\n", "1:1: the file is empty"),
        (b"a" * 10_000_000, "1:1: the file has 9.5 MiB, and at most 1 MiB is read"),
    ],
)
def test_bytes_that_are_no_text_are_told_with_their_place(data: bytes, told: str) -> None:
    reading = read_text(data, path="f.yml", id="f")
    assert reading.blueprint is None
    assert f"{reading.problems[0].place}: {reading.problems[0].message}" == f"f.yml:{told}"
    assert reading.problems[0].remedy


@pytest.mark.parametrize("data", [GOOD.encode(), b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()])
def test_utf_8_is_read_with_and_without_a_mark_and_with_either_line_ending(data: bytes) -> None:
    reading = read_text(data, path="f.yml", id="f")
    assert reading.problems == ()
    assert reading.title == "Zażółć gęślą jaźń"


def test_lines_are_counted_as_editors_do() -> None:
    reading = read_text("title: a\u2028b\u0085c\r\ngoal: d\rtitel: e\n".encode(), path="f.yml", id="f")
    assert reading.title == "a b c"
    assert [str(problem.place) for problem in reading.problems] == ["f.yml:1:1", "f.yml:3:1"]


HOSTILE = {
    "deep lists": "[" * MIB,
    "deep block lists": "- " * (MIB // 2),
    "deep mappings": "{a: " * (MIB // 4),
    "deep keys": "? " * (MIB // 2),
    "exploding aliases": "a: &a [x, x, x, x, x, x, x, x]\n"
    + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 8)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "aliases that nest": "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 2000)),
    "many steps": "title: a\nsteps:\n" + "- customer: a\n" * 30_000,
    "many actions": "title: a\nsteps:\n" + f"- customer: [{'a, ' * 40_000}]\n" * 2,
    "many misspelt keys": "title: a\nsteps:\n- customer: a\n" + "".join(f"frontstag{n}: 1\n" for n in range(30_000)),
    "many dangling arrows": "title: a\nsteps:\n"
    + "".join(f"- customer: {{do: a, to: x{n}.y}}\n" for n in range(15_000)),
    "one long text": f"title: {'ab ' * (MIB // 3 - 20)}\nsteps: [{{customer: a}}]",
    "one long number": f"title: a\nsteps: [{{feeling: {'1' * (MIB - 50)}}}]",
    "one long duration": f"title: a\nsteps: [{{wait: {'1 ' * (MIB // 2 - 50)}}}]",
}


def test_aliases_that_nest_too_deep_are_told_as_such() -> None:
    (problem,) = read_text(HOSTILE["aliases that nest"].encode(), path="f.yml", id="f").problems
    assert problem.message == "values are nested more than 32 deep here"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_ends_soon_in_a_problem(name: str) -> None:
    begun = process_time()
    reading = read_text(HOSTILE[name].encode(), path="f.yml", id="f")
    assert process_time() - begun < 60  # some tenths of a second; what grows with the square takes minutes
    assert reading.blueprint is None
    assert 0 < len(reading.problems) <= 500
    assert all(len(problem.text) < 500 for problem in reading.problems)
