"""The sample register: a fictional trust, brought in through the program's own imports."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from edi_tui.domain.errors import RegisterError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    Draft,
    EngagementDraft,
    EvidenceDraft,
    MeasureDraft,
    ObjectiveDraft,
    OrganisationDraft,
    ReadingDraft,
    UpdateDraft,
)
from edi_tui.domain.rows import MeasureRow, UpdateRow
from edi_tui.domain.words import (
    Attendance,
    Direction,
    EngagementKind,
    EvidenceKind,
    OrganisationKind,
    ReviewState,
    Status,
)
from edi_tui.imports.run import ImportOptions, Source, run_import
from edi_tui.imports.sample_judgement import tell_judgement
from edi_tui.reference.frameworks import frameworks, read_framework
from edi_tui.services import evidence, records
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.lookup import Lookup
from edi_tui.services.register import Register, create_register, open_register

Story = Mapping[str, Any]

FILES: tuple[tuple[date, str, Kind], ...] = (
    (date(2026, 1, 28), "board/board-members.csv", Kind.MEMBER),
    (date(2026, 1, 28), "board/networks.csv", Kind.NETWORK),
    (date(2026, 1, 28), "board/sponsorships.csv", Kind.SPONSORSHIP),
    (date(2026, 9, 30), "board/objectives.xlsx", Kind.OBJECTIVE),
    (date(2026, 10, 5), "plans/wres-action-plan.docx", Kind.ACTION),
    (date(2026, 10, 5), "plans/legacy-actions-cp1252.csv", Kind.ACTION),
    (date(2026, 11, 6), "plans/edi-tracker-2026-27.xlsx", Kind.ACTION),
)
"""Each file with the day on which the secretary brought it in, and what it lists."""

TOLD = {Kind.OBJECTIVE: {"Status": "-", "Progress": "-"}}
"""Columns left out, since the story tells the same with the forecasts."""


def sample_folder() -> Path:
    """Return where the sample files lie: inside an installed package, or beside a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "sample_data"
    return installed if installed.is_dir() else package.parent / "sample_data"


def build_sample(path: Path, *, who: str) -> Register:
    """Make the sample register at a path where nothing is yet.

    Its clock stands still on the day of the story, so that it looks the same whenever it is
    opened.
    """
    folder = sample_folder()
    story: Story = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
    told = story["organisation"]
    organisation = OrganisationDraft(
        name=told["name"], ods=told["ods"], kind=OrganisationKind(told["kind"])
    )
    commitments = folder / "plans" / "anti-racism-commitments.toml"
    own = read_framework(commitments.read_text(encoding="utf-8"))
    created = create_register(path, organisation, (*frameworks(), *own), who=who)
    for day, name, kind in FILES:
        _import(replace(created, now=partial(noon, day)), folder / name, kind)
    register = replace(created, now=lambda: noon(story["today"]))
    _tell(register, story)
    _attach(register, story["evidence"], folder)
    tell_judgement(register, folder / "judgement.toml")
    return register


def open_sample(path: Path, *, who: str) -> Register:
    """Open a sample register that was kept, on the day of its story.

    Raises:
        RegisterError: It is no sample; what is entered there belongs to the day of today.
    """
    story = tomllib.loads((sample_folder() / "story.toml").read_text(encoding="utf-8"))
    register = open_register(path, who=who, now=lambda: noon(story["today"]))
    if _first_name(register) != story["organisation"]["name"]:
        raise RegisterError(
            f"{path} is not the sample but a register of its own. Open it with --db {path}, or "
            "keep the sample at another path."
        )
    return register


def _first_name(register: Register) -> object:
    """Return the name of the organisation for which a register was made."""
    told = history_of(register, Kind.ORGANISATION.ref(1))
    return told[-1].after["name"] if told else ""


def noon(day: date) -> datetime:
    """Return noon of a day, UTC: the same day in every time zone of Europe."""
    return datetime.combine(day, time(12), UTC)


