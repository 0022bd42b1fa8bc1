"""How papers word the values of a register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from edi_tui.domain.answering import BOARD
from edi_tui.domain.columns import status_words, words
from edi_tui.domain.due import format_date
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import ActionRow, DeliveryRow, ObjectiveRow
from edi_tui.domain.units import Unit, read_unit, with_unit
from edi_tui.domain.words import Scope

NONE = "None"
"""What stands in a cell where the register holds nothing."""


def said(text: str) -> str:
    """Return the text, or the word for nothing."""
    return text if text.strip() else NONE


def on(day: date | None) -> str:
    """Return a date in words, or the word for nothing."""
    return format_date(day) if day else NONE


def quantity(value: Decimal | None, unit: str) -> str:
    """Return a number with its unit, `14%`, `£200` or `3 days`, or the word for nothing."""
    if value is None:
        return NONE
    number, known = words(value), read_unit(unit)
    if unit == "%":
        return f"{number}%"
    if known in (Unit.MONEY, Unit.RATIO, Unit.SCORE):
        return with_unit(value, known)
    return f"{number} {unit}".strip()


def dated(figure: str, day: date | None, said_as: str = "as at") -> str:
    """Return a figure with its day: `14% (as at 31 Mar 2026)`; without one the figure alone."""
    return figure if figure == NONE or day is None else f"{figure} ({said_as} {on(day)})"


def status_of(row: DeliveryRow) -> str:
    """Return the computed status, with the declared one and why, where they differ."""
    status = status_words(row.computed.status)
    if row.computed.status is row.status:
        return status + because(row)
    return f"{status} (declared {status_words(row.status)}{because(row)}; {row.computed.reason})"


def because(row: DeliveryRow) -> str:
    """Return the reason that was given for what was declared, to stand after its words."""
    return f", because: {row.reason.strip()}" if row.reason.strip() else ""


def answerable(row: DeliveryRow) -> str:
    """Return the role that answers for an objective or action."""
    if isinstance(row, ObjectiveRow):
        return row.owner or (BOARD if row.scope is Scope.COLLECTIVE else "")
    return row.lead if isinstance(row, ActionRow) else ""


def progressed(row: DeliveryRow, quarter: Quarter) -> str:
    """Return the newest words of progress, with their day where they are from before a quarter."""
    if not row.progress.strip() or row.updated_on is None or row.updated_on >= quarter.start:
        return said(row.progress)
    told = f"on {on(row.updated_on)}: {row.progress}"
    return sentence(told) if row.computed.status.closed else f"Nothing this quarter; {told}"


def number_of(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `1 seat`, `3 seats`, `no seats`."""
    noun = one if count == 1 else many or f"{one}s"
    return f"{count or 'no'} {noun}"


def listed(items: Sequence[str]) -> str:
    """Return items as a sentence lists them: `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(text: str) -> str:
    """Return the text with a capital in front."""
    return text[:1].upper() + text[1:]
