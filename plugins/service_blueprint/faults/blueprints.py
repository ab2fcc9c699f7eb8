"""Faults between blueprints, and of pages that show blueprints or refer to them."""

from service_blueprint.faults.remedies import DID_YOU_MEAN, LEAVE_ONE_OUT, LEAVE_OUT
from service_blueprint.problem import Kind

# references by name
UNNAMED = Kind(
    "dangling-reference.unnamed",
    "no blueprint is named",
    "write the id of one, as in 'blueprint:laptop-request#hand-over'",
)
NAME_ONE_OF = "name one of the folder '{folder}'"
PUT_ITS_FILE = "put its file into the folder '{folder}', or name another folder with the option 'blueprints'"
MAKE_FOLDER = "there is no folder '{folder}'; make it, or name another with the option 'blueprints'"
NO_SUCH_BLUEPRINT = Kind(
    "dangling-reference.blueprint",
    "there is no blueprint {name}",
    NAME_ONE_OF,
    (DID_YOU_MEAN, PUT_ITS_FILE, MAKE_FOLDER),
)
NO_SUCH_STEP = Kind(
    "dangling-reference.step",
    "there is no step {step} in the blueprint '{id}'",
    "its steps are {steps}",
    (DID_YOU_MEAN,),
)
NO_PHASES = "it has no phases"
NO_SUCH_PHASE_THERE = Kind(
    "dangling-reference.phase-of-blueprint",
    "no step of the blueprint '{id}' is in a phase {phase}",
    "its phases are {phases}",
    (DID_YOU_MEAN, NO_PHASES),
)

# variants and former ids
VARIANT_OF_ITSELF = Kind("variant.itself", "the blueprint is a variant of itself", "name another blueprint")
CALLED_NOW = "it is called '{now}' now"
NO_BASE = Kind(
    "variant.missing",
    "there is no blueprint {name} to be a variant of",
    "name the id of a blueprint in this folder",
    (DID_YOU_MEAN, CALLED_NOW),
)
NO_OTHER = Kind(
    "dangling-reference.other",
    "there is no blueprint {name} for this to go on in",
    "name the id of a blueprint in this folder",
    (DID_YOU_MEAN, CALLED_NOW),
)
NAMES_ITSELF = Kind(
    "dangling-reference.itself",
    "the blueprint names itself as another one",
    "name another blueprint, or an action of this one by its address alone",
)
RING = Kind(
    "variant.ring",
    "blueprints are variants of one another: {ring}",
    "let one of them stand alone",
)
FORMER_IS_OWN = Kind(
    "former-id.own", "'{former}' is what this blueprint is called now", "name only ids that it had before"
)
FORMER_IS_ANOTHERS = Kind(
    "former-id.anothers",
    "'{former}' is what another blueprint is called now, which has the address",
    "leave it out, or rename '{path}'",
)
FORMER_TWICE = Kind("former-id.twice", "'{former}' is given twice", LEAVE_ONE_OUT)
FORMER_CLAIMED = Kind(
    "former-id.claimed",
    "'{former}' is claimed in '{path}' already, to which the address leads",
    "leave it to one of the two",
)
FORMER_KEPT = Kind("former-id.kept", "the address of '{former}' is that of the diagram alone of '{owner}'", LEAVE_OUT)
FORMER_KEEPS = Kind(
    "former-id.keeps",
    "the page of '{other}' stands where '{former}' had its diagram alone",
    "leave '{former}' out, or rename '{path}'",
)

FORMER_HAS_PAGE = Kind(
    "former-id.has-page",
    "the site has a page of its own at '{file}'",
    "move it, or take '{former}' out of 'formerly'",
)

# fences and references in pages
EMPTY_FENCE = Kind("format.empty-fence", "the blueprint fence is empty", "write the id of a blueprint into it")
OPEN_FENCE = Kind(
    "format.open-fence",
    "the blueprint fence has no end",
    "close it as it begins, and with its lines as deep",
)
TEXT_BEHIND_FENCE = Kind(
    "format.text-behind-fence",
    "'{text}' stands behind the word 'blueprint', where nothing is read",
    "write it into the fence, in a line of its own",
)
FAULTY_BLUEPRINT = Kind("format.faulty-blueprint", "the blueprint '{id}' cannot be drawn", "mend {paths}")
BEHIND_CATALOG = Kind(
    "format.behind-catalog", "the blueprint cannot be read, because the catalog has faults", "mend '{path}'"
)
STEPS_AND_PHASE = Kind("format.steps-and-phase", "both 'steps' and 'phase' are given", LEAVE_ONE_OUT)
NO_PICTURE = Kind(
    "format.no-picture",
    "a blueprint is no picture: '{source}'",
    "write a fence with the word 'blueprint' to show it",
)
KEPT_OFF = Kind(
    "dangling-reference.kept-off",
    "the blueprint '{id}' is kept off the site",
    "take the fence out, or put its page on the site",
)
PAGE_KEPT_OFF = Kind(
    "dangling-reference.page-kept-off",
    "the page of '{id}' is not on the site, so 'blueprint:{written}' leads nowhere",
    "take the reference out, or put the page on the site",
)
TOO_MANY_SHOWN = Kind(
    "format.too-many-shown",
    "the blueprint fences so far show {count} actions, and {most} are the most",
    "show fewer steps, or link to the page",
)
