"""The ways in which something is worked out, each with its version, as rules have theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edi_tui.domain import (
    assurance,
    concerns,
    coverage,
    heard,
    ledger,
    metric_1a,
    progress,
    shortfall,
    sponsorship,
    suppression,
    travel,
)

STATUS, DRIFT = "status", "drift"
_FIRST = 1
"""The version of a way where none is recorded: every way begins with it."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which something is worked out."""

    version: int
    told: str
    """What is done by it, to be said after “the way in which”."""


WAYS: Mapping[str, Way] = {
    STATUS: Way(progress.VERSION, "a status is worked out"),
    "direction": Way(travel.VERSION, "directions of travel are told"),
    "measures": Way(shortfall.VERSION, "the gaps and trends of measures are worked out"),
    "assurance": Way(assurance.VERSION, "evidence is graded"),
    "coverage": Way(coverage.VERSION, "seats are held against what is asked of them"),
    DRIFT: Way(ledger.VERSION, "drift is counted"),
    "sponsorship": Way(sponsorship.VERSION, "the work of sponsors is counted"),
    "concerns": Way(concerns.VERSION, "the time that concerns wait is counted"),
    "heard": Way(heard.VERSION, "heard scores are compared"),
    "metric 1a": Way(metric_1a.VERSION, "metric 1a is counted"),
    "suppression": Way(suppression.VERSION, "small numbers are hidden"),
}
"""The ways under the names by which a closed quarter records their versions among its rules.

A new one begins with version 1: that of every release that did not record it yet.
"""


def otherwise(then: Mapping[str, int], now: Mapping[str, int]) -> tuple[str, ...]:
    """Return in words the rules and ways that were of another version then; no new rules.

    Args:
        then: The versions that were recorded.
        now: Those of this release.
    """
    rules = (name for name in sorted(then) if not is_way(name) and then[name] != now.get(name))
    ways = changed_ways(then, now)
    return (
        *(f"rule {name}" for name in rules),
        *(f"the way in which {WAYS[name].told}" for name in ways),
    )


def is_way(name: str) -> bool:
    """Tell whether a name among the rules is of a way, of any release: rules have a capital."""
    return name.islower()


def alike(way: str, then: Mapping[str, int], now: Mapping[str, int]) -> bool:
    """Tell whether two sides worked something out by one version of a way."""
    return then.get(way, _FIRST) == now.get(way, _FIRST)


def changed_ways(then: Mapping[str, int], now: Mapping[str, int]) -> Iterator[str]:
    """Yield the names of the ways that are of another version on the other side."""
    return (name for name in WAYS if not alike(name, then, now))
