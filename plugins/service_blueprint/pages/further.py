"""Values that have no place of their own: each stands under the title of its key, with nothing to be done for it."""

from typing import Any

from service_blueprint.blueprint import Actor, Channel
from service_blueprint.keys import Key, keys_of, main_of, parts_of
from service_blueprint.pages.value_data import plain_value
from service_blueprint.pages.value_words import value_text
from service_blueprint.words import Words


def further_keys(kind: type) -> tuple[Key, ...]:
    """The keys of a kind of thing whose values have no place of their own."""
    return tuple(key for key in keys_of(kind) if key.further)


def further_texts(thing: object, key: Key, words: Words) -> tuple[str, ...]:
    """A value in words, one text for each of several; none for none."""
    value = getattr(thing, key.field)
    several = value if isinstance(value, tuple) else (value,)
    return tuple(text for each in several if (text := _text(each, key, words)))


def further_parts(thing: object, words: Words) -> tuple[str, ...]:
    """What is to be said of something beside its text, each part with its title: "Source: interviews"."""
    keys = further_keys(type(thing))
    said = [(key, ", ".join(further_texts(thing, key, words))) for key in keys]
    return tuple(f"{words(key.title)}: {text}" for key, text in said if text)


def further_data(thing: object) -> dict[str, Any]:
    """The same values for JSON, by their keys; every key is there, and null where nobody wrote it."""
    values = {key.name: getattr(thing, key.field) for key in further_keys(type(thing))}
    return {name: plain_value(None if value == "" else value) for name, value in values.items()}


def _text(value: object, key: Key, words: Words) -> str:
    if value is True:
        return words("yes")
    main = main_of(key.holds) if key.holds and isinstance(value, key.holds) else None
    if main is None or isinstance(value, Actor | Channel):
        return value_text(value, key.name, words)
    known = value_text(getattr(value, main.field), key.name, words)
    titled = [
        (part, value_text(getattr(value, part.field), part.name, words))
        for part in parts_of(type(value))
        if not part.hidden
    ]
    details = ", ".join(f"{words(part.title)}: {text}" for part, text in titled if text)
    return f"{known} ({details})" if details else known
