"""The page of a record, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edi_tui.cli.lists import say_rows
from edi_tui.cli.output import say, say_fields, say_prose
from edi_tui.domain.columns import row_plain, status_words
from edi_tui.domain.due import Due, format_date
from edi_tui.domain.fields import FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import fields_of
from edi_tui.domain.rows import DeliveryRow, UpdateRow
from edi_tui.domain.values import write_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edi_tui.domain.fields import Field
    from edi_tui.domain.rows import Row
    from edi_tui.services.pages import Page


def page_plain(page: Page) -> dict[str, Any]:
    """Return a page as JSON values.

    The lists of related records take the place of their counts, and a field of the record
    that is called kind gives way to the kind of record.
    """
    plain = row_plain(page.row)
    kind = page.row.KIND.value
    if "kind" in plain:
        plain[f"{kind}_kind"] = plain.pop("kind")
    related = {near.plural: [row_plain(row) for row in rows] for near, rows in page.related()}
    about = {"source_cells": page.source, "changes": page.changes}
    return {"kind": kind, **plain, **related, **about}


def say_page(page: Page) -> None:
    """Print a page for people: fields, then related records, then the imported cells."""
    say(f"{page.row.ref}  {page.row.KIND.label}")
    say_fields([*_state(page.row), *_said(page)])
    for kind, rows in page.related():
        _say_related(kind, rows)
    if page.source:
        say(f"\nAs imported from {page.row.source}" if page.row.source else "\nAs imported")
        say_fields(list(page.source.items()))
    say(f"\n{page.changes} {'entry' if page.changes == 1 else 'entries'} in the change log")


def _state(row: Row) -> list[tuple[str, str]]:
    gone = [("Withdrawn", row.withdrawn)] if row.withdrawn else []
    if not isinstance(row, DeliveryRow):
        return gone
    because = f" ({row.computed.reason})" if row.computed.reason else ""
    lines = [("Status", status_words(row.computed.status) + because)]
    if row.status is not row.computed.status:
        lines.append(("Declared", status_words(row.status)))
    if row.forecast_on:
        lines.append(("Forecast", format_date(row.forecast_on)))
    return gone + lines


def _said(page: Page) -> list[tuple[str, str]]:
    pairs = ((field.label, _words(field, page)) for field in fields_of(type(page.draft)))
    return [(label, words) for label, words in pairs if words]


def _words(field: Field, page: Page) -> str:
    value = getattr(page.draft, field.name)
    words = write_value(field, value)
    if isinstance(value, Due) and value.on and str(value) != words:
        return f"{value} (written “{words}”)"
    if field.kind is FieldKind.REFERENCE and words:
        name = getattr(page.row, field.name, words)
        return words if name == words else f"{name} ({words})"
    return words


def _say_related(kind: Kind, rows: Sequence[Row]) -> None:
    if not rows:
        return
    say(f"\n{kind.plural.replace('_', ' ').capitalize()} ({len(rows)})")
    updates = [row for row in rows if isinstance(row, UpdateRow)]
    for row in updates:
        _say_update(row)
    if not updates:
        say_rows(kind, rows)


def _say_update(row: UpdateRow) -> None:
    forecast = f", forecast {format_date(row.forecast_on)}" if row.forecast_on else ""
    say(f"{format_date(row.on)}  {status_words(row.status)}{forecast}  {row.ref}")
    if row.narrative:
        say_prose(row.narrative, indent=2)
