"""What an author wrote as text within Markdown, on one line."""

import re


def markdown_text(text: str) -> str:
    """Text on one line, with everything escaped that Markdown would read as markup, in a table's cell too."""
    escaped = re.sub(r"([\\`*_{}\[\]|])", r"\\\1", " ".join(text.split()))
    return re.sub(r"&(?=#?\w+;)", "&amp;", escaped).replace("<", "&lt;").replace("~~", "&#126;&#126;")
