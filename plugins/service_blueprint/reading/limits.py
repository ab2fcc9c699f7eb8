"""How much there may be of anything: the one list for reading, the JSON Schema and the reference.

Each is far above what anybody can read on a diagram, and low enough that whatever is read is drawn and published in a
few seconds. Of a list's entries the list itself is told; of what adds up over a file, the place that has the most.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``most`` of ``what``, and ``why`` no more; ``said`` is the number as people read it."""

    what: str
    most: int
    why: str
    said: str = ""

    @property
    def shown(self) -> str:
        """The number as people read it."""
        return self.said or f"{self.most:,}"


BYTES = Limit("a file, in UTF-8", 1024 * 1024, "sixty full steps take about a twentieth of it", "1 MiB")
VALUES = Limit(
    "values of a file, those repeated by aliases counted each time", 100_000, "sixty full steps have some 4,000"
)
CHARACTERS = Limit(
    "characters of a file's values, those repeated by aliases counted each time",
    300_000,
    "sixty full steps have some 40,000; each is drawn in several views, whole and in parts",
)
DEPTH = Limit("values inside values", 32, "the format itself needs ten", "32 deep")
LINE = Limit("characters of a text; `summary` and `note` may be longer", 2000, "a card shows some 150")
NAME = Limit("characters of the title or name of what the catalog holds", 200, "it is repeated on each card")
TEXT = Limit("characters of a `summary` or `note`, which are Markdown", 10_000, "about three printed pages")
TEXT_LINES = Limit("lines of one", 500, "the same")
TEXT_SIGNS = Limit("of each of the signs `[`, `^` and `~` in one", 200, "each is looked at with all that follows it")
TEXT_RUN = Limit("signs of emphasis or code in a row in one, as in `****`", 80, "a line of them is shorter")
TEXT_CELLS = Limit("cells of a table in one, its lines times its columns", 2000, "a table of fifty lines has some 300")
TEXT_DEPTH = Limit("lists and quotes within each other in one", 16, "nobody follows more than four", "16 deep")
TEXT_FIGURES = Limit("blueprint fences in one, and in all of a blueprint together", 8, "each is laid out and drawn")
TEXT_ACTIONS = Limit("actions that the blueprint fences of one show, together", 500, "sixty full steps have some 480")
STEPS = Limit("steps of a blueprint", 500, "the longest that we know have some sixty")
CELL = Limit("actions of one stage in one step", 24, "a column of them fills a screen")
ACTIONS = Limit("actions of a blueprint", 2000, "two hundred steps of ten")
ARROWS = Limit(
    "arrows of a blueprint, named ones and those that follow from the order", 2500, "eleven in each of 200 steps"
)
ACTORS = Limit("actors of a blueprint, systems among them", 60, "each has a lane of its own")
PHASES = Limit("phases of a blueprint", 30, "each is a drawing of its own too")
PERSONAS = Limit("personas of a blueprint", 6, "each has a curve of its own, and more are not told apart")
ENTRIES = Limit("entries of any other list, such as `uses`, `fails`, `pain` or `tags`", 100, "a card grows with them")
DETAILS = Limit(
    "fail points, policies, systems used, papers, pain points, opportunities, questions and metrics of a blueprint, "
    "together",
    2000,
    "one for each action",
)
CATALOG_ENTRIES = Limit("actors, channels or personas of a catalog, each", 5000, "a large company's teams and systems")
PROBLEMS = Limit("faults told of one file", 500, "nobody reads more", "500 of a kind")
ID_NAME = Limit("characters of each name in the id of a blueprint", 200, "systems have file names of 255 bytes at most")
ID = Limit("characters of an id, its folders too", 500, "paths have some thousand at most")

MADE_BYTES = 64 * 1024**2
"""Of a file that a program has made and that is read again, in bytes; none of ours comes near."""

LIMITS = (
    BYTES,
    VALUES,
    CHARACTERS,
    DEPTH,
    LINE,
    NAME,
    TEXT,
    TEXT_LINES,
    TEXT_SIGNS,
    TEXT_RUN,
    TEXT_CELLS,
    TEXT_DEPTH,
    TEXT_FIGURES,
    TEXT_ACTIONS,
    STEPS,
    CELL,
    ACTIONS,
    ARROWS,
    ACTORS,
    PHASES,
    PERSONAS,
    ENTRIES,
    DETAILS,
    CATALOG_ENTRIES,
    PROBLEMS,
    ID_NAME,
    ID,
)
"""All of them, in the order of the reference."""
