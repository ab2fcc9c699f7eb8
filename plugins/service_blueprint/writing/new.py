"""New blueprints and new repositories, as texts; the templates lie in ``templates``, a folder for each language."""

import re
from datetime import date, timedelta
from enum import StrEnum
from html import escape
from importlib.resources import files
from pathlib import PurePosixPath

from service_blueprint import __version__
from service_blueprint.file_names import CATALOG_SCHEMA, SCHEMA
from service_blueprint.reading.schema import catalog_schema_text, schema_text
from service_blueprint.reading.slugs import slug
from service_blueprint.writing.authoring import AuthoringError, notation, with_entry, with_value

PLUGIN = "service-blueprint"
"""What the plugin is called in ``mkdocs.yml``."""

REQUIREMENT = f"mkdocs-service-blueprint~={__version__}"
"""What a project installs."""

REVIEW_AFTER = timedelta(days=182)
"""Between two reviews: half a year, as a start."""

_SITE_FILES = {
    ".github/workflows/blueprints.yml": "site/github-workflow.yml",
    ".gitignore": "site/gitignore",
    ".gitlab-ci.yml": "site/gitlab-ci.yml",
    ".pre-commit-config.yaml": "site/pre-commit-config.yaml",
    ".vscode/extensions.json": "site/vscode-extensions.json",
    ".vscode/settings.json": "site/vscode-settings.json",
    "requirements.txt": "site/requirements.txt",
}
_SITE_FILES_BY_LANGUAGE = {
    "README.md": "README.md",
    "blueprints/_catalog.yml": "catalog.yml",
    "docs/index.md": "index.md",
    "mkdocs.yml": "mkdocs.yml",
}


class Template(StrEnum):
    """What a new blueprint begins as."""

    JOURNEY = "journey"
    BLUEPRINT = "blueprint"
    CROSS_FUNCTIONAL = "cross-functional"


def new_blueprint(id: str, template: Template, language: str, *, today: date, title: str = "") -> str:
    """The text of a new blueprint, reviewed ``today``; ``title`` takes the place of the template's own.

    Its first line leads editors to the schema, which lies in the folder of blueprints.
    """
    text = _template(f"{language}/{template}.yml")
    values = {"reviewed": today.isoformat(), "review-by": (today + REVIEW_AFTER).isoformat()}
    if title:
        values["title"] = notation(title)
    for key, value in values.items():
        text = with_value(text, key, value)
    return _modeline("../" * (len(PurePosixPath(id).parts) - 1) + SCHEMA) + text


def new_site(name: str, template: Template, language: str, *, today: date) -> dict[str, str]:
    """The files of a new repository by their paths: a site, a catalog, a first blueprint, what checks and publishes it.

    ``name`` is the site's; where it is empty, the language's own.
    """
    texts = {path: _template(file) for path, file in _SITE_FILES.items()}
    texts |= {path: _template(f"{language}/{file}") for path, file in _SITE_FILES_BY_LANGUAGE.items()}
    id = slug(_title(_template(f"{language}/{template}.yml")))
    texts["blueprints/_catalog.yml"] = _modeline(CATALOG_SCHEMA) + texts["blueprints/_catalog.yml"]
    texts[f"blueprints/{id}.yml"] = new_blueprint(id, template, language, today=today)
    texts[f"blueprints/{SCHEMA}"] = schema_text()
    texts[f"blueprints/{CATALOG_SCHEMA}"] = catalog_schema_text()
    if name:
        texts["mkdocs.yml"] = with_value(texts["mkdocs.yml"], "site_name", notation(name))
        for page in ("README.md", "docs/index.md"):
            texts[page] = re.sub(r"^# .*", lambda _: f"# {_in_markdown(name)}", texts[page], count=1)
    return {path: text.replace("@requirement@", REQUIREMENT) for path, text in sorted(texts.items())}


def with_plugin(text: str) -> str:
    """The text of a project's ``mkdocs.yml`` with the plugin among its own; as it is where it has it.

    Raises ``AuthoringError`` where it cannot be added without harm.
    """
    if re.search("^INHERIT *:", text, re.MULTILINE) and not re.search("^plugins *:", text, re.MULTILINE):
        raise AuthoringError(f"it takes its plugins from another file; add '{PLUGIN}' there by hand")
    return with_entry(text, "plugins", PLUGIN, beside=("search",))


def editor_schemas(folder: str) -> dict[str, str]:
    """What VS Code's ``yaml.schemas`` says of the blueprints in ``folder``: a schema, and the files that it is for.

    ``folder`` is the name of a folder in that which is open in VS Code. Files that begin with ``_`` are no blueprints.
    """
    return {f"./{folder}/{SCHEMA}": f"{folder}/**/[!_]*.yml"}


def _template(path: str) -> str:
    return files("service_blueprint.writing").joinpath("templates", path).read_text(encoding="utf-8")


def _title(text: str) -> str:
    [title] = re.findall(r"^title: (.*)$", text, re.MULTILINE)
    return str(title)


def _modeline(schema: str) -> str:
    return f"# yaml-language-server: $schema={schema}\n"


def _in_markdown(text: str) -> str:
    escaped = re.sub(r"[\\`*_\[\]#]", r"\\\g<0>", escape(text, quote=False))
    # What no backslash keeps from every engine, macros among them.
    return re.sub(r"[~${}]", lambda sign: f"&#{ord(sign[0])};", escaped)
