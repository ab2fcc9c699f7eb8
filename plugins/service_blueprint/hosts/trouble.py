"""How a command ends that cannot go on."""

import click

from service_blueprint.errors import ServiceBlueprintError


class FileTroubleError(ServiceBlueprintError, click.ClickException):
    """A file or folder that cannot be had; said in one line, with the exit status of wrong use."""

    exit_code = 2
