"""One thing on the Desk: the words of the file, and what may be accepted for them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from edi_tui.domain.desk import DeskItem
from edi_tui.domain.text import shortened
from edi_tui.tui.text import passage

_CELL = 200
"""Characters of a cell of the row that are shown."""


class DeskDetail(VerticalScroll):
    """Shows where a finding stands, what was said of it, and what is proposed."""

    DEFAULT_CSS = """
    DeskDetail { padding: 0 2; scrollbar-size-vertical: 1; }
    DeskDetail Static { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Leave room for the words."""
        yield Static("")

    def show(self, item: DeskItem | None, chosen: int) -> None:
        """Show an item with one of its proposals chosen; nothing where there is none."""
        lines = () if item is None else (*_asked(item), *_offers(item, chosen), *_row(item))
        self.query_one(Static).update(Group(*lines))


def _asked(item: DeskItem) -> Iterator[Text]:
    finding = item.finding
    about = " ".join(filter(None, (item.ref, item.what)))
    yield passage(about or item.matter.label, "bold")
    place = ", ".join(filter(None, (finding.where, finding.column)))
    yield passage(f"In {place}", "dim")
    if finding.value:
        yield passage(f"“{finding.value}”")
    yield Text()
    yield passage(finding.message)
    if len(item.refs) > 1:
        yield passage(f"The same words stand in {', '.join(item.refs[1:])} too.")
    yield Text()


def _offers(item: DeskItem, chosen: int) -> Iterator[RenderableType]:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for place, offer in enumerate(item.proposals):
        mark, style = ("▸", "bold") if place == chosen else (" ", "")
        said = passage(f"{mark} {offer.shown or offer.words}", style)
        grid.add_row(said, passage(offer.why, "dim"))
    if item.proposals:
        yield grid
        yield Text()


def _row(item: DeskItem) -> Iterator[Text]:
    said = {heading: text for heading, text in item.cells.items() if text}
    if said:
        yield passage("The row in the file", "dim")
    for heading, text in said.items():
        yield passage(f"{heading}: ", "dim").append_text(passage(shortened(text, _CELL)))
