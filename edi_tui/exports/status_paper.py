"""The status paper: a quarter's status as a committee reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from edi_tui.domain.columns import status_words
from edi_tui.domain.due import format_date
from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.words import Audience, EvidenceKind, Status
from edi_tui.exports.audience import for_whom, read_by
from edi_tui.exports.challenge_section import challenge_section, unanswered
from edi_tui.exports.concern_section import concern_section
from edi_tui.exports.coverage_section import coverage_section
from edi_tui.exports.delivery_sections import (
    actions_section,
    exceptions_section,
    objectives_section,
)
from edi_tui.exports.drift_section import drift_section
from edi_tui.exports.frozen_words import frozen_words, log_words
from edi_tui.exports.key_section import key_section
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.sponsor_section import sponsor_section
from edi_tui.exports.tally import tally
from edi_tui.exports.waiver_section import waiver_section
from edi_tui.exports.wording import answerable, number_of, said
from edi_tui.services.report import StatusReport


def status_paper(report: StatusReport, audience: Audience = Audience.COMMITTEE) -> Paper:
    """Return the paper of a quarter's status, in the order in which a committee reads it.

    Args:
        report: The report.
        audience: The committee or the board; `public_paper` is for all others.
    """
    report = read_by(report, audience)
    quarter, organisation = report.quarter, report.now.organisation
    challenges, first = challenge_section(report), bool(unanswered(report))
    ods = f" ({organisation.ods})" if organisation.ods else ""
    return printable(
        Paper(
            title=f"Equality, diversity and inclusion status, {quarter}",
            subtitles=(
                f"{organisation.name}{ods}",
                f"Quarter from {format_date(quarter.start)} to {format_date(quarter.end)}; "
                f"progress as at {format_date(report.as_at)}",
                *frozen_words(report),
                for_whom(audience),
            ),
            sections=(
                _summary(report),
                *(challenges if first else ()),
                coverage_section(report),
                exceptions_section(report),
                objectives_section(report),
                *drift_section(report),
                actions_section(report),
                sponsor_section(report),
                concern_section(report),
                *(() if first else challenges),
                _evidence(report),
                *waiver_section(report),
                key_section(audience),
                _change_log(report),
            ),
            dated=report.as_at,
            audience=audience,
        )
    )


def _summary(report: StatusReport) -> Section:
    now, before = report.now, report.before
    text = (
        f"As at {format_date(report.as_at)} the register holds "
        f"{number_of(len(now.objectives), 'objective')} and "
        f"{number_of(len(now.actions), 'action')}."
    )
    if now.objectives or now.actions:
        text += f" {_attention(len(report.exceptions))}"
    return Section(
        "Summary",
        (text,),
        (
            _counts("Objectives by status", report, now.objectives, before.objectives),
            _counts("Actions by status", report, now.actions, before.actions),
        ),
    )


def _attention(count: int) -> str:
    if count == 0:
        return "None of them needs attention."
    return f"{count} of them {'needs' if count == 1 else 'need'} attention."


def _counts(
    caption: str, report: StatusReport, now: Sequence[DeliveryRow], before: Sequence[DeliveryRow]
) -> Table:
    current, earlier = tally(now), tally(before)
    return Table(
        caption,
        (
            Column("Status", status=True),
            Column(str(report.quarter), right=True),
            Column(str(report.quarter.previous), right=True),
            Column("Movement"),
        ),
        tuple(
            (
                status_words(status),
                str(current.get(status, 0)),
                str(earlier.get(status, 0)),
                _movement(current.get(status, 0) - earlier.get(status, 0)),
            )
            for status in Status
            if status in current or status in earlier
        ),
        f"The register holds no {caption.partition(' ')[0].lower()} yet.",
        drawn=True,
    )


def _movement(difference: int) -> str:
    if difference == 0:
        return "No change"
    return f"{difference} more" if difference > 0 else f"{-difference} fewer"


def _evidence(report: StatusReport) -> Section:
    now = report.now
    bare = [row for row in now.objectives if not row.evidence]
    kinds = Counter(row.kind for row in now.evidence)
    text = f"The register holds {number_of(len(now.evidence), 'item')} of evidence."
    if now.objectives:
        have = "has" if len(bare) == 1 else "have"
        text += f" {len(bare)} of {number_of(len(now.objectives), 'objective')} {have} none."
    return Section(
        "Evidence",
        (text,),
        (
            Table(
                "Evidence by kind",
                (Column("Kind"), Column("Items", right=True)),
                tuple((kind.label, str(kinds[kind])) for kind in EvidenceKind if kinds[kind]),
                "The register holds no evidence yet.",
            ),
            Table(
                "Objectives without evidence",
                (Column("Ref"), Column("Objective"), Column("Owner")),
                tuple((row.ref, row.title, said(answerable(row))) for row in bare),
                "There is no objective without evidence.",
            ),
        ),
    )


def _change_log(report: StatusReport) -> Section:
    return Section("Change log", log_words(report))
