"""The pages' templates: Jinja files in ``templates/``, whatever is put into them escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from service_blueprint.pages.links import safe_link
from service_blueprint.words import Words


@cache
def environment() -> Environment:
    """The one environment of all templates; a name that a template lacks is an error, not a gap in the page."""
    templates = Environment(
        loader=PackageLoader("service_blueprint.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["safe_link"] = safe_link
    templates.filters["sentence"] = _sentence
    return templates


def render(template: str, words: Words, **values: object) -> Markup:
    """The HTML of ``templates/<template>.html.j2``; in it, ``words`` are those of the page's language."""
    return Markup(environment().get_template(f"{template}.html.j2").render(words=words, **values))


def _sentence(clause: str) -> str:
    """A clause as a sentence of its own."""
    return f"{clause[:1].upper()}{clause[1:]}{'' if clause.endswith(('.', '?', '!', ':')) else '.'}" if clause else ""
