"""The desk: the screens that show many rooms at once."""
