"""The page of a record, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edi_tui.cli.check import finding_plain
from edi_tui.cli.lists import say_rows
from edi_tui.cli.output import say, say_fields, say_prose
from edi_tui.domain.columns import cell, row_plain, status_words
from edi_tui.domain.due import Due, format_date
from edi_tui.domain.fields import FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import fields_of
from edi_tui.domain.rows import DeliveryRow, HeardScoreRow, UpdateRow
from edi_tui.domain.rules.smart import LETTERS
from edi_tui.domain.values import write_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edi_tui.domain.fields import Field
    from edi_tui.domain.rows import Row
    from edi_tui.domain.rules.smart import Criterion
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
    judged = {"findings": [finding_plain(finding) for finding in page.findings]}
    smart = {"smart": smart_plain(page.smart)} if page.smart else {}
    return {"kind": kind, **plain, **smart, **judged, **related, **about}


def smart_plain(criteria: Sequence[Criterion]) -> dict[str, Any]:
    """Return SMART verdicts as JSON values, by letter, each with what decided it."""
    return {
        criterion.letter: {
            "verdict": criterion.verdict.value,
            "rules": [
                {
                    "rule": judged.rule,
                    "version": judged.version,
                    "verdict": judged.verdict.value,
                    "value": judged.value,
                    "message": judged.message,
                    "fix": judged.fix,
                }
                for judged in criterion.rules
            ],
        }
        for criterion in criteria
    }


def say_page(page: Page) -> None:
    """Print a page for people: fields, then related records, then the imported cells."""
    say(f"{page.row.ref}  {page.row.KIND.label}")
    say_fields([*_state(page.row), *_said(page)])
    _say_smart(page.smart)
    _say_findings(page)
    for kind, rows in page.related():
        _say_related(kind, rows)
    if page.source:
        say(f"\nAs imported from {page.row.source}" if page.row.source else "\nAs imported")
        say_fields(list(page.source.items()))
    say(f"\n{page.changes} {'entry' if page.changes == 1 else 'entries'} in the change log")


def _say_smart(criteria: Sequence[Criterion]) -> None:
    """Print a line for each letter: the verdict, what decided it and what to do."""
    if not criteria:
        return
    say("\nSMART")
    for criterion in criteria:
        say(f"{criterion.letter}  {LETTERS[criterion.letter]}: {criterion.verdict.label}")
        deciding = [judged for judged in criterion.rules if judged.verdict is criterion.verdict]
        for judged in deciding:
            say_prose(f"{judged.message} {judged.fix}".strip(), indent=3)


def _say_findings(page: Page) -> None:
    """Print what else is to be mended; what SMART said already is not said again."""
    said = {judged.rule for criterion in page.smart for judged in criterion.rules}
    others = [finding for finding in page.findings if finding.rule not in said]
    if others:
        say("\nTo mend" if page.smart else "\nFindings")
    for finding in others:
        waived = f" Waived: {finding.waived}" if finding.waived else ""
        say(f"{finding.level.value}  {finding.rule}")
        say_prose(f"{finding.message} {finding.fix}".strip() + waived, indent=3)


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
    return [*gone, *lines, ("Assurance", row.assurance.label)]


def _said(page: Page) -> list[tuple[str, str]]:
    pairs = ((field.label, _words(field, page)) for field in fields_of(type(page.draft)))
    return [(label, words) for label, words in pairs if words]


def _words(field: Field, page: Page) -> str:
    if isinstance(page.row, HeardScoreRow) and field.name == "score":
        return cell(page.row, field.name)
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
    say(f"\n{kind.many.capitalize()} ({len(rows)})")
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