def _import(register: Register, file: Path, kind: Kind) -> None:
    options = ImportOptions(kind=kind, chosen=TOLD.get(kind, {}))
    run_import(register, [Source(file.name, file)], options)


def _tell(register: Register, story: Story) -> None:
    """Store what no file holds: links, measures, readings, engagements and updates."""
    _store(register, "measures of the story", _measures(register, story["measure"]))
    _store(register, "readings of the story", _readings(story["measure"]))
    _store(register, "engagements of the story", map(_engagement, story["engagement"]))
    _store(register, "updates of the story", _updates(register, story["update"]))
    for link in story["framework_link"]:
        _link(register, link)


def _store(register: Register, summary: str, drafts: Iterable[Draft]) -> None:
    with register.writing(summary) as changes:
        lookup = Lookup(changes.session)
        for draft in drafts:
            changes.add(lookup.settled(draft))


def _measures(register: Register, told: Iterable[Story]) -> list[Draft]:
    known = {row.name for row in rows_of(register, Kind.MEASURE) if isinstance(row, MeasureRow)}
    return [
        MeasureDraft(
            name=item["name"],
            objective=item.get("objective", ""),
            unit=item["unit"],
            direction=Direction(item["direction"]),
            baseline=_number(item.get("baseline")),
            baseline_on=item.get("baseline_on"),
            target=_number(item.get("target")),
        )
        for item in told
        if item["name"] not in known
    ]


def _readings(told: Iterable[Story]) -> Iterable[Draft]:
    for item in told:
        for reading in item["readings"]:
            yield ReadingDraft(
                measure=item["name"],
                as_at=reading["as_at"],
                group=reading.get("group", ""),
                value=_number(reading.get("value")),
                numerator=_number(reading.get("numerator")),
                denominator=_number(reading.get("denominator")),
                note=reading.get("note", ""),
            )


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _engagement(item: Story) -> Draft:
    return EngagementDraft(
        network=item["network"],
        member=item["member"],
        on=item["on"],
        kind=EngagementKind(item["kind"]),
        attendance=Attendance(item["attendance"]),
        note=item.get("note", ""),
    )


def _updates(register: Register, told: Iterable[Story]) -> list[Draft]:
    """Return the updates that the imported files did not bring already, oldest first."""
    known = {
        (row.on, row.narrative)
        for row in rows_of(register, Kind.UPDATE)
        if isinstance(row, UpdateRow)
    }
    return [
        UpdateDraft(
            subject=item.get("objective") or item["action"],
            on=item["on"],
            status=Status(item["status"]),
            narrative=item["narrative"],
            forecast_on=item.get("forecast"),
        )
        for item in sorted(told, key=lambda item: item["on"])
        if (item["on"], item["narrative"]) not in known
    ]


def _link(register: Register, link: Story) -> None:
    """Add own commitments to what an objective or action answers to."""
    kind = Kind.OBJECTIVE if "objective" in link else Kind.ACTION
    with register.reading() as session:
        (number,) = Lookup(session).find(kind, link[kind.value])
    current = records.get(register, kind.ref(number))
    draft = current.draft
    assert isinstance(draft, ObjectiveDraft | ActionDraft)
    told = replace(draft, frameworks=(*draft.frameworks, *link["items"]))
    records.edit(register, current.ref, told, version=current.version)


def _attach(register: Register, told: Iterable[Story], folder: Path) -> None:
    for item in told:
        draft = EvidenceDraft(
            title=item["title"],
            kind=EvidenceKind(item["kind"]),
            link=item.get("link", ""),
            note=item.get("note", ""),
            dated_on=item.get("dated_on"),
            expires_on=item.get("expires_on"),
            submitted_by=item.get("submitted_by", ""),
            review=ReviewState.ACCEPTED if "verified_by" in item else ReviewState.NOT_REVIEWED,
            verified_by=item.get("verified_by", ""),
            verified_on=item.get("verified_on"),
            independent=item.get("independent", False),
            supports=tuple(item["supports"]),
        )
        evidence.attach(register, draft, folder / item["file"] if "file" in item else None)
