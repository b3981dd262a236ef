"""Publishing: immutable editions in two languages, the public pages, schedule, corrections, withdrawal."""
