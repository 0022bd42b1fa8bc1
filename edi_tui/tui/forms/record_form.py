"""The form for any kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantBlur, DescendantFocus
from textual.timer import Timer
from textual.widgets import Button, Input, Select, Static, TextArea

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import Draft, fields_of
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.field_form import FieldForm
from edi_tui.tui.forms.question import (
    FILE,
    Filled,
    Judge,
    Keeper,
    Question,
    beside_a_file,
)
from edi_tui.tui.keys.forms import FIELDS
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.refusal import Refusal
from edi_tui.tui.widgets.smart_panel import SmartPanel, smart_line

if TYPE_CHECKING:
    from edi_tui.reference.field_helps import FieldHelp

_PAUSE = 0.12
"""Seconds without a key after which what was typed is judged."""
_KEPT_WITHIN = 1.0
"""Seconds after which what was typed outlives the program."""


class RecordForm(FieldForm[Filled | None]):
    """Asks for the fields of a record; gathers and checks, and stores nothing."""

    DEFAULT_CSS = """
    RecordForm {
        #sides { height: auto; }
        #fields { width: 1fr; height: auto; max-height: 42vh; scrollbar-size-vertical: 1; }
        SmartPanel { display: none; }
        #below { height: 2; margin-top: 1; }
        #beside {
            width: 42;
            height: auto;
            max-height: 54vh;
            margin-left: 2;
            padding-left: 2;
            border-left: solid $boost;
        }
        &.-judged #fields { max-height: 34vh; }
        &.-judged.-narrow #below { display: block; }
        &.-judged.-narrow #dialog { padding: 0 2; }
        &.-judged.-wide #dialog { width: 132; }
        &.-judged.-wide #fields { max-height: 54vh; }
        &.-judged.-wide #beside { display: block; }
        &.-low #fields { max-height: 60vh; }
        &.-low #buttons, &.-low #below { display: none; }
        #explained { height: 4; margin-top: 1; color: $text-muted; border-top: solid $boost; }
        &.-low #explained { height: 1; margin: 0; border: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*FIELDS]

    def __init__(self, question: Question) -> None:
        """Ask what the question needs."""
        super().__init__(question.today)
        self.question = question
        self._judge: Judge | None = None
        self._keeper: Keeper | None = None
        self._pause: Timer | None = None
        self._keeping: Timer | None = None
        self.set_class(question.draft.KIND is Kind.OBJECTIVE, "-judged")

    def compose(self) -> ComposeResult:
        """Lay the fields out under one another."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(self.question.heading)
            yield Refusal()
            with Horizontal(id="sides"):
                with VerticalScroll(can_focus=False, id="fields"):
                    for spec in self._specs():
                        yield FieldBox(spec, self._words(spec), self.question.choices, self.today)
                yield SmartPanel("beside")
            yield SmartPanel("below", smart_line)
            yield Static("", id="explained")
            with Horizontal(id="buttons"):
                yield Button("Save", variant="primary", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show why it was refused before, and go to the field that was asked for."""
        self._show_verdicts()
        self.go_to(self.question.focus)
        if isinstance(self.question.problem, InvalidError):
            self._complain(self.question.problem.problems)
        elif self.question.problem is not None:
            self.refuse(str(self.question.problem))

    def _specs(self) -> list[Field]:
        known = fields_of(type(self.question.draft))
        specs = [spec for spec in known if spec.typed and spec.name not in self.question.given]
        return [FILE, *map(beside_a_file, specs)] if self.question.attaching else specs

    def _words(self, spec: Field) -> str:
        return self.question.words.get(spec.name, self.question.begun(spec))

    @property
    def words(self) -> dict[str, str]:
        """What stands in each field."""
        return {box.spec.name: box.words for box in self.boxes}

    @property
    def touched(self) -> bool:
        """Whether anything was typed."""
        return any(box.words != self.question.begun(box.spec) for box in self.boxes)

    def told_of(self, spec: Field) -> FieldHelp | None:
        """Return what is told of a field of this kind of record."""
        from edi_tui.reference.field_helps import field_helps

        return field_helps()[self.question.draft.KIND, spec.name]

    def judge_with(self, judge: Judge) -> None:
        """Judge what is typed from now on.

        Args:
            judge: Returns the verdicts on a draft; it must be quick, since it runs as one types.
        """
        self._judge = judge
        if self.is_mounted:
            self._show_verdicts()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def judge_soon(self) -> None:
        """Judge again once the person pauses."""
        if self._judge is not None:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(_PAUSE, self._show_verdicts)

    def _show_verdicts(self) -> None:
        if self._judge is not None:
            criteria = self._judge(self._as_far_as_read())
            for panel in self.query(SmartPanel):
                panel.show(criteria)

    def _as_far_as_read(self) -> Draft:
        """Return the draft, with what stood before in each field that cannot be read yet."""
        words = self.words
        try:
            return self.question.drafted(words)
        except InvalidError as error:
            read = {name: text for name, text in words.items() if name not in error.problems}
            return self.question.drafted(read)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def stay(self) -> None:
        """Ask again before leaving, since something more was typed."""
        if self.has_class("-leaving"):
            self.remove_class("-leaving")
            self.refuse("")

    @on(DescendantFocus)
    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def explain(self) -> None:
        """Say what belongs in the field, or how what stands there is read."""
        for box in self.boxes:
            box.recheck()
        current = self.current_box
        told = current.explained() if current else ""
        self.query_one("#explained", Static).update(plain(told), layout=False)

    def keep_with(self, keeper: Keeper) -> None:
        """Keep what is typed from now on, so that it outlives the program.

        Args:
            keeper: Returns what keeps the words of the fields, or forgets them, in a thread.
        """
        self._keeper = keeper

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def keep_soon(self) -> None:
        """Keep what was typed within a second, however fast it goes on."""
        if self._keeper is not None and self._keeping is None:
            self._keeping = self.set_timer(_KEPT_WITHIN, self.keep)

    @on(DescendantBlur)
    def keep(self) -> None:
        """Keep what is typed; nothing where all is as it was."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if self._keeper is not None:
            words = self.words if self.touched else None
            self.run_worker(self._keeper(words), thread=True, group="keep")

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the draft over, or show what is wrong with it and go to the first such field."""
        try:
            filled = self.question.filled(self.words)
        except InvalidError as error:
            self._complain(error.problems)
        else:
            self.dismiss(filled)

    def _complain(self, problems: Mapping[str, str]) -> None:
        self.refuse("")
        for box in self.boxes:
            box.complain(problems.get(box.spec.name, ""))
        wrong = [box for box in self.boxes if box.spec.name in problems]
        if wrong:
            self.set_focus(wrong[0].entry)
        shown = {box.spec.name for box in self.boxes}
        self.refuse(" ".join(text for name, text in problems.items() if name not in shown))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without a draft; a second press is asked for where something was typed."""
        if self.may_leave("esc"):
            self.dismiss(None)

    def may_leave(self, key: str) -> bool:
        """Tell whether nothing typed would be lost, or the person pressed a key to leave twice."""
        if not self.touched:
            return True
        if self.has_class("-leaving"):
            if self._keeper is not None:
                self._keeper(None)()
            return True
        self.add_class("-leaving")
        self.refuse(
            f"You have typed something. Press {key} again to throw it away, or ctrl+s to save it."
        )
        return False
