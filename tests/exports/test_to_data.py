"""Tests of the status report as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import example, given

from edi_tui.domain.due import Due
from edi_tui.domain.records import ChallengeDraft, ConcernDraft, ObjectiveDraft
from edi_tui.domain.words import Precision
from edi_tui.exports.export import status_bytes
from edi_tui.exports.to_data import to_data
from edi_tui.services.records import add, edit, get
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.hostile import TEXTS, texts


def test_the_report_says_what_the_paper_says(report: StatusReport) -> None:
    found = json.loads(status_bytes(report, "json"))
    assert found["schema"] == 1
    assert found["kind"] == "status_paper"
    assert (found["quarter"], found["as_at"]) == ("2026/27 Q2", "2026-09-30")
    organisation = {key: value for key, value in found["organisation"].items() if value}
    assert organisation == {"name": "Wessex Vale NHS Foundation Trust", "ods": "XWV", "kind": "ft"}
    assert found["head"] == str(report.now.head)
    assert found["counts"] == {
        "now": {
            "objectives": {"on_track": 1, "off_track": 1, "no_update": 1},
            "actions": {"complete": 1, "no_update": 1},
        },
        "before": {
            "quarter": "2026/27 Q1",
            "objectives": {"on_track": 1, "no_update": 2},
            "actions": {"no_update": 2},
        },
    }
    assert found["coverage"] == {
        "seats": 2,
        "covered": [{"ref": "MEM-002", "role": "Chief People Officer"}],
        "uncovered": [{"ref": "MEM-001", "role": "Chair"}],
        "vacant": [{"ref": "MEM-003", "role": "Medical Director"}],
        "collective": 1,
    }
    assert [row["ref"] for row in found["exceptions"]] == ["OBJ-002", "OBJ-003", "ACT-002"]
    assert found["exceptions"][0]["overdue_days"] == 30
    assert [row["ref"] for row in found["objectives"]] == ["OBJ-001", "OBJ-002", "OBJ-003"]
    assert found["actions"][0]["due_text"] == "31/4/2016"
    (term,) = found["sponsorships"]
    assert (term["held"], term["attended"]) == (2, 1)
    assert found["vacancies"][0] == {
        "network": "NET-001",
        "name": "Race network",
        "kind": "non_executive",
    }
    assert found["evidence"] == {
        "by_kind": {"data": 1},
        "objectives_without": ["OBJ-002", "OBJ-003"],
    }


@given(texts)
@example("".join(TEXTS))
@example("\ud800 \udfff")
def test_text_is_kept_exactly_and_cannot_steer_a_terminal(text: str) -> None:
    data = to_data({"text": text})
    assert json.loads(data) == {"text": text}
    steering = (*range(0x00, 0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x202E, 0x2066)
    assert not set(map(chr, steering)) & set(data.decode())


def test_the_board_and_what_networks_and_others_said_are_there(report: StatusReport) -> None:
    found = json.loads(status_bytes(report, "json"))
    assert found["board"][1] == {
        "ref": "MEM-002",
        "objectives": ["OBJ-001", "OBJ-002"],
        "objective": "yes",
        "smart": found["board"][1]["smart"],
        "mid_year": "not_yet",
        "appraisal": "yes",
        "sponsorship": "yes",
        "evidence": "partly",
    }
    states = [(row["ref"], row["state"], row["open_days"]) for row in found["concerns"]]
    assert states == [("CON-001", "loop_closed", 50), ("CON-002", "raised", 91)]
    assert found["concerns"][0]["days"] == {"to_board": 10, "to_answer": 30, "to_feedback": 10}
    assert [row["ref"] for row in found["challenges"]] == ["CHA-002", "CHA-003", "CHA-001"]
    assert [row["waiting"] for row in found["challenges"]] == [True, True, False]
    assert found["challenges"][0]["answer"] == ""
    assert found["concerns"][1]["answered_on"] is None
    assert [row["reason"] for row in found["waivers"]] == ["The committee agreed on 3 September"]


def test_a_heard_score_of_few_people_is_not_there(report: StatusReport) -> None:
    data = status_bytes(report, "json")
    assert json.loads(data)["heard"] == [
        {"network": "NET-001", "on": "2026-09-01", "score": 3.2, "trend": "falling"},
        {"network": "NET-002", "on": "2026-09-01", "score": None, "trend": None},
    ]
    assert b"1.37" not in data


def test_nothing_later_is_told_and_no_answer_is_lost(full: Register) -> None:
    undated = ConcernDraft(
        network="NET-001",
        raised_on=date(2026, 9, 1),
        theme="Food",
        text="No halal food",
        answer="From spring",
        paper="Paper 7",
        changed="A new caterer",
    )
    add(full, undated)
    add(full, replace(undated, board_on=date(2026, 10, 1), answered_on=date(2026, 10, 2)))
    add(full, ChallengeDraft(asked_on=date(2026, 9, 1), question="When?", answer="Soon"))
    found = json.loads(status_bytes(status_report(full, Q2), "json"))
    told = [(row["answer"], row["paper"], row["changed"]) for row in found["concerns"][-2:]]
    assert told == [("From spring", "Paper 7", "A new caterer"), ("", "", "")]
    answers = {row["ref"]: row["answer"] for row in found["challenges"]}
    assert answers["CHA-004"] == "Soon"


def test_what_has_moved_is_there_in_numbers(full: Register) -> None:
    stored = get(full, "OBJ-002")
    assert isinstance(stored.draft, ObjectiveDraft)
    later = replace(stored.draft, due=Due(date(2026, 9, 10), "", Precision.DAY))
    edit(full, "OBJ-002", later, version=stored.version)
    assert json.loads(status_bytes(status_report(full), "json"))["drift"] == [
        {
            "ref": "OBJ-002",
            "due_moves": 1,
            "due_days": 10,
            "targets_lowered": 0,
            "rewritten": 0,
            "carried": 0,
        }
    ]
