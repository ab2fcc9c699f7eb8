"""Blueprints made up for tests: valid documents as authored, plain dicts ready for YAML.

``random_blueprint`` makes the same document from the same numbers on every machine, for benchmarks and the drawing's
gates. ``authored`` is the same as a Hypothesis strategy.
"""

from random import Random
from typing import Any

from hypothesis import strategies as st

STAGES = ("frontstage", "backstage", "support")
ORDERS = ("in-turn", "together", "one-of")

TEXTS = (
    "Asks",
    "Orders",
    "Looks up the order and its history",
    "Sends the request",
    "Confirms the request and the due date by e-mail",
    "Checks whether the return is eligible and still within the window that the policy allows for this kind of goods",
    "Approves & reserves a machine",
    'Says "yes" or <no>, if x < 3 && y > 2 ]]>',
    "1st line: answers 3 of 4 calls",
    "Zażółć gęślą jaźń, wypełnia formularz",
    "Megkérdezi, hol tart az igénylés",
    "Értékesítésösztönzésfejlesztési-munkacsoport jóváhagyja",
    "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung",
    "Παραλαμβάνει το δέμα",
    "Оформляет возврат товара",
    "在线提交申请并等待确认",
    "注文内容を確認して発送します",
    "يرسل الطلب وينتظر",
    "שולח את הבקשה ומחכה",
    "Pays 💳 and leaves 👩‍👩‍👧 happy 🎉",
    "-",
    "#1",
)
ACTORS = (
    "Service Desk",
    "Portal",
    "Hardware team",
    "Software team",
    "Asset database",
    "Order management",
    "Warehouse",
    "Carrier",
    "Payment provider",
    "Dział Obsługi Klienta",
    "Ügyfélszolgálat",
    "Registration authority of the Republic",
)
CHANNELS = ("web", "app", "e-mail", "phone", "chat", "sms", "in-person", "letter", "parcel", "video", "Fax")
PERSONAS = ("Anna", "Marek", "Zsófia Kovács-Nagy of the second floor", "アンナ", "سارة", "E")
DURATIONS = (
    "30 s",
    "5 min",
    "2 h",
    "~3 d",
    "1.5 wk",
    "1 h 30 min",
    "1 d..5 d",
    "1 d..2 d..5 d",
    "5 wd",
    "3 mo",
    "2 hours",
)
FORMER_IDS = ("old", "hr/old_2.0", ["old"], ["old", "hr/laptop-request"])
WORK = {
    "needs": ("Order", ["Order", "Packing slip"]),
    "makes": ("Packing slip", list(TEXTS[:3])),
    "repeats": TEXTS[:4],
    "temporary": TEXTS[:4],
    "calls": ("insurance/manual-check",),
}
LABELS = ("Yes", "No", "Accepted", "Sent back with a long reason", "Odrzucono", "50 %")


def random_blueprint(seed: int, steps: int = 8, lanes: int = 4) -> dict[str, Any]:
    """A valid document of ``steps`` steps (at least 1) whose actions are done by ``lanes`` actors (1 to 12).

    Every actor belongs to one stage, so that the ``actors`` view has ``lanes`` lanes beside the customer's and the
    evidence's. Arrows lead from anywhere to anywhere but to evidence and to the action itself.
    """
    random = Random(seed)
    names = random.sample(ACTORS, lanes)
    stage_of = {name: STAGES[index % 3] if index < 3 else random.choice(STAGES) for index, name in enumerate(names)}
    made = [_step(random, number, stage_of) for number in range(1, steps + 1)]
    _act_once_at_least(random, made, stage_of)
    explicit = random.random() < 0.1
    _connect(random, made, density=0.5 if explicit else 0.25)
    document: dict[str, Any] = {"title": f"Blueprint {seed}: {random.choice(TEXTS)}"}
    if random.random() < 0.5:
        document["customer"] = random.choice(("Employee", "Klient", "Vevő", "お客様"))
    if explicit:
        document["flow"] = "explicit"
    if steps > 2 and random.random() < 0.6:
        _give_phases(random, document, made)
    _give_people(Random(f"people of {seed}"), document, made)
    if random.random() < 0.2:
        document["formerly"] = random.choice(FORMER_IDS)
    _tell_how_work_goes_on(Random(seed + 1), made)
    _say_orders(random, made)
    document["steps"] = made
    return document


def authored(max_steps: int = 60, max_lanes: int = 12) -> st.SearchStrategy[dict[str, Any]]:
    """Valid documents of 1 to ``max_steps`` steps and 1 to ``max_lanes`` actors.

    A seed is drawn rather than each word: sixty steps would take more choices than Hypothesis allows for one example.
    Steps and actors still shrink.
    """
    return st.builds(
        random_blueprint,
        seed=st.integers(0, 2**32 - 1),
        steps=st.integers(1, max_steps),
        lanes=st.integers(1, max_lanes),
    )


