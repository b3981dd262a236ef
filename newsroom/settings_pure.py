"""Settings for the commands that read files and print: no database, no queue, nothing to start.

`reviews` is installed as a name whose commands are found; its models are never imported.
"""

from django.apps import AppConfig


class CommandsOnly(AppConfig):
    """The app without its models."""

    name = "reviews"

    def import_models(self) -> None:
        """Leave the models where they are; Django asks only for an empty list of them."""
        self.models = {}


INSTALLED_APPS = ["newsroom.settings_pure.CommandsOnly"]
SECRET_KEY = "nothing is signed here"  # noqa: S105 - Django wants the name to exist
USE_I18N = False
USE_TZ = True
