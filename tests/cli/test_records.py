from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from edi_tui.cli.main import app
from edi_tui.domain.kinds import ANSWERS, Kind
from edi_tui.domain.records import UpdateDraft, fields_of
from tests.cli.conftest import Cli


def test_adding_prints_the_reference_alone(cli: Cli) -> None:
    result = cli("add", "objective", "--title", "Mixed panels")
    assert (result.stdout, result.stderr) == ("OBJ-001\n", "OBJ-001 added.\n")


def test_quiet_leaves_the_narration_out(cli: Cli) -> None:
    result = cli("--quiet", "add", "network", "--name", "Disability Network")
    assert (result.stdout, result.stderr) == ("NET-001\n", "")


def test_a_list_carries_what_scripts_rely_on(filled: Cli) -> None:
    plain = filled.json("list", "objectives")
    assert (plain["schema"], plain["kind"]) == (1, "objectives")
    [row] = plain["rows"]
    expected = {
        "ref": "OBJ-001",
        "title": "Mixed panels for bands 8a and above",
        "level": "corporate",
        "owner": "Chief People Officer",
        "hia": "HIA1, HIA2",
        "start_on": None,
        "due_on": "2027-03-31",
        "due_text": "end of March 2027",
        "status": "no_update",
        "computed_status": "no_update",
        "baseline": None,
        "target": None,
        "unit": "",
    }
    assert row | expected == row


def test_an_action_keeps_the_words_of_an_impossible_date(filled: Cli) -> None:
    [row] = filled.json("list", "actions")["rows"]
    expected: dict[str, object] = {
        "ref": "ACT-001",
        "text": "Publish the data",
        "outcome": "",
        "due_on": None,
        "due_text": "31/4/2016",
        "due_precision": "none",
        "lead": "Head of HR",
        "supporting": [],
        "status": "no_update",
        "computed_status": "no_update",
        "progress": "",
        "plan": "",
        "objective": "",
        "source": "",
    }
    assert row | expected == row


def test_a_list_for_people_is_a_table_with_its_count_apart(filled: Cli) -> None:
    result = filled("list", "actions")
    assert result.stdout.splitlines() == [
        "Ref      Action            Lead        Due        Status",
        "ACT-001  Publish the data  Head of HR  31/4/2016  - No update",
    ]
    assert result.stderr == "1 action\n"


@pytest.mark.parametrize("kind", ["member", "members", "Objectives", "evidence", "frameworks"])
def test_a_kind_is_named_in_the_singular_or_plural(filled: Cli, kind: str) -> None:
    assert filled.json("list", kind)["schema"] == 1


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in (Kind.ORGANISATION, *ANSWERS)]
)
def test_every_kind_is_listed(filled: Cli, kind: Kind) -> None:
    filled.done("list", kind.plural)
    assert filled.json("list", kind.value)["kind"] == kind.plural


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (("panels",), 1),
        (("panels", "nowhere"), 0),
        (("hia:1", "status:no_update"), 1),
        (("hia:1 status:no_update",), 1),
        (("owner:chief people",), 1),
        (("owner:",), 0),
    ],
)
def test_a_filter_narrows_the_list(filled: Cli, terms: tuple[str, ...], found: int) -> None:
    assert len(filled.json("list", "objectives", *terms)["rows"]) == found


