"""Quality: what checks find in a translation, computed when asked; and decisions that it may stand."""
