"""The terms of a representation goal, as people and measures say them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.goals import Goal
from edi_tui.domain.rows import MeasureRow

_NEEDED = {
    "goal": "Give the share to be reached in %, such as 30.",
    "turnover": "Give the share of the posts that fall free in a year in %, such as 12.",
    "by": "Give the date by which the goal is to be met, such as 31 March 2029.",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What was said of a goal; shares in per cent."""

    now: Decimal | None = None
    goal: Decimal | None = None
    turnover: Decimal | None = None
    posts: Decimal | None = None
    held: Decimal | None = None
    by: date | None = None

    def over(self, base: Terms) -> Terms:
        """Return these terms, with those of a base where nothing was said.

        A number of posts held that was said goes before a base's share.
        """
        said = {name: value for name, value in asdict(self).items() if value is not None}
        merged = replace(base, **said)
        counted = self.held is not None and merged.posts is not None and self.now is None
        return replace(merged, now=None) if counted else merged

    def to_goal(self, start: date) -> Goal:
        """Return the goal, counted from a start.

        Raises:
            InvalidError: Something is missing, or the numbers contradict each other.
        """
        if self.goal is None or self.turnover is None or self.by is None:
            missing = {name: why for name, why in _NEEDED.items() if getattr(self, name) is None}
            raise InvalidError(missing)
        return Goal(
            share_now=None if self.now is None else self.now / 100,
            share_goal=self.goal / 100,
            turnover_per_year=self.turnover / 100,
            posts=self.posts,
            held=self.held,
            start=start,
            by=self.by,
        )


def terms_of(row: MeasureRow, by: date | None) -> Terms:
    """Return what a measure says of its goal; its baseline is the share where nothing was read.

    Args:
        row: A measure of a share of posts, in %.
        by: The day by which the goal is to be met.
    """
    return Terms(
        now=row.baseline if row.latest is None else row.latest,
        goal=row.target,
        turnover=row.turnover,
        posts=row.posts,
        by=by,
    )
