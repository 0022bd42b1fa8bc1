"""The form for any kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.widgets import Button, Input, Select, Static, TextArea

from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import Draft, EvidenceDraft, fields_of
from edi_tui.domain.validation import validate
from edi_tui.domain.values import draft_from_words, write_value
from edi_tui.tui import bindings
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

FILE = Field(
    "File",
    FieldKind.LINE,
    "The file to attach, such as ~/Documents/minutes.docx. It is "
    "copied, and the copy is kept with the register.",
    name="file",
    limit=4096,
)
"""The one entry of a form that is not a field of its record."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What came out of a form."""

    draft: Draft
    words: Mapping[str, str]
    """What stood in each field."""
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a form is for."""

    heading: str
    draft: Draft
    """What the fields begin with."""
    choices: Choices
    today: date
    given: frozenset[str] = frozenset()
    """Fields that are settled already and are not asked for."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What was typed before, where the form is shown again."""
    problem: EdiError | None = None
    """Why it was refused before."""
    attaching: bool = False
    """Whether a file may come with it."""

    def again(self, filled: Filled, problem: EdiError) -> Question:
        """Return the same question with everything typed and the reason why it was refused."""
        return replace(self, words=filled.words, problem=problem)


class RecordForm(Dialog[Filled | None]):
    """Asks for the fields of a record; gathers and checks, and stores nothing."""

    DEFAULT_CSS = """
    RecordForm {
        #fields { height: auto; max-height: 42vh; scrollbar-size-vertical: 1; }
        #explained { height: 4; margin-top: 1; color: $text-muted; border-top: solid $boost; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.FORM]
    AUTO_FOCUS = ".entry"

    def __init__(self, question: Question) -> None:
        """Ask what the question needs."""
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """Lay the fields out under one another."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(self.question.heading)
            yield Static("", id="refusal")
            with VerticalScroll(can_focus=False, id="fields"):
                for spec in self._specs():
                    yield FieldBox(spec, self._words(spec), self.question.choices)
            yield Static("", id="explained")
            with Horizontal(id="buttons"):
                yield Button("Save", variant="primary", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine(show_command_palette=False)

    def on_mount(self) -> None:
        """Show why it was refused before."""
        if isinstance(self.question.problem, InvalidError):
            self._complain(self.question.problem.problems)
        elif self.question.problem is not None:
            self._refuse(str(self.question.problem))

    def _specs(self) -> list[Field]:
        known = fields_of(type(self.question.draft))
        specs = [spec for spec in known if spec.typed and spec.name not in self.question.given]
        return [FILE, *map(_beside_a_file, specs)] if self.question.attaching else specs

    def _words(self, spec: Field) -> str:
        return self.question.words.get(spec.name, self._begun(spec))

    def _begun(self, spec: Field) -> str:
        """Return what a field held before anything was typed into it."""
        return write_value(spec, getattr(self.question.draft, spec.name, ""))

    @property
    def boxes(self) -> list[FieldBox]:
        """The fields, in order."""
        return list(self.query(FieldBox))

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
        base = self.question.draft
        draft = draft_from_words(type(base), told, base=base, document=self.question.today)
        file = _file(words.get(FILE.name, ""))
        if file is None or not isinstance(draft, EvidenceDraft):
            validate(draft)
        return Filled(draft, words, file)

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


def _beside_a_file(spec: Field) -> Field:
    """Return what is known of a field where a file may give what it would need."""
    if spec.name != "title":
        return spec
    return replace(spec, required=False, hint="What it is called; the file's name without one.")


def _file(words: str) -> Path | None:
    if not words.strip():
        return None
    try:
        path = Path(words.strip().strip("\"'")).expanduser()
        found = path.is_file()
    except (OSError, RuntimeError):  # a name too long, a closed folder, or a home nobody has
        raise InvalidError({FILE.name: f"“{words}” cannot be read."}) from None
    if not found:
        raise InvalidError({FILE.name: f"There is no file at {path}."})
    return path
