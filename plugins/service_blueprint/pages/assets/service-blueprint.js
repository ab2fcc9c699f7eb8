// What blueprint pages do in a browser beyond showing themselves. Everything on them can be read without this.

import { mountDiagram } from "./diagram.js";
import { mountFigure } from "./figure.js";
import { mountFilter } from "./filter.js";
import { leadOn } from "./moved.js";
import { mountSharing } from "./sharing.js";
import { arrive } from "./steps.js";

function mount() {
  document.querySelectorAll("[data-sb-diagram]").forEach(mountDiagram);
  document.querySelectorAll("[data-sb-figure]").forEach(mountFigure);
  document.querySelectorAll("[data-sb-filter]").forEach(mountFilter);
  document.querySelectorAll("[data-sb-moved]").forEach(leadOn);
  document.querySelectorAll("[data-sb-shared]").forEach(mountSharing);
  arrive();
}

// Material for MkDocs swaps pages without loading them anew and says so through `document$`, at once for the first.
if (window.document$) {
  window.document$.subscribe(mount);
} else {
  mount();
}
