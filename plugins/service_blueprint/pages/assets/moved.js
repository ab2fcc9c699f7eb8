// A blueprint's former address: takes the reader to the new one.

/** Go where the link leads, with the query and the step of this address; going back leads past this page. */
export function leadOn(link) {
  const target = new URL(link.href);
  target.search = location.search;
  target.hash = location.hash;
  location.replace(target);
}
