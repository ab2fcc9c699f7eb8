"""The single values of the format: texts, ids, links, dates, numbers and choices, each with its own way of reading.

The tree hands over texts as written; every type here takes such a text and says, in the author's words, what is wrong
with it. A message is the end of a sentence that begins with the key: "'severity' must be 1, 2 or 3, not '4'".
"""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, GetJsonSchemaHandler, PlainValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from service_blueprint.blanks import one_line
from service_blueprint.blueprint import LINK_SCHEMES, ActorKind, Basis, Duration, FlowMode, State, Touchpoint, View
from service_blueprint.reading.blueprint_ids import BLUEPRINT_ID, blueprint_id_like, blueprint_id_rule, is_too_long
from service_blueprint.reading.decoding import UNPRINTABLE
from service_blueprint.reading.durations import NOTATION, parse_duration
from service_blueprint.reading.limits import LINE, NAME
from service_blueprint.reading.markdown_limits import excess
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.slugs import slug
from service_blueprint.reading.tree import Bare
from service_blueprint.reading.wording import shown

ID = re.compile(r"[a-z0-9-]+")
_NUMBER = re.compile(r"[-+]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][-+]?\d{1,3})?")
_WITHOUT_HOST = ("mailto", "tel")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")


def fault(message: str, remedy: str = "") -> PydanticCustomError:
    """The fault of one value; ``message`` goes on from the key."""
    return PydanticCustomError("format", "{message}", {"message": message, "remedy": remedy})


def _text(value: Any) -> str:
    if isinstance(value, str):
        if strange := UNPRINTABLE.search(value):
            raise fault(f"has a character that cannot be printed, U+{ord(strange.group()):04X}", "leave it out")
        if value and not value.isspace():
            return value
        raise fault("is empty", "write a text")
    if value is None:
        raise fault("is empty", "write a text")
    remedy = "put quotes around a text with ': ' in it" if isinstance(value, dict) else "write one text"
    raise fault(f"must be a text, not {shown(value)}", remedy)


def _one_line(value: Any) -> str:
    text = one_line(_text(value))
    if len(text) > LINE.most:
        remedy = "put what is long into 'note' or 'summary'"
        raise fault(f"has {len(text)} characters, and {LINE.most} are the most", remedy)
    return text


def _name(value: Any) -> str:
    text = _one_line(value)
    if len(text) > NAME.most:
        remedy = "shorten it; it stands on each card and in each row that names it"
        raise fault(f"has {len(text)} characters, and {NAME.most} are the most", remedy)
    return text


def _markdown(value: Any) -> str:
    text = _text(value).strip()
    if too_much := excess(text):
        raise fault(*too_much)
    return text


def _id(value: Any) -> str:
    text = _one_line(value)
    if ID.fullmatch(text):
        return text
    raise fault(f"must be of lower-case letters a to z, digits and hyphens, not {shown(text)}", _id_like(text))


def _id_like(text: str) -> str:
    made = slug(text)
    return f"write '{made}'" if made else ""


def _blueprint_id(value: Any) -> str:
    text = _one_line(value)
    if BLUEPRINT_ID.fullmatch(text):
        return text
    remedy = f"write '{blueprint_id_like(text)}', the path of its file without the ending"
    if is_too_long(text):
        remedy = f"shorten it; {blueprint_id_rule(text)}"
    raise fault(f"must be the id of a blueprint, not {shown(text)}", remedy)


def _link(value: Any) -> str:
    text = _text(value).strip()
    if any(letter.isspace() for letter in text) or "\\" in text:
        raise fault(f"is no web address or path: {shown(text)}", "write %20 for a blank and / for a backslash")
    if scheme := _SCHEME.match(text):
        if scheme[1].lower() not in LINK_SCHEMES:
            raise fault(f"cannot begin with '{scheme[1]}:'", "write a http, https, mailto or tel address, or a path")
        try:
            whole = urlsplit(text)
        except ValueError:
            raise fault(f"is no web address: {shown(text)}", "write it as in 'https://example.org/page'") from None
        if not (whole.path if scheme[1].lower() in _WITHOUT_HOST else whole.netloc):
            raise fault(f"is no web address: {shown(text)}", "write it as in 'https://example.org/page'")
    elif text.startswith(("//", "www.")):
        raise fault(f"lacks the beginning of a web address: {shown(text)}", f"write 'https://{text.lstrip('/')}'")
    return text


