// The theme's version selector, on pages of blueprints: it finds a blueprint that had another address in the version
// that is chosen, where the theme itself would go to that version's home.

import { counterpart } from "./counterpart.js";

async function choose(event) {
  const choice = event.target.closest?.(".md-version__link");
  const banner = document.querySelector("[data-sb-this-version]");
  if (!choice || !banner || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const here = new URL(banner.dataset.sbThisVersion, location);
  if (!location.pathname.startsWith(`${here.pathname}blueprints/`)) return;
  event.preventDefault();
  event.stopPropagation();
  const home = new URL(choice.href);
  const page = await counterpart(here, home);
  if (page) {
    page.search = location.search;
    page.hash = location.hash;
  }
  location.assign(page ?? home);
}

// Before the theme's own listener, which is at the body.
document.addEventListener("click", choose, { capture: true });
