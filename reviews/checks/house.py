"""The desk's house rules: data that a desk can change without a programmer."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Self

SEVERITIES = ("off", "info", "warn", "block")
CHOICES = {
    "spelling": ("american", "british", "either"),
    "quotes": ("straight", "curly", "either"),
    "percent": ("%", "percent", "per cent", "either"),
}


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What one desk wants; house.toml explains each field and has these defaults, and words beside."""

    spelling: str = "either"
    quotes: str = "either"
    percent: str = "either"
    spell_out_below: int = 10
    headline_longest: int = 90
    headline_full_stop: bool = False
    dateline: str = r"^\S.{1,60} [-–—] [A-Z][\w.]+$"
    shortest_share: float = 0.35
    longest_share: float = 2.6
    words: frozenset[str] = frozenset()
    severity: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Read a desk's file; an unknown key or value raises ValueError naming it, and nothing is guessed."""
        given = tomllib.loads(text)
        known = {f.name: f.default for f in fields(cls)}
        for name, value in given.items():
            if name not in known:
                raise ValueError(f"house rules: there is no rule called {name!r}")
            if value not in CHOICES.get(name, (value,)):
                raise ValueError(f"house rules: {name} is one of {', '.join(CHOICES[name])}, not {value!r}")
            if name == "words" and not (
                isinstance(value, list) and all(isinstance(word, str) for word in value)
            ):
                raise ValueError("house rules: words is a list of words")
            if name not in {"severity", "words"} and not _fits(value, known[name]):
                raise ValueError(f"house rules: {name} is a {type(known[name]).__name__}, not {value!r}")
        words = frozenset(word.lower() for word in given.pop("words", ()))
        severity = given.pop("severity", {})
        for check, level in severity.items():
            if level not in SEVERITIES:
                raise ValueError(f"house rules: severity of {check} is one of {', '.join(SEVERITIES)}")
        return cls(**given, words=words, severity=tuple(sorted(severity.items())))

    def level(self, check: str, usual: str) -> str:
        """The severity this desk gives a check: its own word, or the usual one."""
        return dict(self.severity).get(check, usual) if self.severity else usual


def _fits(value: object, default: object) -> bool:
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(default)


@cache
def default_rules() -> HouseRules:
    """The rules of house.toml as it ships."""
    return HouseRules.from_toml(Path(__file__).with_name("house.toml").read_text(encoding="utf-8"))
