"""The status paper for all staff and the public, made of nothing but a public report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edi_tui.domain.columns import status_words, words
from edi_tui.domain.due import format_date
from edi_tui.domain.words import Audience, Status
from edi_tui.exports.audience import for_whom
from edi_tui.exports.key_section import status_table
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.wording import NONE, number_of, on, quantity, said, sentence
from edi_tui.services.public_content import (
    Number,
    PublicFigure,
    PublicMeasure,
    PublicNetwork,
    PublicObjective,
    PublicReport,
)

HIDDEN = "hidden"
"""What stands in place of a number that is not published."""


def public_paper(report: PublicReport) -> Paper:
    """Return the paper of a quarter's status as the public reads it."""
    quarter = report.quarter
    ods = f" ({report.ods})" if report.ods else ""
    return printable(
        Paper(
            title=f"Equality, diversity and inclusion: how we are doing, {quarter}",
            subtitles=(
                f"{report.organisation}{ods}",
                f"Quarter from {format_date(quarter.start)} to {format_date(quarter.end)}; "
                f"progress as at {format_date(report.as_at)}",
                for_whom(Audience.PUBLIC),
            ),
            sections=(
                summary_section(report),
                Section("Objectives", tables=(objectives_table(report.objectives),)),
                Section("Figures", tables=(_figures(report),)),
                networks_section(report),
                method_section(report),
                Section("What the words mean", (), (status_table(),)),
            ),
            dated=report.as_at,
            audience=Audience.PUBLIC,
        )
    )


def summary_section(report: PublicReport) -> Section:
    """Return how many objectives are published, how many are not and why, and how they stand."""
    count = len(report.objectives)
    standing = [row.status for row in report.objectives]
    rows = [
        (status_words(status), str(standing.count(status)))
        for status in Status
        if status in standing
    ]
    table = Table(
        "Published objectives by status",
        (Column("Status", status=True), Column("Objectives", right=True)),
        tuple(rows),
        "No objective is published yet.",
    )
    is_ = "is" if count == 1 else "are"
    text = f"{sentence(number_of(count, 'objective'))} {is_} published."
    return Section("Summary", (text, unpublished(report), hidden(report)), (table,))


def unpublished(report: PublicReport) -> str:
    """Return how many objectives are not published, and why."""
    count = report.unpublished
    if not count:
        return "No objective is left out."
    more = number_of(count, "objective is", "objectives are")
    return (
        f"{sentence(more)} not published, because nobody has opted "
        f"{'it' if count == 1 else 'them'} in: nothing is published unless somebody decides that "
        "it shall be, and gives a summary in plain English."
    )


def hidden(report: PublicReport) -> str:
    """Return how many figures are hidden, and why."""
    if not report.hidden:
        return "No figure is hidden."
    text = f"{sentence(number_of(report.hidden, 'figure is', 'figures are'))} hidden, to protect "
    text += f"groups of fewer than {report.threshold} people."
    return f"{text} {_untold(report)}".rstrip()


def _untold(report: PublicReport) -> str:
    """Return how many figures are hidden since nobody can tell of how few people they are."""
    count = report.untold
    if not count:
        return ""
    which = f"{count} of them"
    if count == report.hidden:
        which = "It" if count == 1 else "All"
    are, they = ("is", "it is") if count == 1 else ("are", "they are")
    why = f"the register does not say how many people {they} about"
    return f"{which} {are} hidden because {why}."


PUBLIC_HEADINGS = (
    *("Ref", "Objective", "What it means", "HIA", "Who answers for it", "Due", "Status"),
    "Last update",
)
"""What the public reads of each objective."""


def objectives_table(rows: Sequence[PublicObjective]) -> Table:
    """Return the objectives with who answers for them and how they stand."""
    columns = (Column(heading, status=heading == "Status") for heading in PUBLIC_HEADINGS)
    return Table(
        "Objectives",
        tuple(columns),
        tuple(
            (
                row.ref,
                row.title,
                row.summary,
                said(row.hia),
                row.owner,
                on(row.due_on),
                status_words(row.status),
                on(row.updated_on),
            )
            for row in rows
        ),
        "No objective is published yet.",
    )


