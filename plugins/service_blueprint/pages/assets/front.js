// The page before all versions of a site: leads on to the one that it names, with the query and the place of its address.

const { version } = document.currentScript.dataset;

location.replace(`${version}/${location.search}${location.hash}`);
