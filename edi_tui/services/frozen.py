"""What is frozen of a quarter, and its text: lines of canonical JSON, one row on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edi_tui.domain.closing import Closing
from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind
from edi_tui.domain.plain import Plain
from edi_tui.domain.plain_rows import canonical, fields_in
from edi_tui.domain.rows import Row
from edi_tui.services.lists import Contents
from edi_tui.services.report import StatusReport

FORMAT = 1
"""The version of the text."""
LISTS: Mapping[str, Kind] = {
    kind.plural: kind for kind in Kind if kind.plural in Contents.__dataclass_fields__
}
"""The lists of a register's contents by their names, each with the kind of its rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A quarter as it was when it was closed: the facts, and what was said of them that day."""

    closing: Closing
    report: StatusReport
    """What papers are made from: the rows as they were worked out then, and what rules said."""
    records: Mapping[str, Plain]
    """Every record, withdrawn ones and confidential ones too: `version`, `withdrawn`, `says`."""
    findings: Sequence[Finding]
    frameworks: Mapping[str, str]
    """The SHA-256 of each framework's items."""


def text_of(frozen: Frozen) -> str:
    """Return the text that is hashed and kept; the same content always gives the same text."""
    return "".join(f"{canonical(line)}\n" for line in _lines(frozen))


def _lines(frozen: Frozen) -> Iterator[Plain]:
    now = frozen.report.now
    yield {"is": "snapshot", "format": FORMAT, **frozen.closing.plain()}
    for name, version in frozen.report.rules.items():
        yield {"is": "rule", "rule": name, "version": version}
    for name, sha256 in frozen.frameworks.items():
        yield {"is": "framework", "framework": name, "sha256": sha256}
    for row in now.evidence:
        if row.sha256:
            yield {"is": "evidence", "ref": row.ref, "sha256": row.sha256}
    for ref, record in frozen.records.items():
        yield {"is": "record", "ref": ref, **record}
    for name in LISTS:
        for row in getattr(now, name):
            yield {"is": "row", "list": name, "row": fields_in(row)}
    yield from _earlier(frozen.report)
    yield from _said(frozen)


def _earlier(report: StatusReport) -> Iterator[Plain]:
    """Yield what objectives and actions had otherwise at the end of the quarter before."""
    now: dict[str, Row] = {row.ref: row for row in (*report.now.objectives, *report.now.actions)}
    yield {"is": "before", "as_at": report.before.as_at}
    for row in (*report.before.objectives, *report.before.actions):
        later = fields_in(now[row.ref])
        other = {name: value for name, value in fields_in(row).items() if value != later[name]}
        yield {"is": "earlier", "ref": row.ref, "row": other}


def _said(frozen: Frozen) -> Iterator[Plain]:
    for finding in frozen.findings:
        yield {"is": "finding", **finding._asdict()}
    for ref, verdicts in frozen.report.verdicts.items():
        yield {"is": "smart", "ref": ref, "verdicts": verdicts}
    for ref, drift in frozen.report.drift.items():
        yield {"is": "drift", "ref": ref, "drift": fields_in(drift)}
    yield {"is": "board", "board": fields_in(frozen.report.board)}
