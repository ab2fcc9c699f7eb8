"""The lanes of the view of the company as one: the customer with evidence, and what the customer has to do with."""

from dataclasses import replace

from service_blueprint.blueprint import Blueprint, Flow, Stage
from service_blueprint.layout.lanes import (
    Arrangement,
    Boundary,
    Entry,
    Lane,
    Link,
    by_stage,
    missing_contacts,
    spots_of,
)
from service_blueprint.words import Words


def as_one(blueprint: Blueprint, words: Words) -> Arrangement:
    """Evidence and the customer as elsewhere, and one lane for the company; its arrows are the contacts alone.

    Of the company there is what the customer sees and what an arrow joins to the customer. What goes on inside is left
    out, and so is the way from one action of the customer to the next.
    """
    customer = by_stage(blueprint, words, stages=(Stage.EVIDENCE, Stage.CUSTOMER), by_actor=True)
    contacts = [flow for flow in blueprint.flows if _is_contact(flow, blueprint)]
    touched = {end for flow in contacts for end in (flow.source, flow.target)}
    company = Lane("company", None, words("Company"))
    entries = [
        Entry(action.address, action, column, company)
        for column, step in enumerate(blueprint.steps)
        for action in step.actions
        if action.stage is Stage.FRONTSTAGE
        or (action.stage not in (Stage.EVIDENCE, Stage.CUSTOMER) and action.address in touched)
    ]
    missing = missing_contacts(blueprint)
    if not entries and not missing:
        return replace(customer, links=())
    lanes = (*customer.lanes, company)
    gaps = tuple((len(customer.lanes), column) for column in missing)
    return replace(
        customer,
        lanes=lanes,
        spots=(*customer.spots, *spots_of(entries, lanes, gaps)),
        links=tuple(Link(flow.source, flow.target, flow) for flow in contacts),
        gaps=gaps,
        lines=(Boundary.INTERACTION,),
    )


def _is_contact(flow: Flow, blueprint: Blueprint) -> bool:
    """Whether a flow joins the customer and the company."""
    stages = {blueprint.actions[end].stage for end in (flow.source, flow.target)}
    return Stage.CUSTOMER in stages and len(stages) > 1 and Stage.EVIDENCE not in stages
