"""One field of a form: its label, where it is typed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import OptionList, Static, TextArea

from edi_tui.domain.dates import read_date
from edi_tui.domain.due import format_date
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.tui.forms.choice_entry import ChoiceEntry
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.date_entry import DateEntry
from edi_tui.tui.forms.drop_down import DropDown
from edi_tui.tui.forms.line_entry import FieldEntry, FieldProse
from edi_tui.tui.forms.reference_entry import ReferenceEntry
from edi_tui.tui.text import plain

Entry = FieldEntry | FieldProse | ChoiceEntry
_DATES = (FieldKind.DATE, FieldKind.DUE)
_REFERENCES = (FieldKind.REFERENCE, FieldKind.REFERENCES)


class FieldBox(Vertical):
    """A field of a record as it is filled in."""

    DEFAULT_CSS = """
    FieldBox {
        height: auto;
        .row { height: auto; }
        .label { width: 20; color: $text-muted; padding-right: 1; }
        .entry { width: 1fr; }
        .opener { width: 3; padding: 0 1; color: $text-muted; background: $boost; }
        .opener:hover { color: $text; }
        Input.entry { background: $boost; padding: 0 1; }
        Input.entry:focus { background: $primary-muted; }
        TextArea.entry {
            height: auto;
            min-height: 3;
            max-height: 8;
            background: $boost;
            padding: 0 1;
            border: none;
        }
        TextArea.entry:focus { background: $primary-muted; border: none; }
        Select.entry > SelectCurrent { background: $boost; padding: 0 1; }
        Select.entry:focus > SelectCurrent { background: $primary-muted; }
        .problem { display: none; margin-left: 20; padding: 0 1; color: $text-error; }
        &.-wrong .problem { display: block; }
        &.-wrong .label { color: $text-error; }
    }
    """

    class Asked(Message):
        """The sign beside the entry was clicked, which opens what there is to choose from."""

        def __init__(self, box: FieldBox) -> None:
            """Ask for a field."""
            super().__init__()
            self.box = box

    def __init__(
        self,
        spec: Field,
        words: str,
        choices: Choices,
        today: date,
        labels: Sequence[str] = (),
    ) -> None:
        """Fill the field with words.

        Args:
            spec: The field.
            words: What it holds to begin with.
            choices: What references may point to.
            today: The day that a missing year counts from.
            labels: What a choice offers, where its vocabulary is not all or not known.
        """
        super().__init__(id=f"field-{spec.name}")
        self.spec = spec
        self._words = words
        self._choices = choices.of(spec)
        self._today = today
        self._labels = list(labels)
        self._refused = words
        self._below = DropDown()
        self.entry: Entry = self._made()
        """Where the field is typed or chosen."""
        self._shown = self.entry.words

    def compose(self) -> ComposeResult:
        """Lay the label beside the entry, and leave room for a problem below."""
        with Horizontal(classes="row"):
            yield Static(self._labelled(), classes="label")
            yield self.entry
            if sign := self._sign():
                yield Static(sign, classes="opener")
        if isinstance(self.entry, ReferenceEntry):
            yield self._below
        yield Static("", classes="problem")

    def _made(self) -> Entry:
        kind, words = self.spec.kind, self._words
        if kind is FieldKind.PROSE:
            return FieldProse(words, sentence=self.spec.sentence)
        if kind in _DATES:
            return DateEntry(words, self._today)
        if kind in _REFERENCES:
            many = kind is FieldKind.REFERENCES
            return ReferenceEntry(words, self._choices, self._below, many=many)
        if kind is FieldKind.FLAG:
            return ChoiceEntry(["yes", "no"], words)
        if self._labels:
            return ChoiceEntry(self._labels, words)
        if self.spec.words is not None:
            return ChoiceEntry([word.label for word in self.spec.words], words)
        return FieldEntry(words)

    def _sign(self) -> str:
        """Return what shows that there is something to choose from."""
        if isinstance(self.entry, ReferenceEntry):
            return "▾"
        return {FieldKind.FILE: "…"}.get(self.spec.kind, "▦" if self.spec.kind in _DATES else "")

    @property
    def words(self) -> str:
        """What the field holds now; words that were not touched are returned as they were."""
        typed = self.entry.words
        return self._words if typed == self._shown else typed

    def recheck(self) -> None:
        """Take back what was said to be wrong as soon as something else stands there."""
        if self.has_class("-wrong") and self.words != self._refused:
            self.complain("")

    def complain(self, problem: str) -> None:
        """Show what is wrong, or nothing more."""
        self._refused = self.words
        self.query_one(".problem", Static).update(plain(problem))
        self.set_class(bool(problem), "-wrong")

    def explained(self) -> str:
        """Return how the field is read, or what belongs in it."""
        words = self.words
        if self.spec.kind in _DATES and words.strip():
            reading = read_date(words, document=self._today)
            if reading.due.on:
                return f"Read as {format_date(reading.due.on)}."
            return reading.remarks[0].message if reading.remarks else ""
        if self.spec.kind in _REFERENCES and words.strip():
            return self._named(words) or self.spec.hint
        return self.spec.hint

    def _named(self, words: str) -> str:
        """Return the names behind references."""
        wanted = [each.strip().lower() for each in words.split(";")]
        found = {one.ref.lower(): one for one in self._choices}
        found |= {one.record.lower(): one for one in self._choices}
        return "\n".join(found[each].told for each in wanted if each in found)

    @on(TextArea.Changed)
    def count(self) -> None:
        """Say beside a prose field how much of its room is taken."""
        self.query_one(".label", Static).update(self._labelled())

    def _labelled(self) -> Content:
        label = plain(f"{self.spec.label}{' *' * self.spec.required}")
        if not isinstance(self.entry, FieldProse) or not (text := self.entry.text.strip()):
            return label
        words = len(text.split())
        counted = f"\n{words:,} word{'s' * (words != 1)}\n{len(text):,}"
        over = len(text) > self.spec.limit
        room = (
            f" of {self.spec.limit:,}" if over or 2 * len(text) > self.spec.limit else " characters"
        )
        return Content.assemble(label, (counted + room, "$text-error" if over else "dim"))

    @on(OptionList.OptionSelected)
    def choose_clicked(self, event: OptionList.OptionSelected) -> None:
        """Take the choice that was clicked."""
        if isinstance(self.entry, ReferenceEntry) and event.option_list is self._below:
            event.stop()
            self.entry.take_chosen()

    def on_click(self, event: Click) -> None:
        """Open what there is to choose from."""
        if event.widget is not None and event.widget.has_class("opener"):
            self.screen.set_focus(self.entry)
            self.post_message(self.Asked(self))
