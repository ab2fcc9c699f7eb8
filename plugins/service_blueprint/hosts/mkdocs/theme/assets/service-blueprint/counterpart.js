// The page that is read, in another version of the site.

/**
 * The address of this page in the version at `home`, without the step; null where that has no such page.
 *
 * `here` is the home of the version that is read. A blueprint that has another id there is found by the ids that this
 * version's index says it had before; the other way round its former address leads on by itself.
 */
export async function counterpart(here, home) {
  if (!location.pathname.startsWith(here.pathname)) return null; // the page for what is not found has no counterpart
  const page = location.pathname.slice(here.pathname.length);
  const pages = await pagesOf(home).catch(() => new Set());
  const isThere = (path) => pages.has(path) || pages.has(path.replace(/index\.html$/, ""));
  let path = isThere(page) ? page : undefined;
  if (path === undefined && pages.size) path = (await formerPages(here, page).catch(() => [])).find(isThere);
  return path === undefined ? null : new URL(path, home);
}

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

// The addresses that a page of a blueprint had before, those most like it first, relative to the version's home.
async function formerPages(here, page) {
  const answer = await fetch(new URL("blueprints/index.json", here));
  const { blueprints } = await answer.json();
  const folder = (id) => `blueprints/${id}/`;
  const [own] = blueprints
    .filter(({ id }) => page.startsWith(folder(id)))
    .sort((one, other) => other.id.length - one.id.length); // the id of one may begin that of another
  if (!own) return [];
  const rest = page.slice(folder(own.id).length);
  return own.formerly.flatMap((id) => [folder(id) + rest, folder(id)]);
}
