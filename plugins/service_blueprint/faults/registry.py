"""All kinds of faults that reading and the hosts find. Those that rules find stand in ``checking/registry.py``."""

from service_blueprint.faults import amounts, blueprints, files, history, names, notation, shapes, values
from service_blueprint.problem import Kind

_MODULES = (notation, shapes, values, amounts, names, blueprints, files, history)

FAULTS: tuple[Kind, ...] = tuple(
    kind for module in _MODULES for kind in vars(module).values() if isinstance(kind, Kind)
)
"""In the order of the modules."""

PARTS: tuple[str | tuple[str, str], ...] = (
    *(shapes.A_LIST, shapes.A_MAPPING, shapes.NOTHING, shapes.THE_TEXT),
    *names.ONLY.values(),
    *names.NONE.values(),
)
"""What stands as a field in sentences; of two, the form for one thing and that for many."""
