from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from edi_tui.cli.main import app
from tests.cli.conftest import Cli


def test_a_register_is_made_where_it_was_said(tmp_path: Path) -> None:
    fresh = Cli(tmp_path / "new folder" / "register.db")
    result = fresh("init", "--organisation", "Wessex Vale", "--ods", "XWV", "--kind", "ft")
    assert result.stdout == f"{fresh.path}\n"
    assert "edi-tui import" in result.stderr
    assert {row["code"] for row in fresh.json("list", "frameworks")["rows"]} >= {"HIA1", "HIA6"}
    shown = fresh.json("history", "ORG-1")["rows"]
    assert (shown[0]["after"]["name"], shown[0]["after"]["kind"]) == ("Wessex Vale", "ft")


def test_a_register_is_never_made_over_another(cli: Cli) -> None:
    before = cli.path.read_bytes()
    result = cli("init", "--organisation", "Another")
    assert result.exit_code == 1
    assert "already" in result.stderr
    assert cli.path.read_bytes() == before


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("init",), 2, "--organisation"),
        (("--no-input", "init"), 2, "--organisation"),
        (("init", "--organisation", " "), 1, "--organisation: Name is needed."),
        (("init", "--organisation", "A", "--kind", "shop"), 1, "--kind: “shop” is not one of"),
    ],
)
def test_nobody_is_asked_without_a_terminal(
    tmp_path: Path, args: tuple[str, ...], code: int, said: str
) -> None:
    fresh = Cli(tmp_path / "register.db")
    result = fresh(*args)
    assert result.exit_code == code
    assert said in result.stderr
    assert not fresh.path.exists()


def test_everything_can_be_found(cli: Cli) -> None:
    found = cli.json("locate")
    assert found["register"] == str(cli.path)
    assert found["evidence"] == str(cli.path.with_name("register.evidence"))
    lines = cli.done("locate").splitlines()
    assert [line.split()[0] for line in lines] == ["Register", "Evidence", "Settings", "State"]
    assert lines[0] == f"Register  {cli.path}"


def test_everything_can_be_found_before_there_is_a_register(tmp_path: Path) -> None:
    assert Cli(tmp_path / "none.db").json("locate")["register"].endswith("none.db")


def test_the_history_is_newest_first_and_of_one_record(filled: Cli) -> None:
    filled.done("edit", "ACT-1", "--lead", "Chair")
    rows = filled.json("history", "--limit", "2")["rows"]
    assert [row["ref"] for row in rows] == ["ACT-001", "SPO-001"]
    assert (rows[0]["before"]["lead"], rows[0]["after"]["lead"]) == ("Head of HR", "Chair")
    assert [row["verb"] for row in filled.json("history", "act 1")["rows"]] == ["edit", "add"]
    assert "edit ACT-001" in filled.done("history", "ACT-1")


def test_the_history_of_nothing_is_refused(cli: Cli) -> None:
    assert cli("history", "OBJ-9").exit_code == 1
    assert cli("history", "--limit", "0").exit_code == 2
    assert cli("history", "--limit", "9" * 20).exit_code == 2


def test_a_summary_names_the_register_of_which_it_tells(tmp_path: Path) -> None:
    kept = tmp_path / "our sample.db"
    CliRunner().invoke(app, ["demo", "--keep", str(kept)])
    told = CliRunner().invoke(app, ["--db", str(kept)]).stdout
    assert f"more: edi-tui --db '{kept}' list objectives" in told


def test_the_sample_is_kept_where_it_was_said_and_opened_again(tmp_path: Path) -> None:
    kept = tmp_path / "sample.db"
    first = CliRunner().invoke(app, ["demo", "--keep", str(kept)])
    kept_at = f"The sample register is kept. To open it again: edi-tui --db {kept}\n"
    assert first.exit_code == 0
    assert first.stderr == f"Preparing the sample register…\n{kept_at}"
    assert "Needing attention" in first.stdout
    assert "more: edi-tui demo --keep sample.db keeps the register" in first.stdout
    before = kept.read_bytes()
    again = CliRunner().invoke(app, ["demo", "--keep", str(kept)])
    assert (again.stdout, again.stderr) == (first.stdout, kept_at)
    assert kept.read_bytes() == before


def test_keep_without_a_path_says_what_to_write() -> None:
    result = CliRunner().invoke(app, ["demo", "--keep"])
    assert result.exit_code == 2
    assert "--keep needs something after it: --keep PATH. Keep the sample" in result.stderr


def test_a_sample_is_never_kept_over_another_file(tmp_path: Path) -> None:
    other = tmp_path / "plan.docx"
    other.write_bytes(b"PK\x03\x04 and the rest of it")
    result = CliRunner().invoke(app, ["demo", "--keep", str(other)])
    assert result.exit_code == 1
    assert "looks like a Word" in result.stderr
    assert other.read_bytes() == b"PK\x03\x04 and the rest of it"


def test_a_register_of_ones_own_is_never_opened_as_the_sample(tmp_path: Path) -> None:
    own = Cli(tmp_path / "register.db")
    own.done("init", "--organisation", "Another Trust")
    before = own.path.read_bytes()
    result = CliRunner().invoke(app, ["demo", "--keep", str(own.path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "is not the sample" in result.stderr
    assert own.path.read_bytes() == before


def test_a_throw_away_sample_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = set(tmp_path.iterdir())
    result = CliRunner().invoke(app, ["--quiet", "demo"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert set(tmp_path.iterdir()) == before


def test_the_places_are_printed_as_json_that_parses(cli: Cli) -> None:
    assert set(json.loads(cli.done("locate", "--json"))) == {
        "schema",
        "register",
        "evidence",
        "settings",
        "state",
    }


def test_the_history_of_all_keeps_what_an_appraisal_found_to_itself(filled: Cli) -> None:
    told = ("--member", "MEM-001", "--year", "2025/26", "--appraised-on", "1 May 2026")
    filled.done("add", "appraisal", *told, "--outcome", "partly_met", "--note", "Only for two")
    everything = filled.done("history", "--json")
    assert "Only for two" not in everything
    assert "partly_met" not in everything
    assert "Only for two" in filled.done("history", "APP-1", "--json")
