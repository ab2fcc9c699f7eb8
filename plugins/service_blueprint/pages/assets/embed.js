// For a page that shows service blueprints in frames: makes each frame as high as its diagram. Put this after the frames or anywhere.

addEventListener("message", (event) => {
  const { type, height } = event.data ?? {};
  if (type !== "service-blueprint:height" || !(height > 0 && height < 20000)) {
    return;
  }
  // Whoever else sends such a message has no frame here.
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === event.source) {
      frame.style.height = `${height}px`;
    }
  }
});

// Frames that came before this script have told already.
for (const frame of document.querySelectorAll('iframe[src*="/embed/"]')) {
  frame.contentWindow.postMessage({ type: "service-blueprint:ask-height" }, "*");
}
