"""What other sites and tools get: frames, previews, an index, an inventory."""
