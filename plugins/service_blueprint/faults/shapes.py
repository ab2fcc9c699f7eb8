"""Faults of a document's shape: keys, lists and mappings."""

from service_blueprint.faults.remedies import DID_YOU_MEAN, WRITE_MEANT
from service_blueprint.problem import Kind

# what is found where something else should be
A_LIST, A_MAPPING, NOTHING = "a list", "a mapping", "nothing"
THE_TEXT = "the text {text}"

BELONGS_TO = "it belongs to {home}"
BELONGS_TO_EITHER = "it belongs to {home} or {other}"
WRITE_ELSEWHERE = "write '{meant}', which belongs to {home}"
ITS_KEYS = "its keys are {keys}"
CHECK_SPELLING = "delete it, or check its spelling"
UNKNOWN_KEY = Kind(
    "format.unknown-key",
    "{key} is no key of {noun}",
    CHECK_SPELLING,
    (WRITE_MEANT, BELONGS_TO, BELONGS_TO_EITHER, WRITE_ELSEWHERE, DID_YOU_MEAN, ITS_KEYS),
)
TAKEN_FOR_KEY = Kind(
    "format.taken-for-key",
    "{key} is taken for a key",
    "put quotes around a text with a comma between {{ and }}",
)
MERGE_KEY = Kind("format.merge-key", "'<<' does not merge mappings here", "write the keys out")
MISSING_KEY = Kind("format.missing-key", "{noun} needs '{key}'", "add '{key}: ...'")
EMPTY_KEY = Kind("format.empty-key", "'{key}' is empty", "write something after it")
EMPTY_LIST = Kind("format.empty-list", "'{key}' is an empty list", "write at least one")
SPLIT = "split the blueprint"
TOO_MANY_ENTRIES = Kind(
    "format.too-many-entries", "'{key}' has more than {most} entries", "keep those that matter", (SPLIT,)
)
NOT_A_LIST = Kind(
    "format.not-a-list",
    "'{key}' must be a list, not {found}",
    "begin each entry with a hyphen and a blank",
)
NOT_NAMES = Kind("format.not-names", "'{key}' must be a mapping, not {found}", "write 'name: ...' below it for each")
NOT_A_MAPPING = Kind("format.not-a-mapping", "{noun} must be a mapping, not {found}", "write keys such as '{key}: ...'")
EMPTY_ENTRY = Kind("format.empty-entry", "{noun} is empty here", "fill it in, or delete it")

# an action's cell and arrows
EMPTY_CELL = Kind(
    "format.empty-cell",
    "{subject} is an empty list",
    "write 'none' where nothing happens, or leave the key out",
)
NONE_AMONG_ACTIONS = Kind(
    "format.none-among-actions",
    "{subject} has 'none' among its actions",
    "write 'none' alone, or leave it out of the list",
)
TOO_MANY_IN_CELL = Kind(
    "format.too-many-actions-of-a-stage",
    "{subject} has more than {most} actions, those of lists inside it included",
    "keep those that matter",
)
LIST_WITHOUT_ORDER = Kind(
    "format.list-without-order",
    "a list stands among actions here",
    "say how its actions go, as in '{{one-of: [...]}}': 'in-turn', 'together' or 'one-of'",
)
LIST_TOO_DEEP = Kind(
    "format.list-too-deep",
    "a list stands here inside a list that is inside another",
    "one level is drawn: move it out, or make it a step of its own",
)
TWO_ORDERS = Kind(
    "format.two-orders",
    "'{word}' and '{other}' stand side by side",
    "keep one; of two lists, write one among the actions of the other",
)
BESIDE_ORDER = Kind(
    "format.beside-order",
    "{key} stands beside '{word}', which is no action",
    "write it at the actions of the list, or leave it out",
)
EMPTY_TO = Kind("format.empty-to", "{subject} is empty", "write '[]' for no arrows, or leave the key out")
