"""The fictional trust's files: they are as its README says, and they agree with each other."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from edi_tui.domain.words import (
    Appointment,
    Attendance,
    Direction,
    EngagementKind,
    EvidenceKind,
    Level,
    NetworkState,
    OrganisationKind,
    Scope,
    Seat,
    SponsorKind,
    Standing,
    Status,
    Word,
)

DATA = Path(__file__).parents[2] / "sample_data"
STORY: dict[str, Any] = tomllib.loads((DATA / "story.toml").read_text(encoding="utf-8"))
MADE = (
    "board/objectives.xlsx",
    "plans/edi-tracker-2026-27.xlsx",
    "plans/legacy-actions-cp1252.csv",
    "plans/wres-action-plan.docx",
)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def records(name: str, *, encoding: str = "utf-8", delimiter: str = ",") -> list[dict[str, str]]:
    text = (DATA / name).read_bytes().decode(encoding)
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def word_tables() -> list[list[list[str]]]:
    with zipfile.ZipFile(DATA / "plans/wres-action-plan.docx") as packed:
        root = ElementTree.fromstring(packed.read("word/document.xml"))
    return [
        [
            ["".join(cell.itertext()) for cell in row.iter(f"{WORD}tc")]
            for row in table.iter(f"{WORD}tr")
        ]
        for table in root.iter(f"{WORD}tbl")
    ]


def sheet_rows(name: str) -> list[list[Any]]:
    with CalamineWorkbook.from_path(DATA / name) as book:
        return book.get_sheet_by_index(0).to_python()


def sheet_records(name: str) -> list[dict[str, Any]]:
    """Return the rows below the headings that fill more than their first cell."""
    rows = sheet_rows(name)
    headings = next(row for row in rows if all(row))
    below = rows[rows.index(headings) + 1 :]
    return [dict(zip(headings, row, strict=True)) for row in below if any(row[1:])]


def labels(words: type[Word]) -> set[str]:
    return {word.label for word in words}


OBJECTIVES = {row["Objective"]: row for row in sheet_records("board/objectives.xlsx")}
ACTIONS = {row["Action"] for row in sheet_records("plans/edi-tracker-2026-27.xlsx")}
MEMBERS = {row["Role"]: row for row in records("board/board-members.csv")}
NETWORKS = {row["Name"] for row in records("board/networks.csv")}


def test_the_maker_gives_the_same_bytes_again(tmp_path: Path) -> None:
    maker = DATA / "make_plans.py"
    subprocess.run([sys.executable, str(maker), str(tmp_path)], check=True, capture_output=True)
    for name in MADE:
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes(), name


@pytest.mark.parametrize(
    "path",
    [
        path.relative_to(DATA).as_posix()
        for path in sorted(DATA.rglob("*"))
        if path.is_file() and path.suffix in {".csv", ".md", ".toml", ".txt", ".html", ".svg"}
    ],
)
def test_text_files_are_utf_8_but_for_one(path: str) -> None:
    content = (DATA / path).read_bytes()
    if path == "plans/legacy-actions-cp1252.csv":
        with pytest.raises(UnicodeDecodeError):
            content.decode("utf-8")
    else:
        assert content.decode("utf-8").endswith("\n")
        assert b"\r" not in content


def test_the_legacy_plan_is_windows_1252_with_semicolons() -> None:
    content = (DATA / "plans/legacy-actions-cp1252.csv").read_bytes()
    assert content.count(b"\r\n") == 9
    assert all(mark in content.decode("cp1252") for mark in "–£é’")
    rows = records("plans/legacy-actions-cp1252.csv", encoding="cp1252", delimiter=";")
    assert len(rows) == 8
    assert list(rows[0]) == [
        "Action",
        "Intended outcome",
        "Timescale",
        "Who is responsible",
        "Progress to date",
        "RAG status",
    ]


def test_the_word_plan_repeats_its_headings_in_four_tables() -> None:
    tables = word_tables()
    headings = ["Action", "Outcome", "Due by", "Progress review", "RAG rating", "Lead"]
    assert [table[0] for table in tables] == [headings] * 4
    assert [len(table) - 1 for table in tables] == [3, 3, 2, 2]


def test_the_word_plan_has_the_dates_that_real_plans_have() -> None:
    due = [row[2] for table in word_tables() for row in table[1:]]
    assert due == [
        *("14/9/2015", "28/12/2015", "28/12/2015"),
        *("31/4/2016", "ongoing", "31/4/2016"),
        *("<p>18/2/2016</p>", "<p>ongoing</p>"),
        *("", "25/4/2016"),
    ]


def test_the_word_plan_leaves_every_rag_rating_blank() -> None:
    assert not any(row[4] for table in word_tables() for row in table[1:])


def test_the_word_plan_splits_a_row_over_a_page() -> None:
    tables = word_tables()
    action, outcome, due, progress, rag, lead = tables[3][1]
    assert action[0].islower()
    assert outcome[0].islower()
    assert progress[0].islower()
    assert (due, rag, lead) == ("", "", "")
    assert all(cell.startswith("<p>") for row in tables[2][1:] for cell in row if cell)
    assert tables[2][1][0].count("<p>") == 4


def test_the_word_plan_reports_a_meeting_after_an_impossible_date() -> None:
    late = [row for table in word_tables() for row in table[1:] if row[2] == "31/4/2016"]
    assert all("May 2016" in row[3] for row in late)
    assert word_tables()[3][2][3] == ""


def test_the_tracker_has_eighteen_actions_and_one_of_them_twice() -> None:
    rows = sheet_records("plans/edi-tracker-2026-27.xlsx")
    assert len(rows) == 19
    assert [row for row in rows if rows.count(row) > 1] == [rows[16], rows[18]]
    assert [row["Ref"] for row in rows[:18]] == [f"EDI-{n:02d}" for n in range(1, 19)]
    assert {type(row["Due date"]) for row in rows} == {date, str}


def test_the_tracker_hides_its_lists() -> None:
    with CalamineWorkbook.from_path(DATA / "plans/edi-tracker-2026-27.xlsx") as book:
        assert [(sheet.name, sheet.visible) for sheet in book.sheets_metadata] == [
            ("Tracker 2026-27", SheetVisibleEnum.Visible),
            ("Lists", SheetVisibleEnum.Hidden),
        ]


def test_the_objectives_stand_below_a_merged_title() -> None:
    with CalamineWorkbook.from_path(DATA / "board/objectives.xlsx") as book:
        merged = book.get_sheet_by_index(0).merged_cell_ranges
    assert merged == [((0, 0), (0, 14))]
    rows = sheet_rows("board/objectives.xlsx")
    assert not any(rows[0][1:])
    assert rows[3][0] == "Objective"


def test_objectives_are_of_every_level_and_both_scopes() -> None:
    assert {row["Level"] for row in OBJECTIVES.values()} == labels(Level)
    assert {row["Scope"] for row in OBJECTIVES.values()} == labels(Scope)
    assert {row["Owner"] for row in OBJECTIVES.values()} <= set(MEMBERS)
    assert all(row["Start"] < row["Due"] for row in OBJECTIVES.values())
    assert all(
        row["Status"] in labels(Status) and row["Direction"] in labels(Direction) | {""}
        for row in OBJECTIVES.values()
        if row["Status"]
    )


def test_the_board_has_fourteen_seats_each_with_its_own_role() -> None:
    rows = records("board/board-members.csv")
    assert len(rows) == len(MEMBERS) == 14
    assert {row["Seat"] for row in rows} == labels(Seat)
    assert {row["Standing"] for row in rows} == labels(Standing)
    assert {row["Voting"] for row in rows} == {"yes", "no"}


def test_networks_and_sponsorships_use_the_words_of_the_register() -> None:
    terms = records("board/sponsorships.csv")
    assert {row["State"] for row in records("board/networks.csv")} <= labels(NetworkState)
    assert {row["Kind"] for row in terms} == labels(SponsorKind)
    assert {row["Appointed"] for row in terms} <= labels(Appointment)
    assert {row["Network"] for row in terms} == NETWORKS
    assert [row["Network"] for row in terms if not row["Achieves"]] == ["LGBTQ+ Network"]


def test_sponsors_are_named_as_the_board_is_and_serve_within_their_seat() -> None:
    by_name = {row["Name"]: row for row in MEMBERS.values()}
    for term in records("board/sponsorships.csv"):
        seat = (MEMBERS | by_name)[term["Member"]]
        assert seat["From"] <= term["From"], term


def test_one_network_has_no_executive_sponsor_now() -> None:
    covered = {
        row["Network"]
        for row in records("board/sponsorships.csv")
        if row["Kind"] == SponsorKind.EXECUTIVE.label and not row["To"]
    }
    assert NETWORKS - covered == {"Women's Network"}


def named(entry: dict[str, Any]) -> str:
    """Return the objective or action that an entry of the story is about."""
    return str(entry.get("objective") or entry.get("action") or "")


def test_actions_are_told_apart_by_their_words_across_the_plans() -> None:
    word = [row[0] for table in word_tables() for row in table[1:]]
    old = records("plans/legacy-actions-cp1252.csv", encoding="cp1252", delimiter=";")
    counted = Counter([*ACTIONS, *word, *(row["Action"] for row in old)])
    assert set(counted.values()) == {1}


def test_the_organisation_is_a_foundation_trust() -> None:
    assert STORY["organisation"] == {
        "name": "Wessex Vale NHS Foundation Trust",
        "ods": "XWV",
        "kind": OrganisationKind.FT.value,
    }


@pytest.mark.parametrize("part", ["update", "framework_link"])
def test_every_entry_is_about_an_objective_or_action_of_the_files(part: str) -> None:
    known = set(OBJECTIVES) | ACTIONS
    assert [named(entry) for entry in STORY[part] if named(entry) not in known] == []


def test_updates_use_the_words_of_the_register_and_stop_today() -> None:
    for update in STORY["update"]:
        assert update["status"] in set(Status)
        assert update["narrative"]
        assert date(2026, 1, 1) <= update["on"] <= STORY["today"]


def test_no_two_updates_on_one_subject_share_a_day() -> None:
    assert set(Counter((named(u), u["on"]) for u in STORY["update"]).values()) == {1}


def test_the_spreadsheet_says_what_the_story_says_of_the_end_of_september() -> None:
    closing = {
        update["objective"]: update
        for update in STORY["update"]
        if "objective" in update and update["on"] == date(2026, 9, 30)
    }
    reported = {title: row["Status"] for title, row in OBJECTIVES.items() if row["Status"]}
    assert {title: Status(u["status"]).label for title, u in closing.items()} == reported


def test_the_story_has_its_watermelon_and_its_silence() -> None:
    rosy = [
        update["objective"]
        for update in STORY["update"]
        if update["status"] == Status.ON_TRACK
        and "forecast" in update
        and update["forecast"] > OBJECTIVES[update["objective"]]["Due"]
    ]
    last = {named(update): update["on"] for update in STORY["update"]}
    assert len(rosy) == 1
    assert [title for title in OBJECTIVES if last[title] < date(2026, 4, 1)] == [
        "Include an equality impact summary in 90% of Quality Committee papers by 31 March 2027"
    ]


def test_measures_agree_with_the_spreadsheet() -> None:
    fields = {"unit": "Unit", "baseline": "Baseline", "target": "Target"}
    met = set()
    for measure in STORY["measure"]:
        row = OBJECTIVES[measure["objective"]] if "objective" in measure else {}
        if row.get("Measure") == measure["name"]:
            met.add(measure["name"])
            assert {key: measure[key] for key in fields} == {
                key: row[heading] for key, heading in fields.items()
            }
            assert measure["baseline_on"] == row["Baseline date"]
            assert Direction(measure["direction"]).label == row["Direction"]
    assert met == {row["Measure"] for row in OBJECTIVES.values() if row["Measure"]}


def readings() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for measure in STORY["measure"]:
        for reading in measure["readings"]:
            yield measure, reading


def value_of(reading: dict[str, Any]) -> float:
    if "value" in reading:
        return float(reading["value"])
    return round(100 * int(reading["numerator"]) / int(reading["denominator"]), 1)


def test_readings_are_whole_and_not_of_the_future() -> None:
    for measure, reading in readings():
        assert ("value" in reading) != ({"numerator", "denominator"} <= set(reading)), measure
        assert reading["as_at"] <= STORY["today"]


def test_a_reading_on_the_day_of_the_baseline_is_the_baseline() -> None:
    for measure, reading in readings():
        if reading["as_at"] == measure["baseline_on"] and reading.get("group", "BME") == "BME":
            assert value_of(reading) == measure["baseline"], measure["name"]


def test_the_bands_add_up() -> None:
    by_band = next(m for m in STORY["measure"] if "by band" in m["name"])
    whole = next(
        m for m in STORY["measure"] if m["name"] == OBJECTIVES[by_band["objective"]]["Measure"]
    )
    for as_at in (date(2026, 3, 31), date(2026, 9, 30)):
        total = next(reading for reading in whole["readings"] if reading["as_at"] == as_at)
        bands = [reading for reading in by_band["readings"] if reading["as_at"] == as_at]
        for part in ("numerator", "denominator"):
            assert sum(band[part] for band in bands) == total[part]


def test_survey_and_ratio_readings_are_those_of_the_wres_file() -> None:
    data = {
        (row["indicator"], row["group"], row["as_at"]): row["value"]
        for row in records("evidence/wres-2026-data.csv")
        if not row["numerator"]
    }
    for measure, reading in readings():
        if "WRES indicator" in measure["name"]:
            indicator = measure["name"].split("WRES indicator ")[1].rstrip(")")
            key = (indicator, reading.get("group", ""), reading["as_at"].isoformat())
            assert float(data.pop(key)) == reading["value"]
    assert not data


def test_shares_in_the_wres_file_are_worked_out_rightly() -> None:
    for row in records("evidence/wres-2026-data.csv"):
        if row["numerator"]:
            assert float(row["value"]) == round(
                100 * int(row["numerator"]) / int(row["denominator"]), 1
            )


def test_incidents_and_cards_are_those_of_the_card_file() -> None:
    months = records("evidence/card-scheme-counts-2026.csv")
    quarters = {"2025/26 Q4": "2026-03-31", "2026/27 Q1": "2026-06-30", "2026/27 Q2": "2026-09-30"}
    wanted = {}
    for quarter, ends in quarters.items():
        of = [row for row in months if row["quarter"] == quarter]
        cards = sum(int(row["yellow_cards"]) + int(row["red_cards"]) for row in of)
        wanted[ends] = (cards, sum(int(row["incidents_reported"]) for row in of))
    share = next(m for m in STORY["measure"] if m["name"].startswith("Incidents that led"))
    count = next(m for m in STORY["measure"] if m["name"].startswith("Violence and aggression"))
    assert {
        reading["as_at"].isoformat(): (reading["numerator"], reading["denominator"])
        for reading in share["readings"]
    } == wanted
    assert {r["as_at"].isoformat(): r["value"] for r in count["readings"]} == {
        ends: incidents for ends, (_, incidents) in wanted.items()
    }


def test_stage_1_licences_are_those_of_the_completions_file() -> None:
    rows = records("evidence/managers-licence-completions.csv")
    assert {row["stage"] for row in rows} == {"1", "2", "3", "4"}
    stage_1 = {
        row["as_at"]: (int(row["managers_completed"]), int(row["line_managers"]))
        for row in rows
        if row["stage"] == "1"
    }
    measure = next(m for m in STORY["measure"] if "managers' licence" in m["name"])
    told = {r["as_at"].isoformat(): (r["numerator"], r["denominator"]) for r in measure["readings"]}
    assert {day: told[day] for day in stage_1} == stage_1


def test_engagements_are_of_sponsors_in_their_terms() -> None:
    roles = {row["Name"]: role for role, row in MEMBERS.items()}
    terms = [
        (term["Network"], roles.get(term["Member"], term["Member"]), term["From"], term["To"])
        for term in records("board/sponsorships.csv")
    ]
    for entry in STORY["engagement"]:
        on = entry["on"].isoformat()
        assert entry["on"] <= STORY["today"]
        assert entry["kind"] in set(EngagementKind)
        assert entry["attendance"] in set(Attendance)
        assert any(
            (network, role) == (entry["network"], entry["member"])
            and start <= on <= (end or "9999")
            for network, role, start, end in terms
        ), entry


def test_mentoring_sessions_are_as_many_as_were_counted() -> None:
    held = [e["on"] for e in STORY["engagement"] if e["kind"] == EngagementKind.REVERSE_MENTORING]
    counted = next(m for m in STORY["measure"] if "mentoring" in m["name"])["readings"]
    for reading in counted:
        assert sum(on <= reading["as_at"] for on in held) == reading["value"]


def test_evidence_stands_in_the_folder_and_supports_what_exists() -> None:
    known = set(OBJECTIVES) | ACTIONS | NETWORKS
    for item in STORY["evidence"]:
        assert item["kind"] in set(EvidenceKind)
        assert item["dated_on"] <= STORY["today"]
        assert set(item["supports"]) <= known, item["title"]
        assert "file" not in item or (DATA / item["file"]).is_file()
        assert not item.get("link") or ".example/" in item["link"]
    told = {item["file"] for item in STORY["evidence"] if "file" in item}
    assert told == {f"evidence/{path.name}" for path in (DATA / "evidence").iterdir()}


def test_links_are_to_the_trusts_own_commitments() -> None:
    own = tomllib.loads((DATA / "plans/anti-racism-commitments.toml").read_text(encoding="utf-8"))
    codes = [item["code"] for item in own["item"]]
    assert codes == [f"AR{n}" for n in range(1, 9)]
    assert own["framework"] == "own"
    assert {code for link in STORY["framework_link"] for code in link["items"]} == set(codes)


def test_the_pages_in_evidence_are_well_formed() -> None:
    for name in ("disability-declaration.svg", "risk-assessment-report.html"):
        text = (DATA / "evidence" / name).read_text(encoding="utf-8")
        ElementTree.fromstring(
            text.replace("<!DOCTYPE html>\n", "").replace('<meta charset="utf-8">', "")
        )
