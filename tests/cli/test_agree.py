from __future__ import annotations

from tests.cli.conftest import Cli

MEASURE = ("--name", "BME staff", "--objective", "OBJ-001", "--unit", "%", "--baseline", "14")
DATED = ("--baseline-on", "31 Mar 2026", "--target", "18")


def test_an_objective_that_lacks_something_is_refused_with_all_of_it(filled: Cli) -> None:
    result = filled("agree", "OBJ-001")
    assert result.exit_code == 1
    assert "OBJ-001 cannot be agreed yet:" in result.stderr
    assert (
        "- Nothing is counted. Add a measure with unit, baseline and target. (M1)" in result.stderr
    )
    assert "(D1)" in result.stderr
    assert 'edi-tui add waiver --rule M1 --subject OBJ-001 --reason "..."' in result.stderr


def test_a_whole_objective_is_agreed_once(filled: Cli) -> None:
    filled.done("add", "measure", *MEASURE, *DATED)
    filled.done("edit", "OBJ-001", "--done", "It is 18%", "--proof", "data")
    agreed = filled("agree", "OBJ-001", "--on", "1 June 2026")
    assert agreed.stdout == "OBJ-001\n"
    assert agreed.stderr == ("OBJ-001 agreed.\nSMART: S missing, M met, A weak, R weak, T weak.\n")
    assert filled.json("show", "OBJ-001")["agreed_on"] == "2026-06-01"
    again = filled("agree", "OBJ-001")
    assert (again.exit_code, again.stderr) == (0, "OBJ-001 was agreed already.\n")


def test_a_waiver_as_the_refusal_prints_it_lets_it_through(filled: Cli) -> None:
    filled.done("add", "measure", *MEASURE, *DATED)
    filled.done("add", "waiver", "--rule", "D1", "--subject", "OBJ-001", "--reason", "An old one")
    assert filled.done("agree", "OBJ-001") == "OBJ-001\n"


def test_words_that_are_no_date_are_refused(filled: Cli) -> None:
    result = filled("agree", "OBJ-001", "--on", "soon")
    assert result.exit_code == 1
    assert "--on: “soon”" in result.stderr
