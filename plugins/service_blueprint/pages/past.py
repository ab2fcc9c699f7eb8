"""What the pages of this version know of those before it."""

from dataclasses import dataclass
from functools import cached_property

from service_blueprint.blueprint import Blueprint
from service_blueprint.insight.history import (
    BlueprintChange,
    History,
    Removed,
    RemovedStep,
    Standing,
    Version,
    changes_since,
    removed,
    removed_steps,
    standing,
)
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Collection, Site
from service_blueprint.words import Words


@dataclass(frozen=True)
class Past:
    """The versions before this one, as seen from it; without any, nothing is told."""

    history: History
    current: Version
    site: Site

    @classmethod
    def of(cls, collection: Collection, site: Site, history: History) -> "Past":
        """What there was before a collection."""
        blueprints = {entry.id: entry.blueprint for entry in collection.entries if entry.blueprint}
        unread = frozenset(entry.id for entry in collection.entries if entry.blueprint is None)
        return cls(history, Version(site.version, blueprints, unread), site)

    @property
    def newest(self) -> Version | None:
        """The version directly before this one."""
        return self.history.versions[-1] if self.history.versions else None

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Since when each blueprint stands as it does now, by id."""
        if not self.newest:
            return {}
        return {id: standing(self.history, each, self.site.version) for id, each in self.current.blueprints.items()}

    @property
    def since(self) -> dict[str, str]:
        """The versions since which blueprints stand so, by id, as far as they have names."""
        return {id: found.since for id, found in self.standings.items() if found.since}

    @cached_property
    def removed(self) -> tuple[Removed, ...]:
        """The blueprints that are gone."""
        return removed(self.history, self.current)

    @cached_property
    def changes(self) -> tuple[BlueprintChange, ...]:
        """Every blueprint beside itself in the version before."""
        return changes_since(self.newest, self.current) if self.newest else ()

    def removed_steps(self, blueprint: Blueprint) -> tuple[RemovedStep, ...]:
        """The steps of a blueprint that are gone."""
        return removed_steps(self.history, blueprint)

    def link(self, version: str, target: str, source: str) -> str:
        """The address of a file in a version, this one or another; "" where nobody knows where that one stands."""
        if version == self.site.version:
            return self.link_here(target, source)
        folders = {each.name: each.folder for each in self.history.versions if self.site.version}
        folder = folders.get(version)
        slashes = self.site.directory_urls
        return addresses.link_to_version(folder, target, source, directory_urls=slashes) if folder else ""

    def link_here(self, target: str, source: str) -> str:
        """The address of a file in this version."""
        return addresses.link(target, source, directory_urls=self.site.directory_urls)

    def title(self, since: str, before: str, words: Words) -> str:
        """What a page is called that tells how ``since`` differs from ``before``; ``since`` may have no name yet."""
        if since:
            return words("What changed in {version}", version=since)
        return words("What has changed since {version}", version=before)

    def source(self, words: Words) -> str:
        """How earlier versions were found, as a sentence."""
        return words("Earlier versions were read from the tags of the git repository.")
