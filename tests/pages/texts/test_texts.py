"""Texts of strangers become HTML that harms nobody; ``cases.yml`` says how each looks."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown import Markdown
from markupsafe import Markup

from service_blueprint.pages.texts.extensions import ALWAYS, harmless
from service_blueprint.pages.texts.rules import TextRules, plain_text

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))
MANY = [
    *(
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "footnotes",
        "md_in_html",
        "meta",
        "smarty",
    ),
    *(
        "sane_lists",
        "nl2br",
        "wikilinks",
        "service_blueprint",
        "mkdocs-click",
        "mdx_include",
        "markdown_include.include",
    ),
    *(
        f"pymdownx.{name}"
        for name in (
            *(
                "arithmatex",
                "b64",
                "betterem",
                "blocks.html",
                "caret",
                "critic",
                "details",
                "emoji",
                "extra",
                "highlight",
            ),
            *("inlinehilite", "keys", "magiclink", "mark", "smartsymbols", "snippets", "superfences", "tabbed"),
            *("tasklist", "tilde"),
        )
    ),
]
RULES = {
    "": TextRules(),
    "extensions": TextRules.of_site(MANY, {"pymdownx.tasklist": {"custom_checkbox": True}}, raw_html=False),
    "html": TextRules(raw_html=True),
}


def rendered(text: str, rules: TextRules) -> str:
    extensions, configs = rules.for_text("summary", {"ask", "_diagram"})
    return str(Markdown(extensions=extensions, extension_configs=configs).convert(text))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_text_has_in_its_html_what_the_case_says_and_nothing_that_it_forbids(case: dict[str, Any]) -> None:
    html = rendered(case["text"], RULES[case.get("as", "")])
    assert [part for part in case.get("has", []) if part not in html] == [], html
    assert [part for part in case.get("lacks", []) if part in html] == [], html


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES if "as" not in case])
def test_what_holds_on_any_site_holds_with_many_extensions_too(case: dict[str, Any]) -> None:
    html = rendered(case["text"], RULES["extensions"])
    assert [part for part in case.get("lacks", []) if part in html] == [], html


def test_of_a_site_s_extensions_those_are_used_that_are_known_to_do_no_harm() -> None:
    found = harmless(["markdown.extensions.tables", "pymdownx.snippets", "mine", "pymdownx.mark:MarkExtension"], {})
    assert list(found) == [*ALWAYS, "pymdownx.mark"]


def test_what_a_site_tells_an_extension_holds_but_for_what_would_do_harm() -> None:
    told = {
        "markdown.extensions.toc": {"permalink": True, "marker": "[TOC]"},
        "pymdownx.superfences": {"custom_fences": [{"name": "x", "format": print}]},
    }
    found = harmless(["toc", "pymdownx.superfences"], told)
    assert found["toc"] == {"permalink": True, "marker": "", "baselevel": 1}
    assert found["pymdownx.superfences"] == {"custom_fences": []}
    assert found["pymdownx.highlight"] == {"use_pygments": False}


def test_a_site_s_own_way_to_make_ids_holds_behind_the_prefix() -> None:
    rules = TextRules.of_site(["toc"], {"toc": {"slugify": lambda words, separator: words.upper()}}, raw_html=False)
    assert '<h2 id="_summary-WHY">' in rendered("# why", rules)


@pytest.mark.parametrize(
    ("text", "raw_html", "plain"),
    [
        ("Some *words* and <b>tags</b>.", False, "Some words and <b>tags</b>."),
        ("Some *words* and <b>tags</b>.", True, "Some words and tags."),
        ("[a](javascript:hit())", False, "a"),
        ("a &amp; b", False, "a & b"),
    ],
)
def test_the_words_of_a_text_are_plain_text(text: str, raw_html: bool, plain: str) -> None:
    assert plain_text(text, raw_html=raw_html) == plain
    assert Markup.escape(plain) == Markup.escape(plain_text(text, raw_html=raw_html))
