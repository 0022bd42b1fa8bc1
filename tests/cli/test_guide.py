from __future__ import annotations

import pytest
from typer.testing import CliRunner, Result

from edi_tui.cli.main import app
from edi_tui.guide.pages import NAMES, page


def guide(*args: str) -> Result:
    """Run the command, which needs no register."""
    return CliRunner().invoke(app, ["guide", *args])


def test_it_begins_where_one_begins() -> None:
    assert guide().stdout.split("\n")[0].strip() == page("start").title


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_plain_lines_that_fit(name: str) -> None:
    printed = guide(name).stdout
    assert printed.split("\n")[0].strip() == page(name).title
    assert max(map(len, printed.splitlines())) <= 100
    for mark in ("**", "](", "|--", "\x1b", "```"):
        assert mark not in printed


def test_keys_and_links_are_spelled_out() -> None:
    printed = " ".join(guide("start").stdout.split())
    assert "Press “ctrl+q” to leave" in printed
    assert "Sponsoring a network (edi-tui guide sponsorship)" in printed


def test_a_key_that_is_a_mark_of_the_text_is_spelled_out_too() -> None:
    assert "“*” Mark all that is listed" in guide("keys").stdout
    assert "press “*”" in guide("many").stdout


def test_a_page_is_found_in_capital_letters_too() -> None:
    assert guide("SMART").stdout == guide("smart").stdout != ""


def test_the_pages_are_listed() -> None:
    lines = guide("--list").stdout.splitlines()[1:]
    assert [line.split("  ")[0] for line in lines] == list(NAMES)


def test_a_page_that_is_not_there_is_refused() -> None:
    result = guide("smrt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Did you mean smart?" in result.stderr
