"""The plugin inside MkDocs: what a build puts on the site, and what it says."""

import json
import re
from pathlib import Path

import pytest

from links import lost_links
from projects import BROKEN, SMALLEST, build, make_project
from service_blueprint.blueprint import View
from service_blueprint.drawing.formats import PUBLISHED

AS_THEY_ARE = {"blueprints/burger.yml": SMALLEST}
EDITED = "repo_url: https://git.example.org/shop\nedit_uri: edit/main/docs/\n"


def page(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def navigation(html: str) -> list[str]:
    """The titles in a page's navigation, in order, a section's before those in it."""
    sidebar = html.partition("md-sidebar--primary")[2].partition("md-sidebar--secondary")[0]
    titles = re.findall(r'<span class="md-ellipsis">(.*?)</span>', sidebar, re.DOTALL)
    return [" ".join(title.split()) for title in titles]


def test_every_address_is_there(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/food/burger.yml": SMALLEST}, options="")
    assert build(project, "--strict").returncode == 0
    pictures = [f"{view}.{ending}" for view in sorted(View) for ending in sorted(format.id for format in PUBLISHED)]
    folder = project / "site/blueprints/food/burger"
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        [*pictures, "blueprint.yml", "embed", "index.html", "oembed.json", "touchpoints.csv"]
    )
    assert 'href="actors.png"' in page(folder, "index.html")
    assert (project / "site/blueprints/index.html").exists()


def test_letters_that_a_png_lacks_are_told_and_fail_no_strict_build(tmp_path: Path) -> None:
    orders = SMALLEST.replace("Orders", "Orders \U0003fff0")
    result = build(make_project(tmp_path, {"blueprints/burger.yml": orders}, options=""), "--strict")
    assert result.returncode == 0
    (said,) = [line for line in result.stderr.splitlines() if "U+3FFF0" in line]
    assert said.startswith(f"INFO    -  {Path('blueprints/burger.yml')}: no font of this machine has")


def test_without_png_nothing_leads_to_one(tmp_path: Path) -> None:
    project = make_project(tmp_path, AS_THEY_ARE, options="png: false")
    assert build(project, "--strict").returncode == 0
    assert not [*project.glob("site/blueprints/**/*.png")]
    assert ".png" not in page(project / "site", "blueprints/burger/index.html").partition("<article")[2]


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_pages_have_the_same_address_with_and_without_directory_addresses(tmp_path: Path, directory_urls: str) -> None:
    home = "[A burger](blueprints/burger.md#order), [all](blueprints/index.md)\n"
    project = make_project(tmp_path, {**AS_THEY_ARE, "docs/index.md": home}, f"use_directory_urls: {directory_urls}\n")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert (project / "site/blueprints/burger/index.html").exists()
    suffix = "" if directory_urls == "true" else "index.html"
    assert f'href="blueprints/burger/{suffix}#order"' in page(project / "site", "index.html")


def test_a_strict_build_fails_with_the_faults_and_their_places(tmp_path: Path) -> None:
    result = build(make_project(tmp_path, {"blueprints/burger.yml": BROKEN}), "--strict")
    assert result.returncode == 1
    assert "WARNING -  blueprints/burger.yml:4:5: 'custmer' is no key of a step; write 'customer'" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_broken_blueprint_has_a_page_that_says_what_is_wrong(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/burger.yml": BROKEN, "blueprints/tea.yml": SMALLEST}, EDITED)
    assert build(project).returncode == 0
    broken = page(project / "site", "blueprints/burger/index.html")
    assert re.search(r"<h1[^>]*>Get a burger</h1>", broken)
    assert "blueprints/burger.yml:4:5" in broken
    assert re.search(r"<mark>.*custmer: Orders</mark>", broken)
    assert "data-sb-diagram" in page(project / "site", "blueprints/tea/index.html")
    assert "Cannot be drawn" in page(project / "site", "blueprints/index.html")


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_names_that_other_files_often_have_are_addresses_like_any_other(tmp_path: Path, directory_urls: str) -> None:
    ids = ("index", "readme", "hr/index", "hr/readme", "hr/v2.0_x", "404", "search")
    files = {f"blueprints/{id}.yml": f"summary: See [it](blueprint:hr/index#order).\n{SMALLEST}" for id in ids}
    files["docs/index.md"] = "# Home\n\n" + " ".join(f"[{id}](blueprint:{id}#order)" for id in ids)
    project = make_project(tmp_path, files, f"use_directory_urls: {directory_urls}\n")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert lost_links(project / "site", "https://example.org/some/path/") == []
    home = page(project / "site", "index.html")
    suffix = "" if directory_urls == "true" else "index.html"
    assert [id for id in ids if f'<a href="blueprints/{id}/{suffix}#order">{id}</a>' not in home] == []


def test_a_broken_catalog_is_told_on_the_index(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**AS_THEY_ARE, "blueprints/_catalog.yml": "actors: {desk: {titel: Desk}}\n"})
    result = build(project, "--strict")
    assert result.returncode == 1
    assert re.search(r"WARNING -  blueprints/_catalog\.yml:1:\d+: ", result.stderr)
    build(project)
    assert "<mark>actors: &#123;desk: &#123;titel: Desk}}</mark>" in page(project / "site", "blueprints/index.html")


def test_a_missing_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    result = build(make_project(tmp_path, {}))
    assert result.returncode == 1
    assert "there is no folder 'blueprints' beside mkdocs.yml; create it" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("option", ["blueprints: 3", "blueprints: [a]", "png: perhaps"])
def test_a_wrong_option_is_said_in_a_sentence(tmp_path: Path, option: str) -> None:
    result = build(make_project(tmp_path, AS_THEY_ARE, options=option))
    assert result.returncode == 1
    assert f"Plugin 'service-blueprint' option '{option.partition(':')[0]}'" in result.stderr
    assert "Traceback" not in result.stderr


def test_another_folder_may_hold_the_blueprints(tmp_path: Path) -> None:
    options = "blueprints: services/maps, png: false"
    project = make_project(tmp_path, {"services/maps/burger.yml": SMALLEST}, options=options)
    assert build(project, "--strict").returncode == 0
    assert (project / "site/blueprints/burger/actors.svg").exists()


def test_an_empty_folder_explains_the_first_blueprint(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/_catalog.yml": ""})
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    index = page(project / "site", "blueprints/index.html")
    assert "blueprints/get-a-burger.yml" in index
    assert "title: Get a burger" in index
    assert "data-sb-filter" not in index


def test_without_a_nav_the_blueprints_have_a_section_with_their_folders(tmp_path: Path) -> None:
    files = {
        "docs/guide/start.md": "# Start\n",
        "blueprints/burger.yml": SMALLEST,
        "blueprints/hot-drinks/tea.yml": SMALLEST.replace("burger", "tea"),
    }
    project = make_project(tmp_path, files)
    assert build(project, "--strict").returncode == 0
    titles = navigation(page(project / "site", "index.html"))
    assert titles == ["Home", "Guide", "Start", "Blueprints", "Blueprints", "Get a burger", "Hot drinks", "Get a tea"]


def test_a_nav_that_names_the_index_has_the_section_there(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {**AS_THEY_ARE, "docs/last.md": "# Last\n"},
        "nav: [index.md, {Services: blueprints/index.md}, last.md]\n",
    )
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    titles = navigation(page(project / "site", "index.html"))
    assert titles.index("Services") < titles.index("Get a burger") < titles.index("Last")


def test_a_nav_that_names_no_blueprint_leaves_them_out_without_a_warning(tmp_path: Path) -> None:
    project = make_project(tmp_path, AS_THEY_ARE, "nav: [index.md]\n")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert "Get a burger" not in navigation(page(project / "site", "index.html"))
    assert (project / "site/blueprints/burger/index.html").exists()


def test_a_blueprint_placed_by_hand_stands_there_alone(tmp_path: Path) -> None:
    nav = "nav: [index.md, {Best: blueprints/burger.md}, blueprints/index.md]\n"
    project = make_project(tmp_path, {**AS_THEY_ARE, "blueprints/tea.yml": SMALLEST.replace("burger", "tea")}, nav)
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    titles = navigation(page(project / "site", "index.html"))
    assert titles.count("Best") == 1
    assert "Get a burger" not in titles
    assert titles.index("Best") < titles.index("Get a tea")


def test_pages_may_be_left_out_of_the_navigation_or_the_site(tmp_path: Path) -> None:
    files = {**AS_THEY_ARE, "blueprints/tea.yml": SMALLEST.replace("burger", "tea")}
    project = make_project(tmp_path, files, "not_in_nav: /blueprints/burger.md\n")
    assert build(project, "--strict").returncode == 0
    titles = navigation(page(project / "site", "index.html"))
    assert "Get a tea" in titles
    assert "Get a burger" not in titles


def test_edit_this_page_leads_to_the_yaml(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {"blueprints/food/burger.yml": SMALLEST},
        EDITED + "theme: {name: material, features: [content.action.edit]}\n",
    )
    build(project)
    html = page(project / "site", "blueprints/food/burger/index.html")
    assert 'href="https://git.example.org/shop/edit/main/blueprints/food/burger.yml"' in html


def test_a_page_of_the_docs_folder_stands_in_place_of_a_generated_one(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**AS_THEY_ARE, "docs/blueprints/index.md": "# Our services\n"})
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert "Our services" in page(project / "site", "blueprints/index.html")
    assert "Get a burger" in navigation(page(project / "site", "index.html"))


def test_a_blueprint_may_be_called_index(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"blueprints/index.yml": SMALLEST})
    assert build(project, "--strict").returncode == 0
    assert "data-sb-diagram" in page(project / "site", "blueprints/index/index.html")
    assert 'href="index/"' in page(project / "site", "blueprints/index.html")


