"""How drawings look: as a style sheet for pages, which follows their palette, and as the properties of each class."""

import re
from functools import cache
from importlib.resources import files

from service_blueprint.layout.signs import SIGNS

PAGE_FONT = "'Service Blueprint'"  # the package's own Roboto, by which texts are measured; pages declare it
FONTS = "Roboto, Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COLOUR = re.compile(r"--([\w-]+):\s*([^;]+);")
_BLOCK = re.compile(r"\.(light|dark)\s*\{([^}]*)\}")
_RULE = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_DECLARATION = re.compile(r"([\w-]+):\s*([^;]+);")
_USE = re.compile(r"var\(--([\w-]+)\)")


def _source(name: str) -> str:
    text = files("service_blueprint.drawing").joinpath(name).read_text(encoding="utf-8")
    return _COMMENT.sub("", text).strip()


def _diagram() -> str:
    """The rules of a diagram, with one for each sign."""
    rules = _source("diagram.css")
    texts = [sign.style for sign in SIGNS if sign.says]
    icons = [sign.style for sign in SIGNS if sign.says and sign.icon]
    return _with_quiet(_with_quiet(rules, "sign", texts), "icon", icons)


def _with_quiet(rules: str, kind: str, styles: list[str]) -> str:
    """The rules, with that of the quiet ones said for each of the ``styles`` that has none of its own."""
    own = {selector for selector, _ in _RULE.findall(rules)}
    [quiet] = re.findall(rf"^\.{kind}-quiet .*\n", rules, re.MULTILINE)
    each = (f"{kind}-{style}" for style in styles)
    return rules.replace(quiet, "".join(quiet.replace(f"{kind}-quiet", name) for name in each if name not in own))


@cache
def palette(name: str) -> dict[str, str]:
    """The colours of the ``light`` or the ``dark`` palette by their names."""
    blocks = dict(_BLOCK.findall(_source("palette.css")))
    return dict(_COLOUR.findall(blocks[name]))


@cache
def looks(name: str) -> dict[str, dict[str, str]]:
    """What each class looks like in the ``light`` or the ``dark`` palette: its properties, with plain colours."""
    rules = _USE.sub(lambda use: palette(name)[use[1]], f"{_diagram()}\n{_source('marks.css')}")
    return {selector: dict(_DECLARATION.findall(body)) for selector, body in _RULE.findall(rules)}


@cache
def page_style(*, by_system: bool = False, marked: bool = False) -> str:
    """The style sheet for diagrams inside pages: light, and dark where the page's palette is; print is always light.

    ``by_system`` is for a page without a palette of its own: it is dark where the reader's system is. ``marked`` adds
    the rules for what has changed, and gives the signs of changes on the page (``.sb-kind``) the same colours.
    """
    own = "--sb-"
    sources = [_diagram(), *([_source("marks.css")] if marked else [])]
    rules = "\n".join(sources).replace("var(--", f"var({own}")
    light, dark = (
        "\n".join(f"  {own}{key}: {value};" for key, value in palette(name).items()) for name in ("light", "dark")
    )
    own_elements = f":is(svg[data-blueprint], .service-blueprint{', .sb-kind' if marked else ''})"
    if by_system:
        darkened = f"@media screen and (prefers-color-scheme: dark) {{\n{own_elements} {{\n{dark}\n}}\n}}\n"
    else:
        darkened = f'@media screen {{\n[data-md-color-scheme="slate"] {own_elements} {{\n{dark}\n}}\n}}\n'
    return (
        f"{own_elements} {{\n{light}\n}}\n"
        f"{darkened}"
        f"svg[data-blueprint] {{\ntext {{ font-family: {PAGE_FONT}, {FONTS}; }}\n{rules}\n}}\n"
    )
