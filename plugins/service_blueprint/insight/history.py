"""What earlier versions of a folder of blueprints tell about this one: how long each stands so, and what is gone.

A blueprint is known across versions by its id, and by the ids that it had before (``formerly``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from service_blueprint.blueprint import Blueprint
from service_blueprint.insight.changes import Comparison
from service_blueprint.insight.comparison import compare
from service_blueprint.insight.matching import match_steps
from service_blueprint.problem import Problem


@dataclass(frozen=True, slots=True)
class Version:
    """The blueprints of one version, by id.

    ``unread`` are the ids of those that it has but that nobody can read. ``folder`` is that of its site, beside those
    of the other versions; "" where none is known.
    """

    name: str
    blueprints: Mapping[str, Blueprint] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    folder: str = ""

    def without(self, ids: frozenset[str]) -> "Version":
        """The same without the blueprints that have these ids."""
        left = {id: blueprint for id, blueprint in self.blueprints.items() if id not in ids}
        return replace(self, blueprints=left, unread=self.unread - ids)


@dataclass(frozen=True, slots=True)
class History:
    """All versions before the one that is being built, the oldest first.

    ``problems`` say what of them nobody can read. One is an error where the pages would tell readers something wrong.
    """

    versions: tuple[Version, ...] = ()
    problems: tuple[Problem, ...] = ()

    def without(self, ids: frozenset[str]) -> "History":
        """The same as if no version had ever had blueprints with these ids."""
        return replace(self, versions=tuple(version.without(ids) for version in self.versions))


@dataclass(frozen=True, slots=True)
class Standing:
    """Since when a blueprint stands as it does now.

    ``since`` is the earliest version of the unbroken run in which nothing differs from now; "" where no version with
    a name has it so yet. ``before`` is the version in which it was different, and ``comparison`` tells what changed
    then; "" and None where there is no such version, because it was new in ``since``.
    """

    since: str
    before: str = ""
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """A blueprint that is gone. ``title`` is the last one that it had under ``id``, or where no version has it under
    that id, the one that it had under its next.

    ``last`` is the last version that has it, ``last_id`` its id there, which differs where it was renamed before it
    went. ``since`` is the first version without it. ``successor`` is the id of a blueprint of now that once said that
    it was this one, though it no longer does; else "". ``language`` is the last one that it named, "" where it named
    none.
    """

    id: str
    title: str
    last: str
    last_id: str
    since: str
    successor: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class RemovedStep:
    """A step that is gone: its id and heading in ``last``, the last version that has it.

    ``blueprint`` is the id that its blueprint had there. ``successor`` is the id of the step that it has become, where
    one says nearly the same; else "".
    """

    id: str
    heading: str
    last: str
    blueprint: str
    successor: str = ""


@dataclass(frozen=True, slots=True)
class BlueprintChange:
    """A blueprint of now beside the same one of the version before; without one there, ``comparison.before`` is None.

    ``unread`` says that the version before has it, but that nobody can read it there.
    """

    blueprint: Blueprint
    comparison: Comparison
    unread: bool = False

    @property
    def moved_from(self) -> str:
        """The id that it had before, where it had another one."""
        before = self.comparison.before
        return before.id if before and before.id != self.blueprint.id else ""


def standing(history: History, blueprint: Blueprint, version: str) -> Standing:
    """Since when ``blueprint``, which belongs to the version being built, stands so; ``version`` is that one's name.

    A version in which nobody can read it is passed over. One that does not have it at all ends the run.
    """
    now, since = blueprint, version
    for name, before in _run(history, blueprint):
        if before is not now and before != now:
            comparison = compare(before, now)
            if comparison.changes:
                return Standing(since, name, comparison)
        now, since = before, name
    return Standing(since)


def removed(history: History, current: Version) -> tuple[Removed, ...]:
    """Every id of an earlier version that now belongs to no blueprint, in order; ``current`` is the one being built.

    Ids that a version knows as former ones alone are among them, for there they led on to a blueprint. An id that a
    blueprint of now names under ``formerly`` is not gone but moved, and one whose blueprint nobody can read now is not
    known to be gone.
    """
    versions = (*history.versions, current)
    last: dict[str, int] = {}
    known: dict[str, Blueprint] = {}
    heirs: dict[str, str] = {}
    claims: dict[str, tuple[int, Blueprint]] = {}
    for number, version in enumerate(versions):
        last |= dict.fromkeys((*version.blueprints, *version.unread), number)
        known |= version.blueprints
        for blueprint in version.blueprints.values():
            heirs |= dict.fromkeys(blueprint.formerly, blueprint.id)
            claims |= dict.fromkeys(blueprint.formerly, (number, blueprint))
    for former, (number, blueprint) in claims.items():
        if former not in last:  # a blueprint renamed before the first version
            last[former], known[former] = number, blueprint
    moved = {former for blueprint in current.blueprints.values() for former in blueprint.formerly}
    found = []
    for id in sorted(last.keys() - current.blueprints.keys() - current.unread - moved):
        heir = _heir(id, heirs)
        if heir in current.unread:
            continue
        successor = heir if heir in current.blueprints else ""
        gone = last[id if successor else heir]
        before = known.get(id if successor else heir)
        found.append(
            Removed(
                id,
                known[id].title if id in known else id,
                versions[gone].name,
                before.id if before else heir,
                versions[gone + 1].name,
                successor,
                before.language if before else "",
            )
        )
    return tuple(found)


def kin(gone: Removed, history: History, current: Version) -> tuple[Blueprint, ...]:
    """The blueprints of now that may be meant by one that is gone, the surest first.

    That is its successor, then those that were a variant of it or of which it was one, then those that have its title.
    """
    last = next((version for version in history.versions if version.name == gone.last), Version(""))
    before = last.blueprints.get(gone.last_id)

    def is_variant(blueprint: Blueprint) -> bool:
        then = last.blueprints.get(blueprint.id)
        own = {blueprint.variant_of, then.variant_of if then else ""}
        return gone.last_id in own or bool(before and before.variant_of == blueprint.id)

    surest = (
        lambda blueprint: blueprint.id == gone.successor,
        is_variant,
        lambda blueprint: bool(before and before.title == blueprint.title),
    )
    found = [each for is_kin in surest for each in current.blueprints.values() if is_kin(each)]
    return tuple({each.id: each for each in found}.values())


def removed_steps(history: History, blueprint: Blueprint) -> tuple[RemovedStep, ...]:
    """Every step that some earlier version has and ``blueprint`` has not, those that went last first."""
    found: dict[str, RemovedStep] = {}
    seen: list[Blueprint] = []
    for name, before in _earlier(history, blueprint):
        if before is None or any(before is other for other in seen):
            continue
        seen.append(before)
        gone = [step for step in before.steps if step.id not in blueprint.steps_by_id and step.id not in found]
        if gone:
            pairs = match_steps(before, blueprint)
            heirs = {pair.before.id: pair.after.id for pair in pairs if pair.before and pair.after}
            found |= {
                step.id: RemovedStep(step.id, step.heading, name, before.id, heirs.get(step.id, "")) for step in gone
            }
    return tuple(found.values())


def changes_since(version: Version, current: Version) -> tuple[BlueprintChange, ...]:
    """Every blueprint of now beside the same one in an earlier version, in the order of ``current``."""
    found = []
    for blueprint in current.blueprints.values():
        names = (blueprint.id, *blueprint.formerly)
        before = _in(version, names)
        same = before is blueprint
        comparison = Comparison(before, blueprint) if same else compare(before, blueprint)
        found.append(BlueprintChange(blueprint, comparison, before is None and not version.unread.isdisjoint(names)))
    return tuple(found)


def _run(history: History, blueprint: Blueprint) -> Iterator[tuple[str, Blueprint]]:
    """The same blueprint in the versions before, the newest first, as far back as each has it."""
    for name, before in _earlier(history, blueprint):
        if before is None:
            return
        yield name, before


def _earlier(history: History, blueprint: Blueprint) -> Iterator[tuple[str, Blueprint | None]]:
    """The same blueprint in every version before, the newest first: None in one that has none.

    A version in which nobody can read it is left out. Ids of one version lead on to those of the version before it.
    """
    names = (blueprint.id, *blueprint.formerly)
    for version in reversed(history.versions):
        before = _in(version, names)
        if before:
            names = tuple(dict.fromkeys((before.id, *before.formerly, *names)))
        if before or version.unread.isdisjoint(names):
            yield version.name, before


def _in(version: Version, names: tuple[str, ...]) -> Blueprint | None:
    """The blueprint with the first of the ids that a version knows."""
    return next((version.blueprints[name] for name in names if name in version.blueprints), None)


def _heir(id: str, heirs: Mapping[str, str]) -> str:
    """The id at the end of a chain of renamings; the id itself where there is none."""
    seen = {id}
    while (following := heirs.get(id)) and following not in seen:
        seen.add(following)
        id = following
    return id
