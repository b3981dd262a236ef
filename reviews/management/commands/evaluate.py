"""Measure the checks: false findings on professional translations, and how many injected errors are found."""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

from django.core.management.base import BaseCommand
from translate.filters.checks import StandardChecker
from translate.storage import base

from reviews.checks import Context, Pair, Severity, run
from reviews.checks.house import default_rules
from reviews.checks.injection import GROUPS, Maker
from reviews.checks.pairs_file import read_pairs

Judge = Callable[[Pair], Counter[tuple[str, str]]]
"""What a checker says of a pair: (check, what it says) and how often."""


CONTEXT = Context(rules=default_rules())


def ours(pair: Pair) -> Counter[tuple[str, str]]:
    """Our findings that warn or block."""
    return Counter((f.check, f.text()) for f in run(pair, CONTEXT) if f.severity is not Severity.INFO)


def with_remarks(pair: Pair) -> Counter[tuple[str, str]]:
    """Our findings with the remarks, which are shown quietly."""
    return Counter((f.check, f.text()) for f in run(pair, CONTEXT))


def peer(checker: StandardChecker) -> Judge:
    """The same question to translate-toolkit's standard checks."""

    def judge(pair: Pair) -> Counter[tuple[str, str]]:
        unit = base.TranslationUnit(pair.source)
        unit.target = pair.target
        return Counter((name, str(said)) for name, said in checker.run_filters(unit).items())

    return judge


def injected(pairs: list[Pair], maker: Maker, seed: int, most: int) -> list[tuple[Pair, Pair]]:
    """Clean pairs with their twins that carry one error of this kind, the same ones for the same seed."""
    rng = Random(f"{seed}:{maker.__name__}")  # noqa: S311 - a repeatable sample, no secret
    pool = [pair.target for pair in pairs]
    made = []
    for pair in rng.sample(pairs, len(pairs)):
        wrong = maker(pair.source, pair.target, rng, pool)
        if wrong is not None and wrong != pair.target:
            made.append((pair, Pair(pair.source, wrong, pair.kind)))
        if len(made) == most:
            break
    return made


def caught(judge: Judge, twins: Iterable[tuple[Pair, Pair]]) -> list[bool]:
    """For each twin, whether the checker says something of it that it does not say of the clean one."""
    return [bool(judge(wrong) - judge(clean)) for clean, wrong in twins]


class Command(BaseCommand):
    """`python manage.py evaluate PAIRS.tsv`; it reads no database."""

    help = "Measure precision and recall of the checks on clean pairs, beside translate-toolkit's."
    requires_system_checks = ()

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="../shared/data/ntrex/pairs.tsv", help="clean pairs")
        parser.add_argument("--seed", type=int, default=7)
        parser.add_argument("--most", type=int, default=150, help="errors of each kind at most")
        parser.add_argument(
            "--misses", metavar="KIND", help="print the errors of this kind that were not found"
        )
        parser.add_argument("--false", action="store_true", help="print the findings on the clean pairs")
        parser.add_argument("--alone", action="store_true", help="leave the peer out")

    def handle(self, **options: str) -> None:
        with Path(options["file"]).open("rb") as stream:
            pairs = [pair for _line, pair in read_pairs(stream) if isinstance(pair, Pair)]
        judges = {"ours": ours, "remarks": with_remarks}
        if not options["alone"]:
            judges["toolkit"] = peer(StandardChecker())
        if options["false"]:
            self.print_false(pairs)
        self.print_clean(pairs, judges)
        self.print_recall(pairs, judges, options)

    def print_clean(self, pairs: list[Pair], judges: dict[str, Judge]) -> None:
        """Findings per 100 clean segments, by check, and the speed."""
        for name, judge in judges.items():
            start = time.process_time()
            found = Counter(
                check for pair in pairs for (check, _said), n in judge(pair).items() for _ in range(n)
            )
            speed = len(pairs) / (time.process_time() - start)
            self.stdout.write(
                f"{name}: {100 * found.total() / len(pairs):.2f} findings per 100 clean segments"
            )
            self.stdout.write(f"  {speed:,.0f} pairs a second; {dict(found.most_common(12))}")
        blocks = sum(f.severity is Severity.BLOCK for p in pairs for f in run(p, CONTEXT))
        self.stdout.write(f"ours, block alone: {100 * blocks / len(pairs):.2f} per 100\n\n")

    def print_recall(self, pairs: list[Pair], judges: dict[str, Judge], options: dict[str, str]) -> None:
        """Recall by kind of error, one column for each checker, and the mean over kinds."""
        heads = "".join(f"{name:>10}" for name in judges)
        self.stdout.write(f"{'kind of error':<22}{'made':>6}{heads}{'bar':>7}")
        shares: dict[str, list[float]] = {name: [] for name in judges}
        for group, bar, makers in GROUPS:
            self.stdout.write(f"-- {group}")
            for maker in makers:
                twins = injected(pairs, maker, int(options["seed"]), int(options["most"]))
                if not twins:
                    self.stdout.write(f"{maker.__name__:<22}{0:>6}  (no room in these pairs)")
                    continue
                line = f"{maker.__name__:<22}{len(twins):>6}"
                for name, judge in judges.items():
                    hits = caught(judge, twins)
                    shares[name].append(sum(hits) / len(hits))
                    line += f"{shares[name][-1]:>10.1%}"
                    if name == "ours" and options["misses"] == maker.__name__:
                        self.print_misses(twins, hits)
                self.stdout.write(line + (f"{bar:>7.0%}" if bar else ""))
        means = "".join(f"{sum(part) / len(part):>10.1%}" for part in shares.values())
        self.stdout.write(f"{'mean over kinds':<28}{means}{0.93:>7.0%}")

    def print_misses(self, twins: list[tuple[Pair, Pair]], hits: list[bool]) -> None:
        """The errors that nothing was said about."""
        for (clean, wrong), hit in zip(twins, hits, strict=True):
            if not hit:
                self.stdout.write(f"  {clean.source}\n    {clean.target}\n    {wrong.target}")

    def print_false(self, pairs: list[Pair]) -> None:
        """Each finding on the clean pairs, to be read."""
        for number, pair in enumerate(pairs, 1):
            for f in run(pair, CONTEXT):
                if f.severity is not Severity.INFO:
                    words = [pair.source[a:b] for a, b in f.source] + [pair.target[a:b] for a, b in f.target]
                    self.stdout.write(
                        f"{number} {f.check} {f.severity}: {f.text()} {words}\n    {pair.target}"
                    )
