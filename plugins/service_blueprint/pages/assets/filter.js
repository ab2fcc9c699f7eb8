// The filter over the cards of all blueprints: by words, state and tag.

export function mountFilter(form) {
  const cards = [...document.querySelectorAll("[data-sb-card]")];
  const groups = [...document.querySelectorAll("[data-sb-group]")];
  const count = form.querySelector("output");

  function apply() {
    // Not by their names, which plugins change that put all pages into one.
    const [words, state, tag] = ["input", ".sb-filter__state", ".sb-filter__tag"].map((it) => form.querySelector(it)?.value);
    const wanted = { words: words.toLocaleLowerCase().split(/\s+/), state, tag };
    let shown = 0;
    for (const card of cards) {
      card.hidden = !fits(card, wanted);
      shown += card.hidden ? 0 : 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-sb-card]:not([hidden])");
    }
    count.textContent = shown ? told(count.dataset.sbCount, shown, cards.length) : count.dataset.sbNone;
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}

/** How many cards are shown, in the words of the page. */
function told(words, shown, all) {
  return words.replace("{shown}", shown).replace("{all}", all);
}

function fits(card, { words, state, tag }) {
  const text = card.textContent.toLocaleLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (!state || card.dataset.state === state) &&
    (!tag || card.dataset.tags.split("\n").includes(tag))
  );
}
