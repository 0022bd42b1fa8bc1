from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edi_tui.domain.errors import EdiError, FileRefusedError, RegisterError
from edi_tui.domain.kinds import Kind
from edi_tui.imports.run import ImportOptions, Source, run_import
from edi_tui.services.desk import open_findings
from tests.imports.importing import actions, bring_in, counts, digest, rules
from tests.imports.make_files import docx, word_row, word_table, xlsx

if TYPE_CHECKING:
    import xlsxwriter

    from edi_tui.services.register import Register

PLAN = "Action,Due by,Lead,Cost\nTrain panels,31/4/2027,CPO,£40\nAsk staff,1/5/2027,CEO,\n"
SET_ASIDE = "Action,Due by,Lead\n,1/5/2027,CPO\n"


def batches(register: Register) -> int:
    with closing(sqlite3.connect(register.path)) as connection:
        (number,) = connection.execute("SELECT count(*) FROM import_batch").fetchone()
    assert isinstance(number, int)
    return number


def test_the_result_has_the_promised_shape(register: Register) -> None:
    result = bring_in(register, PLAN).plain()
    sha256 = result["files"][0]["sha256"]
    found = result["findings"]
    assert result == {
        "schema": 1,
        "kind": "actions",
        "dry_run": False,
        "read": 2,
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "joined": 0,
        "quarantined": 0,
        "skipped": 0,
        "files": [
            {
                "file": "plan.csv",
                "sha256": sha256,
                "tables": [
                    {
                        "where": "file",
                        "headings": {"Action": "text", "Due by": "due", "Lead": "lead"},
                        "rows": 2,
                    }
                ],
            }
        ],
        "rows": [
            {"where": "row 2", "outcome": "created", "ref": "ACT-001"},
            {"where": "row 3", "outcome": "created", "ref": "ACT-002"},
        ],
        "findings": [
            {
                "rule": "heading-unknown",
                "level": "note",
                "where": "file",
                "column": "Cost",
                "value": "Cost",
                "message": found[0]["message"],
                "proposals": [],
            },
            {
                "rule": "date-impossible",
                "level": "fail",
                "where": "row 2",
                "column": "Due by",
                "value": "31/4/2027",
                "message": found[1]["message"],
                "proposals": ["2027-04-30"],
            },
        ],
    }
    assert list(result)[:9] == [
        *("schema", "kind", "dry_run", "read", "created", "updated", "unchanged", "joined"),
        "quarantined",
    ]


def test_a_preview_tells_what_the_import_does_and_does_nothing(register: Register) -> None:
    before = digest(register)
    preview = bring_in(register, PLAN, ImportOptions(dry_run=True)).plain()
    assert digest(register) == before
    assert preview["dry_run"] is True
    assert bring_in(register, PLAN).plain() == preview | {"dry_run": False}


def test_several_files_are_one_import_and_name_themselves(register: Register) -> None:
    other = PLAN.replace("Train panels", "Train managers")
    result = run_import(
        register,
        [Source("a.csv", PLAN.encode()), Source("b.csv", other.encode())],
        ImportOptions(plan="EDI plan"),
    )
    assert counts(result) == {"read": 4, "created": 3, "unchanged": 1}
    assert [row["where"] for row in result.plain()["rows"]] == [
        *("a.csv, row 2", "a.csv, row 3", "b.csv, row 2", "b.csv, row 3"),
    ]
    assert rules(result)[:2] == [
        ("heading-unknown", "a.csv, file"),
        ("date-impossible", "a.csv, row 2"),
    ]
    assert [row.source for row in actions(register)] == [
        *("a.csv, row 2", "a.csv, row 3", "b.csv, row 2"),
    ]


def test_an_import_is_one_group_of_the_history(register: Register) -> None:
    bring_in(register, PLAN)
    with closing(sqlite3.connect(register.path)) as connection:
        rows = connection.execute(
            "SELECT DISTINCT group_id, summary FROM change WHERE summary LIKE 'import%'"
        ).fetchall()
    assert [summary for _, summary in rows] == ["import plan.csv"]


def test_only_the_chosen_sheet_is_read(register: Register) -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        for name in ("This year", "Last year"):
            sheet = workbook.add_worksheet(name)
            sheet.write_row(0, 0, ["Action", "Lead"])
            sheet.write_row(1, 0, [f"Do it {name.lower()}", "CPO"])

    book = xlsx(fill)
    result = bring_in(register, book, ImportOptions(only=("this year",)), name="plan.xlsx")
    assert [row.where for row in result.rows] == ["sheet This year, row 2"]
    assert counts(bring_in(register, book, name="plan.xlsx")) == {
        "read": 2,
        "created": 1,
        "unchanged": 1,
    }


def test_the_first_headings_of_each_sheet_are_not_counted(register: Register) -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        for name in "AB":
            sheet = workbook.add_worksheet(name)
            for at, row in enumerate((["Action", "Lead"], [f"Do {name}", "CPO"])):
                sheet.write_row(2 * at, 0, row)

    assert counts(bring_in(register, xlsx(fill), name="plan.xlsx")) == {
        "read": 2,
        "created": 2,
        "skipped": 2,
    }


