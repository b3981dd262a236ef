"""People: who works here, under which names, with which of the four roles."""
