// The step that the address names: its row and its cards marked, and the diagram scrolled to it.

import { lostStep, lostWords, namedId } from "./named-step.js";

let pages = 0;

/** Mark the step on a page that has just come. */
export function arrive() {
  markStep();
  pages += 1;
  if (pages > 1) {
    // A page that is swapped in does not always come to the place that its address names.
    document.querySelector(":is(tr, span, li).sb-arrived")?.scrollIntoView();
  }
}

/** Mark the step that the address names, and say so where it is not on the page. */
export function markStep() {
  const figure = document.querySelector("[data-sb-diagram]");
  if (!figure) {
    return;
  }
  document.querySelectorAll(".sb-arrived").forEach((element) => {
    element.classList.remove("sb-arrived");
    element.removeAttribute("aria-current");
  });
  const id = namedId();
  const cards = [...figure.querySelectorAll(".sb-scroll .card")].filter((card) => card.dataset.step === id);
  cards.forEach((card) => card.classList.add("sb-arrived"));
  const place = id ? document.getElementById(id) : null;
  if (place?.matches("tr, .sb-gone li")) {
    place.classList.add("sb-arrived");
    place.setAttribute("aria-current", "true");
  }
  showMarked(figure);
  tellLost(lostStep());
}

/** Scroll the drawing that is shown sideways to the marked cards. */
export function showMarked(figure) {
  for (const scroller of figure.querySelectorAll(".sb-scroll")) {
    const boxes = [...scroller.querySelectorAll(".card.sb-arrived")].map((card) => card.getBoundingClientRect());
    const frame = scroller.getBoundingClientRect();
    if (boxes.length && frame.width) {
      const middle = (Math.min(...boxes.map((box) => box.left)) + Math.max(...boxes.map((box) => box.right))) / 2;
      scroller.scrollLeft += middle - (frame.left + frame.right) / 2;
    }
  }
}

function tellLost(step) {
  const notice = document.querySelector("[data-sb-lost]");
  if (!notice) {
    return;
  }
  notice.querySelectorAll(":scope > :not(template)").forEach((element) => element.remove());
  if (step) {
    const text = document.createElement("p");
    text.append(lostWords(notice.dataset.sbLost, step), notice.querySelector("template").content.cloneNode(true));
    notice.append(text);
    notice.scrollIntoView({ block: "nearest" });
  }
}

// Once for all pages that are swapped in.
addEventListener("hashchange", () => {
  markStep();
  // Going back, a browser restores the window's place, but not that of the frame in which the table scrolls.
  document.querySelector("tr.sb-arrived")?.scrollIntoView({ block: "nearest" });
});
