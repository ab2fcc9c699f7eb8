"""What differs between two states, for every kind of reader."""
