from pathlib import Path

from service_blueprint.hosts.mkdocs.sources import Sources, sources_of
from service_blueprint.pages.collection import Entry
from written import written


def sources(folder: Path, days: dict[str, str], catalog: bool = False) -> Sources:
    folder.mkdir(exist_ok=True)
    entries = []
    for id in ("a", "hr/b"):
        file = folder / f"{id}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text("title: A\nformerly: [old]\nsteps: [{customer: Waits}]\n", "utf-8")
        entries.append(Entry(id, file, "A", written(file.read_text("utf-8"), id=id)))
    if catalog:
        (folder / "_catalog.yml").write_text("", "utf-8")
    known = {(folder / name).resolve(): day for name, day in days.items()}
    return sources_of(entries, folder, folder / "mkdocs.yml", known)


def test_what_is_below_a_blueprint_is_of_its_file(tmp_path: Path) -> None:
    found = sources(tmp_path / "b", {"hr/b.yml": "2021-03-04"})
    assert found.of("blueprints/hr/b/index.html") == tmp_path / "b/hr/b.yml"
    assert found.of("blueprints/hr/b/_changes/index.html") == tmp_path / "b/hr/b.yml"
    assert found.of("blueprints/old/index.html") == tmp_path / "b/a.yml"
    assert found.day(tmp_path / "b/hr/b.yml") == "2021-03-04"
    assert found.day(tmp_path / "b/a.yml") == ""


def test_what_is_of_all_is_of_the_file_that_was_changed_last(tmp_path: Path) -> None:
    days = {"gone.yml": "2024-01-01", "hr/b.yml": "2023-01-01", "a.yml": "2022-01-01"}
    assert sources(tmp_path / "b", days).of("blueprints/index.html") == tmp_path / "b/hr/b.yml"
    assert sources(tmp_path / "c", {}, catalog=True).of("blueprints/index.html") == tmp_path / "c/_catalog.yml"
    assert sources(tmp_path / "d", {}).of("blueprints/_changes/index.html") == tmp_path / "d/a.yml"
