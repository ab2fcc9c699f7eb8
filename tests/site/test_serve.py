"""``mkdocs serve`` while an author works."""

from pathlib import Path

from projects import BROKEN, SMALLEST, make_project, serving, wait_for, write

CATALOG = "actors:\n  counter: {title: The counter}\n"
WITH_ACTOR = SMALLEST.replace("frontstage: Counter takes the order", "frontstage: {by: counter, do: Takes the order}")


def test_a_page_follows_its_blueprint_and_its_catalog(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/burger.yml": WITH_ACTOR, "blueprints/_catalog.yml": CATALOG})
    blueprint = project / "blueprints/burger.yml"
    with serving(project) as url:
        page = f"{url}blueprints/burger/"
        assert "The counter" in wait_for(page, "Eats and leaves")

        write(blueprint, WITH_ACTOR.replace("Eats and leaves", "Takes it home"))
        wait_for(page, "Takes it home")

        write(project / "blueprints/_catalog.yml", CATALOG.replace("The counter", "The bar"))
        assert "The counter" not in wait_for(page, "The bar")

        write(blueprint, BROKEN)
        broken = wait_for(page, "custmer")
        assert "burger.yml:4:5" in broken
        assert "Get a burger" in broken

        write(blueprint, WITH_ACTOR)
        assert "custmer" not in wait_for(page, "data-sb-diagram")

        write(project / "blueprints/drinks/tea.yml", SMALLEST.replace("Get a burger", "Get a tea"))
        wait_for(f"{url}blueprints/drinks/tea/", "Get a tea")
        wait_for(page, "Get a tea")
    log = (project / "serve.log").read_text(encoding="utf-8")
    assert "blueprints/burger.yml:4:5: " in log
    assert "Traceback" not in log
