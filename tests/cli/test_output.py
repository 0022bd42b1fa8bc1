from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.cli import output
from edi_tui.cli.settings import Options
from edi_tui.domain.errors import InvalidError, LockedError
from edi_tui.domain.text import visible

HOSTILE = (
    "[/foo]",
    "[red]r[/red] [link=x]y[/]",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b31m \x85 \x7f",
    "\u202eevil\u202c \u2066x\u2069",
    "a\rb\x00c",
    "{0} %s ${x} {{ y }}",
    "=HYPERLINK('x')",
    "مرحبا \u200f👩🏽\u200d⚕️ e\u0301",
)
STEERING = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u202a\u202b\u202d\u202e"} - {
    "\n"
}


def as_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(columns))


def widths(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(bool(unicodedata.combining(char)) for char in text)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_printed_literally_and_steers_nothing(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output.say(text)
    output.tell(Options(), text)
    output.say_error(LockedError(text))
    output.say_error(InvalidError({"title": text}))
    output.say_fields([("Label", text), (text, "Value")])
    output.say_prose(text, indent=2)
    output.say_table(("Ref", text), [("1", text)])
    printed = "".join(capsys.readouterr())
    assert printed.count(visible(text)) >= 6
    assert not STEERING & set(printed)


@pytest.mark.parametrize("text", [*HOSTILE, "\ud800", "\u2028"])
def test_json_is_exact_and_steers_nothing(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    output.say_json({"text": text})
    printed = capsys.readouterr().out
    assert json.loads(printed) == {"schema": 1, "text": text}
    assert not STEERING & set(printed)
    assert printed.encode()


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=5), st.integers(20, 120))
def test_a_table_always_fits_the_terminal(rows: list[tuple[str, ...]], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        as_terminal(patch, columns)
        lines: list[str] = []
        patch.setattr("builtins.print", lines.append)
        output.say_table(("Ref", "Objective", "Due"), rows)
    assert len(lines) == len(rows) + 1
    assert all(widths(line) <= columns for line in lines)


def test_a_long_cell_is_cut_for_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("OBJ-001", "word " * 4000, "x")]
    output.say_table(("Ref", "Objective", "S"), rows)
    assert capsys.readouterr().out.count("word") == 4000
    as_terminal(monkeypatch, 40)
    output.say_table(("Ref", "Objective", "S"), rows)
    line = capsys.readouterr().out.splitlines()[1]
    assert line == "OBJ-001  word word word word word wo…  x"


def test_columns_stand_in_line_where_nothing_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    titles = ("x" * 140, "y")
    output.say_table(("Ref", "Objective", "Due"), [("OBJ-001", title, "Now") for title in titles])
    heading, *lines = capsys.readouterr().out.splitlines()
    assert {line.index("Now") for line in lines} == {heading.index("Due")} == {151}


def test_numbers_are_set_to_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    output.say_table(("A", "No"), [("x", "7"), ("y", "1234")], right=(False, True))
    assert capsys.readouterr().out == "A    No\nx     7\ny  1234\n"


def test_prose_is_wrapped_for_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fields = [("Objective", "one two three four five six seven\neight")]
    output.say_fields(fields)
    assert capsys.readouterr().out.splitlines() == [
        "Objective  one two three four five six seven",
        "           eight",
    ]
    as_terminal(monkeypatch, 32)
    output.say_fields(fields)
    assert capsys.readouterr().out.splitlines() == [
        "Objective  one two three four",
        "           five six seven",
        "           eight",
    ]


def test_narration_can_be_silenced(capsys: pytest.CaptureFixture[str]) -> None:
    output.tell(Options(quiet=True), "Done.")
    assert capsys.readouterr() == ("", "")


def test_the_last_cell_goes_on_below_itself_where_that_is_wished(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("OBJ-001", "Add a measure with its unit, and a target."), ("OBJ-002", "")]
    as_terminal(monkeypatch, 30)
    output.say_table(("Ref", "What to do"), rows, wrap=True)
    assert capsys.readouterr().out.splitlines() == [
        "Ref      What to do",
        "OBJ-001  Add a measure with",
        "         its unit, and a",
        "         target.",
        "OBJ-002",
    ]


@given(st.text(min_size=1).filter(str.strip), st.integers(1, 60))
def test_a_cell_that_goes_on_loses_nothing_in_a_terminal_however_narrow(
    text: str, columns: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        as_terminal(patch, columns)
        lines: list[str] = []
        patch.setattr("builtins.print", lines.append)
        output.say_table(("A", "What"), [("x", "日本語" + text)], wrap=True)
    if columns >= 12:
        assert "…" not in "".join(lines[1:]) or "…" in text