def test_the_meaning_of_a_filter_is_said(filled: Cli) -> None:
    said = filled("list", "objectives", "panels", "hia:1").stderr
    assert said == (
        "1 of 1 objective: objectives that say “panels”, whose high impact action is HIA1\n"
    )


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("list", "objectivs"), "Did you mean “objectives”?"),
        (("list", "organisations"), "There are members,"),
        (("list", "objectives", "stauts:x"), "did you mean “status”?"),
        (("add", "acton"), "Did you mean “action”?"),
        (("add", "action", "--txt", "x"), "--text"),
        (("edit", "OBJ-1", "--ownr", "x"), "--owner"),
        (("shwo", "OBJ-1"), "Did you mean show?"),
        (("withdraw", "OBJ-1"), "--reason"),
        (("add", "action", "--json", "file.json"), "--json -"),
        (("list",), "KIND"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(
    filled: Cli, args: tuple[str, ...], hint: str
) -> None:
    result = filled(*args)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("show", "OBJ-99"), "Not found: The register has no objective OBJ-099."),
        (("show", "nonsense"), "Not found: “nonsense” is not a reference"),
        (("show", "ORG-1"), "Not found: ORG-001 has no page of its own"),
        (("edit", "OBJ-1"), "--json: Give at least one field"),
        (("edit", "OBJ-1", "--level", "huge"), "--level: “huge” is not one of: corporate,"),
        (("add", "objective", "--level", "x"), "--level:"),
        (("add", "objective"), "--title: Objective is needed."),
        (("add", "sponsorship", "--network", "No Such", "--member", "Chair"), "--network:"),
        (("add", "measure", "--name", "x", "--baseline", "many"), "--baseline: “many” is not"),
        (("update", "NET-1", "--status", "at_risk"), "Refused: NET-001 is neither"),
        (("update", "OBJ-1"), "--status: Choose a status"),
        (("withdraw", "OBJ-1", "--reason", " "), "--reason: Say why"),
        (("list", "actions", "--as-at", "32/1/2026"), "--as-at:"),
        (("update", "OBJ-1", "--status", "on track", "--forecast", "zzz"), "--forecast: “zzz”"),
        (("agree", "OBJ-1", "--on", "zzz"), "--on: “zzz”"),
        (("add", "measure", "--baseline-on", "zzz"), "--baseline-on: “zzz”"),
        (("update", "OBJ-1", "--status", "amber"), "--status: “amber” is at_risk in words; "),
    ],
)
def test_a_wrong_value_is_refused_in_words(filled: Cli, args: tuple[str, ...], said: str) -> None:
    result = filled(*args)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""


def test_every_wrong_value_has_a_line_of_its_own(cli: Cli) -> None:
    result = cli("add", "member", "--seat", "throne", "--from", "31/4/2016")
    first, *lines = result.stderr.splitlines()
    assert first == "Please check:"
    assert [line.split(":")[0] for line in lines] == ["  --seat", "  --from"]


def test_an_edit_leaves_the_other_fields_alone(filled: Cli) -> None:
    assert filled.done("edit", "obj 1", "--plan", "Board objectives") == "OBJ-001\n"
    [row] = filled.json("list", "objectives")["rows"]
    assert (row["plan"], row["owner"], row["due_on"]) == (
        "Board objectives",
        "Chief People Officer",
        "2027-03-31",
    )


def test_an_empty_value_clears_a_field(filled: Cli) -> None:
    filled.done("edit", "ACT-1", "--lead", "")
    assert filled.json("list", "actions")["rows"][0]["lead"] == ""


def test_an_edit_that_says_nothing_new_changes_nothing(filled: Cli) -> None:
    result = filled("edit", "ACT-1", "--lead", "Head of HR")
    assert (result.exit_code, result.stdout) == (0, "ACT-001\n")
    assert "nothing was changed" in result.stderr


def test_a_framework_item_is_edited_and_shown_by_its_code(filled: Cli) -> None:
    filled.done("edit", "HIA1", "--source", "EDI improvement plan")
    shown = filled.json("show", "hia1")
    assert (shown["kind"], shown["code"]) == ("framework_item", "HIA1")
    assert [row["ref"] for row in shown["objectives"]] == ["OBJ-001"]


def test_the_organisation_is_edited_but_not_added(filled: Cli) -> None:
    assert filled.done("edit", "ORG-1", "--ods", "XWW") == "ORG-001\n"
    assert filled("add", "organisation", "--name", "Another").exit_code == 2


