"""PostgreSQL and Valkey out of Python wheels: where they live, how they start and stop."""
