"""What a blueprint tells once it is read: touchpoints, feelings, totals."""
