"""Which paths within a folder of blueprints are those of blueprints: every road to a folder asks here."""

from pathlib import PurePath

from service_blueprint.file_names import FILE_ENDINGS


def is_blueprint_path(inside: PurePath) -> bool:
    """Whether a path within a folder of blueprints is that of one: YAML, and no part begins with ``_`` or ``.``.

    A folder that is named as a file is not entered.
    """
    return (
        inside.suffix in FILE_ENDINGS
        and not any(map(is_left_out, inside.parts))
        and not any(folder.suffix in FILE_ENDINGS for folder in inside.parents)
    )


def is_left_out(name: str) -> bool:
    """Whether a file or folder of this name is none of the blueprints', as drafts and what is hidden are not."""
    return name.startswith(("_", "."))
