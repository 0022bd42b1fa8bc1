"""Which paper of a quarter is shown, and for whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from edi_tui.domain.due import format_date
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.words import Audience
from edi_tui.tui.modals.choose import Choose
from edi_tui.tui.screen import EdiScreen

if TYPE_CHECKING:
    from edi_tui.exports.paper import Paper
    from edi_tui.services.register import Register

_FOR = {
    Audience.COMMITTEE: "",
    Audience.BOARD: ", for the board",
    Audience.PUBLIC: ", for the public",
}


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A paper as it is shown of one quarter after the other."""

    name: str
    """The word by which orders and commands know it."""
    title: str
    audience: Audience = Audience.COMMITTEE

    @property
    def is_public(self) -> bool:
        """Whether it is as the public reads it."""
        return self.audience is Audience.PUBLIC

    def title_of(self, quarter: Quarter) -> str:
        """Return what stands above it."""
        return f"{self.title} {quarter}{_FOR[self.audience]}"

    def for_next(self) -> ShownPaper:
        """Return it for the next audience, after the last for the first."""
        audiences = list(Audience)
        after = audiences[(audiences.index(self.audience) + 1) % len(audiences)]
        return replace(self, audience=after)

    def made(self, quarter: Quarter, register: Register) -> tuple[str, Paper]:
        """Return what there is to say of the paper of a quarter, and the paper."""
        if self.is_public:
            return _public(quarter, register)
        from edi_tui.services.report import status_report

        report = status_report(register, quarter)
        frozen = report.closing.told if report.closing else "not frozen"
        told = f"as at {format_date(report.as_at)}, {frozen}"
        if self.name == STATUS_PAPER.name:
            from edi_tui.exports.status_paper import status_paper

            return told, status_paper(report, self.audience)
        from edi_tui.exports.shapes import shape_paper

        return told, shape_paper(self.name, report)


STATUS_PAPER = ShownPaper("status", "Status paper")
"""What is shown first."""


def _public(quarter: Quarter, register: Register) -> tuple[str, Paper]:
    from edi_tui.exports.public_paper import public_paper
    from edi_tui.services.public_report import public_report

    report = public_report(register, quarter)
    return f"as at {format_date(report.as_at)}, {report.closing.told}", public_paper(report)


def compared(quarter: Quarter, later: Quarter | None, register: Register) -> tuple[str, Paper]:
    """Return what a quarter is compared with, and what changed."""
    from edi_tui.exports.diff_paper import diff_paper
    from edi_tui.services.quarter_diff import compare

    found = compare(register, quarter, later)
    return f"to {found.after.name}", diff_paper(found)


async def choose_paper(screen: EdiScreen, shown: ShownPaper) -> ShownPaper | None:
    """Ask which paper is shown; None where it is left."""
    papers = _papers()
    key = screen.edi.key_for("export")
    told = f"Shown for each quarter{f', and written with {key}' if key else ''}."
    chosen = await screen.app.push_screen_wait(
        Choose("Which paper", told, list(papers.items()), shown.name)
    )
    if chosen is None:
        return None
    audience = shown.audience if chosen == STATUS_PAPER.name else Audience.COMMITTEE
    return ShownPaper(chosen, papers[chosen], audience)


def _papers() -> dict[str, str]:
    """Return the titles of the papers of a quarter, by the words that orders know them by."""
    from edi_tui.exports.shapes import SHAPES

    others = {name: shape.title for name, shape in SHAPES.items()}
    return {STATUS_PAPER.name: STATUS_PAPER.title, **others}
