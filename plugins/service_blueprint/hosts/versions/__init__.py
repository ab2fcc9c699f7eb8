"""The versions of a site: those before this one, and folders of them."""
