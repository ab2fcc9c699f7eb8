// The page of a diagram alone, in a frame: its lane titles in sight, its cards for the keyboard, its height for the page around it.
// Where the diagram is gone, a notice stands in its place, and there is but the height to tell.

import { keepLaneTitles } from "./lane-titles.js";
import { walkCards } from "./keyboard.js";
import { lostStep, lostWords } from "./named-step.js";

const scroller = document.querySelector(".sb-scroll");
const foot = document.querySelector(".sb-embed__foot");

/** What the page would need to show all of itself, in px. */
function neededHeight() {
  const bar = scroller.offsetHeight - scroller.clientHeight;
  return Math.ceil(foot.offsetHeight + scroller.scrollHeight + bar);
}

function tellHeight() {
  // To whoever has the frame: a height is no secret.
  parent.postMessage({ type: "service-blueprint:height", height: neededHeight() }, "*");
}

/** The title leads to the same step of the blueprint's page. */
function keepStep() {
  document.querySelector(".sb-embed__title").hash = location.hash;
}

/** Say where the step is not in the diagram: somebody has set a frame at it, and it is gone since. */
function tellLost() {
  const line = document.querySelector("[data-sb-lost]");
  if (line) {
    const step = lostStep();
    line.textContent = step ? lostWords(line.dataset.sbLost, step) : "";
  }
}

keepLaneTitles(scroller);
walkCards(scroller, document.body);
keepStep();
tellLost();
addEventListener("hashchange", keepStep);
addEventListener("hashchange", tellLost);

if (parent !== window) {
  addEventListener("message", (event) => {
    if (event.source === parent && event.data?.type === "service-blueprint:ask-height") {
      tellHeight();
    }
  });
  // They grow and shrink with the width of the frame; this tells the first height, too.
  const observer = new ResizeObserver(tellHeight);
  observer.observe(scroller.firstElementChild);
  observer.observe(foot);
}
