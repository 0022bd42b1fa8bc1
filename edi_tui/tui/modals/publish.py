"""Shows what the public would read, what not and why, and asks where to put it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Static

from edi_tui.domain.due import format_date
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.tui.export_words import refs_in
from edi_tui.tui.file_wish import place_at, place_typed
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.field_form import FieldForm
from edi_tui.tui.keys.forms import fields_with
from edi_tui.tui.text import passage
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.same_command import SameCommand

if TYPE_CHECKING:
    from edi_tui.exports.outlook import Outlook
    from edi_tui.services.unpublished import Unpublished

_ANYWAY = Field(
    "Publish anyway",
    FieldKind.LINE,
    "The references of the records of which what is listed above may be published all the same.",
    name="acknowledged",
)
_FOLDER = Field(
    "Folder",
    FieldKind.LINE,
    "A folder that is made, or made anew where it was published before.",
    required=True,
    name="folder",
)
_NAMED = 4
"""How many are named of what is left out."""
_LABEL = 10


@dataclass(frozen=True, slots=True)
class SiteWish:
    """A site to be made."""

    folder: Path
    acknowledged: tuple[str, ...]
    words: Mapping[str, str]
    """What stood in each field."""

    @property
    def command(self) -> list[str]:
        """The words of the command that does the same."""
        known = [part for ref in self.acknowledged for part in ("--acknowledge", ref)]
        return ["publish", str(self.folder), *known]


class PublishForm(FieldForm[SiteWish | None]):
    """Shows what would be published and gathers where to; it publishes nothing itself."""

    DEFAULT_CSS = """
    PublishForm {
        #outlook { height: auto; max-height: 38vh; scrollbar-size-vertical: 1; margin-bottom: 1; }
        #outlook:focus { background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*fields_with("Publish")]

    def __init__(
        self, outlook: Outlook, today: date, words: Mapping[str, str], problem: str = ""
    ) -> None:
        """Show what would be published.

        Args:
            outlook: That.
            today: The register's day.
            words: What the fields begin with, or held where it is asked again.
            problem: Why it was not published; what is not looked at yet comes before it.
        """
        super().__init__(today)
        self._outlook, self._words, self._problem = outlook, words, problem

    def compose(self) -> ComposeResult:
        """Lay what would be published over the question where to."""
        with VerticalScroll(id="dialog", can_focus=False) as dialog:
            dialog.border_title = "Publish for all staff and the public"
            with VerticalScroll(id="outlook"):
                yield Static(Group(*_told(self._outlook)))
            for spec in self._specs():
                yield FieldBox(spec, self._words[spec.name], Choices(), self.today)
            yield SameCommand()
            with Horizontal(id="buttons"):
                yield Button("Publish", variant="warning", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    def _specs(self) -> tuple[Field, ...]:
        return (_ANYWAY, _FOLDER) if self._outlook.unseen else (_FOLDER,)

    def on_mount(self) -> None:
        """Show why it was not published."""
        self.follow()
        if self._problem and not self._stopped():
            self._complain(_FOLDER, self._problem)

    @property
    def words(self) -> dict[str, str]:
        """What stands in the fields, or would where one is not asked for."""
        return {**self._words, **{box.spec.name: box.words for box in self.boxes}}

    @on(Input.Changed)
    def follow(self) -> None:
        """Let the command follow what is typed."""
        for box in self.boxes:
            box.recheck()
        words = self.words
        line = SiteWish(place_typed(words["folder"]), _refs(words), words).command
        self.query_one(SameCommand).show(line, self.edi.surroundings.db)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the wish over, or say what is wrong with it."""
        if self._stopped():
            return
        words = self.words
        try:
            folder = place_at(words["folder"])
        except ValueError as error:
            self._complain(_FOLDER, str(error))
        else:
            self.dismiss(SiteWish(folder, _refs(words), words))

    def _stopped(self) -> bool:
        """Say which records nobody has looked at yet, and return whether there are any."""
        known = {ref.upper() for ref in _refs(self.words)}
        unseen = self._outlook.unseen
        left = [ref for ref in unseen.refs if ref not in known] if unseen else []
        if left:
            told = f"Take it out, or name here that it may be read: {' '.join(left)}."
            self._complain(_ANYWAY, told)
        return bool(left)

    def _complain(self, spec: Field, problem: str) -> None:
        self.query_one(f"#field-{spec.name}", FieldBox).complain(problem)
        self.go_to(spec.name)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without publishing anything."""
        self.dismiss(None)


def _refs(words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(refs_in(words["acknowledged"]))


def _told(outlook: Outlook) -> Iterator[RenderableType]:
    if outlook.unseen:
        yield passage("Nothing is published until somebody has looked at this:", "bold")
        yield from (passage(f"{each}.") for each in outlook.unseen.found)
        yield Text()
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_LABEL)
    grid.add_column(ratio=1)
    for label, text in _lines(outlook):
        grid.add_row(passage(label, "dim"), passage(text))
    yield grid


def _lines(outlook: Outlook) -> Iterator[tuple[str, str]]:
    newest, earlier = outlook.newest, len(outlook.reports) - 1
    before = f", and {earlier:,} before it" if earlier else ""
    yield "Quarter", f"{newest.quarter}, progress as at {format_date(newest.as_at)}{before}"
    objectives = Kind.OBJECTIVE.counted(len(newest.objectives))
    networks = Kind.NETWORK.counted(len(newest.networks))
    yield "Published", f"{objectives}, {networks}"
    left_out = chain.from_iterable(_left_out(one, newest.quarter) for one in outlook.left_out)
    yield from zip(chain(("Not",), repeat("")), left_out, strict=False)
    if newest.hidden:
        numbers = "1 number" if newest.hidden == 1 else f"{newest.hidden:,} numbers"
        few = f"of fewer than {newest.threshold} people, or nobody can tell of how many"
        yield "Hidden", f"{numbers} {few}; edi-tui publish FOLDER --log lists them"


def _left_out(one: Unpublished, quarter: Quarter) -> Iterator[str]:
    """Yield how many records of a kind are left out, by reason."""
    yield from _counted(one.kind, one.never, "that nobody opted in")
    yield from _counted(one.kind, one.since, f"opted in since {quarter} was closed")


def _counted(kind: Kind, refs: tuple[str, ...], why: str) -> Iterator[str]:
    if refs:
        more = f" and {len(refs) - _NAMED:,} more" if len(refs) > _NAMED else ""
        yield f"{kind.counted(len(refs))} {why}: {', '.join(refs[:_NAMED])}{more}"
