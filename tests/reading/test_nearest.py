import pytest

from service_blueprint.reading.nearest import nearest


@pytest.mark.parametrize("word", ["moment_of_truth", "Moment Of Truth", "MOMENT-OF-TRUTH"])
def test_case_and_blanks_and_underscores_make_no_difference(word: str) -> None:
    assert nearest(word, ["note", "moment-of-truth"], likeness=1.0) == "moment-of-truth"


def test_the_most_alike_of_several_is_found() -> None:
    assert nearest("frontstge", ["backstage", "frontstage", "front"]) == "frontstage"


def test_nothing_is_found_where_nothing_is_alike() -> None:
    assert nearest("colour", ["pain", "wait"]) is None
    assert nearest("", ["pain"]) is None
