"""Everything that is known around one record, for reading it whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import JUDGED, Draft, HeardScoreDraft
from edi_tui.domain.rows import (
    ActionRow,
    AppraisalRow,
    ChallengeRow,
    ChangeRow,
    CommitmentRow,
    ConcernRow,
    DeliveryRow,
    EngagementRow,
    EvidenceRow,
    FrameworkRow,
    HeardScoreRow,
    MeasureRow,
    ObjectiveRow,
    ReadingRow,
    Row,
    SponsorshipRow,
    UpdateRow,
    WaiverRow,
)
from edi_tui.domain.rules.smart import Criterion
from edi_tui.services import records
from edi_tui.services.batches import source_cells
from edi_tui.services.judgement import findings_of, smart_of
from edi_tui.services.lists import LISTED, history_of, rows_of
from edi_tui.services.neighbourhood import near, view_near
from edi_tui.services.register import Register

R = TypeVar("R", bound=Row)

RELATED: dict[Kind, tuple[Kind, ...]] = {
    Kind.MEMBER: (Kind.OBJECTIVE, Kind.SPONSORSHIP, Kind.ENGAGEMENT, Kind.APPRAISAL, Kind.WAIVER),
    Kind.OBJECTIVE: (
        Kind.UPDATE,
        Kind.MEASURE,
        Kind.READING,
        Kind.ACTION,
        Kind.EVIDENCE,
        Kind.SPONSORSHIP,
        Kind.CHALLENGE,
        Kind.COMMITMENT,
        Kind.WAIVER,
    ),
    Kind.MEASURE: (Kind.READING, Kind.WAIVER),
    Kind.ACTION: (Kind.UPDATE, Kind.EVIDENCE, Kind.WAIVER),
    Kind.NETWORK: (
        Kind.SPONSORSHIP,
        Kind.CONCERN,
        Kind.HEARD_SCORE,
        Kind.ENGAGEMENT,
        Kind.EVIDENCE,
        Kind.WAIVER,
    ),
    Kind.SPONSORSHIP: (Kind.ENGAGEMENT, Kind.EVIDENCE, Kind.WAIVER),
    Kind.ENGAGEMENT: (Kind.EVIDENCE,),
    Kind.CONCERN: (Kind.EVIDENCE, Kind.WAIVER),
    Kind.CHALLENGE: (Kind.EVIDENCE, Kind.WAIVER),
    Kind.FRAMEWORK_ITEM: (Kind.OBJECTIVE, Kind.ACTION),
}
"""The kinds of record that are listed on the page of each kind, in reading order."""

_POINTERS = ("subject", "objective", "measure_ref", "network_ref", "member_ref", "owner_ref")


@dataclass(frozen=True, slots=True)
class Page:
    """A record, what it says, and the records that have to do with it."""

    row: Row
    draft: Draft
    updates: tuple[UpdateRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    readings: tuple[ReadingRow, ...] = ()
    objectives: tuple[ObjectiveRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    sponsorships: tuple[SponsorshipRow, ...] = ()
    engagements: tuple[EngagementRow, ...] = ()
    concerns: tuple[ConcernRow, ...] = ()
    heard_scores: tuple[HeardScoreRow, ...] = ()
    challenges: tuple[ChallengeRow, ...] = ()
    appraisals: tuple[AppraisalRow, ...] = ()
    waivers: tuple[WaiverRow, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()
    source: dict[str, str] = field(default_factory=dict)
    """The cells that it was imported from, by heading; empty where it was not."""
    history: tuple[ChangeRow, ...] = ()
    """What the change log says of it, the newest first."""
    smart: tuple[Criterion, ...] = ()
    """The SMART verdicts of an objective; empty for other records and withdrawn ones."""
    findings: tuple[Finding, ...] = ()
    """What the rules have to say about it, most serious first."""

    @property
    def changes(self) -> int:
        """How many entries of the change log are about it."""
        return len(self.history)

    @property
    def last_words(self) -> UpdateRow | None:
        """The newest entry with words, up to the newest of all that counts.

        One that only says how things stand does not hide what was said before.
        """
        newest = self.row.updated_on if isinstance(self.row, DeliveryRow) else None
        said = [one for one in self.updates if one.narrative and newest and one.on <= newest]
        return max(said, key=lambda one: (one.on, len(one.ref), one.ref), default=None)

    def related(self) -> list[tuple[Kind, Sequence[Row]]]:
        """Return the lists that belong on a page of this kind, the empty ones too."""
        kinds = RELATED.get(self.row.KIND, ())
        return [(kind, getattr(self, kind.plural)) for kind in kinds]


def page_of(register: Register, ref: str, as_at: date | None = None) -> Page:
    """Return the page of a record, standing or withdrawn.

    Args:
        register: The register.
        ref: The reference as people write it, or the code of a framework item.
        as_at: The date that progress is read at; today without it.

    Raises:
        NotFoundError: There is no such record, or its kind has no page.
    """
    stored = records.get(register, ref)
    kind = stored.draft.KIND
    if kind not in LISTED:
        raise NotFoundError(
            f"{stored.ref} has no page of its own; edit {stored.ref} changes what papers say of it."
        )
    gone = stored.withdrawn_at is not None
    target = read_ref(stored.ref)
    numbers = [target[1]] if target else []
    found = rows_of(register, kind, as_at=as_at, withdrawn=gone, numbers=numbers)
    row = _row(found, stored.ref)
    view = view_near(register, row, as_at=as_at) if kind in JUDGED and not gone else None
    lists = {each: near(register, row, each, as_at=as_at) for each in RELATED.get(kind, ())}
    return Page(
        row=row,
        draft=_shown(stored.draft, row),
        updates=_about(row, lists, UpdateRow),
        measures=_about(row, lists, MeasureRow),
        readings=_readings(row, lists),
        objectives=_about(row, lists, ObjectiveRow),
        actions=_about(row, lists, ActionRow),
        evidence=_about(row, lists, EvidenceRow),
        sponsorships=_about(row, lists, SponsorshipRow),
        engagements=_engagements(row, lists),
        concerns=_about(row, lists, ConcernRow),
        heard_scores=_about(row, lists, HeardScoreRow),
        challenges=_about(row, lists, ChallengeRow),
        appraisals=_about(row, lists, AppraisalRow),
        waivers=_about(row, lists, WaiverRow),
        commitments=_about(row, lists, CommitmentRow),
        source=source_cells(register, stored.ref),
        history=tuple(history_of(register, stored.ref)),
        smart=smart_of(row, view) if view and isinstance(row, ObjectiveRow) else (),
        findings=findings_of(row, view) if view else (),
    )


def _shown(draft: Draft, row: Row) -> Draft:
    """Return what a record says, without a heard score that its row does not show."""
    if isinstance(draft, HeardScoreDraft) and isinstance(row, HeardScoreRow) and row.why_not:
        return replace(draft, score=None)
    return draft


def _row(rows: Iterable[Row], ref: str) -> Row:
    """Return the row of a record, which someone may have withdrawn since it was looked up."""
    found = next((row for row in rows if row.ref == ref), None)
    if found is None:
        raise NotFoundError(f"{ref} is no longer where it was; look again.")
    return found


def _about(row: Row, lists: dict[Kind, Sequence[Row]], sort: type[R]) -> tuple[R, ...]:
    """Return the rows of one kind that point at a record."""
    name = row.code if isinstance(row, FrameworkRow) else row.ref
    found = (near for near in lists.get(sort.KIND, ()) if isinstance(near, sort))
    return tuple(near for near in found if _points_at(near, name))


def _points_at(row: Row, name: str) -> bool:
    several = (*getattr(row, "supports", ()), *getattr(row, "frameworks", ()))
    return name in several or name in (getattr(row, pointer, "") for pointer in _POINTERS)


def _readings(row: Row, lists: dict[Kind, Sequence[Row]]) -> tuple[ReadingRow, ...]:
    measures = _about(row, lists, MeasureRow) if isinstance(row, ObjectiveRow) else (row,)
    return tuple(near for measure in measures for near in _about(measure, lists, ReadingRow))


def _engagements(row: Row, lists: dict[Kind, Sequence[Row]]) -> tuple[EngagementRow, ...]:
    if not isinstance(row, SponsorshipRow):
        return _about(row, lists, EngagementRow)
    found = lists[Kind.ENGAGEMENT]
    pair = (row.network_ref, row.member_ref)
    return tuple(
        near
        for near in found
        if isinstance(near, EngagementRow) and (near.network_ref, near.member_ref) == pair
    )
