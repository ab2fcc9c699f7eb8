"""Every command by its name, with the first sentence of its help.

A command is the function of its name in the module of its name, which is imported when the command is called: to list
them all, or to say the version, nothing else is.
"""

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "build": "Write the pages of all blueprints as Markdown, for any site generator.",
    "check": "Say everything that is wrong or doubtful in blueprints.",
    "diff": "Tell what has changed in the service.",
    "draw": "Draw blueprints, each view into a file.",
    "format": "Bring blueprints and catalogs into their normal form.",
    "new": "Begin a blueprint from a template, or a repository for blueprints.",
    "schema": "Print the JSON Schema of blueprints, for editors.",
    "table": "Write the touchpoints of a blueprint as a table.",
}
