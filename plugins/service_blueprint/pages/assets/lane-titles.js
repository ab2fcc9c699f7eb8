// The lane titles of a drawing, kept in sight while it scrolls sideways.

export function keepLaneTitles(scroller) {
  const drawing = scroller.querySelector("svg");
  const titles = drawing?.querySelector(".lane-titles");
  if (titles) {
    drawing.after(copyOf(titles, drawing), namesOf(titles, drawing, scroller));
  }
}

/** The titles as they are drawn, to lie over them. */
function copyOf(titles, drawing) {
  const { width, height } = drawing.viewBox.baseVal;
  const gutter = Number(drawing.dataset.gutter);
  const copy = drawing.cloneNode(false);
  copy.append(titles.cloneNode(true));
  ["width", "height", "role", "aria-labelledby", "aria-describedby", "data-view"].forEach((name) => copy.removeAttribute(name));
  copy.setAttribute("aria-hidden", "true");
  copy.setAttribute("viewBox", `0 0 ${gutter} ${height}`);
  copy.classList.add("sb-lane-titles");
  copy.style.setProperty("--sb-share", gutter / width);
  return copy;
}

/** The names alone in a narrow column, for a phone; they come when the titles have scrolled away. */
function namesOf(titles, drawing, scroller) {
  const names = document.createElement("div");
  names.className = "sb-lane-names";
  names.setAttribute("aria-hidden", "true");
  const { height } = drawing.viewBox.baseVal;
  const texts = [...titles.querySelectorAll(".lane-title, .separator-title")];
  for (const band of titles.querySelectorAll(".band")) {
    const top = band.y.baseVal.value;
    const bottom = top + band.height.baseVal.value;
    const own = texts.filter((text) => text.matches(".lane-title") && top <= baseOf(text) && baseOf(text) <= bottom);
    names.append(nameAt((top + bottom) / 2 / height, own.map((text) => text.textContent).join(" ")));
  }
  for (const text of texts.filter((text) => text.matches(".separator-title"))) {
    const name = nameAt(baseOf(text) / height, text.textContent);
    name.className = "sb-lane-names__line";
    names.append(name);
  }
  scroller.addEventListener("scroll", () => {
    const gone = titles.getBoundingClientRect().right - scroller.getBoundingClientRect().left < names.offsetWidth;
    names.classList.toggle("sb-lane-names--needed", gone);
  }, { passive: true });
  return names;
}

function nameAt(share, text) {
  const name = document.createElement("span");
  name.textContent = text;
  name.style.setProperty("--sb-at", share);
  return name;
}

function baseOf(text) {
  return text.y.baseVal[0].value;
}
