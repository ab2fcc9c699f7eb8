"""Copy the icons that every drawing may need out of the installed Material for MkDocs.

    python tools/copy_icons.py

They are checked in, so that a drawing looks the same whichever version of the theme is there, and without it. They
belong to Pictogrammers' Material Design Icons (Apache 2.0; see the LICENSE beside the copies). A sign is copied under
the name that ``layout/signs.py`` gives it, a channel's icon under its own name.
"""

import shutil
from importlib.resources import files
from pathlib import Path

from service_blueprint.layout.signs import SIGNS
from service_blueprint.reading.channels import WELL_KNOWN

TARGET = Path(__file__).parent.parent / "plugins" / "service_blueprint" / "drawing" / "icons"
OTHERS = {
    "feeling-bad": "emoticon-sad-outline",
    "feeling-good": "emoticon-happy-outline",
    "opportunity": "lightbulb-outline",
    "pain": "heart-broken-outline",
}


def main() -> None:
    """Replace all copies."""
    source = Path(str(files("material"))) / "templates" / ".icons"
    for old in TARGET.rglob("*.svg"):
        old.unlink()
    copies = {name: f"material/{icon}" for name, icon in OTHERS.items()}
    copies |= {sign.icon: f"material/{sign.copied_from}" for sign in SIGNS if sign.icon}
    copies |= {channel.icon: channel.icon for channel in WELL_KNOWN.values()}
    for name, icon in copies.items():
        target = TARGET / f"{name}.svg"
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(source / f"{icon}.svg", target)


if __name__ == "__main__":
    main()
