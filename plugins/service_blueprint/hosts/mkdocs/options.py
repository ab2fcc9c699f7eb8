"""The plugin's options."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class ServiceBlueprintConfig(Config):
    """The plugin's options, as they stand under ``service-blueprint`` in ``mkdocs.yml``."""

    blueprints = config_options.Dir(default="blueprints")
    """The folder of the blueprints and their ``_catalog.yml``, relative to ``mkdocs.yml``."""

    png = config_options.Type(bool, default=True)
    """Whether ``mkdocs build`` writes each diagram as PNG too, for word processors and slides. Each takes some tenths
    of a second. ``mkdocs serve`` never does, so that a page is there as soon as its file is saved."""

    markdown_html = config_options.Type(bool, default=False)
    """Whether HTML in a summary or a note is HTML. Left out, it is shown as text. With it, whoever writes a blueprint
    can run any script on your site, the author of a pull request in its preview too: turn it on where you trust all of
    them."""

    version = config_options.Type(str, default="")
    """What this version of the site is called, such as ``"1.2"``, in quotes. Left out, it is what mike says while it
    builds one (``MIKE_DOCS_VERSION``). What changed is told of the versions before it; a site without a version, as in
    a preview, is compared with the newest."""

    checks = config_options.Optional(config_options.Type(dict))
    """Which rules apply: a mapping of ``select`` and ``ignore``, each a list of rules. A rule's error is a warning of
    the build, so that ``--strict`` fails; what is less grave is told with ``--verbose``. Settings in
    ``pyproject.toml`` serve as well."""
