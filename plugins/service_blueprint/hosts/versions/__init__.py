"""What differs between two revisions, and where a version of the site stands."""
