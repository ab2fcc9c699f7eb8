"""Markdown texts that would take Python-Markdown long are faults of their file; all others are quick."""

import pytest

from service_blueprint.reading import read_text
from service_blueprint.reading.markdown_limits import excess

TOO_MUCH = {
    "characters": ("a " * 5001, "has 10,002 characters, and 10,000 are the most"),
    "lines": ("a\n" * 501, "has 501 lines, and 500 are the most"),
    "brackets": ("a[" * 201, "has 201 signs '[', and 200 are the most"),
    "pictures": ("![" * 201, "has 201 signs '[', and 200 are the most"),
    "carets": ("a^" * 201, "has 201 signs '^', and 200 are the most"),
    "tildes": ("a~" * 201, "has 201 signs '~', and 200 are the most"),
    "stars in a row": ("*" * 81, "has 81 signs of emphasis in a row, and 80 are the most"),
    "backticks in a row": ("`" * 81, "has 81 signs of emphasis in a row, and 80 are the most"),
    "a wide and long table": (
        f"{'a|' * 40}\n{'-|' * 40}\n" + "|\n" * 50,
        "has 2,132 cells in a table, and 2,000 are the most",
    ),
    "lists in a line": ("- " * 17 + "a", "has 17 lists and quotes within each other, and 16 are the most"),
    "numbers in a line": ("1. " * 17 + "a", "has 17 lists and quotes within each other, and 16 are the most"),
    "quotes": (">" * 17 + "a", "has 17 lists and quotes within each other, and 16 are the most"),
    "quotes and lists": ("> - " * 9 + "a", "has 18 lists and quotes within each other, and 16 are the most"),
    "lists by indentation": (
        "\n".join("    " * depth + "- a" for depth in range(17)),
        "has 17 lists and quotes within each other, and 16 are the most",
    ),
    "notes by tabs": ("a\n" + "\t" * 17 + "b", "has 17 lists and quotes within each other, and 16 are the most"),
    "figures": ("```blueprint\na\n```\n" * 9, "has 9 blueprint fences, and 8 are the most"),
    "figures in quotes": ("> ~~~ blueprint\n> a\n> ~~~\n" * 9, "has 9 blueprint fences, and 8 are the most"),
}
ALL_RIGHT = {
    "a long text": "Some words in a line, and some more.\n" * 250,
    "many links": "[a](b) " * 200,
    "a table": "| a | b | c |\n| - | - | - |\n" + "| 1 | 2 | 3 |\n" * 200,
    "a rule across the page": "*" * 80,
    "lists within each other": "\n".join("    " * depth + "- a" for depth in range(8)),
    "code": "```python\nif a:\n    if b:\n        c[0]\n```",
    "nothing": "",
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_takes_long_is_named_with_the_most_that_is_read(name: str) -> None:
    text, message = TOO_MUCH[name]
    found = excess(text)
    assert found
    assert found.of(subject="'note'").message == f"'note' {message}"
    assert found.remedy


@pytest.mark.parametrize("name", ALL_RIGHT)
def test_what_people_write_is_read(name: str) -> None:
    assert excess(ALL_RIGHT[name]) is None


@pytest.mark.parametrize("key", ["summary", "persona", "note of a step", "note of an action"])
def test_too_much_is_a_fault_of_the_file_with_its_place(key: str) -> None:
    text = '"' + "[" * 30_000 + '"'
    files = {
        "summary": f"title: T\nsummary: {text}\nsteps: [{{customer: Orders}}]\n",
        "persona": f"title: T\npersona: {{name: A, summary: {text}}}\nsteps: [{{customer: Orders}}]\n",
        "note of a step": f"title: T\n\nsteps: [{{customer: Orders, note: {text}}}]\n",
        "note of an action": f"title: T\n\nsteps: [{{customer: {{do: Orders, note: {text}}}}}]\n",
    }
    reading = read_text(files[key].encode(), path="x.yml", id="x")
    [problem] = reading.problems
    assert reading.blueprint is None
    assert problem.message.endswith("has 30,000 characters, and 10,000 are the most")
    assert problem.remedy == "shorten it, or link to a page"
    assert problem.place.line == (3 if key.startswith("note") else 2)
