"""What an approval stands on, put together for one page: a reading of the facts a Standing holds."""

from dataclasses import dataclass

from reviews.people.models import User
from reviews.quality.permissions import can_restore
from reviews.quality.queries import ledger_of
from reviews.translations.models import Segment
from reviews.translations.queries import exceeds
from reviews.workflow.queries import Standing


@dataclass(frozen=True, slots=True)
class Share:
    """What one reviewer changed alone in one segment, in words."""

    segment: Segment
    changed: int
    total: int
    too_much: bool

    @property
    def percent(self) -> int:
        """Of the segment's words; 100 where the segment had none."""
        return round(100 * self.changed / self.total) if self.total else 100


def shares(standing: Standing, user: User) -> list[Share]:
    """The person's own tracked changes that nobody seconded, the largest share first."""
    by_id = {segment.pk: segment for segment in standing.segments}
    limit = standing.rules.reviewer_share
    found = [
        Share(by_id[pk], changed, total, exceeds(changed, total, limit))
        for pk, (changed, total) in standing.shares.get(user.pk, {}).items()
        if pk in by_id
    ]
    return sorted(found, key=lambda share: -share.percent)


def findings(standing: Standing, user: User) -> dict[str, object]:
    """What the checks find, worst first, what people let stand and why, and the ledger of the story."""
    order = ("block", "warn")
    found = [(one, segment) for segment in standing.segments for one in standing.findings.get(segment.pk, ())]
    undecided = [pair for pair in found if not pair[0].dismissal and pair[0].severity in order]
    lines = ledger_of(standing.segments)
    return {
        "open_findings": sorted(undecided, key=lambda pair: order.index(pair[0].severity)),
        "let_stand": [
            (one, segment, bool(can_restore(user, one.dismissal))) for one, segment in found if one.dismissal
        ],
        "lines": lines,
        "ledger_open": sum(not line.entry.agrees for line in lines),
    }
