"""The MkDocs plugin. Nothing outside of this folder knows MkDocs."""
