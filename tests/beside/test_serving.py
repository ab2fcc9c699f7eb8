from pathlib import Path

from projects import SMALLEST, make_project, serving, wait_for, write


def test_a_draft_is_served_and_listed(tmp_path: Path) -> None:
    files = {"blueprints/burger.yml": SMALLEST, "blueprints/tea.yml": SMALLEST.replace("burger", "tea")}
    project = make_project(tmp_path, files, "draft_docs: blueprints/tea*\n")
    with serving(project) as url:
        assert "Get a tea" in wait_for(f"{url}blueprints/", "Get a burger")
        assert "data-sb-diagram" in wait_for(f"{url}blueprints/tea/", "DRAFT")
        write(project / "blueprints/tea.yml", SMALLEST.replace("burger", "green tea"))
        wait_for(f"{url}blueprints/", "Get a green tea")
