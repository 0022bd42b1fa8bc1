"""What objectives contribute to each risk of the board assurance framework."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edi_tui.domain.assurance import line_of, proves
from edi_tui.domain.columns import cell
from edi_tui.domain.risks import risks_of
from edi_tui.domain.rows import EvidenceRow, ObjectiveRow
from edi_tui.domain.rules.smart import LETTERS
from edi_tui.domain.rules.texts import Verdict
from edi_tui.exports.captions import caption
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import answerable, listed, number_of, on, said, sentence, status_of
from edi_tui.services.report import StatusReport


def baf_sections(report: StatusReport) -> tuple[Section, ...]:
    """Return a block for each risk: controls, assurances, gaps and actions."""
    risks = risks_of(report.now.objectives)
    taken: set[str] = set()
    blocks = [_block(report, *risk, taken) for risk in risks.items()]
    return (*blocks, Section("Left out", (_left_out(report.now.objectives), _COUNTED)))


def _left_out(rows: Sequence[ObjectiveRow]) -> str:
    without = [row.ref for row in rows if not row.baf.strip()]
    if not without:
        return "Every objective names a risk." if rows else "The register holds no objectives yet."
    names = "names" if len(without) == 1 else "name"
    return f"{sentence(number_of(len(without), 'objective'))} {names} no risk. {', '.join(without)}"


def _block(
    report: StatusReport, name: str, rows: Sequence[ObjectiveRow], taken: set[str]
) -> Section:
    def called(what: str) -> str:
        return caption(f"{what} of", name, taken)

    refs = {row.ref for row in rows}
    evidence = [item for item in report.now.evidence if refs.intersection(item.supports)]
    return Section(
        f"Risk {name}",
        (f"{sentence(number_of(len(rows), 'objective'))} of equality, diversity and inclusion.",),
        (
            _table(called("Controls"), "Ref|Objective|Owner|Status", map(_control, rows)),
            _table(
                called("Assurances"),
                "Ref|Evidence|Dated|Line|Supports",
                (_assurance(report, item, refs) for item in evidence if proves(item)),
            ),
            _table(called("Gaps"), "Ref|Gap", (gap for row in rows for gap in _gaps(report, row))),
            _table(called("Actions"), "Ref|Action|Lead|Due|Status", _actions(report, refs)),
        ),
    )


_COUNTED = "Evidence stands as it was when this paper was made, or its quarter was closed."
_NONE = {"actions": "open actions"}
"""How what is not there is called, where it is called otherwise."""


def _table(called: str, headings: str, rows: Iterator[tuple[str, ...]]) -> Table:
    what = called.partition(" ")[0].lower()
    columns = tuple(Column(heading, status=heading == "Status") for heading in headings.split("|"))
    return Table(called, columns, tuple(rows), f"There are no {_NONE.get(what, what)}.")


def _control(row: ObjectiveRow) -> tuple[str, ...]:
    return row.ref, row.title, said(answerable(row)), status_of(row)


def _assurance(report: StatusReport, item: EvidenceRow, refs: set[str]) -> tuple[str, ...]:
    supports = ", ".join(ref for ref in item.supports if ref in refs)
    return item.ref, item.title, on(item.dated_on), line_of(item, report.as_at).label, supports


def _gaps(report: StatusReport, row: ObjectiveRow) -> Iterator[tuple[str, str]]:
    """Yield what an objective lacks to be a control: progress, proof, figures, SMART criteria."""
    if row.computed.reason:
        yield row.ref, sentence(row.computed.reason)
    if not row.evidence:
        yield row.ref, "No evidence"
    if not row.measure:
        yield row.ref, "No measure"
    elif row.target is None:
        yield row.ref, "No target"
    verdicts = report.verdicts.get(row.ref, {}).items()
    lacking = [LETTERS[letter].lower() for letter, said in verdicts if said is Verdict.MISSING]
    if lacking:
        yield row.ref, f"Not {listed(lacking)}, by the rules for SMART objectives"


def _actions(report: StatusReport, refs: set[str]) -> Iterator[tuple[str, ...]]:
    for row in report.now.actions:
        if row.objective in refs and not row.status.closed:
            yield row.ref, row.text, said(row.lead), said(cell(row, "due")), status_of(row)