def test_html_left_in_word_cells_is_gone(register: Register) -> None:
    table = word_table(word_row("Action", "Lead"), word_row("<p>Do it</p> <p>well</p>", "CPO"))
    bring_in(register, docx(table), name="plan.docx")
    assert actions(register)[0].text == "Do it\nwell"


@pytest.mark.parametrize("text", ["[/foo]", "\x1b[31mred", "=1+1", "<b>bold</b>", "a\u202eb"])
def test_hostile_text_is_kept_as_it_is(register: Register, text: str) -> None:
    bring_in(register, f"Action,Lead\nDo {text},CPO\n")
    assert actions(register)[0].text == f"Do {text}"


REFUSED = [
    ("", {}, "plan.csv is empty"),
    ("Fruit,Colour\nApple,red\n", {}, "no row of headings that are known"),
    ("Action,Date,Lead\nDo it,1/5/2027,CPO\n", {}, '“Date”.*--map "Date=due"'),
    (PLAN, {"chosen": {"Costs": "progress"}}, "No column is headed “Costs”.*mean “Cost”"),
    (PLAN, {"chosen": {"Publish": "progress"}}, "No column is headed “Publish”"),
    (
        "Action,Commentary\nDo it,Done\n",
        {"chosen": {"Comentary": "progress"}},
        "No column is headed “Comentary”.*mean “Commentary”",
    ),
    ("Fruit,Colour\nApple,red\n", {"chosen": {"Colors": "text"}}, "“Colors”.*mean “Colour”"),
    (PLAN, {"chosen": {"Cost": "price"}}, '“?"?price'),
    (PLAN, {"only": ("Plan",)}, "no sheet or table “Plan”"),
    (PLAN, {"kind": Kind.READING}, "Files of readings cannot be imported"),
    (PLAN, {"kind": Kind.NETWORK}, "no row of headings that are known"),
]


@pytest.mark.parametrize(("text", "options", "expected"), REFUSED)
def test_a_file_that_cannot_be_understood_is_refused(
    register: Register, text: str, options: dict[str, object], expected: str
) -> None:
    before = digest(register)
    with pytest.raises(EdiError, match=expected) as refusal:
        bring_in(register, text, ImportOptions(**options))  # type: ignore[arg-type] # by name
    assert refusal.value.exit_code == 1
    assert digest(register) == before


def test_one_refused_file_of_several_stores_none(register: Register, tmp_path: Path) -> None:
    before = digest(register)
    with pytest.raises(FileRefusedError, match=r"missing\.csv"):
        run_import(
            register,
            [Source("plan.csv", PLAN.encode()), Source("b.csv", tmp_path / "missing.csv")],
            ImportOptions(),
        )
    assert digest(register) == before


def test_ambiguous_headings_of_all_files_are_told_at_once(register: Register) -> None:
    plans = [f"Action,{heading},Lead\nDo it,x,CPO\n" for heading in ("Date", "Commentary")]
    with pytest.raises(FileRefusedError, match=r"“Date”.*“Commentary”"):
        run_import(
            register,
            [Source(f"{at}.csv", plan.encode()) for at, plan in enumerate(plans)],
            ImportOptions(),
        )


def test_a_failure_while_storing_leaves_the_register_as_it_was(register: Register) -> None:
    with closing(sqlite3.connect(register.path)) as connection:
        connection.execute(
            "CREATE TRIGGER no_room BEFORE INSERT ON import_finding "
            "BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )
    before = digest(register)
    with pytest.raises(RegisterError, match="no room"):
        bring_in(register, PLAN)
    assert digest(register) == before
    assert actions(register) == []


def test_rows_set_aside_are_kept_once_to_be_settled(register: Register) -> None:
    bring_in(register, SET_ASIDE)
    assert batches(register) == 1
    assert [found.rule for found in open_findings(register)] == ["row-without-text"]
    before = digest(register)
    assert counts(bring_in(register, SET_ASIDE)) == {"read": 1, "quarantined": 1}
    assert digest(register) == before


def test_an_import_that_changes_nothing_is_not_kept(register: Register) -> None:
    bring_in(register, PLAN)
    bring_in(register, PLAN + "\n")
    assert batches(register) == 1


def test_findings_lead_to_their_records(register: Register) -> None:
    bring_in(register, PLAN)
    assert [(found.rule, found.ref, found.where) for found in open_findings(register)] == [
        ("date-impossible", "ACT-001", "plan.csv, row 2")
    ]


def test_headings_alone_are_an_empty_import(register: Register) -> None:
    assert counts(bring_in(register, "Action,Lead\n")) == {}


def test_a_plan_whose_name_is_no_text_is_named_all_the_same(register: Register) -> None:
    bring_in(register, PLAN, ImportOptions(plan="plan \udcff"))
    assert {row.plan.isprintable() for row in actions(register)} == {True}
