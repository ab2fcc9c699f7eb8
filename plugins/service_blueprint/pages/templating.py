"""The pages' templates: Jinja files in ``templates/``, whatever is put into them escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from service_blueprint.words import Words


@cache
def environment() -> Environment:
    """The one environment of all templates; a name that a template lacks is an error, not a gap in the page."""
    return Environment(
        loader=PackageLoader("service_blueprint.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, words: Words, **values: object) -> Markup:
    """The HTML of ``templates/<template>.html.j2``; in it, ``words`` are those of the page's language."""
    return Markup(environment().get_template(f"{template}.html.j2").render(words=words, **values))
