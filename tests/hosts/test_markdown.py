"""The Markdown extension as a whole; what becomes of a page stands in ``markdown/cases``."""

import importlib.metadata
import logging
import re
from pathlib import Path
from time import perf_counter

import pytest
from markdown import Markdown, markdown

from service_blueprint.hosts.markdown.conversion import FaultsError
from service_blueprint.hosts.markdown.extension import ServiceBlueprintExtension, makeExtension
from service_blueprint.reading import Library
from service_blueprint.shelves import Disk, library_on, watched

HERE = Path(__file__).parent / "markdown"


@pytest.fixture(autouse=True)
def beside_the_blueprints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


def test_the_extension_is_found_by_its_name() -> None:
    [entry] = importlib.metadata.entry_points(group="markdown.extensions", name="service_blueprint")
    assert entry.load() is ServiceBlueprintExtension
    assert isinstance(makeExtension(base="/"), ServiceBlueprintExtension)


def test_no_id_stands_twice_on_a_page() -> None:
    fence = "```blueprint\nblueprint: laptop\nshow: both\n```\n\n"
    ids = re.findall(r'\sid="([^"]+)"', markdown(fence * 3, extensions=["service_blueprint"]))
    assert len(ids) > 3
    assert sorted(ids) == sorted(set(ids))


def test_a_converter_can_be_used_again() -> None:
    md = Markdown(extensions=["service_blueprint"])
    first = md.convert("```blueprint\nlaptop\n```\n")
    md.reset()
    assert md.convert("No fence, blueprintfence0end\n") == "<p>No fence, blueprintfence0end</p>"
    md.reset()
    assert md.convert("```blueprint\nlaptop\n```\n") == first


def test_a_text_that_has_the_mark_of_a_fence_keeps_it() -> None:
    html = markdown(
        "blueprintfence0end\n\n```blueprint\nblueprint: laptop\nshow: table\n```\n", extensions=["service_blueprint"]
    )
    assert html.startswith("<p>blueprintfence0end</p>\n<figure")
    assert html.count("<figure") == 1


def test_faults_can_end_the_build(caplog: pytest.LogCaptureFixture) -> None:
    page = "[x](blueprint:laptop#aks)\n\n[y](blueprint:latop)\n"
    configs = {"service_blueprint": {"strict": True}}
    with pytest.raises(FaultsError) as ended:
        markdown(page, extensions=["service_blueprint"], extension_configs=configs)
    assert [line[:12] for line in str(ended.value).splitlines()] == ["Markdown:1:5", "Markdown:3:5"]
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]


def test_a_name_like_one_of_the_catalog_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "service_blueprint")
    page = "```blueprint\ntitle: T\nsteps:\n  - customer: {by: Servce Desk, do: Asks}\n```\n"
    configs = {"service_blueprint": {"strict": True}}
    assert "<figure" in markdown(page, extensions=["service_blueprint"], extension_configs=configs)
    assert [(record.levelname, record.getMessage()[:14]) for record in caplog.records] == [("INFO", "Markdown:4:20:")]


def test_the_folder_is_read_once_for_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def noting(shelf: Disk) -> Library:
        read.append(shelf.folder)
        return library_on(shelf)

    watched._read.cache_clear()
    monkeypatch.setattr(watched, "library_on", noting)
    for _ in range(3):
        markdown("[](blueprint:laptop)\n\n```blueprint\nlaptop\n```\n", extensions=["service_blueprint"])
    assert read == [Path("blueprints")]


def test_a_page_without_blueprints_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched, "listed", lambda folder: pytest.fail("a folder was looked into"))
    assert markdown("# Title\n\n[x](y.md)\n", extensions=["service_blueprint"])


def test_thousands_of_references_take_no_more_time_than_as_many_links(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)

    def seconds(page: str) -> float:
        start = perf_counter()
        markdown(page, extensions=["service_blueprint"])
        return perf_counter() - start

    seconds("[x](blueprint:laptop#ask)")
    links = seconds("[the step](other/page.md#ask)\n\n" * 2000)
    assert seconds("[the step](blueprint:laptop#ask)\n\n" * 2000) < 3 * links + 1
    assert seconds("[the step](blueprint:laptop#aks)\n\n" * 2000) < 3 * links + 4
