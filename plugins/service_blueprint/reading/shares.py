"""Shares as people write them: ``0.2`` or ``20 %``."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator

from service_blueprint.blueprint import Share
from service_blueprint.faults import values
from service_blueprint.faults.remedies import WRITE_MEANT
from service_blueprint.reading.looks import Looks
from service_blueprint.reading.wording import shown
from service_blueprint.reading.words import number_in, unfit

_SHARE = r"^(100([.,]0*)?|[0-9]{1,2}([.,][0-9]*)?|[.,][0-9]+) ?%$|^(0?[.,][0-9]+|0|1)$"


def _part(value: Any) -> Share:
    """A share as a number from 0 to 1, or in per cent."""
    text = value.strip().replace(",", ".") if isinstance(value, str) else ""
    number = number_in(text.removesuffix("%").rstrip())
    if number is None:
        raise unfit(values.NOT_A_SHARE(found=shown(value)))
    # As it was written: 7 % is 0.07, and not a little more.
    part = float(Decimal(str(number)) / 100) if text.endswith("%") else float(number)
    if 0 <= part <= 1:
        return Share(part)
    meant = f"{number} %" if 1 < number <= 100 and not text.endswith("%") else ""
    raise unfit(values.NO_PART_OF_ALL(WRITE_MEANT if meant else None, found=shown(value), meant=meant))


Part = Annotated[
    Share,
    PlainValidator(_part, json_schema_input_type=float | str),
    Looks("write it as in '0.2' or '20 %'", minimum=0, maximum=1, pattern=_SHARE),
]
"""A part of all cases."""
