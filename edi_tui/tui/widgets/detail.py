"""Everything about the record under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from edi_tui.domain.columns import COLUMNS, cell, status_words, words
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import fields_of
from edi_tui.domain.rows import (
    ActionRow,
    ConcernRow,
    DeliveryRow,
    EngagementRow,
    EvidenceRow,
    MeasureRow,
    ReadingRow,
    Row,
    SponsorshipRow,
    UpdateRow,
)
from edi_tui.domain.text import visible
from edi_tui.domain.values import write_value
from edi_tui.domain.words import Precision, Status
from edi_tui.tui.colours import colours
from edi_tui.tui.course import Course
from edi_tui.tui.status_style import status_style
from edi_tui.tui.text import passage, plain
from edi_tui.tui.widgets.heard_trend import heard_trend
from edi_tui.tui.widgets.measure_progress import progress_parts
from edi_tui.tui.widgets.smart_panel import deciding, smart_block, smart_letters

if TYPE_CHECKING:
    from edi_tui.services.pages import Page

_LABEL_WIDTH = 16


class Detail(VerticalScroll):
    """The page of one record: its words, its fields, then what belongs to it."""

    DEFAULT_CSS = """
    Detail {
        padding: 0 1 0 2;
        scrollbar-size-vertical: 1;
        #page { padding-right: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Make room for the page."""
        yield Static("", id="page")

    def clear(self) -> None:
        """Show nothing."""
        self.border_title = ""
        self.query_one("#page", Static).update("")

    def show(self, page: Page, course: Course | None) -> None:
        """Show a record from its top.

        Args:
            page: What is known around the record.
            course: How far a measure has come; None for other records.
        """
        self.border_title = plain(f"{page.row.KIND.label} {page.row.ref}")
        self.query_one("#page", Static).update(Group(*self._parts(page, course)))
        self.scroll_home(animate=False)

    def _parts(self, page: Page, course: Course | None) -> Iterable[RenderableType]:
        theme = colours(self.app)
        title = COLUMNS[page.row.KIND][1].name
        fields = _fields(page, title)
        yield passage(_whole(page, title), "bold")
        yield Text()
        if isinstance(page.row, DeliveryRow):
            yield _grid(self._standing(page.row))
            if page.smart:
                yield _grid([("SMART", smart_letters(page.smart, theme, between="\n"))])
        if course is not None:
            yield from progress_parts(course, theme, self.size.width, self.size.height)
            yield Text()
        yield _grid([(label, passage(text)) for label, text in fields if text])
        for kind, rows in page.related():
            heading = (
                "Progress" if kind is Kind.UPDATE else kind.plural.replace("_", " ").capitalize()
            )
            yield from _section(heading, self._related(page, kind, rows))
        yield from _section("SMART", [smart_block(page.smart, theme)] if page.smart else [])
        yield from _section("What to mend", [_finding(one) for one in _to_mend(page)])
        if page.source:
            where = f"As imported from {page.row.source}" if page.row.source else "As imported"
            cells = [(heading, passage(text)) for heading, text in page.source.items() if text]
            yield from _section(where, [_grid(cells)])

    def _related(self, page: Page, kind: Kind, rows: Sequence[Row]) -> Sequence[RenderableType]:
        if kind is Kind.HEARD_SCORE:
            return [Group(*heard_trend(page.heard_scores, colours(self.app)))] if rows else []
        return [self._line(row) for row in rows]

    def _standing(self, row: DeliveryRow) -> list[tuple[str, Text]]:
        """Return how it stands: computed, declared where that differs, and why."""
        stands = [("Status", self._status(row.computed.status))]
        if row.computed.status is not row.status:
            stands.append(("Declared", self._status(row.status)))
        if row.computed.reason:
            stands.append(("Because", passage(row.computed.reason)))
        due = cell(row, "due") + (f" ({row.due_text})" if _worded(row) else "")
        stands.append(("Due", passage(due or "no date")))
        if row.forecast_on:
            stands.append(("Forecast", passage(words(row.forecast_on))))
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
        return Text.assemble((f"{row.ref}  ", "dim"), visible(_told(row)))


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


@singledispatch
def _told(row: Row) -> str:
    return cell(row, COLUMNS[row.KIND][1].name)


@_told.register
def _measure(row: MeasureRow) -> str:
    path = " → ".join(
        f"{name} {words(value)}"
        for name, value in (
            ("baseline", row.baseline),
            ("latest", row.latest),
            ("target", row.target),
        )
        if value is not None
    )
    return f"{row.name}{f' ({row.unit})' * bool(row.unit)}\n{path}"


@_told.register
def _reading(row: ReadingRow) -> str:
    parts = f" ({words(row.numerator)} of {words(row.denominator)})" * (row.numerator is not None)
    group = f"{row.group}: " * bool(row.group)
    return f"{words(row.as_at)}  {group}{words(row.value)}{parts}"


@_told.register
def _concern(row: ConcernRow) -> str:
    return f"{words(row.raised_on)}  {row.theme}: {row.text}"


@_told.register
def _sponsorship(row: SponsorshipRow) -> str:
    term = f"From {words(row.from_on)}" if row.from_on else "No start date"
    ended = f", ended {words(row.ended_on)}" * (row.ended_on is not None)
    achieves = f"\n{row.achieves}" if row.achieves else "\nDoes not say what it achieves"
    return f"{row.network}: {row.kind.label.lower()}, {row.member}\n{term}{ended}{achieves}"


@_told.register
def _engagement(row: EngagementRow) -> str:
    note = f"\n{row.note}" * bool(row.note)
    return f"{words(row.on)}  {row.kind.label}, {row.member}: {row.attendance.label.lower()}{note}"


@_told.register
def _evidence(row: EvidenceRow) -> str:
    return f"{row.title} · {row.kind.label} · {row.medium}"


@_told.register
def _action(row: ActionRow) -> str:
    return f"{row.text}\n{status_words(row.computed.status)}, {cell(row, 'due') or 'no date'}"


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
        yield parts[0]
        for part in parts[1:]:
            yield Text()
            yield part


def _grid(pairs: Sequence[tuple[str, Text]]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_LABEL_WIDTH)
    grid.add_column(ratio=1)
    for label, value in pairs:
        grid.add_row(passage(label, "dim"), value)
    return grid
