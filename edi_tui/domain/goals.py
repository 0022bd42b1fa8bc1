"""Goals for a group's share of posts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.units import percent_words

_SHARES = {
    "now": "The share now",
    "goal": "The goal",
    "turnover": "The turnover",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A share of posts to be reached by a date. Shares run from 0 to 1.

    Raises:
        InvalidError: The numbers contradict each other, or the share now is not known.
    """

    share_goal: Decimal
    turnover_per_year: Decimal
    """Share of the posts that fall free in a year."""
    start: date
    by: date
    share_now: Decimal | None = None
    """Worked out from `held` and `posts` where it is not given."""
    posts: Decimal | int | None = None
    """Posts in all, headcount or whole-time equivalent."""
    held: Decimal | int | None = None
    """Posts that the group holds now; worked out from the share where it is not given."""

    def __post_init__(self) -> None:
        """Refuse numbers that cannot be."""
        problems = {name: why for name, why in self._checks() if why}
        if problems:
            raise InvalidError(problems)

    def _checks(self) -> list[tuple[str, str]]:
        shares = (self.share_now, self.share_goal, self.turnover_per_year)
        outside = [
            (name, f"{label} has to be between 0% and 100%; {percent_words(share)} is not.")
            for (name, label), share in zip(_SHARES.items(), shares, strict=True)
            if share is not None and not 0 <= share <= 1
        ]
        return [("posts", self._posts_amiss()), ("held", self._held_amiss()), *outside]

    def _posts_amiss(self) -> str:
        return "" if self.posts is None or self.posts >= 1 else "Give at least one post."

    def _held_amiss(self) -> str:
        if self.share_now is None and (self.held is None or self.posts is None):
            return "Give the share now, or the posts and how many of them the group holds."
        if self.held is None:
            return ""
        if self.held < 0:
            return "The posts held cannot be fewer than none."
        if self.posts is not None and self.held > self.posts:
            return f"The group cannot hold {self.held} of {self.posts} posts."
        return self._held_unlike_share(self.held)

    def _held_unlike_share(self, held: Decimal | int) -> str:
        """Say where the share and the posts held are a whole post or more apart."""
        if self.share_now is None or not self.posts or abs(self.share_now * self.posts - held) < 1:
            return ""
        counted = percent_words(Decimal(held) / self.posts)
        said = f"{held} of {self.posts} posts is {counted}, not {percent_words(self.share_now)}"
        return f"{said}; give one or the other."

    @property
    def now(self) -> Decimal:
        """The share now: as given, else from the posts held."""
        if self.share_now is not None:
            return self.share_now
        return Decimal(self.held or 0) / (self.posts or 1)