def test_of_two_files_with_one_address_the_first_has_it(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**AS_THEY_ARE, "blueprints/burger.yaml": SMALLEST})
    result = build(project, "--strict")
    assert result.returncode == 1
    assert "the file has the same address" in result.stderr
    assert "Traceback" not in result.stderr


def test_titles_are_text_wherever_they_stand(tmp_path: Path) -> None:
    title = '<b>A "B" & C</b> {#x} *d* [e](f) :smile:'
    project = make_project(tmp_path, {"blueprints/a.yml": SMALLEST.replace("Get a burger", f"'{title}'")})
    assert build(project, "--strict").returncode == 0
    html = page(project / "site", "blueprints/a/index.html")
    escaped = "&lt;b&gt;A &#34;B&#34; &amp; C&lt;/b&gt; &#123;#x} *d* [e](f) :smile:"
    assert f">{escaped}</h1>" in html
    assert "<b>A" not in html
    assert "<b>A" not in page(project / "site", "blueprints/index.html")


def test_the_search_knows_the_table_and_not_the_drawings(tmp_path: Path) -> None:
    project = make_project(tmp_path, AS_THEY_ARE)
    build(project)
    index = json.loads(page(project / "site", "search/search_index.json"))
    own = [entry for entry in index["docs"] if entry["location"].startswith("blueprints/burger/")]
    assert [entry["title"] for entry in own] == ["Get a burger", "Touchpoints", "Orders", "Eats and leaves"]
    assert "Counter takes the order" in own[2]["text"]
    assert "Line of visibility" not in json.dumps(own)


