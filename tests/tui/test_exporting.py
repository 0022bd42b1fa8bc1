"""Files are ordered in one dialog: what is in them, for whom, in what form and where."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Select, Static

from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import AppraisalDraft
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.file_wish import place_at, placed
from edi_tui.tui.modals.export import ExportForm
from edi_tui.tui.widgets.same_command import SameCommand
from tests.exports.test_word_template import house
from tests.services.closing import edited
from tests.tui.conftest import SIZES, box, fill, press, problem, stored, words_on

ALL_THE_SAME = ClosingTerms(despite="No time")
Q2 = Quarter(2026, 2)


def shown(pilot: Pilot[None]) -> list[str]:
    """Return the fields that are asked for."""
    form = pilot.app.screen
    assert isinstance(form, ExportForm)
    return [each.spec.name for each in form.boxes if each.display]


def told(pilot: Pilot[None]) -> str:
    """Return what is said of the chosen file."""
    return str(pilot.app.screen.query_one("#told", Static).content)


def same(pilot: Pilot[None]) -> str:
    """Return the command that does the same."""
    return str(pilot.app.screen.query_one(SameCommand).content).partition("\n")[2]


def offered(pilot: Pilot[None], name: str) -> list[str]:
    """Return what a choice offers."""
    entry = box(pilot, name).entry
    assert isinstance(entry, Select)
    return [str(label) for label, _ in entry._options]


async def chosen(pilot: Pilot[None], **words: str) -> None:
    """Fill fields, one after the other as a person does."""
    for name, text in words.items():
        fill(pilot, **{name: text})
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_the_dialog_asks_what_the_chosen_file_needs(
    app: EdiApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "8", "x")
        assert shown(pilot) == [
            "what",
            "quarter",
            "as_at",
            "audience",
            "format",
            "template",
            "path",
        ]
        assert "PowerPoint (.pptx)" not in offered(pilot, "format")
        await chosen(pilot, what="You said, we did")
        assert shown(pilot) == ["what", "quarter", "as_at", "format", "template", "path"]
        assert "PowerPoint (.pptx)" in offered(pilot, "format")
        assert "CSV (.csv)" not in offered(pilot, "format")
        assert "For the staff networks" in told(pilot)
        await chosen(pilot, what="Appraisal sheet of one member")
        of_member = ["what", "quarter", "as_at", "member", "format", "template", "path"]
        assert shown(pilot) == of_member
        assert "Confidential" in told(pilot)
        await chosen(pilot, what="What changed since a quarter")
        assert shown(pilot) == ["what", "quarter", "later", "format", "template", "path"]
        await chosen(pilot, what="Calendar of due dates")
        assert shown(pilot) == ["what", "member", "format", "path"]
        assert offered(pilot, "format") == ["Calendar (.ics)"]
        await chosen(pilot, what="Bundle of everything")
        assert shown(pilot) == ["what", "format", "path"]


async def test_the_name_and_the_command_follow_what_is_chosen(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(
            pilot, quarter="2026/27 Q2", path="/papers/status-2026-Q2.docx", audience="Board"
        )
        assert box(pilot, "path").words == "/papers/status-2026-Q2-board.docx"
        assert "with roles in place of names" in told(pilot)
        await chosen(pilot, format="Markdown (.md)", quarter="Q1 2026/27")
        assert same(pilot) == (
            "edi-tui export status --quarter '2026/27 Q1' --for board "
            "-o /papers/status-2026-Q1-board.md"
        )
        await chosen(pilot, what="Cover sheet")
        assert box(pilot, "path").words == "/papers/cover-2026-Q1.md"
        await chosen(pilot, what="Appraisal sheet of one member", member="MEM-002")
        assert same(pilot) == (
            "edi-tui export appraisal --quarter '2026/27 Q1' --member MEM-002 "
            "-o /papers/appraisal-MEM-002-2026-Q1.md"
        )
        await chosen(pilot, what="Calendar of due dates")
        assert same(pilot) == ("edi-tui calendar --owner MEM-002 -o /papers/calendar-MEM-002.ics")
        await chosen(pilot, what="Bundle of everything")
        assert same(pilot) == "edi-tui bundle /papers/edi-tui.zip"
        await chosen(pilot, path="/papers/[/foo].zip", what="Status paper", format="PDF (.pdf)")
        assert box(pilot, "path").words == "/papers/[/foo].pdf"
        assert "[/foo].pdf" in words_on(pilot)


async def test_a_list_is_written_as_it_is_filtered(filled: Register, tmp_path: Path) -> None:
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "slash", *"publish", "enter", "x")
        assert shown(pilot) == ["what", "as_at", "wanted", "format", "path"]
        await chosen(pilot, format="JSON (.json)", path=str(tmp_path / "o.json"), wanted="x:y")
        await press(pilot, "ctrl+s")
        assert "x" in problem(pilot, "wanted")
        await chosen(pilot, wanted="publish")
        await press(pilot, "ctrl+s")
        assert "1 of 2 objectives" in app.happened.message
        assert app.happened.command.endswith(f"--filter publish -o {tmp_path / 'o.json'}")
    rows = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))["rows"]
    assert [row["ref"] for row in rows] == ["OBJ-002"]


async def test_a_file_that_is_there_is_replaced_only_where_that_is_pressed(
    app: EdiApp, tmp_path: Path
) -> None:
    target = tmp_path / "cover.md"
    target.write_text("mine", encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        assert not app.screen.query_one("#replace", Button).display
        await chosen(pilot, what="Cover sheet", format="Markdown (.md)", path=str(target))
        await press(pilot, "ctrl+s")
        assert "Choose another name, or replace it" in problem(pilot, "path")
        assert target.read_text(encoding="utf-8") == "mine"
        await press(pilot, "ctrl+s")
        assert target.read_text(encoding="utf-8") == "mine"
        await press(pilot, "tab", "tab", "enter")
        assert app.happened.command.endswith("cover.md --force")
    assert "Cover sheet, 2026/27 Q3" in target.read_text(encoding="utf-8")


async def test_another_format_is_another_file_of_which_nobody_was_asked(
    app: EdiApp, tmp_path: Path
) -> None:
    for name in ("board paper.md", "board paper.html"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, format="Markdown (.md)", path=str(tmp_path / "board paper"))
        await press(pilot, "ctrl+s")
        assert app.screen.query_one("#replace", Button).display
        assert same(pilot).endswith("board paper.md' --force")
        await chosen(pilot, format="Web page (.html)")
        assert box(pilot, "path").words == str(tmp_path / "board paper")
        assert not app.screen.query_one("#replace", Button).display
        assert same(pilot).endswith("board paper.html'")
        await chosen(pilot, format="Markdown (.md)")
        assert app.screen.query_one("#replace", Button).display


async def test_the_register_is_never_replaced(filled: Register) -> None:
    app = EdiApp(lambda: filled)
    there = filled.path.with_suffix(".zip")
    there.symlink_to(filled.path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, what="Bundle of everything", path=str(there))
        await press(pilot, "ctrl+s")
        assert "is the register itself" in problem(pilot, "path")
        assert not app.screen.query_one("#replace", Button).display


async def test_what_changed_is_written_from_where_it_is_read(
    filled: Register, tmp_path: Path
) -> None:
    close_quarter(filled, Q2, ALL_THE_SAME)
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, what="What changed since a quarter")
        await press(pilot, "ctrl+s")
        assert problem(pilot, "quarter") == (
            "2026/27 Q3 is not closed, so nothing is compared with it."
        )
        await press(pilot, "escape", "down", "w", "x")
        assert box(pilot, "what").words == "What changed since a quarter"
        assert box(pilot, "path").words.endswith("changes-2026-Q2-to-now.docx")
        await chosen(pilot, format="Markdown (.md)", path=str(tmp_path / "c"))
        await press(pilot, "ctrl+s")
        assert app.happened.command == (
            f"edi-tui quarter diff '2026/27 Q2' now -o {tmp_path / 'c.md'}"
        )
    assert "What changed from 2026/27 Q2 to now" in (tmp_path / "c.md").read_text(encoding="utf-8")


async def test_an_appraisal_sheet_is_of_a_member_who_is_named(
    filled: Register, tmp_path: Path
) -> None:
    stored(filled, AppraisalDraft(member="MEM-002", year="2026/27"))
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, what="Appraisal sheet of one member", format="Markdown (.md)")
        await press(pilot, "ctrl+s")
        assert problem(pilot, "member") == "Choose whose appraisal sheet it is."
        await chosen(pilot, member="MEM-009", path=str(tmp_path / "a.md"))
        await press(pilot, "ctrl+s")
        assert "MEM-009" in problem(pilot, "member")
        await chosen(pilot, member="MEM-002")
        await press(pilot, "ctrl+s")
    assert "Confidential" in (tmp_path / "a.md").read_text(encoding="utf-8")


async def test_the_public_reads_a_closed_quarter_and_what_was_acknowledged(
    filled: Register, tmp_path: Path
) -> None:
    edited(filled, "OBJ-001", published=True, summary="Ask ada@example.org.")
    close_quarter(filled, Q2, ALL_THE_SAME)
    app = EdiApp(lambda: filled)
    target = tmp_path / "public.md"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, audience="All staff and the public", format="Markdown (.md)")
        await press(pilot, "ctrl+s")
        assert "2026/27 Q3 is not closed" in problem(pilot, "quarter")
        await chosen(pilot, quarter="2026/27 Q2", path=str(target))
        assert "acknowledged" not in shown(pilot)
        await press(pilot, "ctrl+s")
        assert "OBJ-001, Public summary: an e-mail address" in problem(pilot, "acknowledged")
        assert "--acknowledge" not in problem(pilot, "acknowledged")
        assert not target.exists()
        await chosen(pilot, acknowledged="obj-001")
        assert same(pilot).endswith(f"--acknowledge obj-001 -o {target}")
        await press(pilot, "ctrl+s")
    assert "OBJ-001" in target.read_text(encoding="utf-8")


async def test_a_paper_is_written_into_a_word_template_as_at_a_day(
    filled: Register, tmp_path: Path
) -> None:
    app = EdiApp(lambda: filled)
    template, target = tmp_path / "our house.docx", tmp_path / "cover.docx"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, what="Cover sheet", quarter="2026/27 Q3", path=str(target))
        await chosen(pilot, template=str(template), as_at="some day")
        await press(pilot, "ctrl+s")
        assert problem(pilot, "as_at")
        await chosen(pilot, as_at="31 October 2026")
        await press(pilot, "ctrl+s")
        assert "is no file. Name a Word document" in problem(pilot, "template")
        template.write_bytes(house(("Caption",)))
        await press(pilot, "ctrl+s")
        assert "lacks the style “Caption”" in problem(pilot, "template")
        template.write_bytes(house())
        await press(pilot, "ctrl+s")
        assert app.happened.command == (
            f"edi-tui export cover --quarter '2026/27 Q3' --as-at '31 October 2026' "
            f"--template '{template}' -o {target}"
        )
    made = docx.Document(str(target))
    assert made.sections[0].header.paragraphs[0].text == "Wessex Vale"
    assert "Progress as at 31 Oct 2026" in [one.text for one in made.paragraphs]


async def test_only_word_takes_on_a_template_and_the_public_reads_no_other_day(
    app: EdiApp,
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, template="house.docx", as_at="1 Oct", format="PDF (.pdf)")
        assert "template" not in shown(pilot)
        assert "--template" not in same(pilot)
        await chosen(pilot, audience="All staff and the public")
        assert "as_at" not in shown(pilot)
        assert "--as-at" not in same(pilot)
        await chosen(pilot, what="Cover sheet", format="Word (.docx)")
        assert {"as_at", "template"} <= set(shown(pilot))
        await chosen(pilot, template="", as_at="")
        assert "--template" not in same(pilot)


async def test_a_closed_quarter_is_read_as_it_was_closed(filled: Register) -> None:
    close_quarter(filled, Q2, ALL_THE_SAME)
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, quarter="2026/27 Q2", as_at="1 August 2026", format="Markdown (.md)")
        await press(pilot, "ctrl+s")
        assert "leave the date out" in problem(pilot, "as_at")


async def test_the_folder_is_proposed_again(filled: Register, tmp_path: Path) -> None:
    from edi_tui.tui.surroundings import Surroundings

    app = EdiApp(lambda: filled, surroundings=Surroundings(state=tmp_path / "state"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "x")
        await chosen(pilot, what="Calendar of due dates", path=str(tmp_path / "c.ics"))
        await press(pilot, "ctrl+s", "x")
        assert box(pilot, "path").words == str(tmp_path / "status-2026-Q3.docx")


def test_the_command_names_a_template_as_the_shell_finds_it() -> None:
    home = Path.home()
    assert placed({"template": "~/house.docx"})["template"] == str(home / "house.docx")
    assert placed({"template": '"/our house.docx"'})["template"] == "/our house.docx"
    assert placed({"template": " "}) == {"template": " "}
    with pytest.raises(ValueError, match="Name a Word document"):
        place_at("/", "Name a Word document.")
