"""Faults of single values. ``{subject}`` is the key, or where there is none the noun of what the value stands for."""

from service_blueprint.faults.remedies import LEAVE_OUT, MEND_LENGTH, SHORTEN, WRITE_MEANT, WRITE_TEXT
from service_blueprint.problem import Kind

# texts
EMPTY_TEXT = Kind("format.empty-text", "{subject} is empty", WRITE_TEXT)
QUOTE_COLON = "put quotes around a text with ': ' in it"
NOT_A_TEXT = Kind("format.not-a-text", "{subject} must be a text, not {found}", "write one text", (QUOTE_COLON,))
UNPRINTABLE_TEXT = Kind(
    "format.unprintable-text", "{subject} has a character that cannot be printed, {character}", LEAVE_OUT
)
INTO_A_NOTE = "put what is long into 'note' or 'summary'"
SHORTEN_NAME = "shorten it; it stands on each card and in each row that names it"
TOO_LONG = Kind(
    "format.too-long",
    "{subject} has {count} characters, and {most} are the most",
    INTO_A_NOTE,
    (SHORTEN_NAME, SHORTEN),
)

# texts in Markdown
TOO_MANY_LINES = Kind("format.too-many-lines", "{subject} has {count} lines, and {most} are the most", SHORTEN)
TOO_MANY_SIGNS = Kind("format.too-many-signs", "{subject} has {count} signs '{sign}', and {most} are the most", SHORTEN)
TOO_MUCH_EMPHASIS = Kind(
    "format.too-much-emphasis",
    "{subject} has {count} signs of emphasis in a row, and {most} are the most",
    "leave most of them out",
)
TOO_MANY_FENCES = Kind(
    "format.too-many-fences",
    "{subject} has {count} blueprint fences, and {most} are the most",
    "put them into pages of their own",
)
TOO_MANY_CELLS = Kind(
    "format.too-many-cells",
    "{subject} has {count} cells in a table, and {most} are the most",
    "make the table smaller",
)
NESTED_TOO_DEEP = Kind(
    "format.nested-too-deep",
    "{subject} has {count} lists and quotes within each other, and {most} are the most",
    "write it flatter",
)

# ids and links
NOT_AN_ID = Kind(
    "format.not-an-id",
    "{subject} must be of lower-case letters a to z, digits and hyphens, not {found}",
    "",
    (WRITE_MEANT,),
)
WRITE_PATH = "write '{meant}', the path of its file without the ending"
SHORTEN_ID = "shorten it; a name has at most {name} characters, and a whole path {path}"
NOT_A_BLUEPRINT_ID = Kind(
    "format.not-a-blueprint-id",
    "{subject} must be the id of a blueprint, not {found}",
    WRITE_PATH,
    (SHORTEN_ID,),
)
BLANK_IN_LINK = Kind(
    "format.blank-in-link",
    "{subject} is no web address or path: {found}",
    "write %20 for a blank and / for a backslash",
)
LINK_SCHEME = Kind(
    "format.link-scheme",
    "{subject} cannot begin with '{scheme}:'",
    "write a http, https, mailto or tel address, or a path",
)
NO_ADDRESS = Kind(
    "format.no-address",
    "{subject} is no web address: {found}",
    "write it as in 'https://example.org/page'",
)
ADDRESS_WITHOUT_BEGINNING = Kind(
    "format.address-without-beginning",
    "{subject} lacks the beginning of a web address: {found}",
    "write 'https://{meant}'",
)

# days and lengths of time
NOT_A_DATE = Kind(
    "format.not-a-date",
    "{subject} must be a date, not {found}",
    "write year, month and day as in 2026-10-01",
)
NO_SUCH_DAY = Kind("format.no-such-day", "{subject} is no day of the calendar: {found}", "check its month and day")
ADD_UNIT = "add the unit, as in '{written} min'; units are {units}"
ADD_UNITS = "give each end its unit: '{meant}'"
MINUTES = "write 'min' for minutes and 'mo' for months; 'm' could be either"
MEND_RANGE = "write it as in '1 d..5 d' for a range, or '1 d..2 d..5 d' with what is likely between"
TURN_ROUND = "put the least first and the most last: '{meant}'"
WORKING_DAYS = "write working days (wd) alone, or all of it in days (d); 5 wd are 7 d"
NO_UNIT = "'{unit}' is no unit; units are {units}"
NOT_A_DURATION = Kind(
    "format.not-a-duration",
    "{subject} must be a duration, not {found}",
    "write it as in '5 min' or '1 h 30 min'",
    (MEND_LENGTH, ADD_UNIT, ADD_UNITS, MINUTES, MEND_RANGE, TURN_ROUND, WORKING_DAYS, NO_UNIT),
)

# numbers and words
NOT_A_NUMBER = Kind(
    "format.not-a-number",
    "{subject} must be a number, not {found}",
    "write digits alone, with a point before decimals; a unit or currency has a key of its own",
)
NOT_A_FIGURE = Kind(
    "format.not-a-figure",
    "{subject} must be a number or a text, not {found}",
    "leave the metric out, or put quotes around a text",
)
NOT_A_SHARE = Kind(
    "format.not-a-share",
    "{subject} must be a share, not {found}",
    "write it as in '0.2' or '20 %'",
)
NO_PART_OF_ALL = Kind(
    "format.no-part-of-all",
    "{subject} is a part of all cases, from 0 to 1 or from 0 to 100 %, not {found}",
    "write it as in '0.2' or '20 %'",
    (WRITE_MEANT,),
)
NOT_A_FEELING = Kind("format.not-a-feeling", "{subject} must be a whole or half number from -2 to 2, not {found}")
NOT_A_SEVERITY = Kind("format.not-a-severity", "{subject} must be 1 (mild), 2 or 3 (grave), not {found}")
NOT_TRUE_OR_FALSE = Kind("format.not-true-or-false", "{subject} must be true or false, not {found}")
LEAVE_END_OUT = "leave it out where the way goes on"
END_WITHOUT_WORDS = Kind(
    "format.end-without-words",
    "{subject} must say in words how the way ends, not {found}",
    "write them, as in 'ends: Refused', or 'to: []' where nothing follows and there is no more to say",
    (LEAVE_END_OUT,),
)
NOT_A_LANGUAGE = Kind(
    "format.not-a-language",
    "{subject} must be a language tag, not {found}",
    "write it as in 'en', 'pl' or 'pt-BR'",
)
NOT_A_CHOICE = Kind("format.not-a-choice", "{subject} must be {words}, not {found}", "", (WRITE_MEANT,))