def test_the_page_speaks_the_blueprint_s_language_else_the_site_s(tmp_path: Path) -> None:
    files = {**AS_THEY_ARE, "blueprints/hu.yml": f"language: hu\n{SMALLEST}"}
    project = make_project(tmp_path, files, "theme: {name: material, language: pl, font: false}\n")
    build(project)
    assert '<div class="sb-page" lang="pl"' in page(project / "site", "blueprints/burger/index.html")
    assert '<div class="sb-page" lang="hu"' in page(project / "site", "blueprints/hu/index.html")


# A decision with one exit, which says nothing of what is decided.
UNDECIDED = SMALLEST.replace(
    "frontstage: Counter takes the order", "frontstage: {do: Asks, decision: true, to: {target: order, label: Again}}"
)


def test_a_rules_error_fails_a_strict_build_and_can_be_ignored(tmp_path: Path) -> None:
    files = {"blueprints/burger.yml": UNDECIDED}
    result = build(make_project(tmp_path / "with", files), "--strict")
    assert result.returncode == 1
    assert "WARNING -  blueprints/burger.yml:5:" in result.stderr
    assert "[decision-exits]" in result.stderr
    options = "png: false, checks: {ignore: [decision-exits]}"
    assert build(make_project(tmp_path / "without", files, options=options), "--strict").returncode == 0


def test_a_misspelt_rule_in_the_options_is_told_in_one_line(tmp_path: Path) -> None:
    project = make_project(tmp_path, AS_THEY_ARE, options="png: false, checks: {ignore: [decision-exit]}")
    result = build(project)
    assert result.returncode == 1
    assert "decision-exits" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_schemas_for_editors_are_published(tmp_path: Path) -> None:
    project = make_project(tmp_path, AS_THEY_ARE)
    assert build(project, "--strict").returncode == 0
    for name in ("_schema.json", "_catalog.schema.json"):
        schema = json.loads((project / "site/blueprints" / name).read_text(encoding="utf-8"))
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_a_site_folder_that_is_a_link_is_its_owner_s_affair(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", AS_THEY_ARE)
    (tmp_path / "elsewhere").mkdir()
    (project / "site").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "elsewhere/objects.inv").exists()


def test_no_text_can_take_the_place_of_a_figure_beside_it(tmp_path: Path) -> None:
    summary = "kepthtml0&#120;7\n\nkept0&#120;7\n\n```blueprint\nblueprint: burger\n```\n"
    blueprint = f"title: Shows another\nsummary: {json.dumps(summary)}\nsteps: [{{customer: Asks}}]\n"
    project = make_project(tmp_path, {**AS_THEY_ARE, "blueprints/other.yml": blueprint})
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    html = page(project / "site", "blueprints/other/index.html")
    assert html.count('<figure class="sb-figure"') == 1
    assert "kepthtml0x7" in html


def test_what_a_summary_shows_of_other_blueprints_has_a_limit(tmp_path: Path) -> None:
    steps = ", ".join("{customer: [a, b, c, d, e, f]}" for _ in range(30))
    fences = "```blueprint\nblueprint: large\n```\n\n" * 3
    files = {
        "blueprints/large.yml": f"title: Large\nsteps: [{steps}]\n",
        "blueprints/other.yml": f"title: Shows it\nsummary: {json.dumps(fences)}\nsteps: [{{customer: Asks}}]\n",
    }
    result = build(make_project(tmp_path, files))
    assert result.returncode == 0, result.stderr
    (told,) = [line for line in result.stderr.splitlines() if "actions, and 500 are the most" in line]
    assert "other.yml" in told
