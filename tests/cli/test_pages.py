from __future__ import annotations

from tests.cli.conftest import Cli


def test_the_page_of_an_objective_says_how_smart_it_is(filled: Cli) -> None:
    page = filled.json("show", "OBJ-001")
    assert list(page["smart"]) == ["S", "M", "A", "R", "T"]
    assert {letter: found["verdict"] for letter, found in page["smart"].items()} == {
        "S": "missing",
        "M": "missing",
        "A": "not_assessed",
        "R": "weak",
        "T": "weak",
    }
    assert page["smart"]["M"]["rules"][0] == {
        "rule": "M1",
        "version": 1,
        "verdict": "missing",
        "value": "",
        "message": "Nothing is counted.",
        "fix": "Add a measure with unit, baseline and target.",
    }


def test_the_page_of_a_record_has_its_findings(filled: Cli) -> None:
    found = filled.json("show", "OBJ-001")["findings"]
    assert "M1" in {finding["rule"] for finding in found}
    assert {finding["ref"] for finding in found} == {"OBJ-001"}
    network = filled.json("show", "NET-001")
    assert "N1" in {finding["rule"] for finding in network["findings"]}
    assert "smart" not in network


def test_a_withdrawn_objective_is_not_judged(filled: Cli) -> None:
    filled.done("withdraw", "OBJ-001", "--reason", "Entered twice")
    page = filled.json("show", "OBJ-001")
    assert "smart" not in page
    assert page["findings"] == []


def test_the_text_page_tells_what_decided_each_letter_and_what_to_do(filled: Cli) -> None:
    page = filled.done("show", "OBJ-001")
    block = page[page.index("SMART") : page.index("To mend")]
    assert "M  Measurable: Missing\n   Nothing is counted. Add a measure" in block
    assert "T  Time-based: Weak\n   No next review is planned." in block
    assert "It is due by" not in block
    rest = page[page.index("To mend") :]
    assert "warn  D1\n   Nothing says what will be true when it is complete." in rest
    assert "M1" not in rest


def test_other_pages_have_their_findings_under_one_heading(filled: Cli) -> None:
    page = filled.done("show", "NET-001")
    assert "\nFindings\n" in page
    assert "SMART" not in page


def test_a_waived_rule_prints_its_reason(filled: Cli) -> None:
    filled.done("add", "waiver", "--rule", "D1", "--subject", "OBJ-001", "--reason", "An old one")
    assert "note  D1\n" in filled.done("show", "OBJ-001")
    assert "Waived: An old one" in filled.done("show", "OBJ-001")


def test_the_score_of_few_people_is_in_no_list_page_or_history(filled: Cli) -> None:
    score = ("--network", "NET-001", "--on", "1 Sept 2026", "--score", "1.37", "--people", "9")
    filled.done("add", "heard_score", *score)
    shown = ("list", "heard_scores"), ("show", "HRD-1"), ("show", "NET-1"), ("history", "HRD-1")
    for command in shown:
        assert "1.37" not in filled.done(*command)
        assert "1.37" not in filled.done(*command, "--json")
    assert "Too few answers to show" in filled.done("list", "heard_scores")
    assert "Too few answers to show" in filled.done("show", "HRD-1")
    [row] = filled.json("list", "heard_scores")["rows"]
    assert (row["score"], row["why_not"]) == (None, "Too few answers to show")