def test_fields_come_as_json_too(cli: Cli) -> None:
    fields = {"text": "Ask “why”", "supporting": ["HRBP", "Head of EDI"], "due": "Q4 2026/27"}
    assert cli.done("add", "action", "--json", "-", stdin=json.dumps(fields)) == "ACT-001\n"
    cli.done("edit", "ACT-1", "--json", "-", "--lead", "Chair", stdin='{"lead": "x", "plan": 7}')
    [row] = cli.json("list", "actions")["rows"]
    assert (row["text"], row["supporting"]) == ("Ask “why”", ["HRBP", "Head of EDI"])
    assert (row["due_on"], row["lead"], row["plan"]) == ("2027-03-31", "Chair", "7")


def test_numbers_and_answers_in_json_are_taken_exactly(cli: Cli) -> None:
    measure = '{"name": "Share", "baseline": 28.60, "target": 1e1, "unit": null}'
    cli.done("add", "measure", "--json", "-", stdin=measure)
    cli.done("add", "member", "--json", "-", stdin='{"role": "R", "name": "N", "voting": false}')
    [row] = cli.json("list", "measures")["rows"]
    assert (row["baseline"], row["target"], row["unit"]) == (28.6, 10, "")
    assert cli.json("list", "members")["rows"][0]["voting"] is False


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        ("", "--json: Standard input is not JSON"),
        ("{", "--json: Standard input is not JSON"),
        ("[" * 100_000, "--json: Standard input is not JSON"),
        ("[1]", "--json: Standard input has to be one JSON object"),
        ('{"text": "a", "text": "b"}', "stands in it twice"),
        ('{"txt": "a"}', "--txt: There is no field “txt”; did you mean “text”?"),
        ('{"text": {"a": 1}}', "--text: Write text, a number,"),
        ('{"text": NaN}', "--text: Write text, a number,"),
    ],
)
def test_json_that_is_no_object_of_fields_is_refused(cli: Cli, stdin: str, said: str) -> None:
    result = cli("add", "action", "--json", "-", stdin=stdin)
    assert result.exit_code == 1
    assert said in result.stderr


def test_json_that_is_not_utf8_is_refused(filled: Cli) -> None:
    result = CliRunner().invoke(
        app, ["--db", str(filled.path), "add", "network", "--json", "-"], input=b'{"name": "\xff"}'
    )
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--json: Standard input is not JSON" in result.stderr


def test_an_update_adds_to_what_was_said(filled: Cli) -> None:
    filled.done("update", "OBJ-1", "--status", "on track", "--note", "Begun", "--on", "1 Oct 2026")
    filled.done("update", "OBJ-1", "--status", "at_risk", "--forecast", "30 June 2027")
    shown = filled.json("show", "OBJ-001")
    assert [(row["on"], row["status"]) for row in shown["updates"]] == [
        ("2026-11-21", "at_risk"),
        ("2026-10-01", "on_track"),
    ]
    assert (shown["status"], shown["forecast_on"]) == ("at_risk", "2027-06-30")


def test_what_an_update_said_is_never_overwritten(filled: Cli) -> None:
    filled.done("update", "OBJ-1", "--status", "at_risk")
    result = filled("edit", "UPD-1", "--status", "on_track")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "edi-tui update OBJ-001" in result.stderr
    assert filled.json("show", "UPD-1")["status"] == "at_risk"


def test_a_list_reads_progress_as_at_a_date(filled: Cli) -> None:
    filled.done("update", "ACT-1", "--status", "on_track", "--on", "1 Oct 2026")
    filled.done("update", "ACT-1", "--status", "off_track", "--on", "1 Nov 2026")
    at = filled.json("list", "actions", "--as-at", "31 October 2026")
    assert at["rows"][0]["status"] == "on_track"


def test_the_options_of_update_are_the_fields_of_an_update(cli: Cli) -> None:
    words = cli.done("update", "--help")
    names = {field.name for field in fields_of(UpdateDraft)} - {"subject"}
    assert all(f"--{name.replace('_', '-')}" in words for name in names)


