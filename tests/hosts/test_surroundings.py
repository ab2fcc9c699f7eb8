"""How the extension knows the page from what an engine leaves in Python-Markdown; no engine itself is asked."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from projects import write
from service_blueprint.hosts.markdown.surroundings import Surroundings, surroundings

PAGE = "blueprints/hr/leave/index.html"


class RelativePaths(Treeprocessor):
    """What MkDocs and ProperDocs register as ``relpath``."""

    def __init__(self, source: str, there: set[str], folder: Path, edited: str | None = None) -> None:
        super().__init__()
        written = folder / source
        self.file = SimpleNamespace(
            src_uri=source, abs_src_path=None if edited else str(written), edit_uri=edited, url=source
        )
        self.files = SimpleNamespace(get_file_from_path=lambda path: path if path in there else None)
        self.config = SimpleNamespace(docs_dir=str(folder), theme={"language": "pl"})

    def path_to_url(self, url: str) -> str:
        return f"resolved {url}"


class Context(Preprocessor):
    """What Zensical registers as ``rendering_context``."""

    def __init__(self, path: str, **config: object) -> None:
        super().__init__()
        self.page = SimpleNamespace(path=path)
        self.config = config


def under_mkdocs(processor: RelativePaths) -> Surroundings:
    md = Markdown()
    md.treeprocessors.register(processor, "relpath", 0)
    return surroundings(md, "text", "", "")


def test_links_lead_from_file_to_file_as_authors_write_them(tmp_path: Path) -> None:
    around = under_mkdocs(RelativePaths("guide/a b.md", {"blueprints/hr/leave.md"}, tmp_path))
    assert around.link(PAGE, "say-so") == "../blueprints/hr/leave.md#say-so"
    assert around.address(PAGE, "") == "resolved ../blueprints/hr/leave.md"
    assert around.language == "pl"


def test_where_the_build_command_wrote_the_pages_links_lead_there(tmp_path: Path) -> None:
    around = under_mkdocs(RelativePaths("index.md", {"blueprints/hr/leave/index.md"}, tmp_path))
    assert around.link(PAGE, "say-so") == "blueprints/hr/leave/index.md#say-so"


def test_the_logger_is_that_of_the_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RelativePaths, "__module__", "properdocs.structure.pages")
    assert under_mkdocs(RelativePaths("index.md", set(), tmp_path)).log.name == "properdocs.plugins.service_blueprint"


def test_a_page_that_a_plugin_makes_is_written_in_the_file_that_is_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "blueprints/x.yml", "title: X\n")
    (tmp_path / "docs").mkdir()
    around = under_mkdocs(RelativePaths("blueprints/x.md", set(), tmp_path / "docs", "../blueprints/x.yml"))
    assert (around.written.path, around.written.text) == ("blueprints/x.yml", "title: X\n")


def test_zensical_tells_the_page_and_its_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "docs/guide/a.md", "---\nx: y\n---\ntext")
    md = Markdown()
    context = Context("guide/a.md", docs_dir="docs", theme={"language": "hu"}, strict=True)
    md.preprocessors.register(context, "rendering_context", 0)
    around = surroundings(md, "text", "", "")
    assert around.written.path == "docs/guide/a.md"
    assert around.written.text.startswith("---")
    assert around.link(PAGE, "say-so") == around.address(PAGE, "say-so") == "../blueprints/hr/leave/index.md#say-so"
    assert (around.language, around.strict) == ("hu", True)


def test_a_file_that_cannot_be_read_leaves_the_text_itself(tmp_path: Path) -> None:
    around = under_mkdocs(RelativePaths("gone.md", set(), tmp_path))
    assert (around.written.path, around.written.text) == ("gone.md", "text")


def test_without_an_engine_addresses_are_those_of_the_site() -> None:
    around = surroundings(Markdown(), "text", "https://example.org/", "")
    assert around.link(PAGE, "say-so") == "https://example.org/blueprints/hr/leave/#say-so"
