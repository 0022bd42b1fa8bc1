"""How far a network feels heard, score by score, as bars that say the same in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from edi_tui.domain.columns import words
from edi_tui.domain.due import format_date
from edi_tui.domain.rows import HeardScoreRow
from edi_tui.domain.words import HeardFrom
from edi_tui.tui.text import passage

_MOST = Decimal(5)
"""The best score; the worst is 1, and the bar of 0 would be empty."""
_WIDEST, _LEAST = 20, 5
_EDGES = 30
"""Characters for day, score and people beside the bar."""


def heard_trend(
    scores: Sequence[HeardScoreRow], colours: Mapping[str, str]
) -> Iterator[RenderableType]:
    """Yield one picture for each group that was asked; like is only beside like.

    Args:
        scores: The scores of one network, the oldest first, hidden ones without their figure.
        colours: The theme's colours.
    """
    for source in HeardFrom:
        asked = [row for row in scores if row.heard_from is source]
        if asked:
            yield passage(f"{source.label}, from 1 to 5. {_direction(asked)}".strip())
            yield _Bars(asked, colours.get("text-accent", ""))


def _direction(asked: Sequence[HeardScoreRow]) -> str:
    """Say which way it went between the last two that may be shown."""
    if asked[-1].score is None:
        return ""
    shown = [row.score for row in asked if row.score is not None]
    if len(shown) < 2:
        return "No earlier score."
    before, latest = shown[-2:]
    if before == latest:
        return f"Level at {words(latest)}."
    way = "Risen" if latest > before else "Fallen"
    return f"{way} from {words(before)} to {words(latest)}."


@dataclass(frozen=True, slots=True)
class _Bars:
    """One line for each score: its day, the score, the bar, and how many answered."""

    scores: Sequence[HeardScoreRow]
    style: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the bars as wide as there is room."""
        width = max(min(options.max_width - _EDGES, _WIDEST), _LEAST)
        for row in self.scores:
            line = Text(f"{format_date(row.on):>11}  ", "dim")
            if row.score is None:
                line.append(row.why_not)
            else:
                filled = round(row.score / _MOST * width)
                line.append(f"{words(row.score):<4} ", "none")
                line.append("█" * filled, self.style)
                line.append("·" * (width - filled))
            line.append(f"  {_people(row)}")
            yield line


def _people(row: HeardScoreRow) -> str:
    return "" if row.people is None else f"n = {words(row.people)}"
