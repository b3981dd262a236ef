"""Web: HTTP plumbing that mentions no noun of the newsroom."""
