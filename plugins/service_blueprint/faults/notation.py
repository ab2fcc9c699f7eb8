"""Faults of a file's bytes and of its YAML."""

from service_blueprint.faults.remedies import KEEP_ONE, PUT_QUOTES
from service_blueprint.problem import Kind, Severity

_AS_UTF_8 = "save the file as UTF-8; most editors offer it under 'Save with encoding'"

# bytes
TOO_LARGE = Kind(
    "format.file-too-large",
    "the file has {size} MiB, and at most {most} MiB is read",
    "split the blueprint; a file of sixty steps has about 0.05 MiB",
)
UTF_16 = Kind("format.utf-16", "the file is saved as UTF-16", _AS_UTF_8)
UTF_16_UNMARKED = Kind("format.utf-16-unmarked", "the file is saved as UTF-16 without a byte order mark", _AS_UTF_8)
NOT_UTF_8 = Kind("format.not-utf-8", "byte {byte} is not UTF-8", _AS_UTF_8)
UNPRINTABLE = Kind(
    "format.unprintable",
    "the character {character} cannot be printed",
    "delete it; it is invisible in most editors",
)
EMPTY_FILE = Kind("format.empty-file", "the file is empty", "begin with 'title: ...' and 'steps:'")
MORE_PROBLEMS = Kind("format.more-problems", "more problems follow", "mend those above first")

# what cannot be read as YAML
SIGN_FIRST = Kind("format.sign-first", "a text cannot begin with '{sign}'", PUT_QUOTES)
PERCENT_FIRST = Kind("format.percent-first", "a line cannot begin with '%'", "put quotes around a text that does")
OTHER_YAML = Kind("format.other-yaml", "the file says that it is of another version of YAML", "delete its '%YAML' line")
OPEN_LIST = Kind(
    "format.open-list",
    "the list that begins in line {line} has no ',' or ']' here",
    "add it, or put quotes around a text with brackets in it",
)
OPEN_MAPPING = Kind(
    "format.open-mapping",
    "the mapping that begins in line {line} has no ',' or '}}' here",
    "add it, or put quotes around a text with ': ' or brackets in it",
)
GAP = Kind(
    "format.gap",
    "something is missing between brackets here",
    "add it; to a text that begins with a bracket, add quotes",
)
OPEN_QUOTATION = Kind(
    "format.open-quotation",
    "the quotation mark here has no closing one",
    "add it; inside '...' write an apostrophe twice",
)
UNKNOWN_ESCAPE = Kind(
    "format.unknown-escape",
    "this begins no escape that YAML knows",
    "write '\\\\' for a backslash, or put the text between apostrophes",
)
TEXT_AFTER_BAR = Kind(
    "format.text-after-bar",
    "nothing can follow '|' or '>' on its line",
    "begin the text in the next line, indented; put quotes around a text that begins with such a sign",
)
LIST_IN_LINE = Kind(
    "format.list-in-line",
    "no list can begin in this line",
    "begin it in the next line, or put quotes around a text that begins with '- '",
)
NEITHER_KEY_NOR_ENTRY = Kind(
    "format.neither-key-nor-entry",
    "this line is neither 'key: value' nor a list's '- '",
    "add the ':' and a blank, or indent the line under the text that it belongs to",
)
MISFIT = Kind(
    "format.misfit",
    "this line fits neither the lines above nor their indentation",
    "indent it as its neighbours are",
)
AFTER_THE_END = Kind("format.after-the-end", "the file goes on after its end", "delete the line '...' above")
TEXT_AFTER_QUOTATION = Kind(
    "format.text-after-quotation",
    "text goes on here after a closing quotation mark or bracket",
    "put quotes around the whole text; inside '...' write an apostrophe twice",
)
SECOND_COLON = Kind(
    "format.second-colon", "a second ': ' stands in this line", "put quotes around a text with ': ' in it"
)
GLUED_COLON = Kind("format.glued-colon", "there is no blank after the ':' here", "write 'key: value'")
TAB = Kind("format.tab", "a tab stands where YAML wants blanks", "indent with blanks")
NO_YAML = Kind(
    "format.no-yaml",
    "this cannot be read as YAML",
    "check the indentation, and put quotes around texts with signs in them",
)

# what YAML has, and a blueprint has not
SECOND_DOCUMENT = Kind("format.second-document", "a second document begins here", "put it into a file of its own")
UNUSED_ANCHOR = Kind(
    "format.unused-anchor",
    "{anchor} names a value that nothing repeats, and is not shown",
    "put quotes around a text that begins with '&', or delete the name",
    severity=Severity.WARNING,
)
UNKNOWN_ALIAS = Kind(
    "format.unknown-alias",
    "{alias} repeats the value named {anchor}, and there is none above",
    "put quotes around a text that begins with '*'",
)
ALIAS_IN_ITSELF = Kind(
    "format.alias-in-itself", "{alias} stands inside the value that it repeats", "write the value out"
)
TOO_MANY_VALUES = Kind(
    "format.too-many-values",
    "the file has more than {most} values, those repeated by aliases (*) included",
    "write fewer",
)
TOO_MANY_CHARACTERS = Kind(
    "format.too-many-characters",
    "the file's values have more than {most} characters, those of aliases (*) included",
    "write less, or split the file",
)
TOO_DEEP = Kind(
    "format.too-deep",
    "values are nested more than {most} deep here",
    "write them less deep; a blueprint needs ten levels",
)
KEY_NO_TEXT = Kind(
    "format.key-no-text",
    "a list or mapping stands where a key should",
    "put quotes around a text that begins with '[' or '{{'",
)
KEY_TWICE = Kind("format.key-twice", "the key {key} is there twice, first in line {line}", KEEP_ONE)
UNKNOWN_TAG = Kind(
    "format.unknown-tag",
    "the tag {tag} means nothing here",
    "delete it, or put quotes around a text that begins with '!'",
)
