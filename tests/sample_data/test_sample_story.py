"""The story of the sample agrees with its files."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from typing import Any

import pytest

from edi_tui.domain.words import EvidenceKind, OrganisationKind, Status
from tests.sample_data.sample import (
    DATA,
    NETWORKS,
    OBJECTIVES,
    STORY,
    records,
    sheet_records,
    word_tables,
)

ACTIONS = {row["Action"] for row in sheet_records("plans/edi-tracker-2026-27.xlsx")}


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
