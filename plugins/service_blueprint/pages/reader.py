"""Who reads a page: in which language, on which site."""

from dataclasses import dataclass

from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Site
from service_blueprint.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Reader:
    """The reader of a page.

    ``language`` is the tag that the page is in; the ``words`` are those of the nearest language that has any.
    """

    words: Words
    language: str
    site: Site

    @classmethod
    def of(cls, site: Site, language: str = "") -> "Reader":
        """The reader of what is in ``language``, or where that is empty, in the site's."""
        own = language or site.language
        return cls(words_for(own), own, site)

    @property
    def direction(self) -> str:
        """How the language is written, as HTML says it."""
        return "rtl" if self.words.right_to_left else "ltr"

    def link(self, target: str, here: str) -> str:
        """The relative address of one file of the site from another, ready for an ``href``."""
        return addresses.link(target, here, directory_urls=self.site.directory_urls)

    def canonical(self, page: str) -> str:
        """Where search engines are to find a page of the site; "" where nobody has said where the site stands."""
        return addresses.on_site(self.site.canonical_url, page, directory_urls=self.site.directory_urls)