def _step(random: Random, number: int, stage_of: dict[str, str]) -> dict[str, Any]:
    step: dict[str, Any] = {"id": f"s{number}"}
    if random.random() < 0.92:
        step["customer"] = _one_or_more(random, [_action(random) for _ in range(_few(random))])
    if random.random() < 0.4:
        step["evidence"] = random.choice(TEXTS)
    for stage in STAGES:
        actors = [name for name, its_stage in stage_of.items() if its_stage == stage]
        if not actors or random.random() < 0.3:
            continue
        if random.random() < 0.08:
            step[stage] = "none"
            continue
        count = min(len(actors), _few(random)) if random.random() < 0.8 else _few(random)
        step[stage] = _one_or_more(random, [_action(random, by=random.choice(actors)) for _ in range(count)])
    if random.random() < 0.6:
        step["feeling"] = random.choice(
            (-2, -1.5, -1, 0, 0.5, 1, 2, {"customer": -1, "company": 2, "words": "Forgotten"})
        )
    if random.random() < 0.5:
        step["channel"] = random.choice(CHANNELS)
    if random.random() < 0.2:
        step["wait"] = random.choice(DURATIONS)
    if random.random() < 0.1:
        step["touchpoint"] = random.choice(("failing", "missing"))
    if random.random() < 0.15:
        step["moment-of-truth"] = True
    if random.random() < 0.2:
        step["basis"] = random.choice(("observed", "reported", "assumed"))
    for key in ("pain", "opportunity", "question"):
        if random.random() < 0.25:
            step[key] = random.choice((random.choice(TEXTS), {"text": random.choice(TEXTS), "severity": 2}))
    return step


def _action(random: Random, by: str = "") -> dict[str, Any]:
    action: dict[str, Any] = {"do": random.choice(TEXTS)}
    if by:
        action["by"] = by
        if random.random() < 0.3:
            action["time"] = random.choice(DURATIONS)
        if random.random() < 0.15:
            action["fails"] = random.choice((random.choice(TEXTS), {"what": "It is lost", "recovery": "A new one"}))
        if random.random() < 0.15:
            action["uses"] = random.choice(ACTORS)
        if random.random() < 0.1:
            action["policy"] = "Hand-over is signed"
        if random.random() < 0.1:
            action["link"] = "https://example.org/procedure"
    if random.random() < 0.1:
        action["wait"] = random.choice(DURATIONS)
        action["waits-for"] = random.choice(("one", "all"))
    return action


def _few(random: Random) -> int:
    return random.choices((1, 2, 3), weights=(80, 15, 5))[0]


def _one_or_more(random: Random, actions: list[dict[str, Any]]) -> Any:
    """The actions as an author may write them: a lone one as a mapping or a text, or a list."""
    if len(actions) > 1 or random.random() < 0.1:
        return actions
    return actions[0]["do"] if actions[0].keys() == {"do"} and random.random() < 0.7 else actions[0]


def _act_once_at_least(random: Random, steps: list[dict[str, Any]], stage_of: dict[str, str]) -> None:
    """Give every actor that acts nowhere yet an action in some step."""
    acting = {action.get("by") for step in steps for _, action in _actions(step)}
    for name, stage in stage_of.items():
        if name in acting:
            continue
        step = random.choice(steps)
        there = step.get(stage, [])
        actions = there if isinstance(there, list) else [] if there == "none" else [there]
        step[stage] = [*actions, _action(random, by=name)]


