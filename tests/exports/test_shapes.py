"""The other shapes of a quarter: each says what it is for, in every format the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from edi_tui.domain.records import (
    ActionDraft,
    AppraisalDraft,
    EvidenceDraft,
    FrameworkItemDraft,
    MemberDraft,
    ObjectiveDraft,
)
from edi_tui.domain.words import OrganisationKind, ReviewState, Seat
from edi_tui.exports.cover_sheet import TO_FILL_IN
from edi_tui.exports.errors import ExportError
from edi_tui.exports.formats import PAPER_FORMATS
from edi_tui.exports.paper import Table
from edi_tui.exports.shapes import SHAPES, shape_bytes, shape_paper
from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.reference.cover_sheet import FILLS, cover_fields_in, usual_cover_sheet
from edi_tui.services.closing import close_quarter
from edi_tui.services.records import add, edit, get
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, live_report, status_report
from tests.conftest import copy_of
from tests.exports.conftest import DESPITE, Q2
from tests.services.closing import edited

HOSTILE = "=1+1 <b>|*x*\x1b[31m\u202e 👩🏽‍⚕️ " + "long " * 400

OWN = """
[[field]]
label = "Responsible <b>Officer</b>"

[[field]]
label = "Board assurance"
choose = ["=1+1", "Some | none"]
"""


@pytest.fixture(scope="module")
def report(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> StatusReport:
    """The status of a register with something for every shape, made once and never changed."""
    full = copy_of(filled, tmp_path_factory.mktemp("shapes"))
    objective = get(full, "OBJ-001")
    assert isinstance(objective.draft, ObjectiveDraft)
    said = replace(objective.draft, baf="SR4; sr 7", title=HOSTILE, frameworks=("EDS3A",))
    add(full, FrameworkItemDraft(code="EDS3A", framework="EDS 2022", title="Committed leaders"))
    edit(full, "OBJ-001", said, version=objective.version)
    add(full, ObjectiveDraft(title="Other", baf="SR 7", owner="MEM-001"))
    add(full, ActionDraft(text="Do it", objective="OBJ-001", lead="Head of EDI"))
    for title, review in (("Good", ReviewState.ACCEPTED), ("Bad", ReviewState.REJECTED)):
        proof = EvidenceDraft(
            title=title,
            note="Seen",
            supports=("OBJ-001",),
            review=review,
            submitted_by="Head of EDI",
            verified_by="Internal audit",
            verified_on=date(2026, 9, 1),
            independent=True,
        )
        add(full, proof)
    add(full, AppraisalDraft(member="MEM-001", year="2024/25", note="Canary words"))
    return live_report(full, Q2)


def tables(name: str, report: StatusReport) -> dict[str, Table]:
    return {table.caption: table for table in shape_paper(name, report).tables}


@pytest.mark.parametrize("layout", PAPER_FORMATS)
@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_written_in_every_format_and_twice_the_same(
    name: str, layout: str, report: StatusReport
) -> None:
    data = shape_bytes(name, report, layout)
    assert data == shape_bytes(name, report, layout)
    assert b"Canary words" not in data


@pytest.mark.parametrize("name", SHAPES)
def test_captions_are_told_apart_and_all_text_is_harmless(name: str, report: StatusReport) -> None:
    paper = shape_paper(name, report)
    captions = [table.caption.casefold() for table in paper.tables]
    assert len(set(captions)) == len(captions)
    text = repr(paper)
    assert "\\x1b" not in text
    assert "Canary words" not in text


def test_risks_are_told_apart_however_they_are_written(report: StatusReport) -> None:
    paper = shape_paper("baf", report)
    assert [section.heading for section in paper.sections] == [
        *("Risk sr 7", "Risk SR4", "Left out")
    ]
    found = tables("baf", report)
    assert [row[0] for row in found["Controls of sr 7"].rows] == [
        "OBJ-001",
        ref_of(report, "Other"),
    ]
    lines = {row[1]: row[3] for row in found["Assurances of SR4"].rows}
    assert lines["Good"] == "Third: independent"
    assert "Bad" not in lines
    other = ref_of(report, "Other")
    assert (other, "No evidence") in found["Gaps of sr 7"].rows
    told = "Not specific, measurable, relevant and time-based, by the rules for SMART objectives"
    assert (other, told) in found["Gaps of sr 7"].rows
    assert [row[1] for row in found["Actions of SR4"].rows][-1] == "Do it"


def ref_of(report: StatusReport, title: str) -> str:
    return next(row.ref for row in report.now.objectives if row.title == title)


def test_what_is_left_out_reads_well_where_nothing_is(report: StatusReport) -> None:
    named = [replace(row, baf="SR 7") for row in report.now.objectives]
    every = replace(report, now=replace(report.now, objectives=named))
    assert shape_paper("baf", every).sections[-1].paragraphs[0] == "Every objective names a risk."
    refs = {row.ref for row in report.exceptions}
    objectives = [row for row in report.now.objectives if row.ref in refs]
    actions = [row for row in report.now.actions if row.ref in refs]
    pressing = replace(report, now=replace(report.now, objectives=objectives, actions=actions))
    assert shape_paper("upward", pressing).sections[0].paragraphs == (
        "Every objective and every action is an exception, so none is left out.",
    )


def test_evidence_stands_under_the_outcome_that_it_serves(report: StatusReport) -> None:
    found = tables("eds", report)
    assert [row[0] for row in found["What serves EDS3A"].rows] == ["OBJ-001"]
    titles = [row[1] for row in found["Evidence for EDS3A"].rows]
    assert "Good" in titles
    assert "Bad" not in titles


def test_a_cover_sheet_has_the_fields_of_the_file_and_says_what_is_to_be_filled_in(
    report: StatusReport,
) -> None:
    (table,) = tables("cover", report).values()
    fields = cover_fields_in(usual_cover_sheet())
    assert [row[0] for row in table.rows] == [field.label for field in fields]
    entries = {row[0]: row[1] for row in table.rows}
    assert entries["Author"] == TO_FILL_IN
    assert entries["Purpose"] == "To be chosen from: Decision, Discussion, Information"
    assert entries["Link to strategic risks"] == "sr 7 and SR4"
    assert {field.fill for field in fields} - {""} == set(FILLS)


@pytest.mark.parametrize("layout", PAPER_FORMATS)
def test_a_closed_quarter_keeps_the_cover_sheet_that_it_was_closed_with(
    full: Register, tmp_path: Path, layout: str
) -> None:
    edited(full, "ORG-001", cover_sheet=OWN)
    close_quarter(full, Q2, DESPITE)
    edited(full, "ORG-001", cover_sheet=OWN.replace("Officer", "Director"))
    paper = tmp_path / f"cover.{layout}"
    report = status_report(full, Q2)
    assert [row[0] for row in tables("cover", report)["Cover sheet"].rows] == [
        "Responsible <b>Officer</b>",
        "Board assurance",
    ]
    paper.write_bytes(shape_bytes("cover", report, layout))
    assert verify_paper(full, paper).verdict is Verdict.MATCHES


def test_a_cover_sheet_that_this_release_cannot_read_is_refused_in_a_sentence(
    report: StatusReport,
) -> None:
    own = replace(report.now.organisation, cover_sheet='[[field]]\nlabel = "A"\nfill = "moon"')
    changed = replace(report, now=replace(report.now, organisation=own))
    with pytest.raises(ExportError, match=r"cannot be filled with “moon”.*ORG-001"):
        shape_paper("cover", changed)


def test_the_return_counts_whose_objectives_were_assessed(full: Register) -> None:
    found = tables("hia1", live_report(full, Q2))
    assert counted(found["Metric 1a"]) == {
        "Yes": "1",
        "Partly": "0",
        "No": "0",
        "Not yet": "1",
        "Not needed": "0",
        "All members in post": "2",
    }
    beside = {row[0]: row[1:] for row in found["Objectives and mid-year reviews"].rows}
    assert beside["With an objective of their own"] == ("1", "50%")
    objective = get(full, "OBJ-002")
    assert isinstance(objective.draft, ObjectiveDraft)
    ran = replace(objective.draft, start_on=date(2025, 5, 1))
    edit(full, "OBJ-002", ran, version=objective.version)
    report = live_report(full, Q2)
    paper = shape_paper("hia1", report)
    assert "0 of 2 members in post (0%)" in paper.sections[0].paragraphs[0]
    assert assessed_in(report) == {"MEM-001": "Not yet", "MEM-002": "Partly"}
    assert counted(tables("hia1", report)["Metric 1a"])["Partly"] == "1"


def test_who_began_after_the_year_is_not_counted_as_not_assessed(full: Register) -> None:
    late = add(full, MemberDraft(role="Chair", name="Bo Late", from_on=date(2026, 5, 1)))
    report = live_report(full, Q2)
    assert assessed_in(report)[late.ref] == "Not needed"
    assert counted(tables("hia1", report)["Metric 1a"])["Not needed"] == "1"


def test_every_member_in_post_is_counted_in_exactly_one_row_of_the_return(full: Register) -> None:
    add(full, MemberDraft(role="Chair", name="Bo Late", from_on=date(2026, 5, 1)))
    edited(full, "ORG-001", kind=OrganisationKind.TRUST)
    due = add(full, MemberDraft(role="Trust chair", name="Cy Due", seat=Seat.CHAIR))
    bare = add(full, MemberDraft(role="Director of estates", name="Di Bare"))
    held = AppraisalDraft(member=bare.ref, year="2025/26", appraised_on=date(2026, 5, 1))
    add(full, held)
    report = live_report(full, Q2)
    marks = assessed_in(report)
    assert (marks[due.ref], marks[bare.ref]) == ("No", "No")
    rows = counted(tables("hia1", report)["Metric 1a"])
    everybody = rows.pop("All members in post")
    assert rows == {word: str([*marks.values()].count(word)) for word in rows}
    assert set(rows) >= set(marks.values())
    assert everybody == str(len(marks)) == "5"


def test_who_is_not_appraised_yet_is_so_in_the_return_and_in_the_status_paper(
    full: Register,
) -> None:
    report = live_report(full, Q2)
    (asked,) = (
        table
        for table in status_paper(report).tables
        if table.caption == "What is asked of each seat"
    )
    place = [column.heading for column in asked.columns].index("Appraisal")
    appraised = {row[0]: row[place] for row in asked.rows}
    assert "Not yet" in appraised.values()
    assert assessed_in(report) == appraised


def counted(table: Table) -> dict[str, str]:
    return {row[0]: row[2] for row in table.rows}


def assessed_in(report: StatusReport) -> dict[str, str]:
    return {row[0]: row[-1] for row in tables("hia1", report)["Seat by seat"].rows}


def test_a_summary_is_short_and_says_what_the_status_paper_says(report: StatusReport) -> None:
    paper, whole = shape_paper("summary", report), status_paper(report)
    assert paper.sections[0] == whole.sections[0]
    assert [len(table.columns) for table in paper.tables] == [4, 4, 4, 3, 5]
    (exceptions,) = (table for table in whole.tables if table.caption == "Exceptions")
    assert [row[0] for row in paper.tables[-1].rows] == [row[0] for row in exceptions.rows]


def test_everything_that_needs_attention_is_reported_upward(report: StatusReport) -> None:
    (table,) = tables("upward", report).values()
    assert len(table.rows) == len(report.exceptions)
    assert [column.heading for column in table.columns] == [
        *("Issue", "Consideration", "Resolution", "Assurance")
    ]


def test_each_network_is_told_what_it_said(report: StatusReport) -> None:
    paper = shape_paper("said", report)
    assert [one.heading for one in paper.sections] == [row.name for row in report.now.networks]
    rows = [row for table in paper.tables for row in table.rows]
    assert len(rows) == sum(one.raised_on <= report.as_at for one in report.now.concerns)


def test_an_unknown_format_is_refused(report: StatusReport) -> None:
    with pytest.raises(ExportError, match="use md, html, docx, xlsx"):
        shape_bytes("baf", report, "csv")
