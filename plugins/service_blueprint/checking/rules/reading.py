"""Rules whose faults are found already while a file is read, so that no blueprint, or no sound one, comes of it.

Errors among them cannot be ignored: there would be nothing to draw.
"""

from service_blueprint.checking.rule import Rule
from service_blueprint.problem import Severity

_SOUND = """\
title: Request a laptop
owner: Service Desk
steps:
  - id: ask
    customer: Asks where it is
    frontstage: {id: answer, do: Answers, to: hand-over}
  - id: hand-over
    customer: Picks it up
    frontstage: Hands it over
"""

FORMAT = Rule(
    id="format",
    severity=Severity.ERROR,
    what="""\
What is written is not the format: a key that does not exist, a value of the wrong kind, a slip in the notation
of YAML.
""",
    why="""\
A key that nobody knows is most often misspelt; read over, what it says would silently be missing from the
diagram.
""",
    mend="""\
The message says what to write. The reference of the format has every key.
""",
    bad={"laptop.yml": _SOUND.replace("customer: Asks", "custumer: Asks")},
    good={"laptop.yml": _SOUND},
)

FILE = Rule(
    id="file",
    severity=Severity.ERROR,
    what="""\
A file or folder that cannot be read: it is not there, is a folder where a file should be, or nobody may open
it.
""",
    why="""\
What cannot be read is not published, and nobody should find that out from the missing page.
""",
    mend="""\
Check the path and the permissions.
""",
)

FILE_NAME = Rule(
    id="file-name",
    severity=Severity.ERROR,
    what="""\
A name of a file that cannot be a page's address, two files with one address, a page that would stand where
another blueprint keeps its diagram alone (`laptop/embed.yml` beside `laptop.yml`), or, as a warning, an ending
other than `.yml`.
""",
    why="""\
A blueprint's address is its file's path for good, and people paste it into other documents. Blanks, capitals
and accents do not survive that everywhere.
""",
    mend="""\
Rename the file: lower-case letters a to z, digits and hyphens, ending in `.yml`. Underscores and single dots may
stand in it too, but no second ending, as in `touchpoints.csv.yml`.
""",
    bad={"Laptop Request.yml": _SOUND},
    good={"laptop-request.yml": _SOUND},
)

DUPLICATE_ID = Rule(
    id="duplicate-id",
    severity=Severity.ERROR,
    what="""\
An `id` that two steps or actions of a file have, or a phase that `phases` lists twice.
""",
    why="""\
An arrow, a link or a comparison that names it could mean either.
""",
    mend="""\
Give one of them another id, and look which of the two the arrows mean.
""",
    bad={"laptop.yml": _SOUND.replace("id: answer", "id: ask")},
    good={"laptop.yml": _SOUND},
)

DANGLING_REFERENCE = Rule(
    id="dangling-reference",
    severity=Severity.ERROR,
    what="""\
A reference to something that is not there: an arrow to a step or action that does not exist, or a phase that
`phases` does not list.
""",
    why="""\
Mostly a step was renamed or deleted, and what hung on it was forgotten.
""",
    mend="""\
Write the address that is meant; the message names the nearest one.
""",
    bad={"laptop.yml": _SOUND.replace("to: hand-over", "to: handover")},
    good={"laptop.yml": _SOUND},
)

VARIANT = Rule(
    id="variant",
    severity=Severity.ERROR,
    what="""\
A `variant-of` that names no blueprint of the folder, or blueprints that are variants of one another in a ring.
""",
    why="""\
A variant is compared with its blueprint, step by step; without one there is nothing to compare.
""",
    mend="""\
Write the id of the other blueprint: its path below the folder of blueprints, without the ending.
""",
    bad={"laptop-to-be.yml": "variant-of: lap-top\n" + _SOUND, "laptop.yml": _SOUND},
    good={"laptop-to-be.yml": "variant-of: laptop\n" + _SOUND, "laptop.yml": _SOUND},
)

FORMER_ID = Rule(
    id="former-id",
    severity=Severity.ERROR,
    what="""\
An id under `formerly` that the blueprint has still, that another blueprint has now or claims as well, or whose
address is taken by something else.
""",
    why="""\
The old address can lead to one place only, and people have pasted it into other documents.
""",
    mend="""\
Leave the id with the blueprint that its readers look for, and take it from the other.
""",
    bad={"laptop.yml": "formerly: order-laptop\n" + _SOUND, "order-laptop.yml": _SOUND},
    good={"laptop.yml": "formerly: order-laptop\n" + _SOUND},
)

NEAR_NAME = Rule(
    id="near-name",
    severity=Severity.WARNING,
    what="""\
A name in `by`, `uses`, `owner`, `channel` or `persona` that is close to an entry of the catalog, or to a
well-known channel, and is none.
""",
    why="""\
Any text is allowed there, for a first draft needs no catalog. So a slip makes a second lane beside the right
one, and splits what readers look for.
""",
    mend="""\
Write the entry's id, as the message says. If another is meant, add it to the catalog.
""",
    bad={
        "laptop.yml": _SOUND.replace("owner: Service Desk", "owner: service-dsk"),
        "_catalog.yml": "actors:\n  service-desk: {title: Service Desk, kind: team}\n",
    },
    good={
        "laptop.yml": _SOUND.replace("owner: Service Desk", "owner: service-desk"),
        "_catalog.yml": "actors:\n  service-desk: {title: Service Desk, kind: team}\n",
    },
)
