"""Everything about the record under the cursor, in parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from edi_tui.domain.columns import COLUMNS, cell, status_words, words
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import fields_of
from edi_tui.domain.rows import DeliveryRow, ObjectiveRow, Row, UpdateRow
from edi_tui.domain.text import visible
from edi_tui.domain.values import write_value
from edi_tui.domain.words import Precision, Status
from edi_tui.tui.course import Course
from edi_tui.tui.status_style import colours, status_style
from edi_tui.tui.text import passage, plain
from edi_tui.tui.widgets.detail_parts import Part, part_of, parts_of
from edi_tui.tui.widgets.heard_trend import heard_trend
from edi_tui.tui.widgets.history_lines import history_lines
from edi_tui.tui.widgets.measure_progress import progress_parts
from edi_tui.tui.widgets.related_line import line_of
from edi_tui.tui.widgets.smart_panel import deciding, smart_block, smart_letters

if TYPE_CHECKING:
    from edi_tui.services.pages import Page

_LABEL_WIDTH = 16
_ON_ONE_LINE = (Kind.READING, Kind.EVIDENCE, Kind.OBJECTIVE, Kind.WAIVER)
"""The kinds that are told so briefly that they need no line between them."""
_NOTHING = {
    Part.PROGRESS: "Nothing said yet. Press u to say how it is going.",
    Part.MEASURES: "Nothing is measured yet.",
    Part.LINKED: "Nothing is linked to it yet. Press a to attach evidence.",
}
"""What is said of a part in which there is nothing."""


class Detail(VerticalScroll):
    """The page of one record, a part of it at a time."""

    DEFAULT_CSS = """
    Detail {
        padding: 0 1 0 2;
        scrollbar-size-vertical: 1;
        #page { padding-right: 1; }
    }
    """

    part: var[Part] = var(Part.DETAIL)
    """The part that is wanted; a record that does not have it shows its fields."""

    def __init__(self, *, classes: str = "") -> None:
        """Begin without a record."""
        super().__init__(classes=classes)
        self._page: Page | None = None
        self._course: Course | None = None

    def compose(self) -> ComposeResult:
        """Make room for the page."""
        yield Static("", id="page")

    def clear(self) -> None:
        """Show nothing."""
        self._page = None
        self.border_title = self.border_subtitle = ""
        self.query_one("#page", Static).update("")

    def show(self, page: Page, course: Course | None) -> None:
        """Show a record from its top.

        Args:
            page: What is known around the record.
            course: How far a measure has come; None for other records.
        """
        self._page, self._course = page, course
        self.watch_part()

    def watch_part(self) -> None:
        """Show the part that is wanted from its top."""
        page = self._page
        if page is None:
            return
        shown = self.part if self.part in parts_of(page) else Part.DETAIL
        self.border_title = plain(f"{page.row.KIND.label} {page.row.ref}")
        self.border_subtitle = self._tabs(page, shown)
        self.query_one("#page", Static).update(Group(*self._shown(page, shown)))
        self.scroll_home(animate=False)

    def move(self, step: int) -> None:
        """Show the part a number of steps on, round the end."""
        if self._page is not None:
            parts = parts_of(self._page)
            place = parts.index(self.part) if self.part in parts else 0
            self.part = parts[(place + step) % len(parts)]

    def action_scroll_left(self) -> None:
        """Show the part before: nothing here is wider than the window."""
        self.move(-1)

    def action_scroll_right(self) -> None:
        """Show the next part."""
        self.move(1)

    def action_part(self, name: str) -> None:
        """Show the part that was clicked."""
        self.part = Part(name)

    @property
    def words(self) -> str:
        """What is shown, as plain text without styles."""
        page = self._page
        if page is None:
            return ""
        console = Console(width=100, file=StringIO(), color_system=None, legacy_windows=False)
        shown = self.part if self.part in parts_of(page) else Part.DETAIL
        with console.capture() as captured:
            console.print(Group(*self._shown(page, shown)))
        lines = (line.rstrip() for line in captured.get().splitlines())
        return "\n".join((f"{page.row.KIND.label} {page.row.ref}", *lines)).strip()

    def _tabs(self, page: Page, shown: Part) -> Content:
        parts = parts_of(page)
        if len(parts) == 1:
            return Content("")
        names = (
            Content.styled(
                part.value,
                f"{'bold underline $text-accent' if part is shown else ''} "
                f"@click=part('{part.value}')",
            )
            for part in parts
        )
        return Content(" ").join(names)

    def _shown(self, page: Page, part: Part) -> Iterable[RenderableType]:
        title = COLUMNS[page.row.KIND][1].name
        yield passage(_whole(page, title), "bold")
        yield Text()
        if part is Part.DETAIL:
            yield from self._detail(page, title)
        elif part is Part.HISTORY:
            yield from history_lines(page.history)
        else:
            yield from self._related(page, part)

    def _detail(self, page: Page, title: str) -> Iterable[RenderableType]:
        shades, course = colours(self.app), self._course
        if isinstance(page.row, DeliveryRow):
            yield _grid(self._standing(page.row, page.last_words))
            if page.smart:
                yield _grid([("SMART", smart_letters(page.smart, shades, between="\n"))])
        if course is not None:
            yield from progress_parts(course, shades, self.size.width, self.size.height)
            yield Text()
        yield _grid([(label, passage(text)) for label, text in _fields(page, title) if text])
        yield from _section("SMART", [smart_block(page.smart, shades)] if page.smart else [])
        yield from _section("What to mend", [_finding(one) for one in _to_mend(page)])
        if page.source:
            where = f"As imported from {page.row.source}" if page.row.source else "As imported"
            cells = [(heading, passage(text)) for heading, text in page.source.items() if text]
            yield from _section(where, [_grid(cells)])

    def _related(self, page: Page, part: Part) -> Iterable[RenderableType]:
        lists = [(kind, rows) for kind, rows in page.related() if part_of(kind) is part and rows]
        if not lists:
            yield passage(_NOTHING[part], "dim")
        for place, (kind, rows) in enumerate(lists):
            if place:
                yield Text()
            if len(lists) > 1:
                yield passage(kind.plural.replace("_", " ").capitalize(), "bold")
            if kind is Kind.HEARD_SCORE:
                yield from heard_trend(page.heard_scores, colours(self.app))
            else:
                lines = [self._line(row) for row in rows]
                yield from _apart(lines, spaced=kind not in _ON_ONE_LINE)

    def _standing(self, row: DeliveryRow, said: UpdateRow | None) -> list[tuple[str, Text]]:
        """Return how it stands: computed, declared where that differs, and why."""
        stands = [("Status", self._status(row.computed.status))]
        if row.computed.status is not row.status:
            stands.append(("Declared", self._status(row.status)))
        if row.computed.reason:
            stands.append(("Because", passage(row.computed.reason)))
        if said is not None:
            stands.append(("Latest", passage(f"{words(said.on)}: {said.narrative}")))
        due = cell(row, "due") + (f" ({row.due_text})" if _worded(row) else "")
        stands.append(("Due", passage(due or "no date")))
        if row.forecast_on:
            stands.append(("Forecast", passage(words(row.forecast_on))))
        if isinstance(row, ObjectiveRow) and row.agreed_on is None:
            stands.append(("Agreed", passage("not yet: it is a draft")))
        return stands

    def _status(self, status: Status) -> Text:
        return passage(status_words(status), status_style(self.app, status))

    def _line(self, row: Row) -> RenderableType:
        """Return a related record in one or two lines."""
        if isinstance(row, UpdateRow):
            told = Text.assemble((f"{words(row.on)}  ", "dim"))
            told.append(f"{status_words(row.status)}  ", status_style(self.app, row.status))
            if row.forecast_on:
                told.append(f"forecast {words(row.forecast_on)}")
            if row.narrative:
                told.append(f"\n{visible(row.narrative)}")
            return told
        return Text.assemble((f"{row.ref}  ", "dim"), visible(line_of(row)))


def _whole(page: Page, name: str) -> str:
    """Return the words of an attribute as they are, line ends too."""
    value = getattr(page.row, name)
    return value if isinstance(value, str) else cell(page.row, name)


def _fields(page: Page, title: str) -> list[tuple[str, str]]:
    """Return label and words of every field of a record but the one that stands as its title."""
    skipped = (title, "due") if isinstance(page.row, DeliveryRow) else (title,)
    return [
        (spec.label, _words(page, spec))
        for spec in fields_of(type(page.draft))
        if spec.name not in skipped
    ]


def _words(page: Page, spec: Field) -> str:
    if hasattr(page.row, spec.name) and spec.kind is not FieldKind.FLAG:
        return cell(page.row, spec.name)
    return write_value(spec, getattr(page.draft, spec.name))


def _to_mend(page: Page) -> Iterator[Finding]:
    """Yield the findings that the verdicts do not say already."""
    said = {judged.message for found in page.smart if (judged := deciding(found))}
    for one in page.findings:
        if one.level is not FindingLevel.NOTE and one.message not in said:
            yield one


def _finding(finding: Finding) -> Text:
    told = Text.assemble(("✗ " if finding.level is FindingLevel.FAIL else "~ ", "dim"))
    told.append(visible(finding.message))
    told.append(f" {visible(finding.fix)}", "dim")
    return told


def _worded(row: DeliveryRow) -> bool:
    """Tell whether the due date's words say more than its reading."""
    return row.due_on is not None and row.due_precision is not Precision.DAY


def _section(heading: str, parts: Sequence[RenderableType]) -> Iterable[RenderableType]:
    if parts:
        yield Text()
        yield passage(heading, "bold")
        yield from _apart(parts)


def _apart(parts: Sequence[RenderableType], *, spaced: bool = True) -> Iterable[RenderableType]:
    for place, part in enumerate(parts):
        if place and spaced:
            yield Text()
        yield part


def _grid(pairs: Sequence[tuple[str, Text]]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_LABEL_WIDTH)
    grid.add_column(ratio=1)
    for label, value in pairs:
        grid.add_row(passage(label, "dim"), value)
    return grid
