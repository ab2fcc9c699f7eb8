"""Bring the translation catalogs up to date with the messages in the code and the templates.

    python tools/update_translations.py          every language that there is
    python tools/update_translations.py de       begins German too

New messages come in without a translation, those that nobody uses any more go. Then translate what is empty with a
text editor or Poedit; a test fails while a message lacks its Polish or Hungarian translation.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "plugins" / "service_blueprint"
TRANSLATIONS = PACKAGE / "translations"
SOURCES = [("**.py", "python"), ("**.j2", "jinja2")]
# The calls that name a message: words("..."), words.plural("...", "...", n), message("...").
KEYWORDS = {"words": None, "plural": (1, 2), "message": None}
WIDTH = 120


def messages() -> Catalog:
    """Every message in the package, without translations."""
    catalog = Catalog(project="mkdocs-service-blueprint", charset="utf-8")
    for _, _, message, _, context in extract_from_dir(PACKAGE, SOURCES, keywords=KEYWORDS):
        catalog.add(message, context=context)
    return catalog


def catalog_path(language: str) -> Path:
    """Where the catalog of a language lies."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "service_blueprint.po"


def languages() -> list[str]:
    """The languages that have a catalog."""
    return sorted(path.name for path in TRANSLATIONS.iterdir() if catalog_path(path.name).is_file())


def update(language: str, template: Catalog) -> Catalog:
    """The catalog of one language with exactly the template's messages, sorted."""
    path = catalog_path(language)
    catalog = read_po(BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    return catalog


def main() -> None:
    """Write the catalogs and say what is left to translate."""
    template = messages()
    for language in sorted({*languages(), *sys.argv[1:]}):
        catalog = update(language, template)
        path = catalog_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = BytesIO()
        write_po(text, catalog, width=WIDTH, sort_output=True)
        path.write_bytes(text.getvalue())
        empty = [message.id for message in catalog if message.id and not any(message.string or ())]
        print(f"{language}: {len(catalog)} messages, {len(empty)} to translate")


if __name__ == "__main__":
    main()
