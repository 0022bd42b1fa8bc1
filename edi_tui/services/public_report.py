"""A closed quarter as the public may read it: opted-in objectives, roles, no small numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from edi_tui.domain.closing import Closing
from edi_tui.domain.fields import FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.publishing.allowed import ALLOWED, allowed
from edi_tui.domain.publishing.figures import Line, Sheet
from edi_tui.domain.publishing.personal import Personal, personal_in
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import DRAFTS, OrganisationDraft, fields_of
from edi_tui.domain.rows import ObjectiveRow, Row
from edi_tui.domain.suppression.publication import Key
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.domain.suppression.wording import log, notes
from edi_tui.domain.text import one_line
from edi_tui.domain.words import Scope
from edi_tui.services.closed_quarters import closing_of, closings
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.names import without_names
from edi_tui.services.public_content import (
    HIDDEN,
    NOTHING,
    Number,
    PublicFigure,
    PublicMeasure,
    PublicNetwork,
    PublicObjective,
    PublicReport,
)
from edi_tui.services.public_networks import NO_ROLE, public_networks, roles_of
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport
from edi_tui.services.small_numbers import (
    kept,
    looked_at,
    opted_in,
    published_measures,
    sheet_of,
    threshold_of,
)
from edi_tui.store.publications import published

WHOLE_BOARD = "The whole board"


def public_report(
    register: Register, quarter: Quarter, *, keep: bool = True, earlier: Sequence[Suppressed] = ()
) -> PublicReport:
    """Return a closed quarter as the public may read it.

    What is hidden is decided when it is first published, with all that was published until then,
    and kept: whoever asks again reads the same.

    Args:
        register: The register.
        quarter: The quarter.
        keep: Whether it is published now, not only looked at.
        earlier: What was decided on for quarters that were looked at before this one.

    Raises:
        NotFoundError: The quarter is not closed, and what is not fixed is not published.
        CorruptError: What was frozen, or published, has been changed since.
    """
    closing = closing_of(register, quarter)
    frozen = kept_quarter(register, closing)
    report = without_names(frozen.report)
    sheet = sheet_of(report)
    threshold = threshold_of(report.now.organisation)
    if keep:
        made = kept(register, closing, sheet, threshold)
    else:
        made = looked_at(register, closing, sheet, threshold, earlier)
    return _told(report, closing, sheet, made)


def published_report(register: Register, closing: Closing) -> PublicReport | None:
    """Return what the public was given of a snapshot; None where it was never published.

    Raises:
        CorruptError: What was frozen, or published, has been changed since.
    """
    with register.reading() as session:
        made = published(session).get(closing.number)
    if made is None:
        return None
    frozen = kept_quarter(register, closing)
    report = without_names(frozen.report)
    return _told(report, closing, sheet_of(report), made)


def last_closed(register: Register) -> Quarter | None:
    """Return the newest quarter that is closed; None where none is."""
    return max((one.quarter for one in closings(register)), default=None)


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


def _told(
    report: StatusReport, closing: Closing, sheet: Sheet, made: Sequence[Suppressed]
) -> PublicReport:
    now, rows = report.now, opted_in(report)
    untold = [line for line in sheet.lines if line.untold]
    organisation = allowed(now.organisation)
    lines = [text for one in made for text in log(one)]
    kept = sum(len(one.hidden) for one in made)
    networks = public_networks(report)
    few = sum(network.score.hidden for network in networks)
    threshold = made[0].threshold if made else threshold_of(now.organisation)
    return PublicReport(
        quarter=report.quarter,
        as_at=report.as_at,
        organisation=organisation["name"],
        ods=organisation["ods"],
        objectives=tuple(_objectives(report, rows, sheet, _Decision(made))),
        unpublished=len(now.objectives) - len(rows),
        networks=networks,
        threshold=threshold,
        notes=tuple(dict.fromkeys(text for one in made for text in notes(one))),
        hidden=kept + len(untold) + few,
        untold=len(untold),
        closing=closing,
        log=(*lines, *map(_why_untold, untold), *_few(networks)),
        warnings=tuple(text for text in lines if "cannot be protected" in text),
        personal=tuple(_personal(report, rows)),
        head=str(now.head),
        made=tuple(made),
    )


def _why_untold(line: Line) -> str:
    group = f", {line.reading.group}" if line.reading.group else ""
    return (
        f"{line.measure.ref}, {line.reading.as_at}{group} ({line.reading.ref}): the register does "
        "not say of how many people it is; give a numerator and a denominator."
    )


def _few(networks: Iterable[PublicNetwork]) -> Iterator[str]:
    for network in networks:
        if network.score.hidden:
            yield f"{network.ref}, heard score: too few people answered, or nobody said how many."


def _objectives(
    report: StatusReport, rows: Iterable[ObjectiveRow], sheet: Sheet, decided: _Decision
) -> Iterator[PublicObjective]:
    roles = roles_of(report.now)
    lines: dict[str, list[Line]] = {}
    for line in sheet.lines:
        lines.setdefault(line.measure.ref, []).append(line)
    measures: dict[str, list[PublicMeasure]] = {}
    for row in published_measures(report):
        figures = tuple(_figure(line, decided) for line in lines.get(row.ref, ()))
        measures.setdefault(row.objective, []).append(
            PublicMeasure(**allowed(row), figures=figures)
        )
    for objective in rows:
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


def _personal(report: StatusReport, rows: Sequence[ObjectiveRow]) -> Iterator[Personal]:
    """Yield what is personal in the texts that would be published."""
    now = report.now
    measures = published_measures(report)
    refs = {row.ref for row in measures}
    readings = [row for row in now.readings if row.measure_ref in refs]
    texts: list[tuple[str, Row | OrganisationDraft]] = [
        (Kind.ORGANISATION.ref(1), now.organisation)
    ]
    for rows_of in (now.members, rows, measures, readings, now.networks):
        texts += [(row.ref, row) for row in rows_of]
    for ref, row in texts:
        for field_ in fields_of(DRAFTS[row.KIND]):
            if field_.name in ALLOWED[row.KIND] and field_.kind in _TEXTS:
                text = one_line(str(getattr(row, field_.name)))
                yield from (Personal(ref, field_.label, what) for what in personal_in(text))


_TEXTS = (FieldKind.LINE, FieldKind.PROSE)
