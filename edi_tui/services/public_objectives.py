"""The objectives that were opted in, with what may be printed of their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edi_tui.domain.publishing.allowed import allowed
from edi_tui.domain.publishing.figures import Sheet
from edi_tui.domain.publishing.line import Line
from edi_tui.domain.suppression.publication import Key
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.domain.words import Scope
from edi_tui.services.public_content import (
    HIDDEN,
    NOTHING,
    Number,
    PublicFigure,
    PublicMeasure,
    PublicObjective,
)
from edi_tui.services.public_networks import NO_ROLE, roles_of
from edi_tui.services.report import StatusReport
from edi_tui.services.small_numbers import opted_in, published_measures

WHOLE_BOARD = "The whole board"


def public_objectives(
    report: StatusReport, sheet: Sheet, made: Sequence[Suppressed]
) -> Iterator[PublicObjective]:
    """Yield the objectives that were opted in, with roles for their owners.

    Args:
        report: The report, without names.
        sheet: The numbers of these objectives.
        made: What of them is hidden.
    """
    roles = roles_of(report.now)
    lines: dict[str, list[Line]] = {}
    for line in sheet.lines:
        lines.setdefault(line.measure.ref, []).append(line)
    measures: dict[str, list[PublicMeasure]] = {}
    decided = _Decision(made)
    for row in published_measures(report):
        figures = tuple(_figure(line, decided) for line in lines.get(row.ref, ()))
        measures.setdefault(row.objective, []).append(
            PublicMeasure(**allowed(row), figures=figures)
        )
    for objective in opted_in(report):
        yield PublicObjective(
            **allowed(objective),
            status=objective.computed.status,
            owner=WHOLE_BOARD
            if objective.scope is Scope.COLLECTIVE and not objective.owner_ref
            else roles.get(objective.owner_ref, NO_ROLE),
            measures=tuple(measures.get(objective.ref, ())),
        )


def _figure(line: Line, decided: _Decision) -> PublicFigure:
    value = HIDDEN if line.untold else decided.number(line.figure)
    return PublicFigure(
        **allowed(line.reading),
        number=decided.number(line.number),
        out_of=decided.number(line.out_of),
        figure=value,
    )


class _Decision:
    """What may be printed: only what was decided on, and is not hidden."""

    def __init__(self, made: Sequence[Suppressed]) -> None:
        self._values: dict[Key, Decimal | None] = {}
        for one in made:
            counts = {cell.key: cell.count for cell in one.publication.cells}
            for cell in one.publication.cells:
                if cell.printed and cell.key not in one.marks:
                    self._values[cell.key] = Decimal(cell.count)
            for item in one.publication.quotients:
                if item.key not in one.marks and (value := item.of(counts)) is not None:
                    self._values[item.key] = Decimal(value).scaleb(-item.places)

    def number(self, key: Key | None) -> Number:
        if key is None:
            return NOTHING
        return Number(self._values[key]) if key in self._values else HIDDEN
