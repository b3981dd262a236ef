"""Check a file of pairs and print what is found, one JSON object a line."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.core.management.base import BaseCommand

from reviews.checks import Context, Finding, Pair, run, run_document
from reviews.checks.house import HouseRules, default_rules
from reviews.checks.pairs_file import Malformed, read_pairs, read_terms
from reviews.checks.termbase import Glossary


def as_line(finding: Finding, line: int) -> str:
    """One finding as the JSON object that the command prints."""
    said = {
        "line": line,
        "check": finding.check,
        "severity": finding.severity,
        "category": finding.category,
        "message": finding.text(),
        "source": [list(span) for span in finding.source],
        "target": [list(span) for span in finding.target],
        "expected": finding.expected,
        "fix": finding.fix,
    }
    return json.dumps(said, ensure_ascii=False)


class Command(BaseCommand):
    """`python manage.py check_pairs FILE.tsv`; it reads no database."""

    help = "Check a file of pairs (Arabic TAB English) and print one JSON object for each finding."
    requires_system_checks = ()

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", help="pairs, one a line: Arabic, a tab, English; - reads standard input")
        parser.add_argument(
            "--document", action="store_true", help="the file is one story: look across its lines too"
        )
        parser.add_argument("--glossary", metavar="TERMS.tsv", help="terms that hold: Arabic, a tab, English")
        parser.add_argument("--rules", metavar="HOUSE.toml", help="the desk's own house rules")

    def handle(self, **options: str) -> None:
        rules = (
            HouseRules.from_toml(Path(options["rules"]).read_text("utf-8"))
            if options["rules"]
            else default_rules()
        )
        terms = read_terms(Path(options["glossary"]).read_text("utf-8")) if options["glossary"] else ()
        context = Context(rules=rules, glossary=Glossary(terms))
        if options["file"] == "-":
            self.report(sys.stdin.buffer, context, document=bool(options["document"]))
        else:
            with Path(options["file"]).open("rb") as stream:
                self.report(stream, context, document=bool(options["document"]))

    def report(self, stream: BinaryIO, context: Context, *, document: bool) -> None:
        """Print the findings of all lines of a stream."""
        pairs = self.good_pairs(read_pairs(stream))
        for line in self.in_story(pairs, context) if document else self.one_by_one(pairs, context):
            self.stdout.write(line)

    def good_pairs(self, lines: Iterator[tuple[int, Pair | Malformed]]) -> Iterator[tuple[int, Pair]]:
        """The pairs; a malformed line is reported by its number, and the rest goes on."""
        for number, pair in lines:
            if isinstance(pair, Malformed):
                self.stdout.write(json.dumps({"line": number, "error": pair.reason}, ensure_ascii=False))
                self.stderr.write(f"line {number}: {pair.reason}")
            else:
                yield number, pair

    def one_by_one(self, pairs: Iterator[tuple[int, Pair]], context: Context) -> Iterator[str]:
        """Findings of each pair as it comes, so that memory stays flat."""
        for number, pair in pairs:
            for finding in run(pair, context):
                yield as_line(finding, number)

    def in_story(self, pairs: Iterator[tuple[int, Pair]], context: Context) -> Iterator[str]:
        """Findings of all pairs as one story."""
        numbered = list(pairs)
        for finding in run_document(tuple(pair for _number, pair in numbered), context):
            yield as_line(finding, numbered[finding.segment][0])
