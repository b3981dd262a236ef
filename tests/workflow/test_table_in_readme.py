"""The workflow as README prints it is the table that decides."""

from pathlib import Path

from reviews.workflow.machine import TRANSITIONS, Step

README = Path(__file__).resolve().parents[2] / "README.md"
GATES = {
    "complete": "every segment confirmed",
    "settled": "no undecided change of a colleague",
    "small": "own changes within the desk's share",
    "no_critical": "no critical issue open",
    "no_blocking": "no blocking finding without a decision",
    "valid": "an approval of exactly this pair",
    "current": "the segments answer the latest Arabic",
}


def row(step: Step) -> str:
    """One step as a row of README's table."""
    sources = ", ".join(str(state.label) for state in step.sources)
    sources = "any but Withdrawn" if len(step.sources) > 5 else sources
    eyes = ["nobody who wrote its words"] if step.other_eyes else []
    holds = "; ".join(eyes + [GATES[gate] for gate in step.gates] + [f"a {need}" for need in step.needs])
    roles = ", ".join(str(role.label).lower() for role in step.roles)
    return f"| `{step.verb}` | {sources} | {step.target.label} | {roles} | {holds or '—'} |"


def test_readme_prints_the_table_that_decides() -> None:
    rows = [row(step) for step in TRANSITIONS]
    printed = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    shown = [line for line in printed if line.split("`")[1] in {step.verb for step in TRANSITIONS}]
    assert shown == rows, "README's workflow table should be:\n" + "\n".join(rows)
