"""Closed quarters as they were frozen, read back without looking at the register of today."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from edi_tui.domain.closing import Closing, closing_in, digest_of
from edi_tui.domain.coverage import BoardCoverage
from edi_tui.domain.drift import Drift
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import CorruptError
from edi_tui.domain.findings import Finding, FindingLevel, named
from edi_tui.domain.kinds import Kind
from edi_tui.domain.plain import Plain, from_plain
from edi_tui.domain.plain_rows import object_of, values_of
from edi_tui.domain.records import OrganisationDraft
from edi_tui.domain.rows import ROWS, ActionRow, ObjectiveRow, Row
from edi_tui.domain.rules.texts import Verdict
from edi_tui.services.changes import Changes
from edi_tui.services.frozen import LISTS, Frozen
from edi_tui.services.lists import Contents
from edi_tui.services.people import people_among, people_known
from edi_tui.services.register import Register
from edi_tui.services.report import Deliveries, Judged, StatusReport
from edi_tui.store.chain import Head
from edi_tui.store.snapshots import content_of

_KEPT: WeakKeyDictionary[object, Frozen] = WeakKeyDictionary()
"""The quarter of each open register that was read last, by its engine."""
_ORGANISATION = Kind.ORGANISATION.ref(1)


def kept_quarter(register: Register, closing: Closing) -> Frozen:
    """Return a quarter as it was when it was closed.

    Raises:
        CorruptError: What was frozen is not what was closed.
    """
    kept = _KEPT.get(register.engine)
    if kept is None or kept.closing != closing:
        kept = _KEPT[register.engine] = read_quarter(register, closing)
    # Not kept with it, since these refer to the register, which would never be let go.
    found = replace(
        kept.report,
        people=_people(register, kept),
        compare=cache(lambda: _changes(register, kept)),
    )
    return replace(kept, report=found)


def read_quarter(register: Register, closing: Closing) -> Frozen:
    """Return a quarter as it was when it was closed, to be looked at once and not kept.

    It knows neither people by name nor what changed since the one before.

    Raises:
        CorruptError: What was frozen is not what was closed.
    """
    return thawed(_matching(register, closing), closing)


def _changes(register: Register, kept: Frozen) -> Changes | None:
    from edi_tui.services.quarter_diff import since_last_report

    return since_last_report(register, kept)


def _people(register: Register, kept: Frozen) -> Callable[[], Mapping[str, str]]:
    """Return what looks up everybody who was named until the quarter was closed, and no later.

    So a paper of it says the same whoever comes afterwards.
    """
    return lambda: people_known(register, kept.closing.head_seq) | people_among(kept.records)


def _matching(register: Register, closing: Closing) -> str:
    try:
        with register.reading() as session:
            content = content_of(session, closing.number)
        if matches(content, closing):
            return content
    except ValueError:
        pass
    raise CorruptError(
        f"What was frozen of {closing.quarter} on {format_date(closing.closed_on)} has been "
        "changed since, so nothing is made from it. “edi-tui quarter verify” says more; go back "
        "to a backup from before."
    )


def matches(content: str, closing: Closing) -> bool:
    """Tell whether content is what was closed: by its digest, and by what it says of itself."""
    if digest_of(content, closing.previous) != closing.digest:
        return False
    header, _, _ = content.partition("\n")
    try:
        return closing_in(json.loads(header), closing.digest) == closing
    except (ValueError, KeyError, TypeError):
        return False


def thawed(content: str, closing: Closing) -> Frozen:
    """Return what the text of a snapshot says, whichever release wrote it."""
    lines: dict[str, list[Plain]] = {}
    # Not splitlines, which also parts at signs that may stand in the words of people.
    for text in content.split("\n")[:-1]:
        line = json.loads(text)
        lines.setdefault(line["is"], []).append(line)
    records = {line["ref"]: _record(line) for line in lines["record"]}
    now = _contents(lines.get("row", ()), closing, records)
    return Frozen(
        closing=closing,
        report=_report(lines, closing, now),
        records=records,
        findings=tuple(map(_finding, lines.get("finding", ()))),
        frameworks={line["framework"]: line["sha256"] for line in lines.get("framework", ())},
    )


def _record(line: Plain) -> Plain:
    return {name: line[name] for name in ("version", "withdrawn", "says")}


def _contents(lines: Iterable[Plain], closing: Closing, records: Mapping[str, Plain]) -> Contents:
    lists: dict[str, list[Any]] = {name: [] for name in LISTS}
    for line in lines:
        lists[line["list"]].append(object_of(ROWS[LISTS[line["list"]]], line["row"], {}))
    return Contents(
        organisation=from_plain(records[_ORGANISATION]["says"], OrganisationDraft(name="")),
        as_at=closing.as_at,
        head=Head(closing.head_seq, closing.head_hash),
        **lists,
    )


def _report(lines: Mapping[str, list[Plain]], closing: Closing, now: Contents) -> StatusReport:
    rows: dict[str, Row] = {row.ref: row for row in (*now.members, *now.objectives)}
    (board,) = (object_of(BoardCoverage, line["board"], rows) for line in lines["board"])
    drift = {line["ref"]: object_of(Drift, line["drift"], rows) for line in lines.get("drift", ())}
    findings = map(_finding, lines.get("finding", ()))
    judged = Judged(
        board=board,
        drift=drift,
        verdicts={
            line["ref"]: {letter: Verdict(said) for letter, said in line["verdicts"].items()}
            for line in lines.get("smart", ())
        },
        rules={line["rule"]: line["version"] for line in lines["rule"]},
        fails=named([one for one in findings if one.level is FindingLevel.FAIL]),
    )
    before = _before(lines, now)
    return StatusReport(
        closing.quarter, closing.as_at, now, before, lambda: judged, closing=closing
    )


def _before(lines: Mapping[str, list[Plain]], now: Contents) -> Deliveries:
    """Return the objectives and actions at the end of the quarter before, from what differed."""
    later: dict[str, Row] = {row.ref: row for row in (*now.objectives, *now.actions)}
    (day,) = (date.fromisoformat(line["as_at"]) for line in lines["before"])
    rows = [_as_before(later[line["ref"]], line["row"]) for line in lines.get("earlier", ())]
    return Deliveries(
        day,
        [row for row in rows if isinstance(row, ObjectiveRow)],
        [row for row in rows if isinstance(row, ActionRow)],
    )


def _as_before(row: Row, other: Plain) -> Row:
    return replace(row, **values_of(type(row), other, {}))


def _finding(line: Plain) -> Finding:
    said = {name: line[name] for name in Finding._fields if name in line}
    return Finding(
        **said | {"level": FindingLevel(said["level"]), "proposals": tuple(said["proposals"])}
    )
