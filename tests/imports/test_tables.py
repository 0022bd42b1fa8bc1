from __future__ import annotations

import pytest

from edi_tui.domain.errors import FileRefusedError, InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.imports.grid import Cell, Grid, Row, Table
from edi_tui.imports.header import headings_of
from edi_tui.imports.tables import AmbiguousHeadingsError, chosen_tables, name_tables

HEADINGS = ["Action", "Due by", "Lead"]
ACTIONS = headings_of(Kind.ACTION, {})


def table(where: str, *rows: list[str], paged: bool = True) -> Table:
    numbered = enumerate(rows, start=1)
    return Table(where, tuple(Row(at, tuple(map(Cell, row))) for at, row in numbered), paged)


def grid(*tables: Table) -> Grid:
    return Grid("plan.docx", "00", tables)


def test_columns_get_the_fields_of_their_headings() -> None:
    named = name_tables(grid(table("table 1", HEADINGS, ["Do it"])), ACTIONS).tables[0]
    assert named.headings == {"Action": "text", "Due by": "due", "Lead": "lead"}
    assert named.fields((Cell("Do it"),)) == {
        "text": Cell("Do it"),
        "due": Cell(),
        "lead": Cell(),
    }


def test_a_table_without_headings_continues_the_one_right_before_it() -> None:
    named = name_tables(
        grid(
            table("table 1", HEADINGS, ["Do it", "ongoing", "Chair"]),
            table("table 2", ["Do that", "TBC", "Chair"]),
            table("table 3", ["And this", "TBC", "Chair"]),
        ),
        ACTIONS,
    )
    assert [one.where for one in named.tables] == ["table 1", "table 2", "table 3"]
    assert named.tables[2].columns == {0: "text", 1: "due", 2: "lead"}
    assert named.findings == ()


@pytest.mark.parametrize(
    "between",
    [
        table("table 2", ["Present", "Chair"]),
        table("table 2", ["Present", "Chair", "Ms A"], paged=False),
    ],
)
def test_another_table_is_left_out_and_said_to_be(between: Table) -> None:
    named = name_tables(
        grid(
            table("table 1", HEADINGS),
            between,
            table("table 3", ["Do that", "TBC", "Chair"]),
        ),
        ACTIONS,
    )
    assert [one.where for one in named.tables] == ["table 1"]
    assert [(one.rule, one.where) for one in named.findings] == [
        ("table-left-out", "table 2"),
        ("table-left-out", "table 3"),
    ]


def test_an_unknown_heading_is_told_once_for_each_table() -> None:
    rows = [["Do it", "", "Chair", "much"], ["Do that", "", "Chair", "more"]]
    headings = [*HEADINGS, "Cost"]
    named = name_tables(
        grid(table("table 1", headings, *rows), table("table 2", headings, *rows)), ACTIONS
    )
    assert [(one.rule, one.where, one.value) for one in named.findings] == [
        ("heading-unknown", "table 1", "Cost"),
        ("heading-unknown", "table 2", "Cost"),
    ]
    assert '--map "Cost=FIELD"' in named.findings[0].fix


def test_a_column_without_heading_is_told_only_where_it_says_something() -> None:
    named = name_tables(grid(table("table 1", ["Action", "", ""], ["Do it", "", "soon"])), ACTIONS)
    assert [one.column for one in named.findings] == ["column 3"]


def test_ambiguous_headings_are_refused_with_their_choices() -> None:
    plan = grid(table("table 1", ["Action", "Commentary", "Date", "Lead", "Owner"], ["Do it"]))
    with pytest.raises(AmbiguousHeadingsError) as refusal:
        name_tables(plan, ACTIONS)
    assert [(one.value, one.proposals) for one in refusal.value.findings] == [
        ("Commentary", ("progress", "outcome")),
        ("Date", ("due",)),
        ("Lead", ("lead",)),
        ("Owner", ("lead",)),
    ]
    message = str(refusal.value)
    assert "“Commentary” (table 1) may mean progress or outcome" in message
    assert '--map "Date=due"' in message


def test_choices_settle_what_is_ambiguous() -> None:
    plan = grid(table("table 1", ["Action", "Commentary", "Lead", "Owner"], ["Do it"]))
    chosen = {"commentary": "progress", "Owner": "lead", "Lead": "-"}
    named = name_tables(plan, headings_of(Kind.ACTION, chosen)).tables[0]
    assert named.headings == {"Action": "text", "Commentary": "progress", "Owner": "lead"}


def test_two_columns_of_one_heading_are_to_be_renamed() -> None:
    plan = grid(table("table 1", ["Action", "Lead", "Lead"]))
    with pytest.raises(AmbiguousHeadingsError, match="Several columns are headed “Lead”"):
        name_tables(plan, ACTIONS)


def test_a_field_that_does_not_exist_is_refused() -> None:
    plan = grid(table("table 1", HEADINGS))
    with pytest.raises(InvalidError, match="colour"):
        name_tables(plan, headings_of(Kind.ACTION, {"Lead": "colour"}))


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ((), "has no table with anything in it"),
        ((table("table 1", ["", ""]),), "has no table with anything in it"),
        ((table("table 1", ["Fruit", "Colour"]),), "its headings seem to be “Fruit”, “Colour”"),
        ((table("table 1", ["My fruit"], ["Fruit", "Colour"]),), "“Fruit”, “Colour”"),
    ],
)
def test_a_file_in_which_nothing_is_known_is_refused(
    tables: tuple[Table, ...], expected: str
) -> None:
    with pytest.raises(FileRefusedError, match=expected) as refusal:
        name_tables(grid(*tables), ACTIONS)
    assert str(refusal.value).startswith("plan.docx ")


def test_of_a_file_that_holds_no_tables_by_its_name_it_is_said_what_is_read() -> None:
    said = "Word (.docx), Excel (.xlsx), OpenDocument (.ods) and CSV files are read."
    readme = Grid("README.md", "", (table("file", ["A register", "and more"]),), ())
    with pytest.raises(FileRefusedError, match="holds no table whose headings") as refusal:
        name_tables(readme, ACTIONS)
    assert str(refusal.value).endswith(said)


def test_only_the_tables_asked_for_are_read() -> None:
    plan = grid(table("table 1"), table("sheet My Plan"), table("sheet Notes"))
    chosen = chosen_tables(plan, ("my plan", "1"))
    assert [one.where for one in chosen.tables] == ["table 1", "sheet My Plan"]
    assert chosen_tables(plan, ()) is plan


def test_a_table_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(FileRefusedError, match=r"no sheet or table “2”. It has: “1”, “Plan”"):
        chosen_tables(grid(table("table 1"), table("sheet Plan")), ("2", "1"))
