// The diagram of a page: its choices remembered, its lane titles in sight, its cards for the keyboard, the full screen.

import { keepLaneTitles } from "./lane-titles.js";
import { walkCards } from "./keyboard.js";
import { namedId } from "./named-step.js";
import { markStep, showMarked } from "./steps.js";

const REMEMBERED = "service-blueprint.view";

export function mountDiagram(figure) {
  figure.querySelectorAll(".sb-scroll").forEach((scroller) => {
    keepLaneTitles(scroller);
    walkCards(scroller, figure);
  });
  figure.querySelectorAll("[data-sb-full]").forEach((button) => offerFullScreen(button, figure));
  rememberView(figure);
  figure.querySelectorAll(".sb-phase input").forEach((choice) => keepPhase(choice, figure));
  figure.addEventListener("change", () => showMarked(figure));
  figure.addEventListener("click", (event) => {
    const link = event.target.closest(".behind");
    if (link && !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      showBehind(link, figure);
    }
  });
}

/** From a card to the same step in the view that shows who is behind it. */
function showBehind(link, figure) {
  const view = link.dataset.behind;
  const action = link.closest(".card").dataset.action;
  history.pushState(null, "", link.href.baseVal);
  markStep();
  figure.querySelector(`.sb-switch input[value="${view}"]`).click();
  const cards = [...figure.querySelectorAll(`.sb-view[data-view="${view}"] .sb-sheet .card[data-action="${CSS.escape(action)}"]`)];
  const card = cards.find((each) => each.getClientRects().length);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Show the view that was chosen last, on whichever page, and note the next choice. */
function rememberView(figure) {
  const choices = [...figure.querySelectorAll(".sb-switch input")];
  const last = choices.find((choice) => choice.value === recall());
  if (last && !last.checked) {
    last.checked = true;
    // The page has become longer or shorter above the place that its address names.
    document.getElementById(namedId())?.scrollIntoView();
  }
  for (const choice of choices) {
    choice.addEventListener("change", () => note(choice.value));
  }
}

/** Show the same phase in every view that has it. */
function keepPhase(choice, figure) {
  choice.addEventListener("change", () => {
    for (const other of figure.querySelectorAll(".sb-phase input")) {
      other.checked ||= other.nextElementSibling.textContent === choice.nextElementSibling.textContent;
    }
  });
}

function offerFullScreen(button, figure) {
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener("click", () => {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      figure.requestFullscreen();
    }
  });
}

// A browser may refuse to store anything; the view is then chosen anew on each page.
function recall() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function note(view) {
  try {
    localStorage.setItem(REMEMBERED, view);
  } catch {
    // Nothing is lost but the memory.
  }
}
