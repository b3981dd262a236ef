"""Settings for tests: a fast hasher, mail in memory, numbers of their own in PostgreSQL and Valkey.

The servers are the ones `make run` uses in this clone; Django's test database and another Valkey number keep
a running desk undisturbed.
"""

import os
from urllib.parse import urlsplit

os.environ["MUQABALA_MODE"] = "demo"

from newsroom.settings import *  # noqa: F403
from newsroom.settings import CACHES, DATABASES, REDIS_URL, broker

NUMBER = 1 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
parts = urlsplit(REDIS_URL)
parts = parts._replace(query=f"db={NUMBER}") if parts.scheme == "unix" else parts._replace(path=f"/{NUMBER}")
TEST_REDIS_URL = parts.geturl()
CACHES = {"default": {**CACHES["default"], "LOCATION": TEST_REDIS_URL}}
CELERY_BROKER_URL = broker(TEST_REDIS_URL)
DATABASES["default"]["OPTIONS"] = {**DATABASES["default"]["OPTIONS"], "options": "-c synchronous_commit=off"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
