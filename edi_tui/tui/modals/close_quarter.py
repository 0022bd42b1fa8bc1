"""Shows what closing a quarter freezes and what stands open, and asks for its dates and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.console import Group, RenderableType
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from edi_tui.domain.due import format_date
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.text import shortened
from edi_tui.domain.values import read_day
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.field_form import FieldForm
from edi_tui.tui.keys.forms import fields_with
from edi_tui.tui.text import passage, plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.refusal import Refusal

if TYPE_CHECKING:
    from edi_tui.domain.closing import Closing
    from edi_tui.services.closing import Readiness

_AS_AT = Field("Progress as at", FieldKind.DATE, required=True, name="as_at")
_MEETING = Field("Meeting on", FieldKind.DATE, "When the committee meets.", name="meeting")
_BECAUSE = Field("What was wrong", FieldKind.LINE, "It is printed.", required=True, name="because")
_DESPITE = Field("Why despite them", FieldKind.LINE, "It is printed.", name="despite")
_NAMED = 6
"""How many open findings are shown."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered."""

    as_at: date | None
    meeting_on: date | None
    despite: str
    because: str
    words: Mapping[str, str]
    """What stood in each field."""


class CloseForm(FieldForm[Answers | None]):
    """Gathers what is said when a quarter is closed, or issued again."""

    DEFAULT_CSS = """
    CloseForm {
        #told { height: auto; max-height: 40vh; margin-bottom: 1; scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*fields_with("Close")]

    def __init__(
        self,
        quarter: Quarter,
        ready: Readiness,
        closed: Closing | None,
        today: date,
        answered: Answers | None = None,
        problem: str = "",
    ) -> None:
        """Ask about a quarter that has ended.

        Args:
            quarter: The quarter.
            ready: What would be frozen, and what stands open.
            closed: How it was closed before, where it is issued again.
            today: The register's day.
            answered: What was answered before, where it is asked again.
            problem: Why it was refused.
        """
        super().__init__(today)
        self._quarter, self._ready, self._before = quarter, ready, closed
        self._words = answered.words if answered else self._proposed()
        self._problem = problem

    def _proposed(self) -> dict[str, str]:
        meeting = self._before.meeting_on if self._before else None
        words = {
            "as_at": format_date(self._ready.report.as_at),
            "meeting": format_date(meeting) if meeting else "",
        }
        if self._before:
            words["because"] = ""
        if self._ready.fails:
            words["despite"] = ""
        return words

    def compose(self) -> ComposeResult:
        """Lay what is frozen and what is open over the questions."""
        verb = "Issue again" if self._before else "Close"
        specs = (spec for spec in (_AS_AT, _MEETING, _BECAUSE, _DESPITE))
        with VerticalScroll(id="dialog", can_focus=False) as dialog:
            dialog.border_title = plain(f"{verb}: {self._quarter}")
            with VerticalScroll(id="told", can_focus=False):
                yield Static(Group(*self._told()))
            for spec in specs:
                if spec.name in self._words:
                    yield FieldBox(spec, self._words[spec.name], Choices(), self.today)
            yield Refusal(self._problem)
            with Horizontal(id="buttons"):
                yield Button(verb, variant="warning", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    def _told(self) -> list[RenderableType]:
        now = self._ready.report.now
        counted = (
            Kind.OBJECTIVE.counted(len(now.objectives)),
            Kind.ACTION.counted(len(now.actions)),
            Kind.UPDATE.counted(len(now.updates)),
        )
        told = passage(
            f"Frozen are {', '.join(counted)} and everything else in the register, with what is "
            "judged of it today. The papers of the quarter never change afterwards, and undo does "
            "not take it back; a correction is a new issue with its reason."
        )
        if self._before:
            before = passage(f"It was {self._before.told}; that issue is kept.")
            return [before, Text(), told, Text(), *self._open()]
        return [told, Text(), *self._open()]

    def _open(self) -> list[RenderableType]:
        """Return the findings that stand open, the first few in full."""
        fails = self._ready.fails
        if not fails:
            return [passage("No finding at level fail is open.")]
        are = "finding at level fail is" if len(fails) == 1 else "findings at level fail are"
        shown = [
            passage(f"{one.rule} {one.ref}: {shortened(one.message, 160)}")
            for one in fails[:_NAMED]
        ]
        more = len(fails) - _NAMED
        rest = [passage(f"and {more:,} more, listed by edi-tui check", "dim")] if more > 0 else []
        return [passage(f"{len(fails):,} {are} open:", "bold"), *shown, *rest]

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the answers over, or say what is wrong with one."""
        days = [self._day(spec) for spec in (_AS_AT, _MEETING)]
        needed = [self._text(spec) for spec in (_BECAUSE, _DESPITE)]
        if None in days or None in needed:
            return
        words = {box.spec.name: box.words for box in self.boxes}
        as_at, meeting = (day[0] for day in days if day is not None)
        because, despite = (text for text in needed if text is not None)
        self.dismiss(Answers(as_at, meeting, despite, because, words))

    def _day(self, spec: Field) -> tuple[date | None] | None:
        """Return the day of a field in a tuple, or say under it what is wrong and return None."""
        box = self.query_one(f"#field-{spec.name}", FieldBox)
        try:
            day = read_day(box.words, self.today)
        except ValueError as error:
            self._complain(box, str(error))
            return None
        if day is None and spec.required:
            self._complain(box, "Say the day that progress is read at.")
            return None
        box.complain("")
        return (day,)

    def _text(self, spec: Field) -> str | None:
        """Return what a field says, or say under it that it is needed and return None."""
        if spec.name not in self._words:
            return ""
        box = self.query_one(f"#field-{spec.name}", FieldBox)
        text = box.words.strip()
        if not text:
            self._complain(box, "Say why; the reason is printed on the paper.")
            return None
        box.complain("")
        return text

    def _complain(self, box: FieldBox, problem: str) -> None:
        box.complain(problem)
        self.set_focus(box.entry)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave the quarter as it is."""
        self.dismiss(None)


class ReissueForm(CloseForm):
    """The same for a quarter that is closed already."""

    BINDINGS: ClassVar[list[BindingType]] = [*fields_with("Issue again")]
