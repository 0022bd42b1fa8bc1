"""The command that shows the board against what is asked of it."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_each_seat_stands_in_words_against_what_is_asked(filled: Cli) -> None:
    lines = filled.done("coverage").splitlines()
    assert lines[0].split() == [
        *("Ref", "Seat", "Objective", "SMART", "Mid-year", "Appraisal", "Sponsor", "Evidence")
    ]
    assert lines[1].split("  ")[0] == "MEM-001"
    cells = [cell.strip() for cell in lines[1].split("  ") if cell.strip()]
    assert cells[1:3] == ["Chief People Officer", "yes"]
    assert cells[4:] == ["no", "not yet", "yes", "no"]
    chair = [cell.strip() for cell in lines[2].split("  ") if cell.strip()]
    assert chair == ["MEM-002", "Chair", "no", "no", "no", "not yet", "not needed", "no"]


def test_the_collective_objective_the_vacant_seats_and_the_dates_are_said(filled: Cli) -> None:
    said = filled.done("coverage")
    assert "There is no collective objective: the whole board answers for none together." in said
    assert "All appraisals are held locally." in said
    assert "Vacant" not in said
    filled.done("add", "member", "--role", "Medical Director", "--standing", "vacant")
    for title in ("One for all", "Another for all"):
        filled.done("add", "objective", "--title", title, "--scope", "collective")
    said = filled.done("coverage")
    assert "Vacant: Medical Director." in said
    assert "OBJ-002, OBJ-003 are collective: the whole board answers." in said
    assert "partly" in said


def test_a_trust_s_appraisals_have_their_national_dates(filled: Cli) -> None:
    filled.done("edit", "ORG-001", "--kind", "trust")
    said = filled.done("coverage")
    assert "Chair: appraisals for 2025/26 are due at NHS England by 30 Jun 2026." in said
    assert (
        "Non-executive director: appraisals for 2025/26 are due at NHS England by 30 Sep 2026."
        in said
    )
    assert "All other appraisals are held locally." in said
    chair = next(line for line in said.splitlines() if line.startswith("MEM-002"))
    assert [cell.strip() for cell in chair.split("  ") if cell.strip()][5] == "no"


def test_the_day_can_be_chosen(filled: Cli) -> None:
    told = filled.json("coverage", "--as-at", "2027-04-01")
    assert (told["as_at"], told["appraisal_year"]) == ("2027-04-01", "2026/27")
    assert [seat["mid_year"] for seat in told["seats"]] == ["not_yet", "not_yet"]


def test_programs_get_codes_and_references(filled: Cli) -> None:
    filled.done("edit", "ORG-001", "--kind", "icb")
    told = filled.json("coverage")
    assert (told["schema"], told["kind"], told["collective"]) == (1, "coverage", [])
    assert told["deadlines"] == {"chair": "2026-06-30", "non_executive": "2026-09-30"}
    first, chair = told["seats"]
    assert (first["objectives"], first["objective"], first["sponsorship"]) == (
        ["OBJ-001"],
        "yes",
        "yes",
    )
    assert (first["appraisal_due"], chair["appraisal_due"]) == (None, "2026-06-30")
    assert (chair["appraisal"], chair["smart"]) == ("no", "no")


def test_a_register_without_a_board_says_so(cli: Cli) -> None:
    assert cli.done("coverage") == "The register holds no seats of the board yet.\n"
    assert cli.json("coverage")["seats"] == []


def test_an_appraisal_shows_as_held_without_its_outcome(filled: Cli) -> None:
    appraisal = ("--member", "MEM-001", "--year", "2025/26", "--objective", "OBJ-001")
    filled.done(
        *("add", "appraisal", *appraisal, "--appraised-on", "1 May 2026"),
        *("--outcome", "partly_met", "--note", "Only for two"),
    )
    said = filled.done("coverage")
    assert "Only for two" not in said
    assert "Partly met" not in said
    assert filled.json("coverage")["seats"][0]["appraisal"] == "yes"