def _actions(step: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The step's actions that may have arrows, by address; texts become mappings in place."""
    found = []
    for stage in ("customer", *STAGES):
        there = step.get(stage)
        if there is None or there == "none":
            continue
        if isinstance(there, str):
            there = step[stage] = {"do": there}
        actions = there if isinstance(there, list) else [there]
        for number, action in enumerate(actions, start=1):
            address = f"{step['id']}.{stage}" + (f".{number}" if number > 1 else "")
            found.append((address, action))
    return found


def _connect(random: Random, steps: list[dict[str, Any]], density: float) -> None:
    """Give some actions an ``id``, and some a ``to``: near or far, forward or back, one or several, or none."""
    for step in steps:
        for number, (_, action) in enumerate(_actions(step)):
            if random.random() < 0.1:
                action["id"] = f"{step['id']}-a{number}"
    actions = [(action.get("id", address), action) for step in steps for address, action in _actions(step)]
    for index, (address, action) in enumerate(actions):
        if random.random() > density:
            continue
        near = actions[max(0, index - 6) : index + 10]
        others = [other for other, _ in (near if random.random() < 0.8 else actions) if other != address]
        if not others or random.random() < 0.05:
            action["to"] = []
            continue
        targets = random.sample(others, min(len(others), random.choices((1, 2, 3, 4), weights=(70, 20, 7, 3))[0]))
        if len(targets) > 1 and random.random() < 0.6:
            action["decision"] = True
            labels = random.sample(LABELS, len(targets))
            action["to"] = [{"target": target, "label": label} for target, label in zip(targets, labels, strict=True)]
        else:
            arrows = [_arrow(random, target) for target in targets]
            action["to"] = arrows[0] if len(arrows) == 1 else arrows


def _tell_how_work_goes_on(random: Random, steps: list[dict[str, Any]]) -> None:
    """Give some steps and actions what is said of work: ends, conditions, papers, deadlines, shares."""
    for step in steps:
        if random.random() < 0.1:
            step["when"] = random.choice(TEXTS)
        if random.random() < 0.1:
            step["drops-out"] = random.choice((0.12, "12.5 %"))
        for _, action in _actions(step):
            for key, values in WORK.items():
                if random.random() < 0.06:
                    action[key] = random.choice(values)
            if not action.get("to") and random.random() < 0.1:
                action["ends"] = random.choice(TEXTS)
            for arrow in action["to"] if isinstance(action.get("to"), list) else ():
                if isinstance(arrow, dict) and random.random() < 0.3:
                    arrow["after"] = random.choice(DURATIONS)
                if isinstance(arrow, dict) and action.get("decision") and random.random() < 0.3:
                    arrow["share"] = random.choice((0.2, "12.5 %"))


def _arrow(random: Random, target: str) -> Any:
    if random.random() < 0.75:
        return target
    arrow: dict[str, Any] = {"target": target}
    if random.random() < 0.7:
        arrow["label"] = random.choice(LABELS)
    if random.random() < 0.3:
        arrow["both"] = True
    return arrow


def _say_orders(random: Random, steps: list[dict[str, Any]]) -> None:
    """Say of some lists how they go, one level deep, and make some longer behind what has an address already."""
    for step in steps:
        for stage in ("evidence", "customer", *STAGES):
            there = step.get(stage)
            if there is None or there == "none" or random.random() < 0.7:
                continue
            actions = there if isinstance(there, list) else [there]
            actors = [action["by"] for action in actions if isinstance(action, dict) and "by" in action]
            for _ in range(_few(random)):
                more = _action(random, by=random.choice(actors) if actors else "")
                actions.append(more["do"] if stage == "evidence" else more)
            if len(actions) > 2 and random.random() < 0.5:
                first = random.randrange(len(actions) - 1)
                last = random.randrange(first + 1, len(actions)) + 1
                actions[first:last] = [{random.choice(ORDERS): actions[first:last]}]
            step[stage] = {random.choice(ORDERS): actions} if random.random() < 0.8 else actions


def _give_people(random: Random, document: dict[str, Any], steps: list[dict[str, Any]]) -> None:
    """Let several act, by several channels; several customers feel, phases say more, and remarks say what they are of.

    It has random numbers of its own, so that all else of a document stays as it was.
    """
    for step in steps:
        for _, action in _actions(step):
            if "by" in action and random.random() < 0.1:
                action["by"] = list(dict.fromkeys((action["by"], random.choice(ACTORS))))
            if "by" in action and random.random() < 0.05:
                action["kind"] = "system"
        if "channel" in step and random.random() < 0.15:
            step["channel"] = list(dict.fromkeys((step["channel"], random.choice(CHANNELS))))
        for key in ("pain", "opportunity", "question"):
            if key in step and "customer" in step and random.random() < 0.1:
                step[key] = {"text": random.choice(TEXTS), "source": "Interviews", "caused-by": step["id"]}
    _give_personas(random, document, steps)
    _say_more_of_phases(random, document)


def _give_personas(random: Random, document: dict[str, Any], steps: list[dict[str, Any]]) -> None:
    if random.random() < 0.8:
        return
    document["persona"] = random.sample(PERSONAS, random.randint(2, len(PERSONAS)))
    for step in steps:
        by = {
            name: random.choice((-2, -1.5, -1, 0, 0.5, 1, 2)) for name in document["persona"] if random.random() < 0.7
        }
        if by and random.random() < 0.8:
            step["feeling"] = {"by": by, **random.choice(({}, {"words": "Forgotten"}, {"customer": 1}))}


def _say_more_of_phases(random: Random, document: dict[str, Any]) -> None:
    if "phases" in document and random.random() < 0.5:
        more: dict[str, Any] = {"time": "6 wk", "goal": random.choice(TEXTS), "owner": random.choice(ACTORS)}
        document["phases"] = [{"title": title, **more} for title in document["phases"]]


def _give_phases(random: Random, document: dict[str, Any], steps: list[dict[str, Any]]) -> None:
    """Cut the steps into phases that stand side by side."""
    count = random.randint(2, min(6, len(steps)))
    cuts = sorted(random.sample(range(1, len(steps)), count - 1))
    titles = [f"{number}. {random.choice(TEXTS)}" for number in range(1, count + 1)]
    if random.random() < 0.5:
        document["phases"] = titles
    for index, step in enumerate(steps):
        step["phase"] = titles[sum(index >= cut for cut in cuts)]
