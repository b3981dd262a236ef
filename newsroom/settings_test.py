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
server = urlsplit(REDIS_URL)
TEST_REDIS_URL = (
    f"unix://{server.path}?db={NUMBER}"
    if server.scheme == "unix"
    else server._replace(path=f"/{NUMBER}").geturl()
)
CACHES = {"default": {**CACHES["default"], "LOCATION": TEST_REDIS_URL}}
CELERY_BROKER_URL = broker(TEST_REDIS_URL)
DATABASES["default"]["OPTIONS"] = {**DATABASES["default"]["OPTIONS"], "options": "-c synchronous_commit=off"}

WHITENOISE_AUTOREFRESH = True  # nothing is collected here, and it need not look
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
