"""The logger of the plugin, where MkDocs has its plugins tell what they have to say."""

import logging

from service_blueprint.hosts.names import EXTENSION

log = logging.getLogger(f"mkdocs.plugins.{EXTENSION}")
