"""The section of a status paper about questions from outside."""

from __future__ import annotations

from collections import Counter

from edi_tui.domain.assurance import proves
from edi_tui.domain.due import format_date
from edi_tui.domain.rows import ChallengeRow
from edi_tui.domain.rules.challenges import waiting
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import number_of, on, said, sentence
from edi_tui.services.report import StatusReport


def challenge_section(report: StatusReport) -> tuple[Section, ...]:
    """Return what was asked and what was answered, the unanswered first; nothing where none was."""
    rows, count = put(report), len(unanswered(report))
    if not rows:
        return ()
    columns = ("Asked by", "Question", "Asked", "Answer due", "Who answers", "Answer")
    proving = filter(proves, report.now.evidence)
    evidence = Counter(ref for row in proving for ref in row.supports)
    table = Table(
        "Challenges",
        (
            *map(Column, ("Ref", *columns, "Where it stands")),
            Column("Evidence", right=True),
        ),
        tuple((*_challenge(row, report), str(evidence[row.ref])) for row in rows),
        "Nobody has asked anything.",
    )
    wait = sentence(number_of(count, "challenge waits", "challenges wait"))
    asked = number_of(len(rows), "that was put", "that were put")
    return (Section("Challenges", (f"{wait} for an answer, of {asked}.",), (table,)),)


def put(report: StatusReport) -> list[ChallengeRow]:
    """Return the challenges that had been put by the day of the report, the unanswered first."""
    first, day = unanswered(report), report.as_at
    known = [row for row in report.now.challenges if row.asked_on <= day]
    return [*first, *(row for row in known if not waiting(row, day))]


def unanswered(report: StatusReport) -> list[ChallengeRow]:
    """Return the challenges that wait for an answer, the soonest due first."""
    rows = [row for row in report.now.challenges if waiting(row, report.as_at)]
    return sorted(rows, key=lambda row: (row.answer_by is None, row.answer_by or row.asked_on))


def _challenge(row: ChallengeRow, report: StatusReport) -> tuple[str, ...]:
    return (
        row.ref,
        row.asker_name or row.asker.label,
        row.question,
        on(row.asked_on),
        on(row.answer_by),
        said(row.owner),
        said("" if waiting(row, report.as_at) else row.answer),
        _standing(row, report),
    )


def _standing(row: ChallengeRow, report: StatusReport) -> str:
    if waiting(row, report.as_at):
        late = (report.as_at - row.answer_by).days if row.answer_by else 0
        return f"Overdue by {number_of(late, 'day')}" if late > 0 else "Not answered yet"
    if row.closed_on and row.closed_on <= report.as_at:
        return f"Closed by the asker on {format_date(row.closed_on)}"
    return f"Answered on {on(row.answered_on)}"
