"""Proof: completed without evidence, expired, rejected, or verified by whoever brought it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.domain.assurance import expired, expired_on, lacking, proves, read_kind_of_proof
from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind
from edi_tui.domain.offices import same_office
from edi_tui.domain.progress import DONE, is_stale
from edi_tui.domain.rows import DeliveryRow, EvidenceRow, ObjectiveRow
from edi_tui.domain.rules.rule import Remark, Rule, rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.words import ReviewState, Status

_DELIVERIES = (Kind.OBJECTIVE, Kind.ACTION)


def complete_without(row: DeliveryRow, view: View) -> Iterator[Remark]:
    """Say what was completed without any evidence."""
    if row.status in DONE and not row.evidence:
        yield Remark(row.KIND.value, row.status.label)


def only_expired(row: DeliveryRow, view: View) -> Iterator[Remark]:
    """Say what is declared on track while none of its evidence is good any longer."""
    if row.status is Status.ON_TRACK and row.evidence:
        end = expired_on(view.evidence_of.get(row.ref, ()), view.as_at)
        if end:
            yield Remark("only-expired", format_date(end), field="status")


def only_rejected(row: DeliveryRow, view: View) -> Iterator[Remark]:
    """Say whose evidence was not accepted, all of it."""
    items = view.evidence_of.get(row.ref, ())
    if items and not any(map(proves, items)):
        yield Remark("only-rejected", ", ".join(item.ref for item in items))


@rule("E2", Kind.EVIDENCE)
def out_of_date(row: EvidenceRow, view: View) -> Iterator[Remark]:
    """Say what is past the day until which it was good, unless all it supports is closed."""
    if row.expires_on and expired(row, view.as_at) and not _settled(row, view):
        yield Remark("expired", format_date(row.expires_on))


def _settled(row: EvidenceRow, view: View) -> bool:
    """Tell whether evidence supports nothing but closed objectives and actions."""
    closed = {one.ref for one in view.actions if one.ref in row.supports and one.status.closed}
    closed |= {ref for ref in row.supports if _closed(view.objectives.get(ref))}
    return bool(row.supports) and closed.issuperset(row.supports)


def _closed(row: ObjectiveRow | None) -> bool:
    return row is not None and row.status.closed


@rule("E3", Kind.EVIDENCE)
def own_verifier(row: EvidenceRow, view: View) -> Iterator[Remark]:
    """Say what was verified by the office that brought it, or that answers for the objective."""
    if not row.verified_by:
        return
    if same_office(row.verified_by, row.submitted_by):
        yield Remark("submitter", row.verified_by)
        return
    for ref in row.supports:
        objective = view.objectives.get(ref)
        if objective and same_office(row.verified_by, objective.owner):
            yield Remark("owner", row.verified_by, {"ref": ref})


@rule("E4", Kind.OBJECTIVE)
def agreed_proof(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Say which kinds of evidence, agreed as proof, are missing from what was completed."""
    if row.status not in DONE or not row.proof or not row.evidence:
        return
    wanted = [kind for words in row.proof if (kind := read_kind_of_proof(words))]
    missing = lacking(wanted, view.evidence_of.get(row.ref, ()))
    if missing:
        kinds = ", ".join(kind.label.lower() for kind in missing)
        yield Remark("lacks", kinds)


@rule("E5", Kind.EVIDENCE)
def unreviewed(row: EvidenceRow, view: View) -> Iterator[Remark]:
    """Say what was dated before the last whole quarter and has not been looked over."""
    waiting = row.review is ReviewState.NOT_REVIEWED
    if waiting and row.dated_on and is_stale(row.dated_on, view.as_at):
        yield Remark("unreviewed", format_date(row.dated_on))


@rule("E7", Kind.EVIDENCE)
def file_missing(row: EvidenceRow, view: View) -> Iterator[Remark]:
    """Say whose file is gone from the evidence store, where the files were looked at."""
    if view.files.get(row.ref) == "missing":
        yield Remark("missing", row.file_name)


@rule("E8", Kind.EVIDENCE)
def file_changed(row: EvidenceRow, view: View) -> Iterator[Remark]:
    """Say whose file is not the one that was attached, where the files were looked at."""
    if view.files.get(row.ref) == "changed":
        yield Remark("changed", row.file_name)


RULES: tuple[Rule[Any], ...] = (
    *(rule("E1", kind)(complete_without) for kind in _DELIVERIES),
    out_of_date,
    *(rule("E2", kind)(only_expired) for kind in _DELIVERIES),
    own_verifier,
    agreed_proof,
    unreviewed,
    *(rule("E6", kind)(only_rejected) for kind in _DELIVERIES),
    file_missing,
    file_changed,
)
