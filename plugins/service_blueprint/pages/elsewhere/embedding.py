"""The code by which a page of another site shows a diagram in a frame."""

from html import escape
from math import ceil

from service_blueprint.pages.pictures import LEAST, MOST, Drawing

WIDEST = 1600
"""The widest frame in px that a height is made for: that of an article at full width, on a screen of 1920 px."""

FOOT = 32
"""The height in px of what stands below the diagram, its border too."""

_SCROLLBAR = 17  # the highest that browsers draw
_HIGHEST = 800  # beyond it a frame scrolls, so that it fits on a screen


def frame_height(drawing: Drawing) -> int:
    """How high a frame should be where no script can fit it, in px; at most as high as a screen.

    How wide it will be nobody knows, and a drawing grows with its frame. Up to ``WIDEST`` this is enough; room that is
    left below a drawing does less harm than a second way to scroll.
    """
    scale = min(max(WIDEST / drawing.width, LEAST), MOST)
    widest = ceil(drawing.height * scale)
    narrow = ceil(drawing.height * LEAST) + _SCROLLBAR
    return min(max(widest, narrow) + FOOT, _HIGHEST)


def embed_code(address: str, title: str, height: int) -> str:
    """The HTML of a frame, ``height`` px high where no script fits it.

    ``address`` is that of an embed page, with ``#<step>`` where a step is meant.
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}" loading="lazy" '
        'frameborder="0"></iframe>'
    )
