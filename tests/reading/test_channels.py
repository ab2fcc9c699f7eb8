from importlib.util import find_spec
from pathlib import Path

import pytest

from service_blueprint.blueprint import Channel
from service_blueprint.reading.channels import WELL_KNOWN
from service_blueprint.shelves import read_catalog


@pytest.mark.parametrize("channel", WELL_KNOWN.values(), ids=WELL_KNOWN)
def test_every_well_known_channel_has_an_icon_of_the_theme(channel: Channel) -> None:
    theme = find_spec("material")
    assert theme
    assert theme.origin
    icons = Path(theme.origin).parent / "templates" / ".icons"
    assert (icons / f"{channel.icon}.svg").is_file()


def test_a_well_known_channel_keeps_its_icon_where_the_catalog_names_none(tmp_path: Path) -> None:
    file = tmp_path / "_catalog.yml"
    file.write_text("channels: {web: Portal, phone: {title: Hotline, icon: material/headset}, kiosk: Kiosk}\n")
    channels = read_catalog(file).catalog.channels
    assert [(channel.title, channel.icon) for channel in channels.values()] == [
        ("Portal", "material/web"),
        ("Hotline", "material/headset"),
        ("Kiosk", ""),
    ]
