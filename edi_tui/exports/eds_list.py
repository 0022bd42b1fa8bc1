"""What the register can show for domain 3 of the Equality Delivery System 2022."""

from __future__ import annotations

from collections.abc import Sequence

from edi_tui.domain.assurance import proves
from edi_tui.domain.rows import ActionRow, EvidenceRow, FrameworkRow, ObjectiveRow
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import number_of, on, said, sentence, status_of
from edi_tui.services.report import StatusReport

_DOMAIN = "EDS3"
"""What the codes of inclusive leadership begin with."""


def eds_sections(report: StatusReport) -> tuple[Section, ...]:
    """Return each outcome of domain 3 with what serves it and the evidence of that."""
    outcomes = [item for item in report.now.frameworks if item.code.startswith(_DOMAIN)]
    found = tuple(_outcome(report, item) for item in outcomes)
    none = Section("Nothing to show", ("The register knows no outcome of EDS domain 3.",))
    return found or (none,)


def _outcome(report: StatusReport, item: FrameworkRow) -> Section:
    rows: list[ObjectiveRow | ActionRow] = [*report.now.objectives, *report.now.actions]
    serving = [row for row in rows if item.code in row.frameworks]
    refs = {row.ref for row in serving}
    shown = (one for one in report.now.evidence if refs.intersection(one.supports))
    evidence = [one for one in shown if proves(one)]
    told = (
        f"{number_of(len(serving), 'record')} with {number_of(len(evidence), 'item')} of evidence"
    )
    return Section(
        f"{item.code}: {item.title}",
        (f"{sentence(told)}. The grade is for you and your stakeholders to give.",),
        (
            Table(
                f"What serves {item.code}",
                (Column("Ref"), Column("Objective or action"), Column("Status", status=True)),
                tuple((row.ref, row.headline, status_of(row)) for row in serving),
                "Nothing in the register serves it.",
            ),
            _evidence(item.code, evidence, refs),
        ),
    )


def _evidence(code: str, evidence: Sequence[EvidenceRow], refs: set[str]) -> Table:
    headings = ("Ref", "Evidence", "Kind", "Dated", "Where", "Supports")
    return Table(
        f"Evidence for {code}",
        tuple(map(Column, headings)),
        tuple(
            (
                row.ref,
                row.title,
                row.kind.label,
                on(row.dated_on),
                said(row.medium),
                ", ".join(ref for ref in row.supports if ref in refs),
            )
            for row in evidence
        ),
        "There is no evidence for it yet.",
    )
