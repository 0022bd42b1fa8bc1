"""Importing the items of a framework, such as commitments of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import FrameworkRow
from edi_tui.imports.framework_codes import read_codes
from edi_tui.imports.run import ImportOptions, ImportResult
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from tests.imports.importing import bring_in, digest, rules
from tests.imports.make_files import docx_of, xlsx_of

if TYPE_CHECKING:
    from edi_tui.services.register import Register

AS_FRAMEWORKS = ImportOptions(kind=Kind.FRAMEWORK_ITEM)
HEADINGS = "Code,Title,Framework,Source,Valid from,Valid to,Deadline,Checked on\n"
PLEDGES = (
    HEADINGS
    + "AR1,Act on every report,Race pledge,Board paper 9,28/1/2026,31/3/2029,Spring 2027,1/2/2026\n"
    + "AR2,Publish our goals,Race pledge,Board paper 9,28/1/2026,,,\n"
)


def became(result: ImportResult) -> dict[str, int]:
    return {name: n for name, n in result.counts.items() if n and name != "read"}


def items(register: Register) -> list[FrameworkRow]:
    rows = rows_of(register, Kind.FRAMEWORK_ITEM)
    found = [row for row in rows if isinstance(row, FrameworkRow)]
    return [row for row in found if not row.code.startswith("HIA")]


def test_every_column_of_an_item_is_read(register: Register) -> None:
    result = bring_in(register, PLEDGES)
    assert (result.kind, became(result), result.findings) == (
        *(Kind.FRAMEWORK_ITEM, {"created": 2}, ()),
    )
    first, second = items(register)
    assert (first.code, first.title, first.framework, first.source_text, first.deadline) == (
        *("AR1", "Act on every report", "Race pledge", "Board paper 9", "Spring 2027"),
    )
    assert [str(day) for day in (first.valid_from, first.valid_to, first.checked_on)] == [
        *("2026-01-28", "2029-03-31", "2026-02-01"),
    ]
    assert (second.valid_to, second.deadline, second.checked_on) == (None, "", None)


def test_the_same_file_twice_changes_nothing(register: Register) -> None:
    bring_in(register, PLEDGES)
    before = digest(register)
    assert became(bring_in(register, PLEDGES)) == {"unchanged": 2}
    assert digest(register) == before


def test_an_item_is_known_again_by_its_code_and_every_column_can_change(
    register: Register,
) -> None:
    bring_in(register, PLEDGES)
    changed = PLEDGES.replace("Race pledge,Board paper 9", "Our pledge,Board paper 10")
    changed = changed.replace("AR2,Publish our goals", "ar2,Publish goals each year")
    assert became(bring_in(register, changed)) == {"updated": 2}
    assert [(row.ref, row.code, row.framework, row.title) for row in items(register)] == [
        ("FWK-007", "AR1", "Our pledge", "Act on every report"),
        ("FWK-008", "ar2", "Our pledge", "Publish goals each year"),
    ]


def test_without_a_framework_items_belong_to_the_plan(register: Register) -> None:
    options = ImportOptions(kind=Kind.FRAMEWORK_ITEM, plan="Race pledge")
    bring_in(register, "Code,Commitment\nAR1,Act on every report\n", options)
    assert [row.framework for row in items(register)] == ["Race pledge"]


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.docx"])
def test_sheets_and_word_tables_are_read_alike(register: Register, name: str) -> None:
    table = [line.split(",") for line in PLEDGES.splitlines()]
    data = xlsx_of(table) if name.endswith("xlsx") else docx_of(table)
    assert became(bring_in(register, data, AS_FRAMEWORKS, name=name)) == {"created": 2}
    assert [row.code for row in items(register)] == ["AR1", "AR2"]


def test_an_item_without_its_title_is_set_aside(register: Register) -> None:
    result = bring_in(register, HEADINGS + "AR1,,Race pledge,,,,,\n")
    assert became(result) == {"quarantined": 1}
    assert rules(result) == [("row-without-text", "row 2")]


def test_a_code_that_stands_twice_is_stored_once(register: Register) -> None:
    result = bring_in(register, HEADINGS + "AR1,One,P,,,,,\nAR1,Two,P,,,,,\n")
    assert became(result) == {"created": 1, "quarantined": 1}
    (found,) = result.findings
    assert (found.rule, found.where, found.column) == ("row-invalid", "row 3", "Code")
    assert found.message.startswith("FWK-007 has the code “AR1” already")
    assert [row.title for row in items(register)] == ["One"]


def test_the_code_of_a_withdrawn_item_is_not_used_again(register: Register) -> None:
    bring_in(register, PLEDGES)
    records.withdraw(register, "FWK-007", "The board dropped it", version=1)
    result = bring_in(register, PLEDGES)
    assert became(result) == {"unchanged": 1, "quarantined": 1}
    assert [row.code for row in items(register)] == ["AR2"]


def test_items_of_the_program_can_be_corrected_from_a_file(register: Register) -> None:
    bring_in(register, "Code,Title,Deadline\nHIA1,Our own words,March 2024\n", AS_FRAMEWORKS)
    item = next(iter(rows_of(register, Kind.FRAMEWORK_ITEM)))
    assert isinstance(item, FrameworkRow)
    assert (item.title, item.deadline, item.framework) == (
        "Our own words",
        "March 2024",
        "EDI plan",
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("LCF domain 3", ["LCF3"]),
        ("PSED aims 1 and 3", ["PSED1", "PSED3"]),
        ("EDS 2022 outcome 3A", ["EDS3A"]),
        ("EDS22 3C", ["EDS3C"]),
        ("High impact sub-action 2.1", ["HIA2.1"]),
        ("HIA sub-action 2.1", ["HIA2.1"]),
        ("HIA success metric 2a", ["HIA2a"]),
        ("WDES metrics 4a, 9b", ["WDES4a", "WDES9b"]),
    ],
)
def test_codes_are_read_in_the_ways_in_which_returns_write_them(
    text: str, codes: list[str]
) -> None:
    assert read_codes(text) == codes
