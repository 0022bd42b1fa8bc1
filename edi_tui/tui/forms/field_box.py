"""One field of a form: its label, where it is typed, and what is wrong with it."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from edi_tui.domain.dates import read_date
from edi_tui.domain.due import format_date
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.text import shortened, visible
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.entry import LineEntry, ProseEntry

_DATES = (FieldKind.DATE, FieldKind.DUE)


class FieldBox(Vertical):
    """A field of a record as it is filled in."""

    DEFAULT_CSS = """
    FieldBox {
        height: auto;
        .row { height: auto; }
        .label { width: 20; color: $text-muted; padding-right: 1; }
        .entry { width: 1fr; }
        Input.entry { background: $boost; padding: 0 1; }
        Input.entry:focus { background: $primary-muted; }
        TextArea.entry { height: 3; background: $boost; padding: 0 1; border: none; }
        TextArea.entry:focus { background: $primary-muted; border: none; }
        Select.entry > SelectCurrent { background: $boost; padding: 0 1; }
        Select.entry:focus > SelectCurrent { background: $primary-muted; }
        .problem { display: none; margin-left: 20; padding: 0 1; color: $text-error; }
        &.-wrong .problem { display: block; }
        &.-wrong .label { color: $text-error; }
    }
    """

    class Next(Message):
        """Enter was pressed: go on to the next field."""

    def __init__(self, spec: Field, words: str, choices: Choices) -> None:
        """Fill the field with words.

        Args:
            spec: The field.
            words: What it holds to begin with.
            choices: What references may point to.
        """
        super().__init__(id=f"field-{spec.name}")
        self.spec = spec
        self._words = words
        self._choices = choices
        self._refused = words
        self._entry = self._made()
        self._shown = "" if isinstance(self._entry, Select) else _typed(self._entry)

    def compose(self) -> ComposeResult:
        """Lay the label beside the entry, and leave room for a problem below."""
        with Horizontal(classes="row"):
            star = " *" if self.spec.required else ""
            yield Static(plain(f"{self.spec.label}{star}"), classes="label")
            yield self._entry
        yield Static("", classes="problem")

    def _made(self) -> Input | TextArea | Select[str]:
        if self.spec.kind is FieldKind.PROSE:
            return ProseEntry(
                visible(self._words), classes="entry", compact=True, highlight_cursor_line=False
            )
        options = self._options()
        if options is None:
            return LineEntry(
                self._words,
                suggester=SuggestFromList(
                    [visible(ref) for ref in self._choices.suggestions(self.spec)],
                    case_sensitive=False,
                ),
                select_on_focus=False,
                classes="entry",
                compact=True,
            )
        chosen = self._words if self._words in [value for _, value in options] else Select.NULL
        return Select(
            options,
            value=chosen,
            allow_blank=self.spec.kind is FieldKind.REFERENCE,
            prompt="Choose, or leave empty",
            classes="entry",
            compact=True,
        )

    def _options(self) -> list[tuple[Content | str, str]] | None:
        """Return what the field chooses from, or None where it is typed."""
        if self.spec.kind is FieldKind.FLAG:
            return [("yes", "yes"), ("no", "no")]
        if self.spec.words is not None:
            return [(word.label, word.label) for word in self.spec.words]
        listed = None
        if self.spec.kind is FieldKind.REFERENCE:
            listed = self._choices.listed(self.spec)
        if listed is None:
            return None
        options: list[tuple[Content | str, str]] = [
            (plain(shortened(name, 70)), ref) for ref, name in listed
        ]
        if self._words and self._words not in dict(listed):
            # It was withdrawn since; it must not be dropped unseen.
            options.append((plain(f"{self._words}, withdrawn"), self._words))
        return options

    @property
    def entry(self) -> Widget:
        """Where the field is typed or chosen."""
        return self._entry

    @property
    def words(self) -> str:
        """What the field holds now; words that were not touched are returned as they were."""
        if isinstance(self._entry, Select):
            return "" if self._entry.is_blank() else str(self._entry.value)
        typed = _typed(self._entry)
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

    def explained(self, today: date) -> str:
        """Return how the field is read, or what belongs in it."""
        words = self.words
        if self.spec.kind in _DATES and words.strip():
            reading = read_date(words, document=today)
            if reading.due.on:
                return f"Read as {format_date(reading.due.on)}."
            return reading.remarks[0].message if reading.remarks else ""
        if self.spec.kind is FieldKind.REFERENCE and words:
            return self._choices.name_of(words) or self.spec.hint
        return self.spec.hint

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(self.Next())


def _typed(entry: Input | TextArea) -> str:
    return entry.value if isinstance(entry, Input) else entry.text
