"""The form for any kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.timer import Timer
from textual.widgets import Button, Input, Select, Static, TextArea

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import Draft, EvidenceDraft, fields_of
from edi_tui.domain.validation import validate
from edi_tui.domain.values import draft_from_words, write_value
from edi_tui.tui import bindings
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.question import (
    FILE,
    Filled,
    Judge,
    Question,
    beside_a_file,
    file_named,
)
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.smart_panel import SmartPanel, smart_line

_PAUSE = 0.12
"""Seconds without a key after which what was typed is judged."""


class RecordForm(Dialog[Filled | None]):
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
        #explained { height: 4; margin-top: 1; color: $text-muted; border-top: solid $boost; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.FORM]
    AUTO_FOCUS = ".entry"

    def __init__(self, question: Question) -> None:
        """Ask what the question needs."""
        super().__init__()
        self.question = question
        self._judge: Judge | None = None
        self._pause: Timer | None = None
        self.set_class(question.draft.KIND is Kind.OBJECTIVE, "-judged")

    def compose(self) -> ComposeResult:
        """Lay the fields out under one another."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(self.question.heading)
            yield Static("", id="refusal")
            with Horizontal(id="sides"):
                with VerticalScroll(can_focus=False, id="fields"):
                    for spec in self._specs():
                        yield FieldBox(spec, self._words(spec), self.question.choices)
                yield SmartPanel(id="beside")
            yield SmartPanel(smart_line, id="below")
            yield Static("", id="explained")
            with Horizontal(id="buttons"):
                yield Button("Save", variant="primary", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show why it was refused before, and go to the field that was asked for."""
        self._show_verdicts()
        if self.question.focus:
            for box in self.boxes:
                if box.spec.name == self.question.focus:
                    self.call_after_refresh(box.entry.focus)
        if isinstance(self.question.problem, InvalidError):
            self._complain(self.question.problem.problems)
        elif self.question.problem is not None:
            self._refuse(str(self.question.problem))

    def _specs(self) -> list[Field]:
        known = fields_of(type(self.question.draft))
        specs = [spec for spec in known if spec.typed and spec.name not in self.question.given]
        return [FILE, *map(beside_a_file, specs)] if self.question.attaching else specs

    def _words(self, spec: Field) -> str:
        return self.question.words.get(spec.name, self._begun(spec))

    def _begun(self, spec: Field) -> str:
        """Return what a field held before anything was typed into it."""
        return write_value(spec, getattr(self.question.draft, spec.name, ""))

    @property
    def boxes(self) -> list[FieldBox]:
        """The fields, in order."""
        return list(self.query(FieldBox))

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
        words = {box.spec.name: box.words for box in self.boxes}
        try:
            return self._drafted(words)
        except InvalidError as error:
            read = {name: text for name, text in words.items() if name not in error.problems}
            return self._drafted(read)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def stay(self) -> None:
        """Ask again before leaving, since something more was typed."""
        if self.has_class("-leaving"):
            self.remove_class("-leaving")
            self._refuse("")

    @on(DescendantFocus)
    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def explain(self) -> None:
        """Say what belongs in the field, or how what stands there is read."""
        for box in self.boxes:
            box.recheck()
        text = next(
            (box.explained(self.question.today) for box in self.boxes if box.has_focus_within), ""
        )
        self.query_one("#explained", Static).update(plain(text))

    @on(FieldBox.Next)
    def go_on(self) -> None:
        """Move to the next field, and save at the last."""
        if self.boxes[-1].has_focus_within:
            self.action_save()
        else:
            self.focus_next(".entry")

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the draft over, or show what is wrong with it and go to the first such field."""
        words = {box.spec.name: box.words for box in self.boxes}
        try:
            filled = self._filled(words)
        except InvalidError as error:
            self._complain(error.problems)
        else:
            self.dismiss(filled)

    def _filled(self, words: dict[str, str]) -> Filled:
        told = {name: text for name, text in words.items() if name != FILE.name}
        draft = self._drafted(told)
        file = file_named(words.get(FILE.name, ""))
        if file is None or not isinstance(draft, EvidenceDraft):
            validate(draft)
        return Filled(draft, words, file)

    def _drafted(self, words: Mapping[str, str]) -> Draft:
        base = self.question.draft
        return draft_from_words(type(base), words, base=base, document=self.question.today)

    def _complain(self, problems: Mapping[str, str]) -> None:
        self._refuse("")
        for box in self.boxes:
            box.complain(problems.get(box.spec.name, ""))
        wrong = [box for box in self.boxes if box.spec.name in problems]
        if wrong:
            wrong[0].entry.focus()
        shown = {box.spec.name for box in self.boxes}
        self._refuse(" ".join(text for name, text in problems.items() if name not in shown))

    def _refuse(self, text: str) -> None:
        refusal = self.query_one("#refusal", Static)
        refusal.update(plain(text))
        refusal.display = bool(text)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without a draft; a second press is asked for where something was typed."""
        if self.may_leave("escape"):
            self.dismiss(None)

    def may_leave(self, key: str) -> bool:
        """Tell whether nothing typed would be lost, or the person pressed a key to leave twice."""
        typed = any(box.words != self._begun(box.spec) for box in self.boxes)
        if not typed or self.has_class("-leaving"):
            return True
        self.add_class("-leaving")
        self._refuse(
            f"You have typed something. Press {key} again to throw it away, or ctrl+s to save it."
        )
        return False
