"""Today says what needs a person, and the way there; the palette knows every record."""

from __future__ import annotations

from datetime import date, timedelta

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from edi_tui.domain.due import Due
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    NetworkDraft,
    ObjectiveDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Precision, Status
from edi_tui.services import records
from edi_tui.services.batches import keep
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.screens.today import TodayScreen
from edi_tui.tui.widgets.desk_detail import DeskDetail
from tests.tui.conftest import (
    current,
    imported,
    place,
    press,
    screen_text,
    settled,
    stored,
    words_on,
)


def due(day: date) -> Due:
    """Return a day as a due date."""
    return Due(day, day.isoformat(), Precision.DAY)


def tasks(app: EdiApp) -> list[tuple[str, str]]:
    """Return matter and reference of every task that is listed."""
    assert isinstance(app.screen, TodayScreen)
    table = app.screen.table
    rows = [texts for _, texts in table.lines]
    return [(row[0].plain, row[1].plain) for row in rows]


def finding(rule: str, message: str, ref: str) -> Finding:
    """Return what an import found in its first row."""
    level = FindingLevel.FAIL
    return Finding(rule, level, message, "table 1, row 1", "Due", "31/4/2026", ref=ref)


async def test_tasks_are_sorted_and_enter_goes_to_the_record(register: Register) -> None:
    today = register.today
    stored(
        register,
        ObjectiveDraft(title="In time", due=due(today + timedelta(days=10))),
        ObjectiveDraft(title="Late", due=due(today - timedelta(days=3))),
        ActionDraft(text="First"),
        ActionDraft(text="Later still", due=due(today - timedelta(days=30))),
        NetworkDraft(name="Race Equality Network"),
        UpdateDraft(subject="OBJ-001", on=today, status=Status.ON_TRACK),
    )
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        listed = tasks(app)
        assert listed.index(("Overdue", "OBJ-002")) < listed.index(("Due soon", "OBJ-001"))
        assert ("No sponsor", "NET-001") in listed
        assert "3 days" in words_on(pilot)
        place_of_task = listed.index(("Overdue", "ACT-002"))
        await press(pilot, *["down"] * place_of_task, "enter")
        assert app.current_mode == "actions"
        assert current(pilot) == "ACT-002"
        assert "Action ACT-002" in words_on(pilot)
        # The list of updates is shown now; going there again brings the actions back.
        await press(pilot, "right_square_bracket")
        assert place(pilot).kind is Kind.UPDATE
        await press(pilot, "1", "enter")
        assert place(pilot).kind is Kind.ACTION
        assert current(pilot) == "ACT-002"


async def test_what_imports_left_open_leads_to_its_record(filled: Register) -> None:
    with filled.writing("import plan.docx") as changes:
        keep(
            changes,
            imported(
                "ACT-001",
                {"Due": "31/4/2026"},
                finding("status-conflict", "RAG says [/green], the text says late.", "ACT-001"),
                finding("row-quarantined", "This row has no action.", ""),
            ),
        )
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert [ref for matter, ref in tasks(app) if matter == "Imported"] == ["ACT-001", ""]
        await press(pilot, *["down"] * tasks(app).index(("Imported", "")))
        assert "This row has no action." in words_on(pilot)
        await press(pilot, "enter")
        assert app.current_mode == "desk"
        assert "This row has no action." in words_on(pilot, DeskDetail)
        await press(pilot, "k")
        assert "RAG says [/green], the text says late." in words_on(pilot, DeskDetail)
        await press(pilot, "enter")
        assert current(pilot) == "ACT-001"


async def search(pilot: Pilot[None], query: str) -> list[str]:
    """Type into the palette and return what it offers."""
    await press(pilot, "ctrl+p")
    assert isinstance(pilot.app.screen, CommandPalette)
    pilot.app.screen.query_one(Input).value = query
    found = pilot.app.screen.query_one(OptionList)
    for _ in range(50):
        await pilot.pause(0.02)
        if found.option_count:
            break
    return [str(option.prompt) for option in found.options]


async def test_the_palette_says_what_to_type_and_offers_no_movement(app: EdiApp) -> None:
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        await press(pilot, "2")
        offers = "\n".join(await search(pilot, ""))
        assert "Type part of a command or of a record" in screen_text(pilot)
        assert "Write a new record" in offers
        assert "Read the record under the cursor" in offers
        for movement in ("Row up", "Page down", "Down:", "Top:"):
            assert movement not in offers


async def test_the_palette_finds_records_by_their_words_and_goes_there(
    app: EdiApp, filled: Register
) -> None:
    stored(filled, ObjectiveDraft(title="[Q3] Ship [/x]"), ActionDraft(text="[red]r[/red]"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert any("OBJ-003 [Q3] Ship [/x]" in offer for offer in await search(pilot, "ship"))
        assert "OBJ-003 [Q3] Ship [/x]" in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert current(pilot) == "OBJ-003"
        assert any("ACT-002 [red]r[/red]" in offer for offer in await search(pilot, "ACT-002"))
        await press(pilot, "enter", "enter")
        assert current(pilot) == "ACT-002"
        await search(pilot, "go to board")
        await press(pilot, "enter", "enter")
        assert app.current_mode == "board"
        await search(pilot, "write a new record")
        await press(pilot, "enter", "enter")
        assert "New board member" in words_on(pilot)
        assert records.get(filled, "OBJ-003").version == 1
