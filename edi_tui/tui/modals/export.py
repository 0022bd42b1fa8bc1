"""Asks which file to write: what is in it, for whom, in what form and where."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Select, Static

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.words import Audience
from edi_tui.tui.export_words import (
    FIELDS,
    NOW,
    FileFormat,
    applies,
    audience_of,
    export_command,
    file_name,
    format_of,
    quarter_of,
)
from edi_tui.tui.file_wish import (
    Complaint,
    FileWish,
    Prospect,
    file_at,
    place_typed,
    placed,
    wish_of,
)
from edi_tui.tui.forms.choice_entry import ChoiceEntry
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.field_form import FieldForm
from edi_tui.tui.keys.forms import fields_with
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.same_command import SameCommand

if TYPE_CHECKING:
    from edi_tui.exports.offers import Offer

_ALWAYS = ("what", "format", "path")


class ExportForm(FieldForm[FileWish | None]):
    """Gathers what to write; a file that is there is replaced only where that is said."""

    DEFAULT_CSS = """
    ExportForm {
        #fields { height: auto; min-height: 5; }
        #told { height: auto; min-height: 1; margin-top: 1; color: $text-muted; }
        SameCommand { margin-top: 0; }
        &.-tiny #fields, &.-low #fields { min-height: 0; }
        &.-tiny #told, &.-low #told { margin-top: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*fields_with("Write")]

    def __init__(
        self,
        prospect: Prospect,
        words: Mapping[str, str],
        complaint: Complaint | None = None,
    ) -> None:
        """Propose a file, or what was typed before.

        Args:
            prospect: What can be ordered.
            words: What stands in some fields, or stood in all of them where it is asked again.
            complaint: Why it was not written.
        """
        super().__init__(prospect.today)
        self._prospect = prospect
        self._complaint = complaint
        self._titles = {one.title: one for one in prospect.offers}
        self._words = self._begun(words)
        self._proposed = self._file_name(self._words)
        self._words.setdefault("path", str(prospect.folder / self._proposed))
        self._format = format_of(self._words)
        self._refused = _at(self._words) if complaint and complaint.there else None

    def _begun(self, words: Mapping[str, str]) -> dict[str, str]:
        """Return what the fields begin with."""
        offer = self._prospect.offers[0]
        begun = {spec.name: "" for spec in FIELDS if spec.name != "path"}
        begun |= {"what": offer.title, "later": NOW, "audience": Audience.COMMITTEE.label}
        begun |= words
        offer = self._titles[begun["what"]]
        begun["format"] = begun["format"] or _formats(offer)[0]
        return begun

    def compose(self) -> ComposeResult:
        """Lay the fields over whom it is for and the command that does the same."""
        with VerticalScroll(id="dialog", can_focus=False) as dialog:
            dialog.border_title = "Write a file"
            with Vertical(id="fields"):
                for spec in FIELDS:
                    labels = self._labels(spec.name, self._words)
                    yield FieldBox(
                        spec, self._words[spec.name], self._prospect.members, self.today, labels
                    )
            yield Static("", id="told")
            yield SameCommand()
            with Horizontal(id="buttons"):
                yield Button("Write", variant="primary", id="save", compact=True)
                yield Button("Replace it", variant="warning", id="replace", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show why it was not written."""
        self.follow()
        if self._complaint:
            self._box(self._complaint.field).complain(self._complaint.problem)
            self.go_to(self._complaint.field)

    @property
    def offer(self) -> Offer:
        """What is chosen to be written."""
        return self._titles[self._box("what").words]

    @property
    def words(self) -> dict[str, str]:
        """What stands in every field."""
        return {box.spec.name: box.words for box in self.boxes}

    @property
    def asked(self) -> dict[str, str]:
        """What stands in the fields that are shown."""
        asks = (*_ALWAYS, *self.offer.asks)
        words = {name: text for name, text in self.words.items() if name in asks}
        return {
            name: text
            for name, text in words.items()
            if applies(name, words) and (name != "acknowledged" or self._stopped)
        }

    @property
    def _stopped(self) -> bool:
        """Whether what nobody has acknowledged has stopped the paper."""
        name = "acknowledged"
        stopped = self._complaint is not None and self._complaint.field == name
        return stopped or bool(self._words[name])

    def _box(self, name: str) -> FieldBox:
        return self.query_one(f"#field-{name}", FieldBox)

    def _labels(self, name: str, words: Mapping[str, str]) -> list[str]:
        """Return what a choice offers."""
        if name == "what":
            return list(self._titles)
        if name == "format":
            return _formats(self._titles[words["what"]])
        if name == "later":
            quarter = quarter_of(words["quarter"])
            later = [one for one in self._prospect.closed if quarter is None or one > quarter]
            return [NOW, *map(str, later)]
        return []

    @on(Input.Changed)
    @on(Select.Changed)
    def follow(self) -> None:
        """Ask what the chosen file needs, and let its name and its command follow."""
        words = self.words
        for name in ("format", "later"):
            entry = self._box(name).entry
            assert isinstance(entry, ChoiceEntry)
            entry.offer(self._labels(name, words))
        asked = self.asked
        for box in self.boxes:
            box.display = box.spec.name in asked
            box.recheck()
        self._follow_name()
        self._tell()

    def _follow_name(self) -> None:
        """Give the file the name that is proposed, unless the person has named it."""
        entry = self._box("path").entry
        assert isinstance(entry, Input)
        words = self.words
        before, after = self._proposed, self._file_name(words)
        was, now = self._format, format_of(words)
        self._proposed, self._format = after, now
        if before != after and entry.value.endswith(before):
            entry.value = f"{entry.value.removesuffix(before)}{after}"
        elif was is not now and entry.value.endswith(f".{was.value}"):
            entry.value = f"{entry.value.removesuffix(was.value)}{now.value}"

    def _file_name(self, words: Mapping[str, str]) -> str:
        offer = self._titles[words["what"]]
        asked = {name: text for name, text in words.items() if name in offer.asks}
        return file_name(offer.what, asked | {"format": words["format"]})

    def _tell(self) -> None:
        words, offer = self.words, self.offer
        told = offer.told_for.get(audience_of(words), offer.told)
        self.query_one("#told", Static).update(plain(told))
        self.query_one("#replace", Button).display = self._may_replace
        line = export_command(offer.what, placed(self.asked), _at(words), force=self._may_replace)
        self.query_one(SameCommand).show(line, self.edi.surroundings.db)

    @property
    def _may_replace(self) -> bool:
        """Whether it was said of the named file, in the chosen format, that it is there."""
        return self._refused is not None and _at(self.words) == self._refused

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the order over, or say what is wrong with it."""
        self._hand_over(force=False)

    @on(Button.Pressed, "#replace")
    def replace_it(self) -> None:
        """Hand the order over, for the file that is there to be replaced."""
        self._hand_over(force=True)

    def _hand_over(self, *, force: bool) -> None:
        try:
            wish = wish_of(self._prospect, self.offer, self.words, self.asked, force=force)
        except InvalidError as error:
            for box in self.boxes:
                box.complain(error.problems.get(box.spec.name, ""))
            self.go_to(next(iter(error.problems)))
        else:
            self.dismiss(wish)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without writing anything."""
        self.dismiss(None)


def _formats(offer: Offer) -> list[str]:
    return [one.label for one in FileFormat if one.value in offer.formats]


def _at(words: Mapping[str, str]) -> Path:
    """Return where the file would be written, as far as that can be told yet."""
    return place_typed(words["path"], partial(file_at, format_of(words)))
