// Copies for other places: a link, Markdown or an embed code of the blueprint or of one step, from one box on the page.

const SHORT = 2500; // ms for which a button says that it has copied

export function mountSharing(box) {
  if (!box.showPopover) {
    return;
  }
  const shared = JSON.parse(box.dataset.sbShared);
  const figure = document.querySelector("[data-sb-diagram]");
  const steps = new Map(shared.steps.map((step) => [step.id, step]));
  let opener;
  let step;

  /** Open the box for a step, or without one for the whole; `at` is the element beside which it comes. */
  function offer(at, wanted) {
    step = wanted;
    box.querySelector(".sb-share__title").textContent = step ? step.title : shared.title;
    // A step has no picture of its own.
    box.querySelector("[value=picture]").hidden = Boolean(step);
    clear(box);
    place(box, at);
  }

  function attach(button, wanted) {
    button.popoverTargetElement = box;
    button.hidden = false;
    button.addEventListener("click", () => {
      // The browser opens or closes the box after this. At another button it is to open anew.
      if (box.matches(":popover-open") && opener !== button) {
        opener.classList.remove("sb-share-step--open");
        box.hidePopover();
      }
      opener = button;
      offer(button, wanted);
    });
  }

  // Under an alias such as "latest", the same page is not bound to its version.
  const version = box.querySelector("[data-sb-version]");
  if (version) {
    version.hidden = !location.pathname.split("/").includes(encodeURIComponent(version.dataset.sbVersion));
  }
  // While the diagram fills the screen, nothing outside of it can be clicked.
  figure.append(box);
  box.hidden = false;
  figure.querySelectorAll("[data-sb-share]").forEach((button) => attach(button));
  const model = document.querySelector("[data-sb-share-step]").content.firstElementChild;
  for (const each of shared.steps) {
    const button = model.cloneNode(true);
    button.title = each.label;
    button.setAttribute("aria-label", each.label);
    const home = document.getElementById(each.id);
    (home.querySelector(".sb-table__number") ?? home).append(button);
    attach(button, each);
  }
  figure.addEventListener("keydown", (event) => {
    const card = event.target.closest(".card");
    if (card && event.key.toLowerCase() === "c" && !(event.altKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      opener = card;
      box.showPopover();
      offer(card, steps.get(card.dataset.step));
    }
  });
  box.addEventListener("click", (event) => {
    const choice = event.target.closest("[value]");
    if (choice) {
      const view = shared.views[figure.querySelector(".sb-switch input:checked").value];
      give(box, choice, textOf(choice.value, step ?? shared, step?.id ?? "", view));
    }
  });
  box.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    opener.classList.toggle("sb-share-step--open", open);
    if (open) {
      place(box, opener);
      box.querySelector("button").focus();
    }
  });
}

/** What is copied. `view` is the one that is shown; `id` is that of a step, or "". */
function textOf(kind, subject, id, view) {
  switch (kind) {
    case "markdown":
      return `[${subject.markdown}](${inMarkdown(whole("", id))})`;
    case "picture":
      return `[![${subject.markdown}](${inMarkdown(whole(view.picture))})](${inMarkdown(whole("", id))})`;
    case "embed":
      return frame(view.embed, subject.title, id);
    default:
      return whole("", id);
  }
}

/** The whole address of something on this page, as it is read now: without a query, with no other hash. */
function whole(relative, id = "") {
  const address = new URL(relative || location.pathname, location.href);
  address.hash = id && encodeURIComponent(id);
  return address.href;
}

/** An address between the round brackets of a link in Markdown. */
function inMarkdown(address) {
  return address.replaceAll("(", "%28").replaceAll(")", "%29");
}

function frame(code, title, id) {
  const element = new DOMParser().parseFromString(code, "text/html").querySelector("iframe");
  element.setAttribute("src", whole(element.getAttribute("src"), id));
  element.setAttribute("title", title);
  return element.outerHTML;
}

async function give(box, choice, text) {
  clear(box);
  const status = box.querySelector(".sb-share__status");
  try {
    // There is no clipboard on a site without https.
    await navigator.clipboard.writeText(text);
  } catch {
    const field = box.querySelector(".sb-share__text");
    status.textContent = status.dataset.refused;
    field.value = text;
    field.hidden = false;
    field.focus();
    field.select();
    field.scrollTop = 0;
    return;
  }
  status.textContent = status.dataset.copied;
  choice.classList.add("sb-share__choice--copied");
  setTimeout(() => choice.classList.remove("sb-share__choice--copied"), SHORT);
}

function clear(box) {
  box.querySelector(".sb-share__status").textContent = "";
  box.querySelector(".sb-share__text").hidden = true;
  box.querySelectorAll(".sb-share__choice--copied").forEach((choice) => choice.classList.remove("sb-share__choice--copied"));
}

/** Put the box below an element, or above it where there is no room, within the window. */
function place(box, element) {
  const at = element.getBoundingClientRect();
  const above = at.bottom + box.offsetHeight + 8 > innerHeight && at.top > box.offsetHeight;
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8));
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(above ? at.top - box.offsetHeight - 4 : at.bottom + 4) + scrollY}px`;
}