_FIGURES = (
    *map(Column, ("As at", "Group")),
    *(Column(heading, right=True) for heading in ("Number", "Out of", "Figure")),
)


def figures_table(measure: PublicMeasure, caption: str) -> Table:
    """Return what was counted of one measure."""
    rows = tuple(_figure(figure, measure) for figure in measure.figures)
    return Table(caption, _FIGURES, rows, "Nothing has been counted yet.")


def _figures(report: PublicReport) -> Table:
    headings = (Column("Objective"), Column("Measure"), *_FIGURES, Column("Target", right=True))
    return Table("Figures", headings, tuple(_every_figure(report)), "There are no figures yet.")


def _every_figure(report: PublicReport) -> Iterator[tuple[str, ...]]:
    for row in report.objectives:
        for measure in row.measures:
            for figure in measure.figures:
                cells = _figure(figure, measure)
                yield (row.ref, measure.name, *cells, quantity(measure.target, measure.unit))


def _figure(figure: PublicFigure, measure: PublicMeasure) -> tuple[str, ...]:
    return (
        on(figure.as_at),
        figure.group or "Everyone",
        number(figure.number),
        number(figure.out_of),
        number(figure.figure, measure.unit),
    )


def number(shown: Number, unit: str = "") -> str:
    """Return a number as people read it, or what stands in its place."""
    if shown.hidden:
        return HIDDEN
    return quantity(shown.value, unit) if unit else words(shown.value) or NONE


def networks_section(report: PublicReport) -> Section:
    """Return the staff networks, their sponsors and how far they feel heard."""
    columns = ("Network", "For", "Executive sponsor", "Non-executive sponsor", "Asked")
    table = Table(
        "Staff networks",
        (*map(Column, columns), Column("Feels heard, of 5", right=True)),
        tuple(map(_network, report.networks)),
        "No staff network is published yet.",
    )
    lines = ("Sponsors are members of the board.", *_unpublished_networks(report))
    return Section("Staff networks", lines, (table,))


def _unpublished_networks(report: PublicReport) -> Iterator[str]:
    count = report.unpublished_networks
    if count:
        more = number_of(count, "staff network is", "staff networks are")
        it = "it" if count == 1 else "them"
        yield f"{sentence(more)} not published, because nobody has opted {it} in."


def _network(row: PublicNetwork) -> tuple[str, ...]:
    return (
        row.name,
        said(row.characteristic),
        row.executive or "Nobody yet",
        row.non_executive or "Nobody yet",
        on(row.asked_on),
        number(row.score),
    )


def method_section(report: PublicReport) -> Section:
    """Return how the figures were made, and what is left out."""
    return Section("Method", tuple(_method(report)))


def _method(report: PublicReport) -> Iterator[str]:
    yield (
        f"This was made from the register as it was frozen when the quarter was closed on "
        f"{format_date(report.closing.closed_on)}, and says the same in every format."
    )
    yield (
        "Status is worked out from dates, forecasts and what was last reported. Silence is never "
        "taken for progress."
    )
    yield (
        "Only some fields of opted-in objectives and networks are published. People are named by "
        "their role alone. What networks raised, notes, evidence and appraisals are private."
    )
    yield (
        f"Numbers of fewer than {report.threshold} people are hidden, and so is every number, "
        "here or in an earlier quarter, from which one of them could be worked out."
    )
    yield from hidden_notes(report)
    if report.closing.replaces:
        yield "This quarter was issued again, to correct it."
    yield f"Digest of everything that was frozen: {report.closing.digest}."


def hidden_notes(report: PublicReport) -> tuple[str, ...]:
    """Return what a hidden number may be."""
    return (
        *report.notes,
        "A percentage is hidden too where the register does not say how many people it is about.",
    )


def plain_number(value: Decimal | None) -> int | float | None:
    """Return a number as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
