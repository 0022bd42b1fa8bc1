"""The commands of the commitment workbench."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli

PLEDGE = "Our pledge\n\nWe will hear every network.\nWe will also:\n• mix every single panel\n"


@pytest.fixture
def pledge(tmp_path: Path) -> str:
    path = tmp_path / "pledge.txt"
    path.write_text(PLEDGE, encoding="utf-8")
    return str(path)


def test_a_statement_is_taken_in_from_a_file_once(cli: Cli, pledge: str) -> None:
    result = cli("commitments", "take", pledge, "--title", "Race pledge")
    assert result.stdout == "CMT-001\nCMT-002\n"
    assert result.stderr == "2 taken in; 0 were there already; 2 left out as headings.\n"
    again = cli("commitments", "take", pledge, "--title", "Race pledge")
    assert (again.stdout, again.exit_code) == ("", 0)
    assert again.stderr == "0 taken in; 2 were there already; 2 left out as headings.\n"


def test_a_statement_is_taken_in_from_standard_input(cli: Cli) -> None:
    assert cli.done("commitments", "take", "-", "--title", "Race pledge", stdin=PLEDGE)
    [first, second] = cli.json("commitments")["rows"]
    assert (first["text"], first["place"], first["state"]) == (
        *("We will hear every network.", 2, "open"),
    )
    assert (second["text"], second["statement"]) == ("mix every single panel", "Race pledge")


def test_commitments_are_drafted_and_parked_and_listed(cli: Cli, pledge: str) -> None:
    cli.done("commitments", "take", pledge, "--title", "Race pledge")
    drafted = cli("commitments", "draft", "CMT-1")
    assert drafted.stdout == "OBJ-001\n"
    assert drafted.stderr == "OBJ-001 added. Next: edi-tui edit OBJ-001\n"
    parked = cli("commitments", "park", "CMT-2", "--reason", "In the people plan")
    assert (parked.stdout, parked.stderr) == ("CMT-002\n", "CMT-002 parked.\n")
    again = cli("commitments", "park", "CMT-2", "--reason", "In the people plan")
    assert again.stderr == "CMT-002 was parked for that reason already.\n"
    listed = cli("commitments")
    assert listed.stderr == "2 commitments: 0 open, 1 drafted, 1 parked\n"
    assert "CMT-001  We will hear every network." in listed.stdout
    assert [row["state"] for row in cli.json("commitments")["rows"]] == ["drafted", "parked"]
    assert cli.json("show", "OBJ-1")["plan"] == "Race pledge"


def test_a_parked_commitment_is_taken_up_again(cli: Cli, pledge: str) -> None:
    cli.done("commitments", "take", pledge, "--title", "Race pledge")
    cli.done("commitments", "park", "CMT-1", "--reason", "Later")
    refused = cli("commitments", "draft", "CMT-1")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Say --again to take it up again." in refused.stderr
    assert cli.done("commitments", "draft", "CMT-1", "--again") == "OBJ-001\n"


def test_an_empty_list_says_so(cli: Cli) -> None:
    result = cli("commitments")
    assert (result.stdout, result.stderr) == ("", "0 commitments: 0 open, 0 drafted, 0 parked\n")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("take", "nowhere.txt", "--title", "T"), 1, "nowhere.txt: No such file"),
        (("take", "-"), 2, "--title"),
        (("take", "-", "--title", " "), 1, "--title: Say where it was said"),
        (("park", "CMT-1"), 2, "--reason"),
        (("draft", "CMT-9"), 1, "The register has no commitment CMT-009."),
        (("draft", "HIA1"), 1, "FWK-001 is not a commitment"),
    ],
)
def test_what_cannot_be_done_is_said(cli: Cli, args: tuple[str, ...], code: int, said: str) -> None:
    result = cli("commitments", *args, stdin="We will act on this.")
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
