"""A closed quarter as the public may read it: opted-in objectives, roles, no small numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from edi_tui.domain.closing import Closing
from edi_tui.domain.fields import FieldKind
from edi_tui.domain.heard import heard
from edi_tui.domain.kinds import Kind
from edi_tui.domain.publishing.allowed import ALLOWED, allowed
from edi_tui.domain.publishing.figures import Line, Sheet
from edi_tui.domain.publishing.kept import Past
from edi_tui.domain.publishing.personal import Personal, personal_in
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import DRAFTS, OrganisationDraft, fields_of
from edi_tui.domain.rows import MeasureRow, ObjectiveRow, ReadingRow, Row
from edi_tui.domain.suppression.publication import Key
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.domain.suppression.wording import log, notes
from edi_tui.domain.text import one_line
from edi_tui.domain.thresholds import thresholds_of
from edi_tui.domain.words import HeardFrom, NetworkState, Scope, SponsorKind, Status
from edi_tui.services.closed_quarters import closing_of, closings
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.lists import Contents
from edi_tui.services.names import without_names
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport
from edi_tui.store.publications import published, remember

WHOLE_BOARD = "The whole board"
NO_ROLE = "Not given"
"""What stands for an owner who is no seat of the board: the words may be a name."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the public reads it."""

    value: Decimal | None
    """None where it is hidden, or where there is none."""
    hidden: bool = False


NOTHING = Number(None)
HIDDEN = Number(None, hidden=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFigure:
    """What was counted on a day."""

    as_at: date
    group: str
    number: Number
    out_of: Number
    figure: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMeasure:
    """A measure of a published objective."""

    ref: str
    name: str
    unit: str
    target: Decimal | None
    figures: tuple[PublicFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicObjective:
    """An objective that was opted in."""

    ref: str
    title: str
    summary: str
    hia: str
    due_on: date | None
    updated_on: date | None
    status: Status
    owner: str
    """A role."""
    measures: tuple[PublicMeasure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNetwork:
    """A staff network."""

    ref: str
    name: str
    characteristic: str
    executive: str
    """The role of its executive sponsor; empty where it has none."""
    non_executive: str
    asked_on: date | None
    score: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicReport:
    """Everything that the public may read of a closed quarter, and what those who publish see."""

    quarter: Quarter
    as_at: date
    organisation: str
    ods: str
    objectives: tuple[PublicObjective, ...]
    unpublished: int
    """How many objectives the register holds besides."""
    networks: tuple[PublicNetwork, ...]
    threshold: int
    notes: tuple[str, ...]
    """What explains the hidden numbers."""
    hidden: int
    """How many figures are hidden."""
    untold: int
    """How many of them since nobody can tell of how few people they are."""
    closing: Closing = field(repr=False)
    log: tuple[str, ...] = field(repr=False)
    """What was hidden and why; for those who publish alone, since it tells small numbers."""
    warnings: tuple[str, ...] = field(repr=False)
    """The lines of the log about numbers that cannot be protected any more."""
    personal: tuple[Personal, ...] = field(repr=False)
    """What has to be acknowledged before it is published."""
    head: str = field(repr=False)
    made: tuple[Suppressed, ...] = field(repr=False)
    """What was decided on."""


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
    report = without_names(frozen.report, frozen.records)
    sheet = sheet_of(report)
    threshold = threshold_of(report.now.organisation)
    if keep:
        made = _kept(register, closing, sheet, threshold)
    else:
        made = _looked_at(register, closing, sheet, threshold, earlier)
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
    report = without_names(frozen.report, frozen.records)
    return _told(report, closing, sheet_of(report), made)


def last_closed(register: Register) -> Quarter | None:
    """Return the newest quarter that is closed; None where none is."""
    return max((one.quarter for one in closings(register)), default=None)


def opted_in(report: StatusReport) -> list[ObjectiveRow]:
    """Return the objectives that are published."""
    return [row for row in report.now.objectives if row.published and row.summary.strip()]


def sheet_of(report: StatusReport) -> Sheet:
    """Return every number of the published objectives that could be printed."""
    sheet, readings = Sheet(), _by_measure(report.now.readings)
    for measure in _measures(report):
        sheet.add(measure, readings.get(measure.ref, ()), report.as_at)
    return sheet


def threshold_of(organisation: OrganisationDraft) -> int:
    """Return the smallest count of people that an organisation publishes."""
    return int(thresholds_of(organisation).suppress_below)


def _measures(report: StatusReport) -> list[MeasureRow]:
    refs = {row.ref for row in opted_in(report)}
    return [row for row in report.now.measures if row.objective in refs]


def _by_measure(readings: Iterable[ReadingRow]) -> Mapping[str, list[ReadingRow]]:
    found: dict[str, list[ReadingRow]] = {}
    for row in readings:
        found.setdefault(row.measure_ref, []).append(row)
    return found


def _kept(
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


def _looked_at(
    register: Register,
    closing: Closing,
    sheet: Sheet,
    threshold: int,
    earlier: Sequence[Suppressed],
) -> Sequence[Suppressed]:
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
    networks = _networks(report)
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
    roles = _roles(report.now)
    lines: dict[str, list[Line]] = {}
    for line in sheet.lines:
        lines.setdefault(line.measure.ref, []).append(line)
    measures: dict[str, list[PublicMeasure]] = {}
    for row in _measures(report):
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


def _roles(now: Contents) -> Mapping[str, str]:
    return {row.ref: allowed(row)["role"] for row in now.members}


def _networks(report: StatusReport) -> tuple[PublicNetwork, ...]:
    now, roles = report.now, _roles(report.now)
    sponsors = {
        (row.network_ref, row.kind): roles.get(row.member_ref, NO_ROLE) for row in report.running
    }
    found = []
    for row in now.networks:
        if row.state is NetworkState.CLOSED:
            continue
        asked, score = _heard(report, row.ref)
        found.append(
            PublicNetwork(
                **allowed(row),
                executive=sponsors.get((row.ref, SponsorKind.EXECUTIVE), ""),
                non_executive=sponsors.get((row.ref, SponsorKind.NON_EXECUTIVE), ""),
                asked_on=asked,
                score=score,
            )
        )
    return tuple(found)


def _heard(report: StatusReport, network: str) -> tuple[date | None, Number]:
    """Return how far a network felt heard; never by the answer of its chair alone."""
    set_by = thresholds_of(report.now.organisation)
    least = max(set_by.heard_people, set_by.suppress_below)
    scores = [
        row
        for row in report.now.heard_scores
        if row.network_ref == network
        and row.on <= report.as_at
        and row.heard_from is not HeardFrom.CHAIR
    ]
    found = heard(scores, least)
    if found is None:
        return None, NOTHING
    return found.on, HIDDEN if found.score is None else Number(found.score)


def _personal(report: StatusReport, rows: Sequence[ObjectiveRow]) -> Iterator[Personal]:
    """Yield what is personal in the texts that would be published."""
    now = report.now
    measures = _measures(report)
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
