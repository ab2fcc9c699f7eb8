"""Blueprint and drawing to the Markdown and HTML of pages, tables and registers."""
