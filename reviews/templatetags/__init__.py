"""Shop window for templates: the logic lives in the rooms' leaf files."""
