"""The catalog's file as authored."""

from typing import Annotated, ClassVar

from pydantic import Field

from service_blueprint.reading.limits import CATALOG_ENTRIES
from service_blueprint.reading.shapes import Authored, ShortFor
from service_blueprint.reading.words import KindWord, Link, Markdown, Name, Text


class PersonaEntry(Authored):
    """Whom a service is for."""

    noun: ClassVar = "a persona"
    main_key: ClassVar = "name"

    name: Name = Field(description="What the persona is called.", examples=["Anna"])
    role: Text = Field("", description="What they are.", examples=["New employee"])
    summary: Markdown = Field("", description="What matters about them, in Markdown.")
    prefers: Text = Field("", description="The channel that they like best.", examples=["chat"])


class ActorEntry(Authored):
    """Who or what acts."""

    noun: ClassVar = "an actor"
    main_key: ClassVar = "title"

    title: Name = Field(description="What readers see.", examples=["Service Desk"])
    kind: KindWord | None = Field(None, description="What sort of actor it is.")
    owner: Text = Field("", description="Who looks after it: another actor.")
    link: Link = Field("", description="A page about it.")


class ChannelEntry(Authored):
    """How contact happens."""

    noun: ClassVar = "a channel"
    main_key: ClassVar = "title"

    title: Name = Field(description="What readers see.", examples=["Service kiosk"])
    icon: Text = Field("", description="The path of an icon of Material for MkDocs.", examples=["material/tablet"])


class CatalogEntry(Authored):
    """What the blueprints of a folder share; each entry's key is its id."""

    noun: ClassVar = "a catalog"
    main_key: ClassVar = "actors"

    personas: dict[str, Annotated[PersonaEntry, ShortFor()]] = Field(
        {}, max_length=CATALOG_ENTRIES.most, description="Whom services are for."
    )
    actors: dict[str, Annotated[ActorEntry, ShortFor()]] = Field(
        {}, max_length=CATALOG_ENTRIES.most, description="Who acts, in the order of lanes."
    )
    channels: dict[str, Annotated[ChannelEntry, ShortFor()]] = Field(
        {}, max_length=CATALOG_ENTRIES.most, description="How contact happens."
    )
