"""A closed quarter as the public may read it: opted-in objectives, roles, no small numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from edi_tui.domain.closing import Closing
from edi_tui.domain.publishing.allowed import allowed
from edi_tui.domain.publishing.line import Line
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.domain.suppression.wording import log, notes
from edi_tui.services.closed_quarters import closing_of
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.names import without_names
from edi_tui.services.personal_details import personal_details
from edi_tui.services.public_content import PublicNetwork, PublicReport
from edi_tui.services.public_networks import public_networks, unpublished_networks
from edi_tui.services.public_objectives import public_objectives
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport
from edi_tui.services.since_closing import Since, ever_since, kept_back, since
from edi_tui.services.small_numbers import (
    as_hidden_now,
    decided,
    known_decisions,
    opted_in,
    sheet_of,
    threshold_of,
)


def public_report(
    register: Register, quarter: Quarter, *, earlier: Sequence[Suppressed] = ()
) -> PublicReport:
    """Return a closed quarter as the public may read it; nothing is kept of it yet.

    What is hidden is decided with all that was published until then. Once that is kept, as
    `publishing.keep` does, whoever asks again reads the same; or less, where an objective is no
    longer opted in or the organisation hides more than it did.

    Args:
        register: The register.
        quarter: The quarter.
        earlier: What was decided on for quarters that are to be published before it.

    Raises:
        NotFoundError: The quarter is not closed, and what is not fixed is not published.
        CorruptError: What was frozen, or published, has been changed since.
    """
    closing = closing_of(register, quarter)
    return snapshot_report(register, closing, known_decisions(register), earlier)


def snapshot_report(
    register: Register,
    closing: Closing,
    known: Mapping[int, Sequence[Suppressed]],
    earlier: Sequence[Suppressed] = (),
    until: int | None = None,
) -> PublicReport:
    """Return a snapshot as the public may read it, as `public_report` does.

    Args:
        register: The register.
        closing: The snapshot.
        known: What was published until now, as `known_decisions` tells.
        earlier: What was decided on for quarters that are to be published before it.
        until: The last entry of the change log that counts; all of them without it.
    """
    found = since(register, closing, until)
    return _Public(register, closing, known, earlier).report(found)


def published_reports(register: Register, closing: Closing) -> Iterator[PublicReport]:
    """Yield what the public may have been given of a snapshot, as it would be now first.

    There are several where an objective was opted out since, somebody was named, or the
    organisation hides more; none where the snapshot was never published.

    Raises:
        CorruptError: What was frozen, or published, has been changed since.
    """
    public = _Public(register, closing, known_decisions(register))
    if closing.number in public.known:
        told: list[PublicReport] = []
        for found in ever_since(register, closing):
            report = public.report(found)
            if report not in told:
                told.append(report)
                yield report


class _Public:
    """A snapshot, with everything that was published until now."""

    def __init__(
        self,
        register: Register,
        closing: Closing,
        known: Mapping[int, Sequence[Suppressed]],
        earlier: Sequence[Suppressed] = (),
    ) -> None:
        self._closing, self._earlier = closing, earlier
        self._frozen = kept_quarter(register, closing).report
        self.known = known

    def report(self, found: Since) -> PublicReport:
        """Return what the public may read, with what was said since the quarter was closed."""
        number = self._closing.number
        frozen = without_names(self._frozen, found.people)
        report = kept_back(frozen, found, self.known.get(number, ()))
        least = threshold_of(report.now.organisation)
        if number in self.known:
            made, shown = self.known[number], as_hidden_now(self.known, number, least)
        else:
            # Of what is taken back too: it may be opted in again.
            made = shown = decided(sheet_of(frozen), self.known, self._earlier, least)
        told = _told(report, self._closing, shown)
        return replace(told, made=tuple(made), known=frozenset(self.known))


def _told(report: StatusReport, closing: Closing, made: Sequence[Suppressed]) -> PublicReport:
    now, sheet = report.now, sheet_of(report)
    measures = {line.measure.ref for line in sheet.lines}
    shown = [_of(one, measures) for one in made]
    untold = [line for line in sheet.lines if line.untold]
    left_out = _left_out(sheet.lines, made)
    organisation = allowed(now.organisation)
    networks = public_networks(report)
    few = sum(network.score.hidden for network in networks)
    return PublicReport(
        quarter=report.quarter,
        as_at=report.as_at,
        organisation=organisation["name"],
        ods=organisation["ods"],
        objectives=tuple(public_objectives(report, sheet, made)),
        unpublished=len(now.objectives) - len(opted_in(report)),
        networks=networks,
        unpublished_networks=unpublished_networks(now),
        threshold=threshold_of(now.organisation),
        notes=tuple(dict.fromkeys(text for one in shown for text in notes(one))),
        hidden=sum(len(one.hidden) for one in shown) + len(untold) + len(left_out) + few,
        untold=len(untold),
        closing=closing,
        log=tuple(_log(shown, untold, left_out, networks)),
        bare=tuple(item for one in shown for item in one.narrowed),
        personal=tuple(personal_details(report)),
        head=str(now.head),
    )


def _left_out(lines: Iterable[Line], made: Iterable[Suppressed]) -> list[Line]:
    """Return the groups of which nothing is printed, whatever is small."""
    unprinted = {cell.key for one in made for cell in one.publication.cells if not cell.printed}
    return [line for line in lines if not unprinted.isdisjoint((line.number, line.out_of))]


def _of(made: Suppressed, measures: Iterable[str]) -> Suppressed:
    """Return a decision without what it says of other measures."""
    hidden = tuple(item for item in made.hidden if item.key[0] in measures)
    narrowed = tuple(item for item in made.narrowed if item.key[0] in measures)
    return replace(made, hidden=hidden, narrowed=narrowed)


def _log(
    made: Iterable[Suppressed],
    untold: Iterable[Line],
    left_out: Iterable[Line],
    networks: Iterable[PublicNetwork],
) -> Iterator[str]:
    for one in made:
        yield from log(one)
    yield from map(_why_untold, untold)
    yield from map(_why_left_out, left_out)
    for network in networks:
        if network.score.hidden:
            yield f"{network.ref}, heard score: too few people answered, or nobody said how many."


def _why_untold(line: Line) -> str:
    return (
        f"{_where(line)}: the register does not say of how many people it is; give a numerator and "
        "a denominator, or say in one word, as the unit, what is counted: members, sessions."
    )


def _why_left_out(line: Line) -> str:
    return (
        f"{_where(line)}: its groups overlap, and nobody can tell from their numbers which of them "
        "make up everybody; keep each breakdown as a measure of its own, or give the number of "
        "everyone."
    )


def _where(line: Line) -> str:
    group = f", {line.reading.group}" if line.reading.group else ""
    return f"{line.measure.ref}, {line.reading.as_at}{group} ({line.reading.ref})"
