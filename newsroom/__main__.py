"""`python -m newsroom`, which is what `make run` runs: the whole desk under one process."""

import sys

from newsroom.embedded.home import ServiceError
from newsroom.supervisor import Refusal, Supervisor

if __name__ == "__main__":
    try:
        Supervisor().run()
    except (Refusal, ServiceError) as reason:
        sys.exit(f"\n{reason}")
