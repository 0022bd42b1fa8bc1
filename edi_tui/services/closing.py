"""Closing a quarter: its whole content is frozen, so that its paper can always be made again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date
from typing import TYPE_CHECKING

from edi_tui.domain.closing import Closing
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.findings import Finding, FindingLevel, named
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rules.view import View
from edi_tui.domain.text import stored
from edi_tui.services.frozen import Frozen, text_of
from edi_tui.services.judged import framework_versions, judged_in
from edi_tui.services.judgement import checked
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, live_report
from edi_tui.services.uncollected import uncollected
from edi_tui.services.views import view_around
from edi_tui.store.chain import head_of
from edi_tui.store.queries.everything import everything
from edi_tui.store.snapshots import closing_of, keep, last_made

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingTerms:
    """What is said when a quarter is closed."""

    as_at: date | None = None
    """The day at which progress is read; the end of the quarter without it."""
    meeting_on: date | None = None
    """When the committee meets."""
    despite: str = ""
    """Why it is closed although findings at level fail are open."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What would be frozen, and what stands open."""

    report: StatusReport
    view: View
    findings: tuple[Finding, ...]

    @property
    def fails(self) -> tuple[Finding, ...]:
        """The open findings at level fail."""
        return tuple(one for one in self.findings if one.level is FindingLevel.FAIL)


def readiness(register: Register, quarter: Quarter, *, as_at: date | None = None) -> Readiness:
    """Return what closing a quarter would freeze, and the findings that are open.

    Raises:
        EdiError: The quarter has not ended.
        InvalidError: The day is not one of the quarter or after it, up to today.
    """
    _refuse_running(register, quarter)
    report = live_report(register, quarter, as_at=as_at or quarter.end)
    view = view_around(register, report.now)
    return Readiness(report, view, checked(register, view).findings)


def close_quarter(register: Register, quarter: Quarter, terms: ClosingTerms) -> Closing:
    """Freeze a quarter.

    Raises:
        EdiError: It has not ended, is closed already, or has open findings at level fail and
            nothing is said of why it is closed all the same.
        InvalidError: One of the dates cannot be.
    """

    def wished(session: Session) -> _Wish:
        if found := closing_of(session, quarter):
            raise EdiError(
                f"{quarter} is {found.told} already. To correct it, issue it again: edi-tui "
                f'quarter reissue "{quarter}" --because REASON.'
            )
        return _Wish(quarter, terms)

    return _freeze(register, f"close {quarter}", wished)


def reissue_quarter(
    register: Register, quarter: Quarter, terms: ClosingTerms, *, because: str
) -> Closing:
    """Freeze a closed quarter again; what was frozen before stays, and the new one names it.

    Its dates are those of the one before, where they are not said.

    Raises:
        EdiError: It is not closed, or has open findings at level fail and nothing is said of why.
        InvalidError: There is no reason, or one of the dates cannot be.
    """
    reason = stored(because).strip()
    if not reason:
        raise InvalidError({"because": "Say why it is issued again; the reason is printed."})

    def wished(session: Session) -> _Wish:
        found = closing_of(session, quarter)
        if found is None:
            raise EdiError(f"{quarter} is not closed, so there is nothing to issue again.")
        again = replace(
            terms, as_at=terms.as_at or found.as_at, meeting_on=terms.meeting_on or found.meeting_on
        )
        return _Wish(quarter, again, because=reason, replaces=found.number)

    return _freeze(register, f"re-issue {quarter}", wished)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be frozen, and what is said of it."""

    quarter: Quarter
    terms: ClosingTerms
    because: str = ""
    replaces: int = 0


def _refuse_running(register: Register, quarter: Quarter) -> None:
    if quarter.end >= register.today:
        raise EdiError(
            f"{quarter} has not ended: it runs until {format_date(quarter.end)}. Close it from "
            f"{format_date(quarter.next.start)} on."
        )


@uncollected()
def _freeze(register: Register, summary: str, wished: Callable[[Session], _Wish]) -> Closing:
    """Freeze a quarter as it stands when nobody else can write any more.

    To read and judge a large register takes long, and is done before others are kept from writing;
    it is done again where one of them has written meanwhile.
    """
    register.refuse_read_only()
    with register.watching() as written:
        try:
            made = _frozen(register, wished)
        except Exception:  # what was read before somebody wrote, and after, need not fit together
            if not written():
                raise
            made = None
        with register.writing(summary) as changes:
            if made is None or written():
                made = _frozen(register, wished)
            return keep(changes, *made)


def _frozen(register: Register, wished: Callable[[Session], _Wish]) -> tuple[Closing, str]:
    """Return how a quarter would be closed, and the text of all that is frozen of it."""
    with register.reading() as session:
        wish = wished(session)
        (number, previous), head = last_made(session), head_of(session)
    quarter, terms = wish.quarter, wish.terms
    if terms.meeting_on and terms.meeting_on < quarter.start:
        raise InvalidError(
            {"meeting": f"{format_date(terms.meeting_on)} is before {quarter} has begun."}
        )
    ready = readiness(register, quarter, as_at=terms.as_at)
    despite = stored(terms.despite).strip()
    if ready.fails and not despite:
        raise EdiError(open_fails(quarter, ready.fails, again=bool(wish.replaces)))
    closing = Closing(
        number=number + 1,
        quarter=quarter,
        as_at=ready.report.as_at,
        meeting_on=terms.meeting_on,
        closed_at=register.now().astimezone(UTC).isoformat(timespec="seconds"),
        closed_on=register.today,
        who=stored(register.who),
        fails=len(ready.fails),
        despite=despite if ready.fails else "",
        because=wish.because,
        replaces=wish.replaces,
        head_seq=head.seq,
        head_hash=head.hash,
        previous=previous,
    )
    return closing, text_of(frozen(register, ready, closing))


def open_fails(quarter: Quarter, fails: Sequence[Finding], *, again: bool = False) -> str:
    """Return the sentence that refuses to close a quarter, which counts and names what is open.

    Args:
        quarter: The quarter.
        fails: The open findings at level fail.
        again: Whether it is closed already and was to be issued again.
    """
    are = "finding at level fail is" if len(fails) == 1 else "findings at level fail are"
    refused, close = ("issued again", "issue") if again else ("closed", "close")
    return (
        f"{quarter} was not {refused}, because {len(fails):,} {are} open: {named(fails)}; settle "
        f"what “edi-tui check” says of them, or {close} it{' again' * again} with --despite and a "
        "reason, which is printed."
    )


def frozen(register: Register, ready: Readiness, closing: Closing) -> Frozen:
    """Return everything that is frozen of a quarter."""
    judged = judged_in(ready.view)
    with register.reading() as session:
        records = dict(everything(session))
    return Frozen(
        closing=closing,
        report=replace(ready.report, judge=lambda: judged, closing=closing),
        records=records,
        findings=ready.findings,
        frameworks=framework_versions(records),
    )
