// The step that the page's address names.

/** The id that the address names, "" where it names none; what is no sound percent-encoding is taken as it is. */
export function namedId() {
  const written = location.hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The step that the address names and the page has not, "" where there is no such. */
export function lostStep() {
  const id = namedId();
  // What begins with an underline is a part of the page or of the theme, no step.
  return id && !id.startsWith("_") && !document.getElementById(id) ? id : "";
}

/** The sentence that says so: `words` with the step in the place of "{step}". */
export function lostWords(words, step) {
  const shown = step.length > 60 ? `${step.slice(0, 60)}…` : step;
  return words.replace("{step}", () => shown);
}
