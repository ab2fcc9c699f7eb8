"""The laws hold for what fuzzing begins with, for what it once found, and for what becomes of them by small edits."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.edits import WORDS, Edit, edited
from fuzz.laws import BETWEEN, LAWS, BrokenLawError, harmless_drawing, harmless_page
from fuzz.seeds import seeds
from hostile.corpus import every_value

FINDS = Path(__file__).parent / "finds"
NUMBERS = st.integers(0, 2**30)
EDITS = st.lists(st.builds(Edit, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=6)
EVERY_WORD = (*WORDS, *(value.text for value in every_value()))


@pytest.mark.parametrize("law", LAWS)
def test_a_law_holds_for_what_fuzzing_begins_with(law: str) -> None:
    assert len(seeds(law)) > 5
    for seed in seeds(law):
        LAWS[law](seed)


@pytest.mark.parametrize("find", sorted(FINDS.glob("*/*")), ids=lambda find: f"{find.parent.name}/{find.name}")
def test_a_law_holds_for_what_once_broke_it(find: Path) -> None:
    LAWS[find.parent.name](find.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("law", LAWS)
@given(data=st.data())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_law_holds_for_files_with_small_edits(law: str, data: st.DataObject) -> None:
    parts = data.draw(st.sampled_from(seeds(law))).split(BETWEEN)
    part = data.draw(st.integers(0, len(parts) - 1))
    text = edited(parts[part].decode("utf-8", "replace"), data.draw(EDITS), EVERY_WORD)
    parts[part] = text.encode("utf-8", "surrogatepass")
    LAWS[law](BETWEEN.join(parts))


@pytest.mark.parametrize(
    "inner",
    [
        "<script/>",
        "<foreignObject/>",
        '<g onload="x"/>',
        '<a href="javascript:x"/>',
        '<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href=" java&#9;script:x"/>',
        '<use href="data:image/svg+xml,x"/>',
    ],
)
def test_a_drawing_that_acts_breaks_the_law(inner: str) -> None:
    with pytest.raises(BrokenLawError):
        harmless_drawing(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>')
    with pytest.raises(BrokenLawError):
        harmless_page(inner)
