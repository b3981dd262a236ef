"""Workflow: one table of states and verbs, the verdicts made of it, the only code that changes a state."""
