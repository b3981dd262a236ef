"""Stories: the Arabic news item and every version of its text."""
