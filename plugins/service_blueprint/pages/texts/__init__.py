"""What authors wrote as Markdown, made HTML that harms nobody: whose blueprint it is, a site does not know."""
