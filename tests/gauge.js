// Measures the one drawing of a page from what the browser paints. Gives the faults of each hard gate, each said in
// words, and the soft figures. All lengths are CSS pixels with the drawing at its natural size.

const STEP = 3; // px between two samples of a flow

export function gauge(svg) {
  const { width, height } = svg.viewBox.baseVal;
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  svg.style.cssText = "display: block; max-width: none";

  const frame = boxOf(svg);
  const cards = [...svg.querySelectorAll(".card")].map(readCard);
  const flows = [...svg.querySelectorAll("path.flow")].map(readFlow);
  const texts = [...svg.querySelectorAll("text")].map(readText).filter((text) => text.box.right > text.box.left);

  return {
    cards: cards.length,
    flows: flows.length,
    texts: texts.length,
    width,
    height,
    smallest_font: Math.min(...texts.map((text) => text.fontSize)),
    flow_length: flows.reduce((sum, flow) => sum + flow.length, 0),
    bends: flows.reduce((sum, flow) => sum + Math.max(0, flow.runs.length - 1), 0),
    crossings: pairs(flows).reduce((sum, [a, b]) => sum + crossings(a, b), 0),
    faults: {
      card_overlaps: pairs(cards)
        .filter(([a, b]) => meet(a.box, b.box, 1))
        .map(([a, b]) => `${a.name} and ${b.name}`),
      through_cards: flows.flatMap((flow) => throughCards(flow, cards)),
      shared_lines: pairs(flows)
        .filter(([a, b]) => !mayMerge(a, b) && sharedLength(a, b) > 6)
        .map(([a, b]) => `${a.name} and ${b.name}`),
      lost_ends: flows.flatMap((flow) => lostEnds(flow, cards)),
      text_overflows: texts
        .filter((text) => text.card && !within(text.box, outlineBox(text.card), 1, 2))
        .map((text) => text.name),
      text_collisions: collisions(texts, cards),
      lines_over_text: texts.flatMap((text) => linesOver(text, flows)),
      out_of_frame: outOfFrame(frame, cards, flows, texts),
    },
  };
}

// What is there

function readCard(element) {
  return { name: element.dataset.action, element, outline: outline(element), box: outlineBox(element) };
}

function readText(element) {
  return {
    name: `"${element.textContent.trim()}"`,
    box: boxOf(element),
    card: element.closest(".card"),
    label: element.closest(".flow-label"),
    fontSize: parseFloat(getComputedStyle(element).fontSize),
  };
}

function readFlow(element) {
  const toScreen = element.getScreenCTM();
  const length = element.getTotalLength();
  const points = [];
  for (let at = 0; at < length; at += STEP) points.push(element.getPointAtLength(at).matrixTransform(toScreen));
  points.push(element.getPointAtLength(length).matrixTransform(toScreen));
  const { from, to } = element.dataset;
  return { name: `${from} -> ${to}`, from, to, length, points, runs: straightRuns(points), box: hull(points) };
}

function outline(card) {
  return card.querySelector("rect, path, polygon, ellipse, circle");
}

function outlineBox(card) {
  return boxOf(outline(card));
}

/** The straight stretches of a sampled line, each a pair of points more than 4 px apart; corners fall out. */
function straightRuns(points) {
  const runs = [];
  let start = 0;
  for (let i = 1; i < points.length; i++) {
    if (i + 1 < points.length && Math.abs(turn(points[i - 1], points[i], points[i + 1])) < 0.05) continue;
    if (Math.hypot(points[i].x - points[start].x, points[i].y - points[start].y) > 4) runs.push([points[start], points[i]]);
    start = i;
  }
  return runs;
}

// The gates

function throughCards(flow, cards) {
  return cards
    .filter((card) => meet(flow.box, card.box, 0))
    .filter((card) =>
      card.name === flow.from || card.name === flow.to
        ? runsInside(flow, card)
        : flow.points.some((point) => inside(point, card.box, 1.5, 1.5)),
    )
    .map((card) => `${flow.name} through ${card.name}`);
}

