"""The root of all errors that this package raises."""

from service_blueprint.problem import Problem


class ServiceBlueprintError(Exception):
    """Something could not be done; the message says what, and mostly what to do.

    ``problems`` are the faults of the files that it was to be done with, each with its place and a remedy, in the
    order of the files; empty where it is not for a fault in a file.
    """

    problems: tuple[Problem, ...] = ()
