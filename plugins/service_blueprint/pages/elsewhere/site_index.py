"""The index of the site for other tools: every blueprint and step with its addresses, as JSON.

The models are the one definition of it: the JSON, its schema and its reference page are made from them.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import Field

from service_blueprint.blueprint import Blueprint, State, Step, Touchpoint, View
from service_blueprint.drawing.formats import PNG
from service_blueprint.insight.history import Removed
from service_blueprint.layout.views import view_title
from service_blueprint.pages import addresses
from service_blueprint.pages.collection import Collection, Site, moves
from service_blueprint.pages.data import Data, json_schema_text, json_text
from service_blueprint.pages.facts import first_paragraph
from service_blueprint.words import words_for

FORMAT = 1


class IndexedSite(Data):
    """The site that the index belongs to."""

    name: str
    """What the site is called."""

    url: str | None
    """Where this version of it stands, with a slash at its end; null where its configuration does not say. All other
    addresses are relative to the index itself."""


class IndexedView(Data):
    """One view of a blueprint."""

    view: View
    """Which one."""

    title: str
    """What readers call it, in the blueprint's language."""

    svg: str
    """The address of the drawing."""

    png: str | None
    """The address of the same as a bitmap at twice its size; null where the site writes none."""

    embed: str
    """The address of the drawing alone, for a frame in another page."""


class IndexedStep(Data):
    """One step of a blueprint."""

    id: str
    """Its id, unique in the blueprint."""

    number: int
    """Its place in time, counted from 1."""

    title: str
    """What it is called: its title, or else what the customer does in it."""

    phase: str | None
    """The title of its phase."""

    channel: str | None
    """The id of its channel, as the blueprint names it; the first of several."""

    channels: list[str]
    """The ids of all its channels."""

    touchpoint: Touchpoint
    """How its contact does."""

    address: str
    """The address of the step on the blueprint's page."""


class IndexedBlueprint(Data):
    """One blueprint."""

    id: str
    """Its id, unique on the site: the path of its file below the folder of blueprints."""

    title: str
    """Its title."""

    state: State
    """Which reality it shows."""

    language: str
    """The tag of its language."""

    summary: str | None
    """The first paragraph of its summary, as plain text."""

    owner: str | None
    """What its owner is called."""

    tags: list[str]
    """Its tags."""

    formerly: list[str]
    """The ids that it had before."""

    address: str
    """The address of its page."""

    yaml: str
    """The address of its file, as it was written."""

    table: str
    """The address of its touchpoint table as CSV."""

    embed: str
    """The address of its first view alone, for a frame in another page."""

    oembed: str | None
    """The address of its oEmbed answer; null where nobody has said where the site stands."""

    since: str | None
    """The first version since which it stands as it does now; null where that is not known."""

    views: list[IndexedView]
    """Its drawings."""

    steps: list[IndexedStep]
    """Its steps, in the order of time."""


class IndexedRemoval(Data):
    """A blueprint that an earlier version of the site had."""

    id: str
    """The id that it had."""

    title: str
    """The last title that it had."""

    last: str
    """The last version that has it."""


class SiteIndex(Data):
    """The index of a site, as the file ``blueprints/index.json``."""

    schema_: str = Field(alias="$schema", description="The address of the schema that this index follows.")

    format: Literal[1]
    """The version of this format. It is counted up when a key goes or means something else, not when one is added."""

    site: IndexedSite
    """Which site this is the index of."""

    version: str | None
    """What this version of the site is called; null where it has no versions."""

    catalog: str | None
    """The address of the catalog as it was written; null where there is none."""

    blueprints: list[IndexedBlueprint]
    """Every blueprint that can be read, by id. One with faults is left out."""

    removed: list[IndexedRemoval]
    """Every blueprint that an earlier version had and this one has not, by id."""

    moved: dict[str, str]
    """Ids that blueprints had before, each with the id of now."""


def site_index(
    collection: Collection, site: Site, since: Mapping[str, str], removed: Sequence[Removed] = ()
) -> SiteIndex:
    """The index of what a folder holds.

    ``since`` are the versions since which blueprints stand as they do now, by id, as far as they are known; ``removed``
    are the blueprints of earlier versions that are gone.
    """
    blueprints = [entry.blueprint for entry in collection.entries if entry.blueprint]
    return SiteIndex(
        **{"$schema": _link(addresses.SITE_INDEX_SCHEMA, site)},
        format=FORMAT,
        site=IndexedSite(name=site.name, url=site.url or None),
        version=site.version or None,
        catalog=_link(addresses.CATALOG, site) if collection.catalog else None,
        blueprints=[_blueprint(blueprint, site, since.get(blueprint.id)) for blueprint in blueprints],
        removed=[IndexedRemoval(id=gone.id, title=gone.title, last=gone.last) for gone in removed],
        moved={former: blueprint.id for former, blueprint in moves(collection.entries).items()},
    )


def site_index_text(index: SiteIndex) -> str:
    """The index as the text of its file."""
    return json_text(index)


def site_index_schema_text() -> str:
    """The JSON Schema of the index, as the text of a file."""
    return json_schema_text(SiteIndex, "Index of a site of service blueprints")


def _blueprint(blueprint: Blueprint, site: Site, since: str | None) -> IndexedBlueprint:
    language = blueprint.language or site.language
    page = _link(addresses.page_file(blueprint.id), site)
    return IndexedBlueprint(
        id=blueprint.id,
        title=blueprint.title,
        state=blueprint.state,
        language=language,
        summary=first_paragraph(blueprint.summary, raw_html=site.markdown_html) or None,
        owner=blueprint.owner.title if blueprint.owner else None,
        tags=list(blueprint.tags),
        formerly=list(blueprint.formerly),
        address=page,
        yaml=_link(addresses.yaml_file(blueprint.id), site),
        table=_link(addresses.table_file(blueprint.id), site),
        embed=_link(addresses.embed_file(blueprint.id), site),
        oembed=_link(addresses.oembed_file(blueprint.id), site) if site.url else None,
        since=since or None,
        views=[_view(blueprint.id, view, site, language) for view in View],
        steps=[_step(step, page) for step in blueprint.steps],
    )


def _view(blueprint_id: str, view: View, site: Site, language: str) -> IndexedView:
    return IndexedView(
        view=view,
        title=view_title(view, words_for(language)),
        svg=_link(addresses.picture_file(blueprint_id, view), site),
        png=_link(addresses.picture_file(blueprint_id, view, PNG.id), site) if PNG in site.formats else None,
        embed=_link(addresses.embed_file(blueprint_id, view), site),
    )


def _step(step: Step, page: str) -> IndexedStep:
    return IndexedStep(
        id=step.id,
        number=step.number,
        title=step.heading,
        phase=step.phase or None,
        channel=step.channels[0].id if step.channels else None,
        channels=[channel.id for channel in step.channels],
        touchpoint=step.touchpoint,
        address=f"{page}#{step.id}",
    )


def _link(file: str, site: Site) -> str:
    return addresses.link(file, addresses.SITE_INDEX, directory_urls=site.directory_urls)
