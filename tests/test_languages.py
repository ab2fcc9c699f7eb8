"""A language is a catalog and a folder of templates: each that is there is whole, and nothing else lists languages."""

import ast
import re
import string
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

import service_blueprint
from service_blueprint.checking import check
from service_blueprint.checking.registry import KINDS
from service_blueprint.checking.rules.time import WAIT_WORDS
from service_blueprint.languages import ENGLISH, LANGUAGES
from service_blueprint.words import words_for
from update_translations import TRANSLATED, messages, update
from written import written

PACKAGE = Path(service_blueprint.__file__).parent
TEMPLATES = PACKAGE / "writing/templates"
SITE = "site"  # the folder of templates that have no words of any language
ENGLISH_TEMPLATES = sorted(path.name for path in (TEMPLATES / ENGLISH).iterdir())


@pytest.fixture(scope="module", params=TRANSLATED)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """The catalog of a language, as the tool for translations would bring it up to date with the code."""
    return update(request.param, messages())


def test_english_comes_first_and_there_are_others() -> None:
    assert LANGUAGES[0] == ENGLISH
    assert {"hu", "pl"} <= {*LANGUAGES}


def test_every_message_is_translated(catalog: Catalog) -> None:
    missing = [message.id for message in catalog if message.id and not all(forms(message.string))]
    assert missing == [], "translate these in translations/ after `python tools/update_translations.py`"


def test_no_translation_is_left_in_doubt(catalog: Catalog) -> None:
    """A message that is marked ``fuzzy`` is shown in English."""
    assert [message.id for message in catalog if message.id and message.fuzzy] == []


def test_every_catalog_keeps_the_placeholders(catalog: Catalog) -> None:
    for message in catalog:
        known = {name for form in forms(message.id) for name in placeholders(form)}
        for translation in forms(message.string):
            assert set(placeholders(translation)) <= known, message.id


def test_every_sentence_of_a_fault_keeps_all_its_fields(catalog: Catalog) -> None:
    for sentence in (text for kind in KINDS for text in (kind.message, kind.remedy, *kind.others) if text):
        translated = catalog.get(sentence)
        assert translated and set(placeholders(str(translated.string))) == set(placeholders(sentence)), sentence


def test_every_language_has_templates_and_no_other_has() -> None:
    folders = {path.name for path in TEMPLATES.iterdir() if path.is_dir()}
    assert folders == {*LANGUAGES, SITE}, "a language takes a catalog in translations/ and a folder of templates"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_templates_that_english_has(language: str) -> None:
    assert sorted(path.name for path in (TEMPLATES / language).iterdir()) == ENGLISH_TEMPLATES


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_only_waits_is_known_in_every_language(language: str) -> None:
    for word in words_for(language)(WAIT_WORDS).split(", "):
        assert re.fullmatch(r"\w+", word) and word == word.casefold(), f"{language}: {word!r} is no first word"
        blueprint = written(f"title: T\nsteps: [{{customer: {word.capitalize()} there, touchpoint: missing}}]\n")
        assert "wait-without-duration" in [problem.rule for problem in check(blueprint, today=date(2026, 10, 1))]


def test_no_module_lists_languages_of_its_own() -> None:
    own = [
        f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in TRANSLATED
    ]
    assert own == [], "take LANGUAGES, or put the words that differ into the catalogs"


def forms(message: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A message's singular and plural forms, or its one form."""
    return (message,) if isinstance(message, str) else tuple(message or ("",))


def placeholders(message: str) -> list[str]:
    """The names in braces."""
    return [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]
