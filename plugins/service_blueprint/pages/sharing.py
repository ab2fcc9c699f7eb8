"""What readers take along from a blueprint's page: links, Markdown and embed codes, of the whole and of each step.

All addresses here are relative to the page. The script that copies them makes them whole: it alone knows where, and in
which version of the site, the reader is.
"""

import json
from collections.abc import Sequence

from markupsafe import Markup

from service_blueprint.blueprint import Blueprint, Step
from service_blueprint.drawing.icons import icon
from service_blueprint.layout.views import view_title
from service_blueprint.pages import addresses
from service_blueprint.pages.elsewhere.embedding import embed_code, frame_height
from service_blueprint.pages.markdown import markdown_text
from service_blueprint.pages.pictures import Picture
from service_blueprint.pages.reader import Reader
from service_blueprint.pages.templating import render
from service_blueprint.words import Words


def sharing_html(blueprint: Blueprint, pictures: Sequence[Picture], reader: Reader, changes_link: str = "") -> Markup:
    """What the page's script needs to offer copies, and to say that a step is not there; nothing of it shows before.

    ``changes_link`` leads to what has changed since the version before, where there is one.
    """
    sign = icon("link")
    assert sign, "the package brings it along"
    return render(
        "sharing",
        reader.words,
        shared=json.dumps(shared(blueprint, pictures, reader), ensure_ascii=False),
        changes_link=changes_link,
        version=reader.site.version,
        sign=sign.path,
    )


def shared(blueprint: Blueprint, pictures: Sequence[Picture], reader: Reader) -> dict[str, object]:
    """What can be copied, as values that JSON can hold.

    ``title`` is text, ``markdown`` the same as the words of a link in Markdown; each view has the address of its
    ``picture`` and its ``embed`` code, and each step says what its button does (``label``).
    """
    page = addresses.page_file(blueprint.id)
    return {
        "title": blueprint.title,
        "markdown": markdown_text(blueprint.title),
        "views": {
            picture.view.value: {
                "title": view_title(picture.view, reader.words),
                "picture": reader.link(addresses.picture_file(blueprint.id, picture.view), page),
                "embed": embed_code(
                    reader.link(addresses.embed_file(blueprint.id, picture.view), page),
                    blueprint.title,
                    frame_height(picture.whole),
                ),
            }
            for picture in pictures
        },
        "steps": [_step(step, blueprint, reader.words) for step in blueprint.steps],
    }


def _step(step: Step, blueprint: Blueprint, words: Words) -> dict[str, str]:
    title = f"{blueprint.title}: {step.heading}"
    number = words.number(step.number)
    return {
        "id": step.id,
        "label": words("Share step {number}: {heading}", number=number, heading=step.heading),
        "title": title,
        "markdown": markdown_text(title),
    }