/** Whether a flow runs on inside one of its own two cards, beyond where it docks. */
function runsInside(flow, card) {
  const toCard = card.outline.getScreenCTM().inverse();
  const docking = Math.ceil(6 / STEP);
  return flow.points.slice(docking, -docking).some((point) => card.outline.isPointInFill(point.matrixTransform(toCard)));
}

function lostEnds(flow, cards) {
  const ends = [
    [flow.from, flow.points[0]],
    [flow.to, flow.points[flow.points.length - 1]],
  ];
  return ends
    .filter(([name, point]) => !cards.some((card) => card.name === name && distance(point, card.box) <= 3))
    .map(([name]) => `${flow.name} at ${name}`);
}

/** Two flows may run together where both leave, or both reach, the same card. */
function mayMerge(a, b) {
  return a.from === b.from || a.to === b.to;
}

function sharedLength(a, b) {
  let longest = 0;
  for (const [p, q] of a.runs) {
    for (const [r, s] of b.runs) {
      for (const [along, across] of ["xy", "yx"]) {
        const parallel = Math.abs(p[across] - q[across]) < 1 && Math.abs(r[across] - s[across]) < 1;
        if (!parallel || Math.abs(p[across] - r[across]) >= 2) continue;
        const end = Math.min(Math.max(p[along], q[along]), Math.max(r[along], s[along]));
        const start = Math.max(Math.min(p[along], q[along]), Math.min(r[along], s[along]));
        longest = Math.max(longest, end - start);
      }
    }
  }
  return longest;
}

/** Lines of one card stand close, so their boxes may touch; others may not. No flow label lies on a card. */
function collisions(texts, cards) {
  const colliding = pairs(texts)
    .filter(([a, b]) => meet(a.box, b.box, a.card && a.card === b.card ? 4 : 2))
    .map(([a, b]) => `${a.name} and ${b.name}`);
  const covering = texts
    .filter((text) => text.label)
    .flatMap((text) => cards.filter((card) => meet(text.box, card.box, 1)).map((card) => `${text.name} on ${card.name}`));
  return [...colliding, ...covering];
}

function linesOver(text, flows) {
  const own = (flow) => text.label && text.label.dataset.from === flow.from && text.label.dataset.to === flow.to;
  return flows
    .filter((flow) => meet(flow.box, text.box, 0) && !own(flow))
    .filter((flow) => flow.points.some((point) => inside(point, text.box, 1.5, 2.5)))
    .map((flow) => `${flow.name} over ${text.name}`);
}

function outOfFrame(frame, cards, flows, texts) {
  return [...cards, ...flows, ...texts].filter((thing) => !within(thing.box, frame, 1, 1)).map((thing) => thing.name);
}

function crossings(a, b) {
  if (!meet(a.box, b.box, 0)) return 0;
  let count = 0;
  for (const [p, q] of a.runs) {
    for (const [r, s] of b.runs) {
      const apart = (u, v, w, x) => turn(u, v, w) * turn(u, v, x) < 0;
      if (apart(p, q, r, s) && apart(r, s, p, q)) count++;
    }
  }
  return count;
}

// Geometry

function boxOf(element) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

function hull(points) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const half = 0.5; // a straight line has no area, yet meets what it runs through
  return {
    left: Math.min(...xs) - half,
    top: Math.min(...ys) - half,
    right: Math.max(...xs) + half,
    bottom: Math.max(...ys) + half,
  };
}

/** Whether two boxes overlap by more than `slack` both ways. */
function meet(a, b, slack) {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
  );
}

function within(inner, outer, slackX, slackY) {
  return (
    inner.left >= outer.left - slackX &&
    inner.right <= outer.right + slackX &&
    inner.top >= outer.top - slackY &&
    inner.bottom <= outer.bottom + slackY
  );
}

function inside({ x, y }, box, insetX, insetY) {
  return x > box.left + insetX && x < box.right - insetX && y > box.top + insetY && y < box.bottom - insetY;
}

function distance({ x, y }, box) {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

/** Twice the area of the triangle a, b, c: positive for a turn to one side, negative for the other, 0 for none. */
function turn(a, b, c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function pairs(list) {
  return list.flatMap((first, i) => list.slice(i + 1).map((second) => [first, second]));
}
