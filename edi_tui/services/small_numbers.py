"""Which numbers of a closed quarter the public is given, and that this is decided once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from edi_tui.domain.publishing.figures import Sheet
from edi_tui.domain.publishing.kept import Past
from edi_tui.domain.publishing.shared import suppress_beside
from edi_tui.domain.records import OrganisationDraft
from edi_tui.domain.rows import MeasureRow, ObjectiveRow, ReadingRow
from edi_tui.domain.suppression.publication import Publication
from edi_tui.domain.suppression.suppressed import Suppressed, both_hidden
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport
from edi_tui.store.publications import published


def opted_in(report: StatusReport) -> list[ObjectiveRow]:
    """Return the objectives that were opted in."""
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


def known_decisions(register: Register) -> Mapping[int, Sequence[Suppressed]]:
    """Return what was decided on for each snapshot that was published, in the order of doing it.

    Raises:
        CorruptError: What is kept has been damaged.
    """
    with register.reading() as session:
        return published(session)


def decided(
    sheet: Sheet,
    known: Mapping[int, Sequence[Suppressed]],
    earlier: Sequence[Suppressed],
    threshold: int,
) -> list[Suppressed]:
    """Return what is to be hidden of a snapshot that was not published yet.

    Args:
        sheet: Its numbers.
        known: What was published.
        earlier: What is to be published before it.
        threshold: The smallest count of people that is published.
    """
    past = [*(one for made in known.values() for one in made), *earlier]
    return _one_by_one(sheet.publications(), past, threshold)


def _one_by_one(
    publications: Iterable[Publication], past: Sequence[Suppressed], threshold: int
) -> list[Suppressed]:
    made, near, left = list[Suppressed](), Past(past), list(publications)
    while left:
        item = left.pop(0)
        before = [*past, *made]
        made.append(suppress_beside(item, near.of(item), before, threshold, coming=left))
    return made


def as_hidden_now(
    known: Mapping[int, Sequence[Suppressed]], number: int, threshold: int
) -> Sequence[Suppressed]:
    """Return what is hidden of a published snapshot, once the organisation hides more than then.

    It is decided as if so much had been hidden from the start, and what was hidden stays hidden.
    So less is told than has been told before, and nothing can be worked out from it anew.
    """
    made, again = known[number], list[Suppressed]()
    if all(one.threshold >= threshold for one in made):
        return made
    for each, earlier in known.items():
        least = max([threshold, *(one.threshold for one in earlier)])
        then = _one_by_one([one.publication for one in earlier], again, least)
        if each == number:
            return [both_hidden(*pair) for pair in zip(made, then, strict=True)]
        again += then
    raise AssertionError(number)
