// The banner of an old version, shown at once where an earlier page of the site has found out that it is old. The page
// loads this directly below the banner and waits for it: shown later, it would push down what is read already.

{
  const banner = document.querySelector("[data-md-component=outdated]");
  const site = new URL(document.currentScript.dataset.site, location);
  if (banner && window.__md_get?.("__outdated", sessionStorage, site)) {
    banner.hidden = false;
  }
}
