"""The report of an import: the rows with findings, to be corrected and imported again."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.findings import Finding
from edi_tui.domain.formulas import guarded
from edi_tui.domain.text import folded
from edi_tui.domain.words import Outcome
from edi_tui.imports.header import FINDING_HEADINGS, PLANNED
from edi_tui.imports.result import FileResult, ImportResult
from edi_tui.reference.load import heading_aliases
from edi_tui.services.batches import SourceRow

Sheet = list[list[str]]
Line = tuple[list[str], dict[str, str]]
"""What is said of a row, and its cells by heading."""

_SHEET_CELL = 32_767
"""Characters that a cell of a spreadsheet can hold."""
_CUT = " … (cut here; the rest is in the file that was imported)"


def report_bytes(result: ImportResult, name: str) -> bytes:
    """Return the rows with findings as a spreadsheet, .xlsx or .csv by the name of the file.

    The findings stand before the row's own cells, one row of the plan to a row. When the
    corrected report is imported, the columns of findings are not read.

    Raises:
        FileRefusedError: The name ends in neither.
    """
    writers = {".xlsx": _workbook, ".csv": _text}
    write = writers.get(Path(name).suffix.lower())
    if write is None:
        raise FileRefusedError(
            f"{name} cannot be a report: give it a name that ends in .xlsx or .csv."
        )
    return write(_sheet(result))


def _sheet(result: ImportResult) -> Sheet:
    spelled = _spellings(result)
    lines = [line for file in result.files for line in _lines(result, file, spelled)]
    own = list(dict.fromkeys(heading for _, cells in lines for heading in cells))
    rows = [[*said, *(cells.get(heading, "") for heading in own)] for said, cells in lines]
    return [[*FINDING_HEADINGS, *own], *rows]


def _lines(result: ImportResult, file: FileResult, spelled: Mapping[str, str]) -> list[Line]:
    """Return what is said of each row, beside its cells, and last of the file as a whole."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in file.findings:
        found[finding.where].append(finding)
    several = len(result.files) > 1
    lines: list[Line] = []
    for places, texts in _whole_rows(file.rows):
        findings = [finding for where in places for finding in found.pop(where, ())]
        if findings:
            cells = {spelled.get(heading, heading): text for heading, text in texts.items()}
            if result.kind in PLANNED:
                cells.setdefault("Plan", file.plan)
            lines.append((_said(findings, file.file if several else ""), cells))
    lines += [(_said(findings, file.file if several else ""), {}) for findings in found.values()]
    return lines


def _whole_rows(rows: Sequence[SourceRow]) -> list[tuple[list[str], dict[str, str]]]:
    """Return the places and the text of each row that was read, joined where it was split."""
    whole: list[tuple[list[str], dict[str, str]]] = []
    for row in rows:
        if row.outcome is Outcome.JOINED:
            places, cells = whole[-1]
            places.append(row.where)
            for heading, text in row.cells.items():
                cells[heading] = " ".join(filter(None, (cells.get(heading), text)))
        elif row.outcome is not Outcome.SKIPPED:
            whole.append(([row.where], dict(row.cells)))
    return whole


def _said(findings: Sequence[Finding], file: str) -> list[str]:
    columns = (
        [", ".join(filter(None, (file, finding.where))) for finding in findings],
        [finding.rule for finding in findings],
        [finding.level.value for finding in findings],
        [finding.column for finding in findings],
        [finding.value for finding in findings],
        [" ".join(filter(None, (one.message, one.fix))) for one in findings],
        ["; ".join(finding.proposals) for finding in findings],
    )
    return ["\n".join(dict.fromkeys(filter(None, column))) for column in columns]


def _spellings(result: ImportResult) -> dict[str, str]:
    """Return the one heading that stands for each heading of the same field.

    It is one that is known, so that the report needs no mapping where its plan did.
    """
    known = {"plan": "plan", **heading_aliases()[result.kind.plural].fields}
    headings = [
        item for file in result.files for table in file.tables for item in table.headings.items()
    ]
    chosen: dict[str, str] = {}
    for heading, field in headings:
        usual = next(word for word, meant in known.items() if meant == field).capitalize()
        chosen.setdefault(field, heading if known.get(folded(heading)) == field else usual)
    return {heading: chosen[field] for heading, field in headings}


def _workbook(sheet: Sheet) -> bytes:
    import xlsxwriter

    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as workbook:
        page = workbook.add_worksheet("To correct")
        text = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        bold = workbook.add_format({"text_wrap": True, "valign": "top", "bold": True})
        for at, row in enumerate(sheet):
            for column, words in enumerate(row):
                page.write_string(at, column, _fitted(words), text if at else bold)
        page.set_column(0, len(sheet[0]) - 1, 24)
        page.freeze_panes(1, 0)
    return target.getvalue()


def _fitted(words: str) -> str:
    if len(words) <= _SHEET_CELL:
        return words
    return words[: _SHEET_CELL - len(_CUT)] + _CUT


def _text(sheet: Sheet) -> bytes:
    target = StringIO(newline="")
    csv.writer(target).writerows([guarded(words) for words in row] for row in sheet)
    return target.getvalue().encode("utf-8-sig")
