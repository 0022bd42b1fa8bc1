"""What a list says of publishing comes in again, and a list that says nothing changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.rows import NetworkRow
from edi_tui.exports.lists import Listing, list_csv
from edi_tui.imports.run import ImportOptions
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from tests.conftest import copy_of
from tests.imports.importing import bring_in, counts, objectives

AS_OBJECTIVES = ImportOptions(kind=Kind.OBJECTIVE)


def test_a_list_that_was_exported_comes_in_as_it_was(
    register: Register, empty_register: Path, tmp_path: Path
) -> None:
    told = ObjectiveDraft(title="Raise the share", published=True, summary="More of us will lead.")
    records.add(register, told)
    records.add(register, ObjectiveDraft(title="A private one"))
    (tmp_path / "other").mkdir()
    other = copy_of(empty_register, tmp_path / "other")
    options = replace(AS_OBJECTIVES, chosen={"assurance": "-"})
    listing = Listing(kind=Kind.OBJECTIVE, rows=objectives(register), head="", as_at=register.today)
    bring_in(other, list_csv(listing), options)
    found = [(row.title, row.published, row.summary) for row in objectives(other)]
    assert found == [
        ("Raise the share", True, "More of us will lead."),
        ("A private one", False, ""),
    ]


def test_a_plan_that_says_nothing_of_it_takes_nothing_back(register: Register) -> None:
    plan = "Objective,Published,Public summary,Owner\nRaise it,yes,More of us will lead.,\n"
    bring_in(register, plan, AS_OBJECTIVES)
    bring_in(register, "Objective,Level\nRaise it,personal\n", AS_OBJECTIVES, name="later.csv")
    (row,) = objectives(register)
    assert (row.published, row.summary) == (True, "More of us will lead.")


def test_a_row_that_would_be_published_without_a_summary_is_set_aside(register: Register) -> None:
    result = bring_in(register, "Objective,Published\nRaise it,yes\n", AS_OBJECTIVES)
    assert counts(result)["quarantined"] == 1
    assert objectives(register) == []


def test_networks_are_opted_in_by_a_list_and_not_out_by_one_that_says_nothing(
    register: Register,
) -> None:
    as_networks = ImportOptions(kind=Kind.NETWORK)
    bring_in(register, "Network,Published\nRace network,yes\nFaith network,\n", as_networks)
    bring_in(register, "Network,Meets\nRace network,Monthly\n", as_networks, name="later.csv")
    rows = [row for row in rows_of(register, Kind.NETWORK) if isinstance(row, NetworkRow)]
    assert {row.name: (row.published, row.meets) for row in rows} == {
        "Race network": (True, "Monthly"),
        "Faith network": (False, ""),
    }
