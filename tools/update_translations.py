"""Bring the translation catalogs up to date with the messages in the code and the templates.

    python tools/update_translations.py          every language that there is
    python tools/update_translations.py de       begins German too

New messages come in without a translation, those that nobody uses any more go. Then translate what is empty with a
text editor or Poedit; a test fails while a language lacks a translation.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from service_blueprint.checking.registry import KINDS
from service_blueprint.faults.registry import PARTS
from service_blueprint.languages import ENGLISH, LANGUAGES, catalog_file
from service_blueprint.reading.channels import WELL_KNOWN
from service_blueprint.reading.embed import EmbedEntry  # noqa: F401 - the last of the mappings that have nouns
from service_blueprint.reading.shapes import Authored

PACKAGE = Path(__file__).parent.parent / "plugins" / "service_blueprint"
SOURCES = [("**.py", "python"), ("**.j2", "jinja2")]
TRANSLATED = [language for language in LANGUAGES if language != ENGLISH]
# The calls that name a message: words("..."), words.plural("...", "...", n), message("..."), Key("...").
KEYWORDS = {"words": None, "plural": (1, 2), "message": None, "Key": None}
WIDTH = 120

# No dates and names: git knows them, and they would change a file in which nothing has changed.
HEADER = """\
# {name} for mkdocs-service-blueprint. The braces and what stands in them are kept as they are.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


def messages() -> Catalog:
    """Every message in the package, those of its registers among them, without translations."""
    catalog = Catalog(project="mkdocs-service-blueprint", charset="utf-8")
    for _, _, message, _, context in extract_from_dir(PACKAGE, SOURCES, keywords=KEYWORDS):
        catalog.add(message, context=context)
    for channel in WELL_KNOWN.values():
        catalog.add(channel.title)
    for text in (*PARTS, *(mapping.noun for mapping in Authored.__subclasses__())):
        catalog.add(text)
    for kind in KINDS:
        for sentence in filter(None, (kind.message, kind.remedy, *kind.others)):
            catalog.add(sentence)
    return catalog


def catalog_path(language: str) -> Path:
    """Where the catalog of a language lies."""
    return Path(str(catalog_file(language)))


def update(language: str, template: Catalog) -> Catalog:
    """The catalog of one language with exactly the template's messages."""
    path = catalog_path(language)
    catalog = read_po(BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    return catalog


def text(catalog: Catalog) -> str:
    """A catalog as it is written, its messages sorted."""
    body = BytesIO()
    write_po(body, catalog, width=WIDTH, sort_output=True, omit_header=True, no_location=True)
    assert catalog.locale, "each catalog is of a language"
    name, language = catalog.locale.english_name, str(catalog.locale)
    return HEADER.format(name=name, language=language, plural_forms=catalog.plural_forms) + body.getvalue().decode()


def main() -> None:
    """Write the catalogs and say what is left to translate."""
    template = messages()
    for language in sorted({*TRANSLATED, *sys.argv[1:]}):
        catalog = update(language, template)
        path = catalog_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(catalog), encoding="utf-8", newline="\n")
        empty = [message.id for message in catalog if message.id and not any(message.string or ())]
        print(f"{language}: {len(catalog)} messages, {len(empty)} to translate")


if __name__ == "__main__":
    main()
