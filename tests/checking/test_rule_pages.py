"""The pages of the rules, as the documentation's build makes them."""

import pytest

import rule_pages
from service_blueprint.checking import RULES, Rule
from service_blueprint.problem import Severity


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_a_page_has_all_that_a_reader_looks_for(rule: Rule) -> None:
    page = rule_pages.page(rule)
    assert page.startswith(f"# {rule.id}\n\nSeverity: **{rule.severity}**")
    for text in (rule.what, rule.why, rule.mend, *rule.bad.values(), *rule.good.values()):
        assert text.strip() in page
    assert (f"[{rule.id}]\n" in page) == bool(rule.bad)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_a_page_says_how_to_leave_the_rule_out_where_that_can_be_done(rule: Rule) -> None:
    page = rule_pages.page(rule)
    cannot = rule.find is None and rule.severity is Severity.ERROR
    assert (f"checks: {{ignore: [{rule.id}]}}" in page) != cannot
    assert ("cannot be left out" in page) == cannot


def test_what_the_command_says_fits_on_a_page_and_names_no_folder() -> None:
    for rule in RULES:
        if rule.bad:
            said = rule_pages.said_of(rule.bad)
            assert said.startswith(f"{next(iter(rule.bad))}:")
            assert max(map(len, said.splitlines())) <= rule_pages.WIDTH


def test_the_table_names_every_rule() -> None:
    lines = rule_pages.table().splitlines()[2:]
    assert [line.split("`")[1] for line in lines] == [rule.id for rule in RULES]
