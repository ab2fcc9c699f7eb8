"""The sample site for site generators that run neither our plugin nor MkDocs hooks, such as Zensical and ProperDocs.

    python tools/plain_docs.py FOLDER [--no-png]

writes into FOLDER what they build from: `docs/` as plain Markdown with all that is made at build time in it, the
blueprints' pages by `service-blueprint build`, and `mkdocs.yml`, made from the project's own. FOLDER may be used again;
what others put there is left alone.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from mkdocs.structure.files import File, file_sort_key
from mkdocs.utils import nest_paths

sys.path.insert(0, str(Path(__file__).parent))
import docs_hooks
import reference
import rule_pages
from changes_picture import changes_picture
from examples import with_drawings_in_markdown
from service_blueprint.checking import RULES
from service_blueprint.hosts.files.written_files import renew
from service_blueprint.hosts.navigation import section
from service_blueprint.pages.asset_files import ENTRY_SCRIPT, ENTRY_STYLE
from service_blueprint.pages.folders import tree
from service_blueprint.pages.kind import InNavigation, PageKind
from service_blueprint.pages.kinds import KINDS
from service_blueprint.shelves import read_folder

ROOT = Path(__file__).parent.parent
PAGE = re.compile(r"(?<=[(/])blueprints/(?!(?:[\w-]+/)*index\.md)([\w/-]+)\.md(?=[)#])")
"""A link to a blueprint's page as the plugin has it; `service-blueprint build` writes `<id>/index.md`."""
TEMPLATE = """\
{% extends "base.html" %}
{% block extrahead %}
  {{ super() }}
  {% if page and page.meta and page.meta.head %}{{ page.meta.head | safe }}{% endif %}
{% endblock %}
"""


def write(folder: Path, *options: str) -> None:
    """Write everything; ``options`` are further ones for `service-blueprint build`."""
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    docs = {f"docs/{path}": content for path, content in documents(site).items()}
    config = yaml.safe_dump(configuration(site), allow_unicode=True, sort_keys=False).encode()
    renew(folder, {**docs, "mkdocs.yml": config, "overrides/main.html": TEMPLATE.encode()})
    command = ["service-blueprint", "build", "--into", str(folder / "docs"), "--blueprints", str(ROOT / "blueprints")]
    command += ["--site-url", site["site_url"], "--site-name", site["site_name"], *options]
    subprocess.run([str(Path(sys.executable).parent / command[0]), *command[1:]], check=True)


def documents(site: dict[str, Any]) -> dict[str, bytes]:
    """All files of ``docs/`` by their paths, as plain as they can be; ``site`` is what mkdocs.yml holds."""
    extensions, settings = _extensions(site)

    def render(markdown: str) -> str:
        return Markdown(extensions=extensions, extension_configs=settings).convert(markdown)

    docs = ROOT / "docs"
    made = {f"{rule_pages.FOLDER}/{rule.id}.md": rule_pages.page(rule).encode() for rule in RULES}
    made["assets/laptop-request-changes.svg"] = changes_picture("laptop-request", "laptop-request-to-be").encode()
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs).as_posix()
        if file.suffix == ".md":
            text = rule_pages.on_page_markdown(reference.with_tables(file.read_text(encoding="utf-8")))
            made[path] = PAGE.sub(r"blueprints/\1/index.md", with_drawings_in_markdown(text, render)).encode()
        elif file.is_file():
            made[path] = file.read_bytes()
    return made


def configuration(site: dict[str, Any]) -> dict[str, Any]:
    """What mkdocs.yml says, for an engine without our plugin and hooks: our styles and script, and the navigation."""
    others = {key: value for key, value in site.items() if key != "hooks"}
    references = {"service_blueprint": {"blueprints": str(ROOT / "blueprints")}}
    return {
        **others,
        "theme": {**site["theme"], "custom_dir": "overrides"},
        "plugins": ["search"],
        "markdown_extensions": [*site["markdown_extensions"], references],
        "extra": {key: value for key, value in site["extra"].items() if key != "version"},  # there is one alone
        "extra_css": [ENTRY_STYLE, *site["extra_css"]],
        "extra_javascript": [{"path": ENTRY_SCRIPT, "type": "module"}],
        "nav": navigation(),
        "not_in_nav": "blueprints/\n",
    }


def navigation() -> list[Any]:
    """The sections in their order, as the hooks and the plugin make them."""
    docs = ROOT / "docs"
    paths = [file.relative_to(docs).as_posix() for file in docs.rglob("*.md")]
    paths += [f"{rule_pages.FOLDER}/{rule.id}.md" for rule in RULES]
    files = sorted((File(path, str(docs), "", use_directory_urls=True) for path in paths), key=file_sort_key)
    blueprints = {
        reading.id: f"blueprints/{reading.id}/index.md" for reading in read_folder(ROOT / "blueprints").readings
    }
    nav = nest_paths(file.src_uri for file in files)
    first = [
        file.replace("/index.html", "/index.md")
        for kind in KINDS
        if isinstance(kind, PageKind) and kind.navigation is InNavigation.FIRST
        for file in kind.addresses
    ]
    nav.append({"Blueprints": [*first, *section(tree(blueprints), blueprints)]})
    return sorted(nav, key=lambda item: docs_hooks.place("" if isinstance(item, str) else next(iter(item))))


def _extensions(site: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
    names, settings = [], {}
    for entry in site["markdown_extensions"]:
        name, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        settings[name] = options
    return names, settings


if __name__ == "__main__":
    write(Path(sys.argv[1]), *sys.argv[2:])
