"""The reference of the rules on the built site."""

from pathlib import Path

import pytest

from service_blueprint.checking import RULES

REFERENCE = Path("reference/rules")


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_has_a_page_that_the_list_leads_to(rule: str, sample_site: Path) -> None:
    page = (sample_site / REFERENCE / rule / "index.html").read_text("utf-8")
    assert f"<title>{rule} - " in page
    assert f'href="{rule}/"' in (sample_site / REFERENCE / "index.html").read_text("utf-8")


def test_a_rule_is_edited_where_it_is_written(sample_site: Path) -> None:
    page = (sample_site / REFERENCE / "low-feeling/index.html").read_text("utf-8")
    assert "plugins/service_blueprint/checking/rules/experience.py" in page
