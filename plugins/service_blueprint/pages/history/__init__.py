"""Pages and facts that tell of earlier versions."""
