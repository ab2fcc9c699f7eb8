"""The sample site as `make site` builds it but for the PNG files, once for all tests that look at it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from once import made_once
from projects import ROOT, build
from served import served

WITHOUT_PNG = f"""\
INHERIT: {ROOT}/mkdocs.yml
docs_dir: {ROOT}/docs
hooks: [{ROOT}/tools/docs_hooks.py, {ROOT}/tools/rule_pages.py]
plugins:
  search: {{}}
  service-blueprint: {{blueprints: {ROOT}/blueprints, png: false}}
"""


@pytest.fixture(scope="session")
def configuration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site's configuration, without PNG files."""
    file = tmp_path_factory.mktemp("configuration") / "mkdocs.yml"
    file.write_text(WITHOUT_PNG, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def sample_site(configuration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site. That it builds without a warning is for `make site` to see."""

    def make(site: Path) -> None:
        result = build(ROOT, "--config-file", str(configuration), "--site-dir", str(site))
        assert result.returncode == 0, result.stderr

    return made_once(tmp_path_factory, "site", make)


def _shared_fonts(path: str) -> dict[str, str]:
    """As the page about web servers has it: a frame in a sandbox is of no site."""
    return {"Access-Control-Allow-Origin": "*"} if path.endswith(".woff2") else {}


@pytest.fixture(scope="session")
def url(sample_site: Path) -> Iterator[str]:
    """The address of the sample site, without a slash at the end."""
    with served(sample_site, _shared_fonts) as address:
        # Material swaps only pages that the site map names, and that names them where the site will be published.
        site_map = sample_site / "sitemap.xml"
        names = re.sub(r"<loc>https?://[^/]*", f"<loc>{address}", site_map.read_text(encoding="utf-8"))
        site_map.write_text(names, encoding="utf-8")
        yield address
