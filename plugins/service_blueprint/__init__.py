"""Service blueprints written as YAML: read, checked, laid out, drawn and published.

What Python programs may rely on is in ``__all__`` here, and on the reference page "Python"; everything else may change
at any time. It is loaded when it is first asked for, so that to import the package takes no time.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from service_blueprint.api import check, compare, draw, format, read, read_folder, read_text, table, totals
    from service_blueprint.blueprint import Blueprint, View
    from service_blueprint.errors import ServiceBlueprintError
    from service_blueprint.problem import Problem

__all__ = [
    "Blueprint",
    "Problem",
    "ServiceBlueprintError",
    "View",
    "__version__",
    "check",
    "compare",
    "draw",
    "format",
    "read",
    "read_folder",
    "read_text",
    "table",
    "totals",
]

_HOMES = {"Blueprint": "blueprint", "Problem": "problem", "ServiceBlueprintError": "errors", "View": "blueprint"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
