"""What MkDocs' configuration says of the site that it builds."""

from mkdocs.config.defaults import MkDocsConfig

from service_blueprint.hosts.mkdocs.banner import current_alias, is_preview
from service_blueprint.hosts.versions.own_address import own_address
from service_blueprint.pages.collection import Site


def site_of(config: MkDocsConfig, version: str, *, png: bool, markdown_html: bool) -> Site:
    """The site of what is built under the name ``version``; a preview is no version, but has its own address.

    ``png`` and ``markdown_html`` are as in ``Site``.
    """
    canonical = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    current = {current_alias(config.extra.get("version")), of_mike(config, "canonical_version")}
    url = own_address(canonical, version, current)
    name = "" if is_preview(version) else version
    return Site(
        language_of(config),
        config.site_name,
        url,
        name,
        config.use_directory_urls,
        png=png,
        canonical=canonical,
        markdown_html=markdown_html,
    )


def language_of(config: MkDocsConfig) -> str:
    """The language of the site, which is its theme's."""
    return str(config.theme.get("language") or config.theme.get("locale") or "en")


def of_mike(config: MkDocsConfig, option: str) -> str:
    """What an option of mike's plugin is set to; "" where it is not, or there is no mike."""
    mike = config.plugins.get("mike")
    return str(mike.config.get(option) or "") if mike else ""
