// The diagram of a page: its view remembered, its lane titles kept in sight, itself on the full screen.

const REMEMBERED = "service-blueprint.view";

export function mountDiagram(figure) {
  figure.querySelectorAll(".sb-scroll").forEach(keepLaneTitles);
  figure.querySelectorAll("[data-sb-full]").forEach((button) => offerFullScreen(button, figure));
  rememberView(figure);
}

/** Show the view that was chosen last, on whichever page, and note the next choice. */
function rememberView(figure) {
  const choices = [...figure.querySelectorAll(".sb-switch input")];
  const last = choices.find((choice) => choice.value === recall());
  if (last && !last.checked) {
    last.checked = true;
    // The page has become longer or shorter above the place that its address names.
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
  for (const choice of choices) {
    choice.addEventListener("change", () => note(choice.value));
  }
}

/** Lay a copy of the lane titles over the drawing, which stays at the left while the drawing scrolls. */
function keepLaneTitles(scroller) {
  const drawing = scroller.querySelector("svg");
  const titles = drawing?.querySelector(".lane-titles");
  if (!titles) {
    return;
  }
  const { height } = drawing.viewBox.baseVal;
  const copy = drawing.cloneNode(false);
  copy.append(titles.cloneNode(true));
  copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
  ["id", "role", "aria-labelledby", "aria-describedby"].forEach((name) => copy.removeAttribute(name));
  const width = Number(drawing.dataset.gutter);
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("aria-hidden", "true");
  copy.classList.add("sb-lane-titles");
  copy.setAttribute("width", width);
  scroller.style.scrollPaddingLeft = `${width}px`;
  scroller.append(copy);
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