def test_what_is_withdrawn_leaves_the_lists_but_not_the_register(filled: Cli) -> None:
    filled.done("withdraw", "OBJ-1", "--reason", "Merged into OBJ-002")
    assert filled.json("list", "objectives")["rows"] == []
    [row] = filled.json("list", "objectives", "--withdrawn")["rows"]
    assert row["withdrawn"] == "Merged into OBJ-002"
    assert "Withdrawn" in filled.done("show", "OBJ-1")
    for refused in (
        ("update", "OBJ-1", "--status", "at_risk"),
        ("edit", "OBJ-1", "--plan", "x"),
        ("withdraw", "OBJ-1", "--reason", "again"),
    ):
        result = filled(*refused)
        assert result.exit_code == 1
        assert "has been withdrawn" in result.stderr


def test_a_page_is_one_json_object_with_what_is_related(filled: Cli) -> None:
    filled.done("add", "measure", "--name", "Share", "--objective", "OBJ-1")
    filled.done("add", "reading", "--measure", "MEA-1", "--as-at", "1 Oct 2026", "--value", "5")
    filled.done("evidence", "add", "--link", "https://example.org", "--title", "Data",
                "--kind", "data", "--supports", "OBJ-1")  # fmt: skip
    shown = filled.json("show", "OBJ-1")
    assert (shown["schema"], shown["kind"], shown["ref"]) == (1, "objective", "OBJ-001")
    for related in ("updates", "measures", "readings", "actions", "evidence", "sponsorships"):
        assert isinstance(shown[related], list)
    assert [row["value"] for row in shown["readings"]] == [5]
    assert [row["kind"] for row in shown["evidence"]] == ["data"]
    assert shown["source_cells"] == {}
    evidence = filled.json("show", "EVI-1")
    assert (evidence["kind"], evidence["evidence_kind"]) == ("evidence", "data")


def test_a_page_for_people_names_what_references_stand_for(filled: Cli) -> None:
    filled.done("update", "OBJ-1", "--status", "at_risk", "--note", "Two panels\nof nine")
    page = filled.done("show", "OBJ-1")
    lines = page.splitlines()
    assert lines[0] == "OBJ-001  Objective"
    assert "Owner            Chief People Officer (MEM-001)" in lines
    assert "Due              31 Mar 2027 (written “end of March 2027”)" in lines
    assert "21 Nov 2026  A At risk  UPD-001" in lines
    assert "  of nine" in lines


@pytest.mark.parametrize("ref", ["MEM-1", "ACT-1", "NET-1", "SPO-1", "HIA1"])
def test_every_kind_has_a_page(filled: Cli, ref: str) -> None:
    assert filled.done("show", ref)
    assert filled.json("show", ref)["ref"]


def test_an_impossible_due_date_is_said_when_it_is_typed(cli: Cli) -> None:
    result = cli("add", "action", "--text", "Publish", "--due", "31/4/2027")
    assert result.exit_code == 0
    assert "“31/4/2027” does not exist" in result.stderr


def test_an_update_without_a_status_keeps_the_one_before(cli: Cli) -> None:
    cli("add", "action", "--text", "Publish")
    cli("update", "ACT-001", "--status", "at_risk", "--note", "Slow")
    cli("update", "ACT-001", "--note", "Still slow")
    rows = cli.json("list", "actions")["rows"]
    assert [(row["status"], row["progress"]) for row in rows] == [("at_risk", "Still slow")]


def test_an_update_of_an_earlier_day_takes_the_status_of_that_day(filled: Cli) -> None:
    filled.done("update", "OBJ-001", "--on", "1 May 2026", "--status", "on track")
    filled.done("update", "OBJ-001", "--on", "1 Nov 2026", "--status", "complete")
    filled.done("update", "OBJ-001", "--on", "1 June 2026", "--note", "Panels met.")
    [row] = filled.json("list", "objectives", "--as-at", "30 June 2026")["rows"]
    assert (row["status"], row["progress"]) == ("on_track", "Panels met.")


def test_an_update_that_says_nothing_is_refused(filled: Cli) -> None:
    filled.done("update", "OBJ-001", "--status", "on track", "--on", "1 May 2026")
    result = filled("update", "OBJ-001")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Choose a status" in result.stderr
    assert len(filled.json("list", "updates")["rows"]) == 1
