"""Settings for `make bench`: the production code paths over a database of their own, which is made anew."""

import os

os.environ["MUQABALA_MODE"] = "demo"
os.environ.setdefault("LOG_LEVEL", "WARNING")

from newsroom.settings import *  # noqa: F403
from newsroom.settings import DATABASES

DATABASES["default"]["NAME"] = "muqabala_bench"
ROOT_URLCONF = "newsroom.urls_bench"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
