"""Fences in Markdown; what becomes of them stands in ``markdown/cases``."""

from hypothesis import given
from hypothesis import strategies as st

from service_blueprint.hosts.markdown.fences import Fence, fences

LINES = st.lists(
    st.sampled_from(["```", "~~~", "````", "```blueprint", "  ```blueprint", "> ```blueprint", "> x", ">", "  ```", ""])
    | st.text(" \t>`~x:{}.\r", max_size=8),
    max_size=14,
)


def blueprints(text: str) -> list[Fence]:
    return [fence for fence in fences(text.split("\n")) if fence.is_blueprint]


def test_a_body_stands_as_deep_as_on_the_page() -> None:
    [fence] = blueprints("- a\n\n    ```blueprint\n    steps:\n      - x\n\n    ```")
    assert (fence.first, fence.body) == (2, "    steps:\n      - x\n")


def test_quotation_signs_are_blanks_in_a_body() -> None:
    [fence] = blueprints("> ~~~blueprint\n> x: >\n>   y\n> ~~~")
    assert fence.body == "  x: >\n    y"


def test_a_quotation_that_ends_ends_what_is_in_it() -> None:
    assert not blueprints("> ```blueprint\n> x\n```\n")[0].closed


def test_a_longer_fence_holds_a_shorter_one() -> None:
    assert blueprints("````\n```blueprint\nx\n```\n````") == []
    assert len(blueprints("````\n```blueprint\nx\n```\n")) == 1


def test_only_the_very_signs_of_the_opening_end_a_fence() -> None:
    [fence] = blueprints("```blueprint\nx\n````\n``` y\n  ```\n```")
    assert fence.body == "x\n````\n``` y\n  ```"


def test_signs_that_end_within_their_line_begin_no_fence() -> None:
    [fence] = blueprints("```x``` is code\n```blueprint\ny\n```")
    assert (fence.first, fence.body) == (1, "y")


def test_blanks_and_returns_behind_an_opening_say_nothing() -> None:
    [fence] = blueprints("```blueprint \t\r\ny\r\n```\r")
    assert (fence.rest, fence.body) == ("", "y")


def test_a_word_that_only_begins_so_is_another() -> None:
    assert blueprints("```blueprints\n```\n``` blue\n```\n```yaml\n```") == []
    assert len(blueprints("```blueprint\n```\n~~~ {.blueprint}\n~~~\n``` .blueprint\n```")) == 3


@given(LINES)
def test_fences_follow_one_another_and_leave_no_line_out(lines: list[str]) -> None:
    end = 0
    for fence in fences(lines):
        assert fence.first >= end
        end = fence.first + len(fence.lines)
        assert fence.lines == tuple(lines[fence.first : end])
        assert fence.closed or fence.is_blueprint
        assert len(fence.body.split("\n")) == max(len(fence.lines) - 2, 1)


@given(LINES)
def test_what_stands_in_a_longer_fence_is_never_looked_into(lines: list[str]) -> None:
    assert [fence.first for fence in fences(["~~~~~~~~~~~~", *lines, "~~~~~~~~~~~~"])] == [0]
