"""The legend: every sign that occurs, drawn small and explained."""

from service_blueprint.blueprint import Order, Stage
from service_blueprint.drawing.brackets import bracket
from service_blueprint.drawing.cards import look_of, outline, stage_bar
from service_blueprint.drawing.experience import BELIEF_DOT, felt_dot
from service_blueprint.drawing.icons import icon_at
from service_blueprint.drawing.svg import element, group
from service_blueprint.drawing.texts import text
from service_blueprint.layout.geometry import Box, Bracket, LegendEntry
from service_blueprint.layout.signs import SIGNS_BY_ID


def legend(entries: tuple[LegendEntry, ...]) -> str:
    """Every sign that occurs, explained."""
    if not entries:
        return ""
    return group({"class": "legend"}, *(_key(entry) + text(entry.text, "legend-text") for entry in entries))


def _key(entry: LegendEntry) -> str:
    x, y = entry.at
    middle = y + 9
    match entry.sign:
        case "feeling":
            line = element("line", {"class": "feeling", "x1": x, "x2": x + 18, "y1": middle, "y2": middle})
            return line + element("circle", {"class": "dot dot-good", "cx": x + 9, "cy": middle, "r": 4.5})
        case "belief":
            line = element("line", {"class": "belief", "x1": x, "x2": x + 18, "y1": middle, "y2": middle})
            return line + element("circle", {"class": "belief-dot", "cx": x + 9, "cy": middle, "r": BELIEF_DOT})
        case "missing" | "assumed":
            look = look_of(Stage.FRONTSTAGE, missing=entry.sign == "missing", assumed=True)
            return outline(Box(x, y + 3, 18, 12), Stage.FRONTSTAGE, look)
        case "frontstage" | "backstage" | "support":
            stage, box = Stage(entry.sign), Box(x, y + 2, 18, 14)
            return outline(box, stage, look_of(stage)) + stage_bar(box, stage)
        case "decision":
            points = f"{x:g},{middle:g} {x + 4:g},{y + 3:g} {x + 14:g},{y + 3:g} {x + 18:g},{middle:g} "
            points += f"{x + 14:g},{y + 15:g} {x + 4:g},{y + 15:g}"
            return element("polygon", {"class": "outline outline-frontstage", "points": points})
        case "waits-for-all":
            bar = element(
                "rect", {"class": "waits-bar", "x": x + 2, "y": y + 5, "width": 3.5, "height": 8.0, "rx": 1.0}
            )
            return outline(Box(x, y + 3, 18, 12), Stage.BACKSTAGE, Stage.BACKSTAGE) + bar
        case "severity":
            styles = ("severity-pain", "severity-pain", "severity-none-pain")
            return "".join(
                element("circle", {"class": style, "cx": x + 3 + n * 7, "cy": middle, "r": 2.8})
                for n, style in enumerate(styles)
            )
        case "dash":
            return element("line", {"class": "dash", "x1": x + 2, "x2": x + 16, "y1": middle, "y2": middle})
        case "bracket" | "in-turn" | "together" | "one-of":
            order = None if entry.sign == "bracket" else Order(entry.sign)
            return bracket(Bracket(x + 6, ((x + 13, y + 1), (x + 13, y + 17)), order)).rstrip()
        case "moment-of-truth":
            return icon_at("moment-of-truth", (x + 1, y + 1), 16, "star")
        case curve if curve.startswith("felt-"):
            line = element("line", {"class": f"felt {curve}", "x1": x - 4, "x2": x + 22, "y1": middle, "y2": middle})
            return line + felt_dot(int(curve.removeprefix("felt-")), (x + 9, middle), "dot-good")
        case other:
            sign = SIGNS_BY_ID[other]
            return icon_at(sign.icon, (x + 1, y + 1), 16, f"icon icon-{sign.style}")
