"""Faults of what adds up over a file: more of something than is drawn."""

from service_blueprint.problem import Kind

TOO_MANY_ACTIONS = Kind(
    "format.too-many-actions",
    "the blueprint has {count} actions, and {most} are the most; the step {step} has {own} of them",
    "split the blueprint, or join actions that belong together",
)
TOO_MANY_PHASES = Kind(
    "format.too-many-phases",
    "the steps have {count} phases, and {most} are the most",
    "give several steps one phase",
)
TOO_MANY_DETAILS = Kind(
    "format.too-many-details",
    "the blueprint has {count} fail points, policies, systems used, papers, pain points, opportunities, questions and "
    "metrics, and {most} are the most; this step has {own} of them",
    "keep those that matter, or split the blueprint",
)
TOO_MANY_FIGURES = Kind(
    "format.too-many-figures",
    "the texts under 'summary' and 'note' have {count} blueprint fences, and {most} are the most",
    "put them into pages of their own",
)
TOO_MANY_ACTORS = Kind(
    "format.too-many-actors",
    "the actions have {count} actors and systems, and {most} are the most",
    "name teams in place of people, or split the blueprint",
)
TOO_MANY_ARROWS = Kind(
    "format.too-many-arrows",
    "the blueprint has {count} arrows, and {most} are the most; {own} leave the step {step}",
    "name those that matter, or split the blueprint",
)
