"""What files are called in a folder of blueprints, and that folder itself, on the disk as on the site."""

FOLDER = "blueprints"
"""The folder that blueprints are kept in unless somebody says otherwise."""

FILE_ENDINGS = (".yml", ".yaml")
"""How the names of files end that hold a blueprint; the first is the one to write."""

CATALOG, MISNAMED_CATALOG = (f"_catalog{ending}" for ending in FILE_ENDINGS)
"""The file that holds what the blueprints of a folder share, and the one that is taken for it by mistake."""

SCHEMA, CATALOG_SCHEMA = "_schema.json", "_catalog.schema.json"
"""What editors learn from."""
