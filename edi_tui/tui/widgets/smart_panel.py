"""The SMART verdicts of an objective: met or not, what decided it, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from textual.widgets import Static

from edi_tui.domain.rules.smart import LETTERS, Criterion, Judged
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.text import one_line
from edi_tui.tui.status_style import colours
from edi_tui.tui.text import cell, passage
from edi_tui.tui.verdict_style import COLOURS, verdict_words

Colours = Mapping[str, str]
"""The theme's variables."""
Draw = Callable[[Sequence[Criterion], Colours], RenderableType]

_WORST = (Verdict.MISSING, Verdict.WEAK, Verdict.NOT_ASSESSED)
_NAME_WIDTH = 16


def smart_block(criteria: Sequence[Criterion], colours: Colours) -> RenderableType:
    """Return every letter with its verdict, what decided it and what to do."""
    return Group(*(part for found in criteria for part in _lines(found, colours)))


def smart_line(criteria: Sequence[Criterion], colours: Colours) -> RenderableType:
    """Return all letters in one line, and below it what to do about the worst."""
    worst = next(
        (found for wanted in _WORST for found in criteria if found.verdict is wanted), None
    )
    prompt = cell(f"{worst.letter}: {told(worst)}" if worst else "Every criterion is met.", "dim")
    prompt.overflow = "ellipsis"
    return Group(smart_letters(criteria, colours), prompt)


def smart_letters(criteria: Sequence[Criterion], colours: Colours, *, between: str = "  ") -> Text:
    """Return all letters with their verdicts, one after the other."""
    return Text(between).join(
        Text.assemble((f"{found.letter} ", "bold"), _verdict(found, colours)) for found in criteria
    )


def deciding(criterion: Criterion) -> Judged | None:
    """Return the rule that decided a criterion, the leading one before others."""
    wanted = criterion.verdict
    counted = {Verdict.WEAK: (Verdict.WEAK, Verdict.MISSING)}.get(wanted, (wanted,))
    found = [judged for judged in criterion.rules if judged.verdict in counted]
    return max(found or criterion.rules, key=lambda judged: judged.leads, default=None)


def told(criterion: Criterion) -> str:
    """Return what decided a criterion, its words verbatim, and what to do."""
    judged = deciding(criterion)
    if judged is None:
        return "Nothing to go by yet."
    value = one_line(judged.value)
    quoted = f"“{value}”: " if value and value not in judged.message else ""
    fix = judged.fix if judged.verdict is not Verdict.MET else ""
    return f"{quoted}{judged.message} {fix}".strip()


def _lines(criterion: Criterion, colours: Colours) -> tuple[RenderableType, RenderableType]:
    name = f"{criterion.letter} {LETTERS[criterion.letter]}".ljust(_NAME_WIDTH)
    heading = Text.assemble((name, "bold"), _verdict(criterion, colours))
    return heading, Padding(passage(told(criterion)), (0, 0, 0, 2))


def _verdict(criterion: Criterion, colours: Colours) -> tuple[str, str]:
    verdict = criterion.verdict
    return verdict_words(verdict), colours.get(COLOURS.get(verdict, ""), "dim")


class SmartPanel(Static):
    """The verdicts as they stand while an objective is typed."""

    DEFAULT_CSS = "SmartPanel { color: $foreground; }"

    def __init__(self, place: str, draw: Draw = smart_block) -> None:
        """Begin without a verdict.

        Args:
            place: Where it stands, which is its identifier in the form.
            draw: How the verdicts are laid out.
        """
        super().__init__("Reading the register…", id=place)
        self._draw = draw

    def show(self, criteria: Sequence[Criterion]) -> None:
        """Show verdicts."""
        self.update(self._draw(criteria, colours(self.app)))
