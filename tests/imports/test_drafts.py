from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from edi_tui.domain.records import MemberDraft, ObjectiveDraft
from edi_tui.domain.words import Direction, Level, Precision, Scope, Seat, Status
from edi_tui.services import records
from tests.imports.importing import actions, bring_in, measures, objectives, rules
from tests.imports.make_files import xlsx

if TYPE_CHECKING:
    import xlsxwriter

    from edi_tui.services.register import Register

ACTION = "Action,Outcome,Due by,Lead,RAG,Progress,Ref,Link to HIA,Objective\n"


def test_every_column_of_an_action_is_read(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Fair recruitment"))
    bring_in(
        register,
        ACTION + "Train panels,Fair panels,31 March 2027,CPO / Head of OD,On track,"
        "Two held,A7,HIA 2,Fair recruitment\n",
    )
    (row,) = actions(register)
    assert (row.text, row.outcome, row.plan, row.plan_ref) == (
        *("Train panels", "Fair panels", "plan", "A7"),
    )
    assert (row.due_on, row.due_text, row.due_precision) == (
        *(date(2027, 3, 31), "31 March 2027", Precision.DAY),
    )
    assert (row.lead, row.supporting) == ("CPO", ("Head of OD",))
    assert (row.status, row.progress, row.updated_on) == (
        *(Status.ON_TRACK, "Two held", date(2026, 11, 21)),
    )
    assert (row.objective, row.frameworks) == ("OBJ-001", ("HIA2",))
    assert row.source == "plan.csv, row 2"


@pytest.mark.parametrize(
    ("due", "rule", "level", "proposals"),
    [
        ("31/4/2016", "date-impossible", "fail", ["2016-04-30"]),
        ("June 27", "date-ambiguous", "warn", ["2027-06-30", "2027-06-27"]),
        ("ongoing", "date-recurring", "warn", []),
        ("TBC", "date-placeholder", "warn", []),
        ("13.09.2026 then 08.11.2026", "date-twofold", "warn", ["2026-11-08", "2026-09-13"]),
        ("Q4 2026/27", "date-imprecise", "note", []),
    ],
)
def test_what_a_date_says_is_found_and_its_words_are_kept(
    register: Register, due: str, rule: str, level: str, proposals: list[str]
) -> None:
    result = bring_in(register, f"Action,Due by,Lead\nDo it,{due},Chair\n")
    (found,) = result.plain()["findings"]
    assert found == {
        "rule": rule,
        "level": level,
        "where": "row 2",
        "column": "Due by",
        "value": due,
        "message": found["message"],
        "proposals": proposals,
    }
    (row,) = actions(register)
    assert row.due_text == due
    assert (row.due_on is None) == (level != "note")


def test_a_typed_date_is_read_without_remark(register: Register) -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Plan")
        sheet.write_row(0, 0, ["Action", "Due by"])
        sheet.write_string(1, 0, "Do it")
        sheet.write_datetime(
            1, 1, date(2027, 3, 31), workbook.add_format({"num_format": "dd/mm/yyyy"})
        )

    result = bring_in(register, xlsx(fill), name="plan.xlsx")
    (row,) = actions(register)
    assert (row.due_on, row.due_text) == (date(2027, 3, 31), "2027-03-31")
    assert result.findings == ()


@pytest.mark.parametrize(
    ("status", "level", "rule", "expected"),
    [
        ("Green", "warn", "status-assumed", Status.ON_TRACK),
        ("Completed although on hold", "warn", "status-conflict", Status.NO_UPDATE),
        ("", "note", "status-blank", Status.NO_UPDATE),
    ],
)
def test_what_a_status_says_is_found(
    register: Register, status: str, level: str, rule: str, expected: Status
) -> None:
    result = bring_in(register, f"Action,RAG\nDo it,{status}\nDo that,Complete\n")
    assert [(one.rule, one.level.value, one.column) for one in result.findings] == [
        (rule, level, "RAG")
    ]
    assert actions(register)[0].status is expected


@pytest.mark.parametrize(
    ("lead", "level", "rule"),
    [("", "warn", "lead-missing"), ("MW, JB", "note", "lead-several")],
)
def test_what_a_lead_says_is_found(register: Register, lead: str, level: str, rule: str) -> None:
    result = bring_in(register, f'Action,Lead,Due\nDo it,"{lead}",1/5/2027\n')
    assert [(one.rule, one.level.value, one.column) for one in result.findings] == [
        (rule, level, "Lead")
    ]


def test_a_table_without_a_column_is_not_blamed_for_it(register: Register) -> None:
    result = bring_in(register, "Action,Outcome\nDo it,It is done\n")
    assert result.findings == ()
    assert actions(register)[0].status is Status.NO_UPDATE


def test_findings_of_a_row_stand_in_the_order_of_its_columns(register: Register) -> None:
    result = bring_in(register, "RAG,Lead,Due by,Action\n,,TBC,Do it\n")
    assert [one.column for one in result.findings] == ["RAG", "Lead", "Due by"]


def test_progress_without_a_status_is_an_update_that_claims_none(register: Register) -> None:
    bring_in(register, "Action,Progress,RAG\nDo it,Two of three held,\n")
    (row,) = actions(register)
    assert (row.status, row.progress) == (Status.NO_UPDATE, "Two of three held")


def test_an_unknown_objective_or_code_is_told_and_the_row_stored(register: Register) -> None:
    result = bring_in(
        register, ACTION + "Do it,Done,1/5/2027,Chair,On track,,1,HIA1 and HIA9,Nowhere\n"
    )
    assert [(one.rule, one.column, one.value) for one in result.findings] == [
        ("link-unknown", "Link to HIA", "HIA1 and HIA9"),
        ("link-unknown", "Objective", "Nowhere"),
    ]
    assert "HIA9" in result.findings[0].message
    (row,) = actions(register)
    assert (row.frameworks, row.objective) == (("HIA1",), "")


def test_a_column_of_numbers_takes_the_framework_from_its_heading(register: Register) -> None:
    result = bring_in(register, "Action,Link to HIA\nDo it,6\nDo that,N/A\n")
    assert [row.frameworks for row in actions(register)] == [("HIA6",), ()]
    assert result.findings == ()


OBJECTIVE = (
    "Objective,Level,Scope,Owner,HIA,Start,Due,Measure,Unit,Direction,Baseline,Baseline date,"
    "Target,Status,Progress\n"
)


def test_every_column_of_an_objective_is_read(register: Register) -> None:
    records.add(register, MemberDraft(name="Ms A", role="Chief People Officer"))
    bring_in(
        register,
        OBJECTIVE + "Raise the share,Professional,Collective,Chief People Officer,HIA2,1/4/2026,"
        "31 March 2028,Staff in bands 8a and above,%,Towards parity,14.0%,31/3/2026,18,"
        "At risk,Slow\n",
        name="objectives.csv",
    )
    (row,) = objectives(register)
    assert (row.title, row.level, row.scope) == (
        *("Raise the share", Level.PROFESSIONAL, Scope.COLLECTIVE),
    )
    assert (row.owner_ref, row.hia, row.plan) == ("MEM-001", "HIA2", "objectives")
    assert (row.start_on, row.due_on) == (date(2026, 4, 1), date(2028, 3, 31))
    assert (row.status, row.progress) == (Status.AT_RISK, "Slow")
    (measure,) = measures(register)
    assert (measure.name, measure.objective, measure.unit, measure.direction) == (
        *("Staff in bands 8a and above", "OBJ-001", "%", Direction.PARITY),
    )
    assert (measure.baseline, measure.baseline_on, measure.target) == (
        *(Decimal("14.0"), date(2026, 3, 31), Decimal("18")),
    )


def test_an_owner_who_is_not_on_the_board_keeps_the_words(register: Register) -> None:
    records.add(register, MemberDraft(name="Ms A", role="Director", seat=Seat.EXECUTIVE))
    result = bring_in(register, "Objective,Owner,Due\nRaise it,Head of HR,1/5/2027\n")
    (row,) = objectives(register)
    assert (row.owner, row.owner_ref) == ("Head of HR", "")
    assert [(one.rule, one.column) for one in result.findings] == [("link-unknown", "Owner")]


@pytest.mark.parametrize(
    ("measure", "baseline", "target", "expected"),
    [
        ("Staff", "", "", "Staff"),
        ("", "14", "", "Raise it"),
        ("", "", "18%", "Raise it"),
    ],
)
def test_a_measure_needs_a_name_or_a_figure(
    register: Register, measure: str, baseline: str, target: str, expected: str
) -> None:
    bring_in(
        register, f"Objective,Measure,Baseline,Target\nRaise it,{measure},{baseline},{target}\n"
    )
    assert [row.name for row in measures(register)] == [expected]


def test_no_measure_is_made_of_nothing(register: Register) -> None:
    bring_in(register, "Objective,Measure,Unit,Target\nRaise it,,%,\n")
    assert measures(register) == []


def test_a_number_that_cannot_be_read_is_told(register: Register) -> None:
    result = bring_in(register, "Objective,Measure,Target\nRaise it,Staff,about a fifth\n")
    assert [(one.rule, one.level.value, one.value) for one in result.findings] == [
        ("number-unreadable", "warn", "about a fifth")
    ]
    assert measures(register)[0].target is None


def test_a_word_of_no_vocabulary_is_told_with_the_choices(register: Register) -> None:
    result = bring_in(register, "Objective,Level,Owner\nRaise it,Strategic,\n")
    (found,) = result.findings
    assert (found.rule, found.column, found.value) == ("word-unknown", "Level", "Strategic")
    assert found.proposals == ("Corporate", "Professional", "Personal")


def test_a_start_that_is_no_date_stays_empty_and_is_told(register: Register) -> None:
    result = bring_in(register, "Objective,Start,Due\nRaise it,31/4/2026,1/5/2027\n")
    assert rules(result) == [("date-impossible", "row 2")]
    assert objectives(register)[0].start_on is None
