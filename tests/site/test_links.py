"""Every link, picture, style sheet and script of every page leads somewhere on the site, anchors included."""

import shutil
from pathlib import Path

import pytest

from links import lost_links
from projects import ROOT, build, make_project

SITE = "https://example.org/some/path/"


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_every_link_leads_somewhere(tmp_path: Path, directory_urls: str) -> None:
    configuration = f"use_directory_urls: {directory_urls}\n"
    project = make_project(tmp_path, {"docs/guide/start.md": "# Start\n"}, configuration)
    shutil.copytree(ROOT / "blueprints", project / "blueprints")
    (project / "blueprints/human-resources").mkdir()
    for moved in ("laptop-request.yml", "laptop-request-to-be.yml"):
        (project / "blueprints" / moved).rename(project / "blueprints/human-resources" / moved)
    text = project / "blueprints/human-resources/laptop-request-to-be.yml"
    text.write_text(
        text.read_text(encoding="utf-8").replace("variant-of: ", "variant-of: human-resources/"), encoding="utf-8"
    )
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr

    assert lost_links(project / "site", SITE) == []
