"""The command that says what the rules have to say."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Cli


def found(cli: Cli, *args: str) -> list[dict[str, object]]:
    """Return the findings that a check prints as JSON."""
    told = json.loads(cli("check", "--json", *args).stdout)
    findings: list[dict[str, object]] = told["findings"]
    return findings


def test_the_json_has_one_fixed_shape(filled: Cli) -> None:
    told = json.loads(filled("check", "--json").stdout)
    assert list(told) == ["schema", "findings", "counts"]
    assert told["schema"] == 1
    assert list(told["counts"]) == ["fail", "warn", "note"]
    assert sum(told["counts"].values()) == len(told["findings"]) > 0
    for finding in told["findings"]:
        assert list(finding) == [
            *("rule", "version", "level", "ref", "field", "value", "message", "fix")
        ]


def test_the_most_serious_comes_first(filled: Cli) -> None:
    levels = [finding["level"] for finding in found(filled)]
    assert levels == sorted(levels, key=lambda level: ["fail", "warn", "note"].index(str(level)))


def test_a_finding_at_level_fail_ends_with_exit_code_1(filled: Cli) -> None:
    assert filled("check").exit_code == 1
    assert filled("check", "level:note").exit_code == 0


def test_only_the_rules_that_are_named_are_told(filled: Cli) -> None:
    assert {finding["rule"] for finding in found(filled, "--rule", "m1")} == {"M1"}
    both = found(filled, "--rule", "M1", "--rule", "T4")
    assert {finding["rule"] for finding in both} == {"M1", "T4"}


def test_an_unknown_rule_names_the_nearest(filled: Cli) -> None:
    result = filled("check", "--rule", "P123")
    assert result.exit_code == 2
    assert "did you mean P12?" in result.stderr


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("ref:OBJ-001", {"OBJ-001"}),
        ("kind:networks", {"NET-001"}),
        ("kind:sponsorship", {"SPO-001"}),
    ],
)
def test_a_filter_chooses_records(filled: Cli, wanted: str, expected: set[str]) -> None:
    assert {finding["ref"] for finding in found(filled, wanted)} == expected


def test_words_of_a_filter_stand_in_the_finding(filled: Cli) -> None:
    assert all("measure" in str(finding).lower() for finding in found(filled, "measure"))
    assert found(filled, "nothing-says-this") == []


def test_a_field_that_findings_lack_is_refused_with_the_nearest(filled: Cli) -> None:
    result = filled("check", "levle:fail")
    assert result.exit_code == 2
    assert "did you mean “level”?" in result.stderr


def test_a_quotation_mark_without_its_partner_ends_with_the_filter(filled: Cli) -> None:
    assert found(filled, 'level:"fail') == found(filled, "level:fail")


def test_a_waived_rule_is_a_note_with_its_reason(filled: Cli) -> None:
    before = found(filled, "ref:OBJ-001", "--rule", "M1")
    assert [finding["level"] for finding in before] == ["fail"]
    reason = "The metric is being defined nationally."
    filled("add", "waiver", "--rule", "M1", "--subject", "OBJ-001", "--reason", reason)
    (waived,) = found(filled, "ref:OBJ-001", "--rule", "M1")
    assert (waived["level"], waived["waived"]) == ("note", reason)
    assert f"Waived: {reason}" in filled("check", "ref:OBJ-001", "--rule", "M1").stdout


def test_a_register_is_judged_as_at_a_day(filled: Cli) -> None:
    late = filled("check", "ref:OBJ-001", "--rule", "P1", "--as-at", "30 April 2027").stdout
    assert "30 days" in late
    assert filled("check", "ref:OBJ-001", "--rule", "P1").stdout.startswith("Nothing to say")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("level:bad", "there are fail, warn, note"),
        ("ref:objective", "such as OBJ-004"),
        ("kind:trees", "no kind of record"),
    ],
)
def test_a_value_that_no_finding_can_have_is_refused(filled: Cli, wanted: str, told: str) -> None:
    result = filled("check", wanted)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.replace("│", " ").split())


def test_a_rule_is_set_aside_for_a_record_once(filled: Cli) -> None:
    waive = ("add", "waiver", "--subject", "OBJ-001", "--reason", "Agreed", "--rule")
    assert filled(*waive, "M1").exit_code == 0
    again = filled(*waive, "m1")
    assert again.exit_code == 1
    assert "is set aside for OBJ-001 already, by WAI-001" in again.stderr
