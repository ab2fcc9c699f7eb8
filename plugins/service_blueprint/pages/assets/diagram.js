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
  const { width, height } = drawing.viewBox.baseVal;
  const gutter = Number(drawing.dataset.gutter);
  const copy = drawing.cloneNode(false);
  copy.append(titles.cloneNode(true));
  ["width", "height", "role", "aria-labelledby", "aria-describedby", "data-view"].forEach((name) => copy.removeAttribute(name));
  copy.setAttribute("aria-hidden", "true");
  copy.setAttribute("viewBox", `0 0 ${gutter} ${height}`);
  copy.classList.add("sb-lane-titles");
  copy.style.setProperty("--sb-share", gutter / width);
  // What takes the focus comes into sight beside the titles, not below them.
  scroller.style.scrollPaddingInlineStart = `${gutter}px`;
  drawing.after(copy);
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
