// The figures of blueprints within pages of Markdown: their lane titles in sight, their cards for the keyboard.

import { keepLaneTitles } from "./lane-titles.js";
import { walkCards } from "./keyboard.js";

export function mountFigure(figure) {
  figure.querySelectorAll(".sb-scroll").forEach((scroller) => {
    keepLaneTitles(scroller);
    walkCards(scroller, figure);
  });
}
