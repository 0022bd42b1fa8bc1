"""What every form made of fields does: going from one to the next, choosing and explaining."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import on

from edi_tui.domain.fields import Field, FieldKind
from edi_tui.tui.forms.choice_entry import ChoiceEntry
from edi_tui.tui.forms.date_entry import DateEntry
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.line_entry import FieldEntry
from edi_tui.tui.forms.reference_entry import ReferenceEntry
from edi_tui.tui.modals.dialog import Dialog

if TYPE_CHECKING:
    from edi_tui.reference.field_helps import FieldHelp

T = TypeVar("T")


class FieldForm(Dialog[T]):
    """A dialog of fields under one another."""

    DEFAULT_CSS = """
    FieldForm.-tiny {
        .row { layout: vertical; }
        .label { width: 1fr; height: 1; }
        .opener { display: none; }
        .problem, DropDown { margin-left: 0; }
    }
    """
    AUTO_FOCUS = ".entry"

    def __init__(self, today: date) -> None:
        """Ask on a day.

        Args:
            today: The register's day.
        """
        super().__init__()
        self.today = today

    @property
    def boxes(self) -> list[FieldBox]:
        """The fields, in order."""
        return list(self.query(FieldBox))

    @property
    def current_box(self) -> FieldBox | None:
        """The field that is being filled in."""
        return next((box for box in self.boxes if box.has_focus_within), None)

    def go_to(self, name: str) -> None:
        """Go to a field, if the form has it."""
        for box in self.boxes:
            if box.spec.name == name:
                self.set_focus(box.entry)

    def action_save(self) -> None:
        """Hand over what the fields hold."""
        raise NotImplementedError

    def action_next_field(self) -> None:
        """Move to the next field, and save at the last."""
        if self.boxes[-1].has_focus_within:
            self.action_save()
        else:
            self.focus_next(".entry")

    def action_choose(self) -> None:
        """Show what there is to choose from in the field that is being filled in."""
        if (box := self.current_box) is not None:
            self._choose_for(box)

    @on(FieldBox.Asked)
    def choose_clicked(self, message: FieldBox.Asked) -> None:
        """Show what there is to choose from in the field that was clicked."""
        self._choose_for(message.box)

    def _choose_for(self, box: FieldBox) -> None:
        entry = box.entry
        if isinstance(entry, DateEntry):
            self._open_calendar(entry)
        elif isinstance(entry, ReferenceEntry | ChoiceEntry):
            entry.choose()
        elif isinstance(entry, FieldEntry) and box.spec.kind is FieldKind.FILE:
            self._open_folder(entry)

    def _open_calendar(self, entry: DateEntry) -> None:
        from edi_tui.tui.modals.calendar import Calendar

        def take(day: date | None) -> None:
            if day is not None:
                entry.day = day

        self.app.push_screen(Calendar(entry.day or self.today, self.today), take)

    def _open_folder(self, entry: FieldEntry) -> None:
        from edi_tui.tui.last_folder import last_folder, remember_folder
        from edi_tui.tui.modals.file_picker import FilePicker

        state = self.edi.surroundings.state

        def take(path: Path | None) -> None:
            if path is not None:
                remember_folder(path.parent, state)
                entry.value = str(path)

        typed = Path(entry.value.strip())
        folder = typed.parent if typed.name else last_folder(state)
        self.app.push_screen(FilePicker(folder), take)

    def action_about_field(self) -> None:
        """Explain the field that is being filled in."""
        from edi_tui.tui.modals.about_field import AboutField

        if (box := self.current_box) is not None:
            self.app.push_screen(AboutField(box.spec, self.told_of(box.spec)))

    def told_of(self, spec: Field) -> FieldHelp | None:
        """Return what is told of a field, if it is one of a record."""
        return None
