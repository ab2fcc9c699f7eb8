"""All rules. To add one, write it in a module of ``rules`` and list it here."""

from service_blueprint.checking.rule import Rule
from service_blueprint.checking.rules import (
    contact,
    decisions,
    experience,
    flows,
    joins,
    lists,
    overview,
    reading,
    shares,
    time,
    upkeep,
)
from service_blueprint.faults.registry import FAULTS
from service_blueprint.problem import Kind

RULES: tuple[Rule, ...] = (
    # what is found while a file is read
    reading.FORMAT,
    reading.FILE,
    reading.FILE_NAME,
    reading.DUPLICATE_ID,
    reading.DANGLING_REFERENCE,
    reading.VARIANT,
    reading.FORMER_ID,
    reading.NEAR_NAME,
    # whom the service is for
    overview.EMPTY_STEP,
    overview.PHASE_WITHOUT_CUSTOMER,
    contact.CUSTOMER_TOUCHES_NOTHING,
    contact.FRONTSTAGE_WITHOUT_CUSTOMER,
    contact.CUSTOMER_MEETS_BACKSTAGE,
    # arrows and ids
    decisions.DECISION_EXITS,
    shares.SHARES,
    flows.BACKWARD_ARROW,
    flows.UNREACHED,
    lists.LIST_OF_ONE,
    joins.WAITS_FOR_ONE,
    flows.MISSING_ID,
    # waits and times
    time.WAIT_WITHOUT_DURATION,
    time.TIME_OVER_ACCEPTABLE,
    # what is felt and what fails
    experience.LOW_FEELING,
    experience.PERSONA_WITHOUT_FEELING,
    experience.OPEN_FAIL_POINT,
    # keeping blueprints alive
    upkeep.MISSING_OWNER,
    upkeep.REVIEW_OVERDUE,
    upkeep.UNCHANGED_TO_BE,
    overview.TOO_MANY_STEPS,
    upkeep.UNKNOWN_RULE,
)
"""In the order of the reference."""

KINDS: tuple[Kind, ...] = (*FAULTS, *(kind for rule in RULES for kind in rule.kinds))
"""All kinds of faults and findings, each with a code of its own."""

RULES_BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}