def _date(value: Any) -> date:
    text = _one_line(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise fault(f"is no day of the calendar: {shown(text)}", "check its month and day") from None
    raise fault(f"must be a date, not {shown(text)}", "write year, month and day as in 2026-10-01")


def _duration(value: Any) -> Duration:
    if isinstance(value, (list, dict)) or value is None:
        raise fault(f"must be a duration, not {shown(value)}", "write it as in '5 min' or '1 h 30 min'")
    try:
        return parse_duration(_one_line(value))
    except ValueError as error:
        raise fault(f"must be a duration, not {shown(value)}", str(error)) from None


def number_in(text: str) -> int | float | None:
    """The number that ``text`` writes in decimal, or None where it writes none, or one that is infinite."""
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    if not isfinite(number):
        return None
    return int(text) if re.fullmatch(r"[-+]?\d+", text) else number


def _number(value: Any) -> int | float:
    number = number_in(value.strip()) if isinstance(value, str) else None
    if number is None:
        remedy = "write digits alone, with a point before decimals; a unit or currency has a key of its own"
        raise fault(f"must be a number, not {shown(value)}", remedy)
    return number


def _figure(value: Any) -> int | float | str:
    """A number where one was written without quotes, else a text."""
    text = _one_line(value)
    if not isinstance(value, Bare):
        return text
    if text.lower() in (".nan", "nan", ".inf", "-.inf", "+.inf", "inf", "-inf"):
        raise fault(
            f"must be a number or a text, not {shown(text)}", "leave the metric out, or put quotes around a text"
        )
    number = number_in(text)
    return text if number is None else number


def _feeling(value: Any) -> float:
    number = number_in(value.strip()) if isinstance(value, str) else None
    if number is None or not -2 <= number <= 2 or number * 2 % 1:
        raise fault(f"must be a whole or half number from -2 to 2, not {shown(value)}")
    return float(number)


def _severity(value: Any) -> int:
    if isinstance(value, str) and value.strip() in ("1", "2", "3"):
        return int(value)
    raise fault(f"must be 1 (mild), 2 or 3 (grave), not {shown(value)}")


def _flag(value: Any) -> bool:
    word = value.strip().lower() if isinstance(value, str) else ""
    if word not in (*_YES, *_NO):
        raise fault(f"must be true or false, not {shown(value)}")
    return word in _YES


def _language(value: Any) -> str:
    text = _one_line(value)
    if not _LANGUAGE.fullmatch(text):
        raise fault(f"must be a language tag, not {shown(text)}", "write it as in 'en', 'pl' or 'pt-BR'")
    return text


def _choice(words: type[StrEnum]) -> Callable[[Any], Any]:
    def choose(value: Any) -> Any:
        word = value.strip() if isinstance(value, str) else ""
        known = [each.value for each in words]
        if word in known:
            return words(word)
        meant = nearest(word, known) if word else None
        listed = f"{', '.join(known[:-1])} or {known[-1]}"
        raise fault(f"must be {listed}, not {shown(value)}", f"write '{meant}'" if meant else "")

    return choose


class Show(StrEnum):
    """What is shown of a blueprint in a page of Markdown."""

    DIAGRAM = "diagram"
    TABLE = "table"
    BOTH = "both"


class Looks:
    """What an editor is told of a value's looks: keywords of JSON Schema. Reading does not heed them.

    ``hint`` is what to say of a text that does not look so; editors show it, other validators pass over it.
    """

    def __init__(self, hint: str = "", **keywords: Any) -> None:
        self._keywords = {**keywords, "patternErrorMessage": hint} if hint else keywords

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The type's own JSON Schema with the keywords."""
        return {**handler(schema), **self._keywords}


_WEB_ADDRESS = r"https?://[^\s\\/?#][^\s\\]*"
_PATH = r"(?![A-Za-z][A-Za-z0-9+.-]*:|//|www\.)[^\s\\]+"
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

Text = Annotated[str, BeforeValidator(_one_line), Looks("write a text", pattern=r"\S")]
"""Words in one line; line breaks and runs of blanks become one blank."""

Name = Annotated[str, BeforeValidator(_name), Looks("write a text", pattern=r"\S", maxLength=NAME.most)]
"""What the catalog calls something: words in one line, fewer than a text may have."""

Markdown = Annotated[str, BeforeValidator(_markdown), Looks("write a text", pattern=r"\S")]
"""Words in Markdown, with their line breaks."""

Id = Annotated[
    str,
    BeforeValidator(_id),
    Looks("write lower-case letters a to z, digits and hyphens", pattern=f"^(?:{ID.pattern})$"),
]
BlueprintId = Annotated[
    str,
    BeforeValidator(_blueprint_id),
    Looks("write the path of the file without its ending", pattern=f"^(?:{BLUEPRINT_ID.pattern})$"),
]
Link = Annotated[
    str,
    BeforeValidator(_link),
    Looks(
        "write a http, https, mailto or tel address, or a path",
        type="string",
        pattern=rf"^(?:{_WEB_ADDRESS}|(?:mailto|tel):[^\s\\?]\S*|{_PATH})$",
    ),
]
Date = Annotated[
    date, BeforeValidator(_date), Looks("write year, month and day as in 2026-10-01", type="string", pattern=_DAY)
]
Length = Annotated[
    Duration,
    PlainValidator(_duration, json_schema_input_type=str),
    Looks("write it as in '30 s', '5 min', '2 h', '3 d', '1 wk' or '1 h 30 min'", type="string", pattern=NOTATION),
]
Number = Annotated[int | float, PlainValidator(_number, json_schema_input_type=float)]
Figure = Annotated[int | float | str, PlainValidator(_figure, json_schema_input_type=float | str)]
HalfStep = Annotated[
    float, PlainValidator(_feeling, json_schema_input_type=float), Looks(minimum=-2, maximum=2, multipleOf=0.5)
]
Rating = Annotated[int, PlainValidator(_severity, json_schema_input_type=int), Looks(enum=[1, 2, 3])]
Flag = Annotated[bool, BeforeValidator(_flag)]
Language = Annotated[
    str,
    BeforeValidator(_language),
    Looks("write it as in 'en', 'pl' or 'pt-BR'", type="string", pattern=f"^(?:{_LANGUAGE.pattern})$"),
]

StateWord = Annotated[State, BeforeValidator(_choice(State))]
TouchpointWord = Annotated[Touchpoint, BeforeValidator(_choice(Touchpoint))]
BasisWord = Annotated[Basis, BeforeValidator(_choice(Basis))]
KindWord = Annotated[ActorKind, BeforeValidator(_choice(ActorKind))]
FlowWord = Annotated[FlowMode, BeforeValidator(_choice(FlowMode))]
ViewWord = Annotated[View, BeforeValidator(_choice(View))]
ShowWord = Annotated[Show, BeforeValidator(_choice(Show))]
