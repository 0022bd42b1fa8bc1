"""The status paper: a quarter's status as a committee reads it."""

from __future__ import annotations

from collections import Counter

from edi_tui.domain.due import format_date
from edi_tui.domain.words import Audience, EvidenceKind
from edi_tui.exports.audience import for_whom, read_by
from edi_tui.exports.challenge_section import challenge_section, unanswered
from edi_tui.exports.changes_section import changes_section
from edi_tui.exports.concern_section import concern_section
from edi_tui.exports.coverage_section import coverage_section
from edi_tui.exports.delivery_sections import actions_section, exceptions_section
from edi_tui.exports.drift_section import drift_section
from edi_tui.exports.frozen_words import frozen_words, log_words
from edi_tui.exports.key_section import key_section
from edi_tui.exports.measures_section import measures_section
from edi_tui.exports.objectives_section import objectives_section
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.sponsor_section import sponsor_section
from edi_tui.exports.summary_section import summary_section
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
                summary_section(report),
                *(challenges if first else ()),
                coverage_section(report),
                exceptions_section(report),
                objectives_section(report),
                *drift_section(report),
                actions_section(report),
                sponsor_section(report),
                concern_section(report),
                *(() if first else challenges),
                measures_section(report),
                _evidence(report),
                changes_section(report),
                *waiver_section(report),
                key_section(report, audience),
                _change_log(report),
            ),
            dated=report.as_at,
            audience=audience,
        )
    )


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
