// Gives the parts of Mermaid's drawing the names that our own have, so that both are measured by the same gauge.
// Mermaid's ids end in the names that it was given: a node's in "-flowchart-n3-17", a flow's data-id is "L_n3_n5_0".

export function mark(svg) {
  for (const node of svg.querySelectorAll("g.node")) {
    node.classList.add("card");
    node.dataset.action = node.id.match(/-flowchart-(n\d+)-\d+$/)[1];
  }
  for (const path of svg.querySelectorAll("path.flowchart-link")) {
    path.classList.add("flow");
    [, path.dataset.from, path.dataset.to] = path.dataset.id.match(/^L_(n\d+)_(n\d+)_\d+$/);
  }
  return svg.outerHTML;
}
