// The page of a diagram alone, in a frame: its lane titles in sight, its cards for the keyboard, its height for the page around it.
// Where the diagram is gone, a notice stands in its place, and there is but the height to tell.

import { keepLaneTitles } from "./lane-titles.js";
import { walkCards } from "./keyboard.js";

const scroller = document.querySelector(".sb-scroll");

/** What the page would need to show all of itself, in px. */
function neededHeight() {
  const bar = scroller.offsetHeight - scroller.clientHeight;
  return Math.ceil(document.querySelector(".sb-embed__foot").offsetHeight + scroller.scrollHeight + bar);
}

function tellHeight() {
  // To whoever has the frame: a height is no secret.
  parent.postMessage({ type: "service-blueprint:height", height: neededHeight() }, "*");
}

/** The title leads to the same step of the blueprint's page. */
function keepStep() {
  document.querySelector(".sb-embed__title").hash = location.hash;
}

keepLaneTitles(scroller);
walkCards(scroller, document.body);
keepStep();
addEventListener("hashchange", keepStep);

if (parent !== window) {
  addEventListener("message", (event) => {
    if (event.source === parent && event.data?.type === "service-blueprint:ask-height") {
      tellHeight();
    }
  });
  // It grows and shrinks with the width of the frame; this tells the first height, too.
  new ResizeObserver(tellHeight).observe(scroller.firstElementChild);
}
