#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys

from django.core.management import execute_from_command_line

# These read files and print: they start no database and need no configuration.
PURE_COMMANDS = {"check_pairs", "evaluate"}

if __name__ == "__main__":
    pure = not PURE_COMMANDS.isdisjoint(sys.argv[1:2])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings_pure" if pure else "newsroom.settings")
    execute_from_command_line(sys.argv)
