// The banner of an old version leads to the same page and step in the current one, where that has them.

import { counterpart } from "./counterpart.js";

let lead = () => {};

async function mount() {
  lead = () => {};
  const link = document.querySelector("[data-sb-current-version]");
  if (!link) return;
  const home = new URL(link.dataset.sbCurrentVersion, location);
  const page = await counterpart(new URL(link.dataset.sbThisVersion, location), home);
  if (!page || !link.isConnected) return; // by now the reader may be on another page
  lead = () => (link.href = page + location.hash);
  lead();
}

addEventListener("hashchange", () => lead());
// A script may have changed the address without that event.
for (const event of ["pointerdown", "focusin"]) document.addEventListener(event, () => lead());

// Material for MkDocs swaps pages without loading them anew and says so through `document$`, at once for the first.
if (window.document$) {
  window.document$.subscribe(mount);
} else {
  mount();
}
