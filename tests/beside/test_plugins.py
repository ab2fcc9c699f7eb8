"""Sites with plugins of others: they build without a warning, and have what either of both is there for.

What plugins of others do is done by hooks in the projects of the folder ``plain``, so that these need none of them.
"""

from pathlib import Path

import pytest

from beside.projects import Case, built, wrongs

HERE = Path(__file__).parent
WITH_PLUGINS = [pytest.param(file, id=file.stem, marks=pytest.mark.beside) for file in sorted(HERE.glob("cases/*.yml"))]
PLAIN = [pytest.param(file, id=file.stem) for file in sorted(HERE.glob("plain/*.yml"))]


@pytest.mark.parametrize("file", [*PLAIN, *WITH_PLUGINS])
def test_a_site_beside_what_others_do_is_as_it_should_be(tmp_path: Path, file: Path) -> None:
    case = Case.read(file)
    project = case.write(tmp_path)
    assert wrongs(case, project, built(project, strict=case.strict)) == []
