"""Faults of names: ids, addresses of actions, phases, and what the catalog declares."""

from service_blueprint.faults.remedies import DID_YOU_MEAN, KEEP_ONE, WRITE_MEANT
from service_blueprint.problem import Kind, Severity

ID_TWICE = Kind(
    "duplicate-id.id",
    "the id {id} is given twice, first in line {line}",
    "choose another; ids of steps and actions are unique in the file",
)
PHASE_TWICE = Kind("duplicate-id.phase", "the phase {phase} is listed twice", KEEP_ONE)

# arrows
NO_NEXT = Kind(
    "dangling-reference.next",
    "the customer does nothing in any later step, so {target} leads nowhere",
    "leave 'to' out, or write 'to: []' where the way ends",
)
ENDS_AND_GOES_ON = Kind(
    "format.ends-and-goes-on",
    "the way ends here, and 'to' says that it goes on",
    "leave 'to' out, or 'ends'",
)
ARROW_TO_ITSELF = Kind("format.arrow-to-itself", "the arrow leads back to its own action", "name another action")
NAME_ITS_STEP = "name its step too, as in 'step.backstage'"
NAME_A_STEP = "name a step of this blueprint in place of {step}"
NO_SUCH_ACTION = Kind(
    "dangling-reference.action",
    "there is no action {target} for an arrow to lead to",
    "name a step, or an action as in 'step.backstage'",
    (WRITE_MEANT, NAME_ITS_STEP, DID_YOU_MEAN, NAME_A_STEP),
)
NO_ACTION_TO_LEAD_TO = Kind(
    "dangling-reference.step-without-action",
    "the step {target} has no action for an arrow to lead to",
    "name another step, or fill this one",
)
NO_SUCH_CAUSE = Kind(
    "dangling-reference.cause",
    "there is no action {target} to be the cause",
    "name a step, or an action as in 'step.backstage'",
    (DID_YOU_MEAN,),
)
ONLY = {
    "evidence": ("only {n} evidence", "only {n} evidences"),
    "customer": ("only {n} customer's action", "only {n} customer's actions"),
    "frontstage": ("only {n} front-stage action", "only {n} front-stage actions"),
    "backstage": ("only {n} back-stage action", "only {n} back-stage actions"),
    "support": ("only {n} support action", "only {n} support actions"),
}
"""What a step holds of a stage, where it holds too little of it."""
NONE = {
    "evidence": "no evidence",
    "customer": "no customer's action",
    "frontstage": "no front-stage action",
    "backstage": "no back-stage action",
    "support": "no support action",
}
"""The same where it holds nothing of it."""
OR_WRITE_IT = "name another action, or write its '{stage}'"
NOT_IN_STEP = Kind(
    "dangling-reference.action-of-step",
    "the step {step} has {held}, so {target} leads nowhere",
    "name another action",
    (OR_WRITE_IT,),
)

# phases
NO_SUCH_PHASE = Kind(
    "dangling-reference.phase",
    "the phase {phase} is not in 'phases'",
    "add it to 'phases', or name one of them",
    (DID_YOU_MEAN,),
)
PHASE_APART = Kind(
    "format.phase-apart",
    "the phase {phase} begins again here, after another",
    "put the steps of a phase side by side, or give this one a name of its own",
)
PHASE_OUT_OF_ORDER = Kind(
    "format.phase-out-of-order",
    "the phase {phase} comes before {other} in 'phases', and after it here",
    "change the order of the steps or of 'phases'",
)

# expectations
NO_SUCH_EXPECTATION = Kind(
    "dangling-reference.expectation",
    "the blueprint has no expectation {text}",
    "add it to 'expectations', or name one of them",
    (DID_YOU_MEAN,),
)

# personas
NO_SUCH_PERSONA = Kind(
    "dangling-reference.persona",
    "the blueprint has no persona {name}",
    "add it to 'persona', as in 'persona: [anna, marek]'",
    (DID_YOU_MEAN,),
)
PERSONA_TWICE = Kind("duplicate-id.persona", "the persona {name} feels twice here", KEEP_ONE)

# the catalog
NEAR_ACTOR = Kind("near-name.actor", "no actor {name} is declared", DID_YOU_MEAN, severity=Severity.WARNING)
NEAR_CHANNEL = Kind("near-name.channel", "no channel {name} is declared", DID_YOU_MEAN, severity=Severity.WARNING)
NEAR_PERSONA = Kind("near-name.persona", "no persona {name} is declared", DID_YOU_MEAN, severity=Severity.WARNING)
KIND_OF_NOBODY = Kind("format.kind-of-nobody", "'kind' says what acts, and 'by' names nobody", "write 'by'")
KIND_OTHERWISE = Kind(
    "format.kind-otherwise",
    "the catalog calls {name} a {other}, not a {kind}",
    "change 'kind' here or in the catalog, or leave it out here",
    severity=Severity.WARNING,
)
TWO_KINDS = Kind(
    "format.two-kinds",
    "{name} is a {kind} here and a {other} in line {line}",
    "give it one kind, once",
    severity=Severity.WARNING,
)
NO_ICON = Kind(
    "format.no-icon",
    "there is no icon {icon} that is one path on a grid of 24 x 24",
    "write the path of one of Material for MkDocs, as in 'material/tablet', or leave it out",
)
