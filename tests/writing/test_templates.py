"""Templates: each is sound, tidy and whole, in every language."""

import json
import re
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from service_blueprint.checking import check
from service_blueprint.languages import LANGUAGES
from service_blueprint.reading import read_text
from service_blueprint.reading.parsing import parse
from service_blueprint.writing import Template, formatted, new_blueprint, new_site
from written import written

TODAY = date(2026, 10, 1)
EACH = [(template, language) for template in Template for language in LANGUAGES]


@pytest.mark.parametrize(("template", "language"), EACH)
def test_a_new_blueprint_has_no_problems_and_is_in_normal_form(template: Template, language: str) -> None:
    text = new_blueprint("new", template, language, today=TODAY)
    reading = read_text(text.encode(), path="new.yml", id="new")
    assert reading.problems == ()
    assert reading.blueprint
    assert check(reading.blueprint, today=TODAY) == ()
    assert reading.blueprint.language == language
    assert formatted(text.encode(), "new.yml", ids=True) == text.encode()


@pytest.mark.parametrize("template", Template)
def test_the_languages_differ_in_words_alone(template: Template) -> None:
    def bones(language: str) -> list[object]:
        text = new_blueprint("new", template, language, today=TODAY)
        keys = re.findall(r"(?<![\w-])([a-z-]+):(?= |$)", re.sub(r"#.*", "", text), re.MULTILINE)
        return [len(re.findall(r"(?:^| )#", text, re.MULTILINE)), keys]

    assert [language for language in LANGUAGES if bones(language) != bones("en")] == []


def test_the_journey_has_the_ten_steps_of_mapping() -> None:
    for language in LANGUAGES:
        text = new_blueprint("new", Template.JOURNEY, language, today=TODAY)
        assert re.findall(r"^ *# (\d+)\. ", text, re.MULTILINE) == [str(number) for number in range(1, 11)]


def test_a_new_blueprint_is_reviewed_today_and_again_in_half_a_year() -> None:
    text = new_blueprint("new", Template.JOURNEY, "en", today=TODAY)
    blueprint = read_text(text.encode(), path="new.yml", id="new").blueprint
    assert blueprint
    assert (blueprint.reviewed, blueprint.review_by) == (TODAY, date(2027, 4, 1))


@pytest.mark.parametrize(
    "title",
    ["A", "Get a burger", "1.10", "null", "yes", "It's: #1", 'Say "yes"', "a # b", "- x", "\\", "żółć", "'", "{a"],
)
def test_any_title_is_written_so_that_it_is_read_again(title: str) -> None:
    text = new_blueprint("new", Template.BLUEPRINT, "en", today=TODAY, title=title)
    blueprint = read_text(text.encode(), path="new.yml", id="new").blueprint
    assert blueprint
    assert blueprint.title == title
    site = new_site(title, Template.BLUEPRINT, "en", today=TODAY)
    source, problems = parse(site["mkdocs.yml"], "mkdocs.yml")
    assert source and not problems
    assert source.data()["site_name"] == title


@pytest.mark.parametrize(("id", "schema"), [("laptop", "_schema.json"), ("hr/it/laptop", "../../_schema.json")])
def test_the_first_line_leads_editors_to_the_schema(id: str, schema: str) -> None:
    text = new_blueprint(id, Template.BLUEPRINT, "en", today=TODAY)
    assert text.startswith(f"# yaml-language-server: $schema={schema}\n#")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalog_of_a_new_site_knows_everybody_who_acts(language: str) -> None:
    catalog = new_site("", Template.BLUEPRINT, language, today=TODAY)["blueprints/_catalog.yml"]
    for template in Template:
        blueprint = written(new_blueprint("new", template, language, today=TODAY), catalog=catalog)
        used = [actor for action in blueprint.actions.values() for actor in action.uses]
        assert [actor.title for actor in (*blueprint.actors, *used) if not actor.declared] == []


def test_the_schemas_of_a_new_site_are_schemas_and_its_settings_name_them() -> None:
    site = new_site("", Template.BLUEPRINT, "en", today=TODAY)
    for path in json.loads(site[".vscode/settings.json"])["yaml.schemas"]:
        Draft202012Validator.check_schema(json.loads(site[path.removeprefix("./")]))
