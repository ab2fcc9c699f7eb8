"""Icons: the package's own signs, and those of the installed theme."""

from pathlib import Path

import pytest

from service_blueprint.blueprint import Channel
from service_blueprint.drawing import icons
from service_blueprint.drawing.icons import icon
from service_blueprint.reading.channels import WELL_KNOWN

FOLDER = Path(icons.__file__).parent
OWN = sorted(str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.rglob("*.svg"))


@pytest.fixture(autouse=True)
def forget() -> None:
    """No test sees what another one has looked up."""
    icon.cache_clear()


@pytest.fixture
def no_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "find_spec", lambda name: None)


@pytest.mark.parametrize("name", OWN)
def test_every_own_icon_is_a_path_without_the_theme(name: str, no_theme: None) -> None:
    found = icon(name)
    assert found and found.path[0] in "Mm"


@pytest.mark.parametrize("channel", WELL_KNOWN.values(), ids=lambda channel: channel.id)
def test_every_well_known_channel_has_an_icon_without_the_theme(channel: Channel, no_theme: None) -> None:
    assert icon(channel.icon)


def test_other_icons_come_from_the_installed_theme() -> None:
    assert icon("material/tablet")
    assert icon("simple/whatsapp")


def test_other_icons_are_missing_without_the_theme(no_theme: None) -> None:
    assert icon("material/tablet") is None


@pytest.mark.parametrize(
    "name", ["", "nonsense", "material/nonsense", "material", "Material/Tablet", "material/tablet.svg"]
)
def test_a_name_of_no_icon_gives_none(name: str) -> None:
    assert icon(name) is None


def test_an_icon_on_another_grid_gives_none() -> None:
    assert icon("fontawesome/solid/house") is None


@pytest.mark.parametrize(
    "way", ["../secret", "material/../../secret", "{folder}/secret", "material\\..\\secret", "./secret"]
)
def test_no_name_leads_out_of_the_icon_folder(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = tmp_path / "theme"
    (theme / "material").mkdir(parents=True)
    for folder in (tmp_path, theme):
        (folder / "secret.svg").write_text('<svg viewBox="0 0 24 24"><path d="M0 0h1"/></svg>')
    monkeypatch.setattr(icons, "_theme_icons", lambda: theme)
    assert icon("secret")
    assert icon(way.format(folder=tmp_path)) is None
