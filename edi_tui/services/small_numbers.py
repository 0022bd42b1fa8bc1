"""Which numbers of a closed quarter the public is given, and that this is decided once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from edi_tui.domain.closing import Closing
from edi_tui.domain.publishing.figures import Sheet
from edi_tui.domain.publishing.kept import Past
from edi_tui.domain.records import OrganisationDraft
from edi_tui.domain.rows import MeasureRow, ObjectiveRow, ReadingRow
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport
from edi_tui.store.publications import published, remember


def opted_in(report: StatusReport) -> list[ObjectiveRow]:
    """Return the objectives that are published."""
    return [row for row in report.now.objectives if row.published and row.summary.strip()]


def sheet_of(report: StatusReport) -> Sheet:
    """Return every number of the published objectives that could be printed."""
    sheet, readings = Sheet(), _by_measure(report.now.readings)
    for measure in published_measures(report):
        sheet.add(measure, readings.get(measure.ref, ()), report.as_at)
    return sheet


def threshold_of(organisation: OrganisationDraft) -> int:
    """Return the smallest count of people that an organisation publishes."""
    return int(thresholds_of(organisation).suppress_below)


def published_measures(report: StatusReport) -> list[MeasureRow]:
    """Return the measures of the objectives that are published."""
    refs = {row.ref for row in opted_in(report)}
    return [row for row in report.now.measures if row.objective in refs]


def _by_measure(readings: Iterable[ReadingRow]) -> Mapping[str, list[ReadingRow]]:
    found: dict[str, list[ReadingRow]] = {}
    for row in readings:
        found.setdefault(row.measure_ref, []).append(row)
    return found


def kept(
    register: Register, closing: Closing, sheet: Sheet, threshold: int
) -> Sequence[Suppressed]:
    """Return what is hidden of a closing: as it was decided, or as is decided now and kept."""
    with register.reading() as session:
        if closing.number in (known := published(session)):
            return known[closing.number]
    with register.writing(f"publish {closing.quarter}") as changes:
        known = published(changes.session)
        if closing.number not in known:
            known[closing.number] = _decided(sheet, known, (), threshold)
            remember(changes, closing.number, known[closing.number])
    return known[closing.number]


def looked_at(
    register: Register,
    closing: Closing,
    sheet: Sheet,
    threshold: int,
    earlier: Sequence[Suppressed],
) -> Sequence[Suppressed]:
    """Return what is hidden of a closing, or would be; nothing is kept."""
    with register.reading() as session:
        known = published(session)
    if closing.number in known:
        return known[closing.number]
    return _decided(sheet, known, earlier, threshold)


def _decided(
    sheet: Sheet,
    known: Mapping[int, Sequence[Suppressed]],
    earlier: Sequence[Suppressed],
    threshold: int,
) -> list[Suppressed]:
    past = Past([*(one for made in known.values() for one in made), *earlier])
    return [suppress(item, past.of(item), threshold) for item in sheet.publications()]
