"""The commands of ``service-blueprint``, a module each."""
