"""What belongs in a field, with an example and the rules that read it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from edi_tui.domain.fields import Field, FieldKind
from edi_tui.reference.field_helps import FieldHelp
from edi_tui.tui.keys.forms import ABOUT
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

_TYPED = {
    FieldKind.PROSE: "Enter begins a new line; tab goes on to the next field.",
    FieldKind.DATE: "Up and down go a day on or back, page up and page down a month; t is today "
    "and f4 opens a calendar. Words such as end of March 2027 are read too.",
    FieldKind.NUMBER: "Digits, with or without a sign for per cent or pounds.",
    FieldKind.FLAG: "y for yes, n for no.",
    FieldKind.CHOICE: "The first letters of a word choose it; f4 shows all.",
    FieldKind.REFERENCE: "Type a few letters; down and up go through what may be meant, enter "
    "takes it and f4 shows all.",
    FieldKind.NAMES: "Several stand with semicolons between.",
    FieldKind.FILE: "A place that you type, or f4 to look for it.",
}
_SAME = {FieldKind.DUE: FieldKind.DATE, FieldKind.REFERENCES: FieldKind.REFERENCE}


class AboutField(Dialog[None]):
    """Explains one field."""

    DEFAULT_CSS = """
    AboutField {
        #dialog { width: 76; }
        Static { margin-bottom: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*ABOUT]

    def __init__(self, spec: Field, told: FieldHelp | None) -> None:
        """Explain a field.

        Args:
            spec: The field.
            told: What belongs in it; only its hint is known without.
        """
        super().__init__()
        self._spec, self._told = spec, told

    def compose(self) -> ComposeResult:
        """Lay what belongs there over how it is typed and what reads it."""
        with VerticalScroll(id="dialog") as dialog:
            dialog.border_title = plain(self._spec.label)
            for part in self._parts():
                yield Static(part)
        yield KeyLine()

    def _parts(self) -> list[Content]:
        needed = " It is needed." if self._spec.required else ""
        told, kind = self._told, self._spec.kind
        parts = [plain(f"{told.what if told else self._spec.hint}{needed}".strip())]
        if told is not None:
            parts.append(_titled("Such as", told.example))
        if not self._spec.sentence and (typed := _TYPED.get(_SAME.get(kind, kind))):
            parts.append(_titled("How to fill it in", typed))
        if told is not None and told.rules:
            rules = "\n".join(f"{rule.id}  {rule.name}" for rule in told.rules)
            parts.append(_titled("Rules that read it", rules))
        return [part for part in parts if part.plain]

    def action_close(self) -> None:
        """Go back to the form."""
        self.dismiss(None)


def _titled(title: str, text: str) -> Content:
    return Content.assemble(plain(title, "bold"), plain("\n"), plain(text))
