// The banner of an old version leads to the same page and step in the current one, where that has them.

let lead = () => {};

// The addresses of a version's pages, relative to its home. Its sitemap may name another version, the one that search
// engines are to find; its home is that which all others are below, so the shortest.
async function pagesOf(home) {
  const answer = await fetch(new URL("sitemap.xml", home));
  if (!answer.ok) return new Set();
  const map = new DOMParser().parseFromString(await answer.text(), "text/xml");
  const paths = [...map.querySelectorAll("loc")].map((loc) => new URL(loc.textContent).pathname);
  const shortest = paths.reduce((one, other) => (other.length < one.length ? other : one), paths[0] ?? "");
  const root = shortest.slice(0, shortest.lastIndexOf("/") + 1);
  return new Set(paths.filter((path) => path.startsWith(root)).map((path) => path.slice(root.length)));
}

async function mount() {
  lead = () => {};
  const link = document.querySelector("[data-sb-current-version]");
  if (!link) return;
  const home = new URL(link.dataset.sbCurrentVersion, location);
  const here = new URL(link.dataset.sbThisVersion, location).pathname;
  if (!location.pathname.startsWith(here)) return; // the page for what is not found has no counterpart
  const page = location.pathname.slice(here.length);
  const pages = await pagesOf(home).catch(() => new Set());
  if (!pages.has(page) && !pages.has(page.replace(/index\.html$/, ""))) return;
  lead = () => (link.href = new URL(page, home) + location.hash);
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
