"""What the newsroom means by its words: one Django app whose rooms are the nouns of the desk."""
