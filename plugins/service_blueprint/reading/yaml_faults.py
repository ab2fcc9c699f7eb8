"""What YAML's parser says -> what an author can do about it."""

import yaml

from service_blueprint.problem import Place, Problem

_QUOTES = "put quotes around the text"


def explain(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The parser's ``error`` about ``text`` as a fault with its place and a remedy."""
    said = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem(Place(path), "the file cannot be read as YAML", "check its beginning")
    place = Place(path, mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    rest = line[mark.column :]
    context = str(getattr(error, "context", "") or "")
    opened = getattr(error, "context_mark", None)
    begun = f", opened in line {opened.line + 1}," if opened and opened.line != mark.line else ""

    if "\t" in line[: mark.column + 1] or rest.startswith("\t"):
        column = line.index("\t") + 1
        return Problem(Place(path, place.line, column), "a tab stands where YAML wants spaces", "indent with spaces")
    if "mapping values are not allowed" in said:
        return Problem(
            place,
            "a ':' followed by a blank begins a value, and none can stand here",
            f"{_QUOTES}, or check the indentation",
        )
    if "cannot start any token" in said and rest:
        return Problem(place, f"a text cannot begin with '{rest[0]}' in YAML", f"{_QUOTES}: '{_shortened(rest)}'")
    if "flow" in context and ("expected ',' or" in said or "expected node content" in said):
        bracket = "]" if "sequence" in context else "}"
        return Problem(
            place,
            f"the list or mapping{begun} lacks a comma or its closing '{bracket}'",
            f"add it, or {_QUOTES} that has brackets or commas",
        )
    if "quoted scalar" in context:
        if "end of stream" in said or "document indicator" in said:
            where = Place(path, opened.line + 1, opened.column + 1) if opened else place
            return Problem(
                where,
                "the text begun with this quotation mark never ends",
                "add the closing quotation mark; inside '...' write an apostrophe twice",
            )
        return Problem(
            place,
            "after '\\' stands no escape that YAML knows",
            "write '\\\\' for a backslash, or use '...' instead of \"...\"",
        )
    if "block scalar" in context:
        return Problem(
            place,
            "the text block after '|' or '>' is not indented as YAML wants",
            "indent all its lines alike, with nothing after '|' on its own line",
        )
    if "simple key" in said or "simple key" in context or "could not find expected ':'" in said:
        where = Place(path, opened.line + 1, opened.column + 1) if opened else place
        return Problem(where, "this line has no ':' after its key", f"write 'key: value'; {_QUOTES} of several lines")
    if "block mapping" in context or "block collection" in context or "block sequence" in context:
        return Problem(
            place,
            "this line does not fit the indentation of the lines above",
            f"indent it as its neighbours are; {_QUOTES} that goes on after a closing quotation mark",
        )
    if "block sequence entries are not allowed" in said:
        return Problem(place, "a list item '-' cannot stand here", "put it on a line of its own")
    if "anchor" in context or "alias" in context:
        return Problem(place, "a text cannot begin with '&' or '*' in YAML", _QUOTES)
    if "duplicate anchor" in said:
        return Problem(place, "the same '&' name is given twice", "give each its own")
    if "tag" in context or "tag" in said:
        return Problem(place, "a text cannot begin with '!' in YAML", _QUOTES)
    if "directive" in context or "directive" in said:
        return Problem(place, "a line cannot begin with '%' in YAML", _QUOTES)
    if "document start" in said:
        return Problem(place, "the file goes on after its end", "check the indentation of this line")
    return Problem(place, f"this cannot be read as YAML ({said})", f"check the indentation, or {_QUOTES}")


def _shortened(text: str) -> str:
    word = text.strip()
    return word if len(word) <= 40 else word[:39] + "…"
