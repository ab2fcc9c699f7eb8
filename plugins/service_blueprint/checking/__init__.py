"""Rules: a blueprint -> what is doubtful or wrong in it, though it could be read.

``rules/`` holds the rules by topic, ``registry`` lists them all, ``check`` runs those that somebody chose.
"""

from service_blueprint.checking.check import check
from service_blueprint.checking.choice import Choice, no_such_rule
from service_blueprint.checking.registry import RULES, RULES_BY_ID
from service_blueprint.checking.rule import Rule

__all__ = ["RULES", "RULES_BY_ID", "Choice", "Rule", "check", "no_such_rule"]
