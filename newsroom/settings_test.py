"""Settings for tests: a fast hasher and mail in memory. PostgreSQL and Valkey stay real."""

import os

from newsroom import services

os.environ.setdefault("MUQABALA_MODE", "demo")
services.ensure()

from newsroom.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {**CACHES["default"], "KEY_PREFIX": "test"}}  # noqa: F405
