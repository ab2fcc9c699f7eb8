"""What Python programs may rely on: the names, their examples, and one error for whatever goes wrong."""

import doctest
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import service_blueprint
from service_blueprint import (
    Blueprint,
    Problem,
    ServiceBlueprintError,
    View,
    api,
    check,
    compare,
    draw,
    format,
    read,
    read_folder,
    read_text,
    table,
    totals,
)

ROOT = Path(__file__).parent.parent

# A name that goes or is called otherwise breaks the programs of others; one more is for the reference page, too.
NAMES = (
    "Blueprint Problem ServiceBlueprintError View __version__ "
    "check compare draw format read read_folder read_text table totals"
)
BURGER = "title: Get a burger\nsteps:\n  - {customer: Orders, frontstage: Takes the order}\n  - customer: Eats\n"
BROKEN = "title: Get a burger\nsteps:\n  - {custmer: Orders, feeling: 7}\n  - customer: Eats\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of blueprints with one that is sound and a catalog."""
    folder = tmp_path / "blueprints"
    (folder / "food").mkdir(parents=True)
    (folder / "_catalog.yml").write_text("actors:\n  counter: {title: The counter}\n", "utf-8")
    (folder / "food/burger.yml").write_text(
        BURGER.replace("Takes", "{by: counter, do: Takes").replace("order}", "order}}")
    )
    return folder


def test_the_names_that_programs_rely_on() -> None:
    assert sorted(service_blueprint.__all__) == sorted(NAMES.split())
    assert set(service_blueprint.__all__) <= set(dir(service_blueprint))
    assert [name for name in service_blueprint.__all__ if not hasattr(service_blueprint, name)] == []


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lay_out'"):
        _ = service_blueprint.lay_out


def test_to_import_the_package_loads_nothing_of_it() -> None:
    code = "import sys, service_blueprint; print(*[name for name in sys.modules if name.startswith('service_')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["service_blueprint"]


@pytest.mark.parametrize(
    "name", [name for name in service_blueprint.__all__ if hasattr(api, name) and name[0].islower()]
)
def test_the_examples_are_true(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    [*examples] = doctest.DocTestFinder(recurse=False).find(getattr(api, name), name, globs=dict(vars(api)))
    assert [example for test in examples for example in test.examples]
    for test in examples:
        assert doctest.DocTestRunner().run(test).failed == 0


def test_every_error_of_the_package_has_one_root() -> None:
    modules = [
        import_module(each.name) for each in pkgutil.walk_packages(service_blueprint.__path__, "service_blueprint.")
    ]
    errors = {
        each
        for module in modules
        for each in vars(module).values()
        if inspect.isclass(each) and issubclass(each, Exception) and each.__module__.startswith("service_blueprint")
    }
    assert len(errors) > 10
    assert [error for error in errors if not issubclass(error, ServiceBlueprintError)] == []


def test_a_file_is_read_as_a_part_of_its_folder(folder: Path) -> None:
    blueprint = read(str(folder / "food/burger.yml"))
    assert isinstance(blueprint, Blueprint)
    assert (blueprint.id, blueprint.steps[0].title or blueprint.steps[0].heading) == ("food/burger", "Orders")
    assert [action.by.title for action in blueprint.actions.values() if action.by] == ["The counter"]
    assert read_folder(folder) == {"food/burger": blueprint}


def test_every_fault_is_told_by_the_error(folder: Path) -> None:
    file = folder / "broken.yml"
    file.write_text(BROKEN, "utf-8")
    for reading in (lambda: read(file), lambda: read_folder(folder), lambda: read_text(BROKEN, id="broken")):
        with pytest.raises(ServiceBlueprintError, match=r"broken\.yml:3:6: .*, and 1 more") as raised:
            reading()
        assert [(each.place.line, each.place.column) for each in raised.value.problems] == [(3, 6), (3, 32)]
        assert all(isinstance(each, Problem) for each in raised.value.problems)


def test_a_broken_catalog_leaves_no_blueprint(folder: Path) -> None:
    (folder / "_catalog.yml").write_text("actrs: {}\n", "utf-8")
    with pytest.raises(ServiceBlueprintError, match=r"_catalog\.yml:1:1"):
        read(folder / "food/burger.yml")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("gone.yml", "there is no file or folder"),
        ("food", "is a folder"),
        ("_catalog.yml", "is no blueprint"),
    ],
)
def test_what_is_no_blueprint_is_said(folder: Path, path: str, said: str) -> None:
    with pytest.raises(ServiceBlueprintError, match=said) as raised:
        read(folder / path)
    assert raised.value.problems == ()


@pytest.mark.parametrize(("path", "said"), [("empty", "there is no blueprint in"), ("food/burger.yml", "is no folder")])
def test_what_is_no_folder_of_blueprints_is_said(folder: Path, path: str, said: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(ServiceBlueprintError, match=said):
        read_folder(folder / path)


def test_what_is_checked_is_a_folder_a_file_or_a_blueprint(folder: Path) -> None:
    (folder / "broken.yml").write_text(BROKEN, "utf-8")
    assert {each.place.path for each in check(folder)} > {str(folder / "broken.yml")}
    found = [each.rule for each in check(folder / "food/burger.yml")]
    assert "missing-owner" in found
    assert [each.rule for each in check(read(folder / "food/burger.yml"))] == found


def test_a_view_is_drawn_as_text_and_as_a_bitmap() -> None:
    burger = read_text(BURGER)
    assert draw(burger, View.CUSTOMER) == draw(burger, "customer") != draw(burger)
    assert draw(burger, format="png")[:4] == b"\x89PNG"
    with pytest.raises(ValueError, match="actor"):
        draw(burger, "actor")


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
def test_a_table_is_given_in_each_format(form: str) -> None:
    assert "Orders" in table(read_text(BURGER), format=form)  # type: ignore[arg-type]


def test_a_format_that_there_is_not_is_refused() -> None:
    calls: tuple[Callable[..., object], ...] = (draw, table)
    for call in calls:
        with pytest.raises(ValueError, match="there is no format 'gif'"):
            call(read_text(BURGER), format="gif")


def test_two_blueprints_are_compared_and_one_is_counted() -> None:
    burger = read_text(BURGER)
    assert compare(burger, burger).changes == ()
    assert compare(burger, read_text(BURGER.replace("burger", "pizza"))).counts == {"other": {"reworded": 1}}
    assert totals(burger).steps == 2


def test_a_text_is_formatted_or_refused() -> None:
    assert format('title:  "x"\n') == "title: 'x'\n"
    with pytest.raises(ServiceBlueprintError) as raised:
        format("title: [")
    assert raised.value.problems
