from service_blueprint.hosts.markdown.fences import fences
from service_blueprint.hosts.markdown.written import Written
from service_blueprint.problem import Place

PAGE = """\
---
title: Page
---
[a](blueprint:x#y) and [b](blueprint:x#y)

```md
[c](blueprint:z)
```

`[d](blueprint:z)` [e](blueprint:z) <blueprint:no one>

  ```blueprint
  x
  ```
"""


def test_references_are_found_one_after_the_other() -> None:
    written = Written("p.md", PAGE)
    assert [written.place_of_reference("blueprint:x#y", number) for number in range(3)] == [
        Place("p.md", 4, 5),
        Place("p.md", 4, 28),
        Place("p.md", 4, 28),
    ]


def test_code_holds_no_references() -> None:
    assert Written("p.md", PAGE).place_of_reference("blueprint:z") == Place("p.md", 10, 24)


def test_a_reference_with_blanks_is_found_between_its_signs() -> None:
    assert Written("p.md", PAGE).place_of_reference("blueprint:no one") == Place("p.md", 10, 38)


def test_a_fence_is_found_by_what_it_holds_however_deep_it_stands() -> None:
    [fence] = fences(["```blueprint", "x", "```"])
    assert Written("p.md", PAGE).place_of_fence(fence) == Place("p.md", 12, 3)


def test_what_another_program_put_in_stands_at_the_beginning() -> None:
    [fence] = fences(["```blueprint", "other", "```"])
    assert Written("p.md", PAGE).place_of_fence(fence) == Place("p.md")
    assert Written("p.md", PAGE).place_of_reference("blueprint:other") == Place("p.md")
