"""How mike makes an alias, such as latest, and what of a version has an address under it then."""


def alias_fault(alias_type: str) -> str:
    """What is wrong with mike's option ``alias_type``, with the remedy; "" where it is right or there is no mike.

    A copy serves everything. So does a symbolic link where the host follows it, which nobody can know here. A redirect
    is a page for each page, and for nothing else.
    """
    if alias_type != "redirect":
        return ""
    what = "with mike's 'alias_type: redirect' an alias such as latest has pages alone, no pictures, tables and data"
    return f"mkdocs.yml: {what}; write 'alias_type: copy'"
