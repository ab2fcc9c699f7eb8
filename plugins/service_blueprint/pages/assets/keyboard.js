// The cards of a drawing for the keyboard: Tab enters at one of them, the arrow keys go on to its neighbours.

const KEYS = {
  ArrowRight: (card, cards) => beside(card, cards, 1),
  ArrowLeft: (card, cards) => beside(card, cards, -1),
  ArrowDown: (card, cards) => within(card, cards, 1),
  ArrowUp: (card, cards) => within(card, cards, -1),
  Home: (card, cards) => cards[0],
  End: (card, cards) => cards.at(-1),
};

export function walkCards(scroller, figure) {
  const cards = [...scroller.querySelectorAll(".sb-sheet > svg[data-view] .card")];
  if (!cards.length) {
    return;
  }
  const hint = figure.querySelector(".sb-hint");
  hint.hidden = false;
  const trail = [];
  const followed = new Map();
  let current;

  /** Make a card the one at which Tab enters; of all links, Tab goes to those of this card alone. */
  function choose(card) {
    current?.setAttribute("tabindex", "-1");
    linksOf(current).forEach((link) => link.setAttribute("tabindex", "-1"));
    current = card;
    current.setAttribute("tabindex", "0");
    linksOf(current).forEach((link) => link.setAttribute("tabindex", "0"));
  }

  function go(card) {
    if (card) {
      current.removeAttribute("aria-describedby");
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  /** The card at the end of the next arrow from here; coming back, the one after it. */
  function follow(card) {
    const flows = flowsOf(scroller, card, "from").filter((flow) => flow.matches(".flow"));
    const turn = followed.get(card) ?? 0;
    const next = flows.length ? cards.find((other) => addressOf(other) === flows[turn % flows.length].dataset.to) : null;
    if (next) {
      followed.set(card, turn + 1);
      trail.push(card);
    }
    return next;
  }

  cards.flatMap(linksOf).forEach((link) => link.setAttribute("tabindex", "-1"));
  choose(cards[0]);
  current.setAttribute("aria-describedby", hint.id);
  // The cards take the focus now, and bring themselves into sight.
  scroller.removeAttribute("tabindex");

  scroller.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) {
      choose(card);
      keepClear(scroller);
      [...flowsOf(scroller, card, "from"), ...flowsOf(scroller, card, "to")].forEach((flow) => flow.classList.add("sb-touching"));
    }
  });
  scroller.addEventListener("focusout", (event) => {
    if (!scroller.contains(event.relatedTarget)) {
      // The keys are told to those who come in, not at every card.
      current.setAttribute("aria-describedby", hint.id);
    }
    scroller.querySelectorAll(".sb-touching").forEach((flow) => flow.classList.remove("sb-touching"));
  });
  scroller.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target !== current) {
      return;
    }
    if (event.key in KEYS) {
      go(KEYS[event.key](current, cards));
    } else if (event.key === "Enter") {
      const behind = current.querySelector(".behind");
      if (behind) {
        behind.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      } else {
        go(follow(current));
      }
    } else if (event.key === "Backspace") {
      go(trail.pop());
    } else if (event.key === "Escape") {
      figure.querySelector(".sb-switch input:checked, .sb-embed__title, .sb-figure__caption").focus();
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** The nearest card of the next step that has any, rather in the same lane: across counts little, down much. */
function beside(card, cards, direction) {
  const here = middleOf(card);
  const steps = [...new Set(cards.map((other) => other.dataset.step))];
  const step = steps[steps.indexOf(card.dataset.step) + direction];
  return nearest(here, cards.filter((other) => other.dataset.step === step));
}

/** The card above or below in the same step, and beside it where two stand at the same height. */
function within(card, cards, direction) {
  const own = cards.filter((other) => other.dataset.step === card.dataset.step);
  const sorted = own.toSorted((one, other) => middleOf(one).y - middleOf(other).y || middleOf(one).x - middleOf(other).x);
  return sorted[sorted.indexOf(card) + direction];
}

function nearest({ x, y }, cards) {
  const far = (card) => Math.abs(middleOf(card).y - y) * 10 + Math.abs(middleOf(card).x - x);
  return cards.toSorted((one, other) => far(one) - far(other))[0];
}

function middleOf(card) {
  const { x, y, width, height } = card.firstElementChild.getBBox();
  return { x: x + width / 2, y: y + height / 2 };
}

function addressOf(card) {
  return card.dataset.action;
}

function linksOf(card) {
  return card ? [...card.querySelectorAll("a")] : [];
}

function flowsOf(scroller, card, end) {
  return [...scroller.querySelectorAll(`[data-${end}="${CSS.escape(addressOf(card))}"]:is(.flow, .flow-head)`)];
}

/** What takes the focus comes into sight beside the lane titles that stay, not below them. */
function keepClear(scroller) {
  const kept = [...scroller.querySelectorAll(".sb-lane-titles, .sb-lane-names")].map((titles) => titles.getBoundingClientRect().width);
  scroller.style.scrollPaddingInlineStart = `${Math.max(0, ...kept) + 12}px`;
}
