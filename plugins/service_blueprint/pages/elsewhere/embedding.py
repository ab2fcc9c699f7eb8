"""The code by which a page of another site shows a diagram in a frame."""

from html import escape
from math import ceil

from service_blueprint.pages.pictures import Drawing

COMMON_WIDTH = 800
"""A frame's width in px where nobody has said: that of an article in most wikis."""

_LEAST, _MOST = 0.9, 1.3  # as sheet.css scales a drawing
_FOOT = 32  # as embed-page.css has it
_SCROLLBAR = 17  # the highest that browsers draw
_HIGHEST = 800  # beyond it a frame scrolls, so that it fits on a screen


def frame_height(drawing: Drawing, width: int = COMMON_WIDTH) -> int:
    """How high a frame of ``width`` px should be where no script can fit it, in px; at most as high as a screen."""
    scale = min(max(width / drawing.width, _LEAST), _MOST)
    bar = _SCROLLBAR if drawing.width * scale > width else 0
    return min(ceil(drawing.height * scale) + _FOOT + bar, _HIGHEST)


def embed_code(address: str, title: str, height: int) -> str:
    """The HTML of a frame, ``height`` px high where no script fits it.

    ``address`` is that of an embed page, with ``#<step>`` where a step is meant.
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}" loading="lazy" '
        'style="border:0"></iframe>'
    )
