"""The single values of the format: texts, ids, links, dates, numbers and choices, each with its own way of reading.

The tree hands over texts as written; every type here takes such a text and says, in the author's words, what is wrong
with it. The sentence begins with the key, which only its reader knows: "'severity' must be 1, 2 or 3, not '4'".
"""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from service_blueprint.blanks import one_line
from service_blueprint.blueprint import (
    LINK_SCHEMES,
    ActorKind,
    Basis,
    Duration,
    FlowMode,
    State,
    Touchpoint,
    View,
    WaitsFor,
)
from service_blueprint.durations import NOTATION
from service_blueprint.faults import values
from service_blueprint.faults.remedies import WRITE_MEANT
from service_blueprint.message import Either
from service_blueprint.problem import Fault
from service_blueprint.reading.blueprint_ids import BLUEPRINT_ID, blueprint_id_like, is_too_long
from service_blueprint.reading.decoding import UNPRINTABLE
from service_blueprint.reading.durations import DurationError, parse_duration
from service_blueprint.reading.limits import ID as LONGEST_ID
from service_blueprint.reading.limits import ID_NAME, LINE, NAME
from service_blueprint.reading.looks import Looks
from service_blueprint.reading.markdown_limits import excess
from service_blueprint.reading.nearest import nearest
from service_blueprint.reading.slugs import slug
from service_blueprint.reading.tree import Bare
from service_blueprint.reading.wording import quoted, shown

ID = re.compile(r"[a-z0-9-]+")
_NUMBER = re.compile(r"[-+]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][-+]?\d{1,3})?")
_WITHOUT_HOST = ("mailto", "tel")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")


def unfit(fault: Fault) -> PydanticCustomError:
    """The fault of one value for pydantic, which knows where it stands; it still lacks its ``{subject}``."""
    return PydanticCustomError("format", "unfit", {"fault": fault})


def _text(value: Any) -> str:
    if isinstance(value, str):
        if strange := UNPRINTABLE.search(value):
            raise unfit(values.UNPRINTABLE_TEXT(character=f"U+{ord(strange.group()):04X}"))
        if value and not value.isspace():
            return value
        raise unfit(values.EMPTY_TEXT())
    if value is None:
        raise unfit(values.EMPTY_TEXT())
    raise unfit(values.NOT_A_TEXT(values.QUOTE_COLON if isinstance(value, dict) else None, found=shown(value)))


def _one_line(value: Any) -> str:
    text = one_line(_text(value))
    if len(text) > LINE.most:
        raise unfit(values.TOO_LONG(count=len(text), most=LINE.most))
    return text


def _end(value: Any) -> str:
    text = _one_line(value)
    if isinstance(value, Bare) and text.lower() in (*_YES, *_NO):
        raise unfit(values.END_WITHOUT_WORDS(values.LEAVE_END_OUT if text.lower() in _NO else None, found=quoted(text)))
    return text


def _name(value: Any) -> str:
    text = _one_line(value)
    if len(text) > NAME.most:
        raise unfit(values.TOO_LONG(values.SHORTEN_NAME, count=len(text), most=NAME.most))
    return text


def _markdown(value: Any) -> str:
    text = _text(value).strip()
    if too_much := excess(text):
        raise unfit(too_much)
    return text


def _id(value: Any) -> str:
    text = _one_line(value)
    if ID.fullmatch(text):
        return text
    made = slug(text)
    raise unfit(values.NOT_AN_ID(WRITE_MEANT if made else None, found=quoted(text), meant=made))


def _blueprint_id(value: Any) -> str:
    text = _one_line(value)
    if BLUEPRINT_ID.fullmatch(text):
        return text
    if is_too_long(text):
        longest = {"name": ID_NAME.most, "path": LONGEST_ID.most}
        raise unfit(values.NOT_A_BLUEPRINT_ID(values.SHORTEN_ID, found=quoted(text), **longest))
    raise unfit(values.NOT_A_BLUEPRINT_ID(found=quoted(text), meant=blueprint_id_like(text)))


