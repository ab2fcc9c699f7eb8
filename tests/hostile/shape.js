// What a page is made of, without the words on it: what acts or loads, what the page's own parts are and where they
// stand, its ids, and all that can be read. `word` is what an author wrote; `own` leads to what is ours on the page.
({ word, own }) => {
  const all = [...document.querySelectorAll("*")];
  // What a text of an author's may hold of ours: a figure in place of a fence, and a reference that leads nowhere.
  const others = all.filter((element) => !element.closest(".sb-figure, .sb-broken"));
  const counted = (names) => names.reduce((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {});
  const bare = (text) => text.replace(/\s/gu, "");
  const page = document.querySelector("article") ?? document.body ?? document.documentElement;
  const drawn = (element) => element.namespaceURI === "http://www.w3.org/2000/svg";
  const path = (element) => {
    const names = [];
    for (let at = element; at; at = at.parentElement) names.unshift(at.localName);
    return names.join(">");
  };
  const readable = (root) => {
    let text = "";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && (drawn(node) || node.ariaHidden === "true" || ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD"].includes(node.tagName))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) if (walker.currentNode.nodeType === Node.TEXT_NODE) text += walker.currentNode.data;
    return bare(text);
  };
  const acting = "script,iframe,frame,frameset,object,embed,portal,applet,style,link,base,meta,form,input,button,select,option,textarea,template,noscript,title,math,foreignObject,animate,set,handler,audio,video,source,dialog,details,marquee,isindex,slot,canvas";
  const addresses = all.flatMap((element) =>
    ["href", "src", "action", "formaction", "data", "srcset", "ping", "background", "poster"]
      .flatMap((name) => [element.getAttribute(name), element.getAttributeNS("http://www.w3.org/1999/xlink", name)])
      .filter((address) => address !== null)
      .map((address) => {
        try {
          return new URL(address, "http://here.example/").protocol;
        } catch {
          return "none";
        }
      }),
  );
  return {
    acting: counted(others.filter((element) => element.matches(acting) && !element.matches("svg title, [rel=prev], [rel=next], [name=description]")).map((element) => element.localName)),
    handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => /^on/i.test(name))),
    schemes: [...new Set(addresses)],
    styles: [...new Set([...page.querySelectorAll("[style]")].map((element) => element.getAttribute("style")))],
    parts: counted(
      others.filter((element) => !drawn(element) && element.matches(own)).map((element) => `${path(element)} ${element.className}`),
    ),
    images: [...page.querySelectorAll("img")].map((image) => image.src),
    cards: others.filter((element) => element.matches("[data-action], [data-lane], path.flow")).length,
    ids: all.map((element) => element.id).filter(Boolean),
    title: bare(document.title ?? ""),
    heading: bare(document.querySelector("h1")?.textContent ?? ""),
    labels: all.filter((element) => element.matches("[data-action]")).map((element) => bare(element.getAttribute("aria-label") ?? "")),
    told: word ? readable(page).split(bare(word)).length - 1 : 0,
  };
};