def _link(value: Any) -> str:
    text = _text(value).strip()
    if any(letter.isspace() for letter in text) or "\\" in text:
        raise unfit(values.BLANK_IN_LINK(found=quoted(text)))
    if scheme := _SCHEME.match(text):
        if scheme[1].lower() not in LINK_SCHEMES:
            raise unfit(values.LINK_SCHEME(scheme=scheme[1]))
        try:
            whole = urlsplit(text)
        except ValueError:
            raise unfit(values.NO_ADDRESS(found=quoted(text))) from None
        if not (whole.path if scheme[1].lower() in _WITHOUT_HOST else whole.netloc):
            raise unfit(values.NO_ADDRESS(found=quoted(text)))
    elif text.startswith(("//", "www.")):
        raise unfit(values.ADDRESS_WITHOUT_BEGINNING(found=quoted(text), meant=text.lstrip("/")))
    return text


def _date(value: Any) -> date:
    text = _one_line(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise unfit(values.NO_SUCH_DAY(found=quoted(text))) from None
    raise unfit(values.NOT_A_DATE(found=quoted(text)))


def _duration(value: Any) -> Duration:
    if isinstance(value, (list, dict)) or value is None:
        raise unfit(values.NOT_A_DURATION(found=shown(value)))
    try:
        return parse_duration(_one_line(value))
    except DurationError as error:
        remedy = error.remedy
        raise unfit(values.NOT_A_DURATION(remedy.text, found=shown(value), **dict(remedy.fields))) from None


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
        raise unfit(values.NOT_A_NUMBER(found=shown(value)))
    return number


def _figure(value: Any) -> int | float | str:
    """A number where one was written without quotes, else a text."""
    text = _one_line(value)
    if not isinstance(value, Bare):
        return text
    if text.lower() in (".nan", "nan", ".inf", "-.inf", "+.inf", "inf", "-inf"):
        raise unfit(values.NOT_A_FIGURE(found=quoted(text)))
    number = number_in(text)
    return text if number is None else number


def _feeling(value: Any) -> float:
    number = number_in(value.strip()) if isinstance(value, str) else None
    if number is None or not -2 <= number <= 2 or number * 2 % 1:
        raise unfit(values.NOT_A_FEELING(found=shown(value)))
    return float(number)


def _severity(value: Any) -> int:
    if isinstance(value, str) and value.strip() in ("1", "2", "3"):
        return int(value)
    raise unfit(values.NOT_A_SEVERITY(found=shown(value)))


def _flag(value: Any) -> bool:
    word = value.strip().lower() if isinstance(value, str) else ""
    if word not in (*_YES, *_NO):
        raise unfit(values.NOT_TRUE_OR_FALSE(found=shown(value)))
    return word in _YES


def _language(value: Any) -> str:
    text = _one_line(value)
    if not _LANGUAGE.fullmatch(text):
        raise unfit(values.NOT_A_LANGUAGE(found=quoted(text)))
    return text


def _choice(words: type[StrEnum]) -> Callable[[Any], Any]:
    def choose(value: Any) -> Any:
        word = value.strip() if isinstance(value, str) else ""
        known = [each.value for each in words]
        if word in known:
            return words(word)
        meant = nearest(word, known) if word else None
        remedy = WRITE_MEANT if meant else None
        raise unfit(values.NOT_A_CHOICE(remedy, words=Either(tuple(known)), found=shown(value), meant=meant or ""))

    return choose


class Show(StrEnum):
    """What is shown of a blueprint in a page of Markdown."""

    DIAGRAM = "diagram"
    TABLE = "table"
    BOTH = "both"


_WEB_ADDRESS = r"https?://[^\s\\/?#][^\s\\]*"
_PATH = r"(?![A-Za-z][A-Za-z0-9+.-]*:|//|www\.)[^\s\\]+"
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

Text = Annotated[str, BeforeValidator(_one_line), Looks("write a text", pattern=r"\S")]
"""Words in one line; line breaks and runs of blanks become one blank."""

EndWords = Annotated[str, BeforeValidator(_end), Looks("write a text", pattern=r"\S")]
"""How a way ends, in words; that it ends is no news without them."""

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
WaitsForWord = Annotated[WaitsFor, BeforeValidator(_choice(WaitsFor))]
ViewWord = Annotated[View, BeforeValidator(_choice(View))]
ShowWord = Annotated[Show, BeforeValidator(_choice(Show))]
