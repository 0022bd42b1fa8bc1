"""Forms help as they are filled in: choices, dates, files, help and what was typed before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from edi_tui.domain.fields import PROSE
from edi_tui.domain.records import (
    EvidenceDraft,
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.words import SponsorKind, Status
from edi_tui.services import records
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.drop_down import DropDown
from edi_tui.tui.forms.path_entry import PathEntry
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.forms.reference_entry import ReferenceEntry
from edi_tui.tui.last_folder import last_folder, remember_folder
from edi_tui.tui.modals.about_field import AboutField
from edi_tui.tui.modals.calendar import Calendar, Month
from edi_tui.tui.modals.file_picker import FilePicker
from edi_tui.tui.surroundings import Surroundings
from tests.tui.conftest import SIZES, box, press, problem, settled, stored, typed, words_on


def offered(pilot: Pilot[None], name: str) -> list[str]:
    """Return what the list under a field offers."""
    below = box(pilot, name).query_one(DropDown)
    if not below.is_open:
        return []
    return [str(below.get_option_at_index(at).prompt) for at in range(below.option_count)]


def go_to(pilot: Pilot[None], name: str) -> None:
    """Put the focus on a field of the form that is open."""
    assert isinstance(pilot.app.screen, RecordForm)
    pilot.app.screen.go_to(name)


async def test_a_sponsorship_is_written_by_a_few_letters(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "5", "right_square_bracket", "n")
        await pilot.press(*"rac")
        await settled(pilot)
        assert offered(pilot, "network") == ["NET-001  Race Equality Network"]
        await press(pilot, "enter")
        assert offered(pilot, "network") == []
        assert box(pilot, "network").words == "NET-001"
        await pilot.press(*"cha", "tab")
        await settled(pilot)
        assert box(pilot, "member").words == "MEM-002"
        assert "Lee Ray" in words_on(pilot)
        await press(pilot, "n", "enter")
        assert box(pilot, "kind").words == "Non-executive sponsor"
        await press(pilot, "v", "ctrl+s")
        term = records.get(filled, "SPO-001").draft
        assert isinstance(term, SponsorshipDraft)
        assert (term.network, term.member) == ("NET-001", "MEM-002")
        assert term.kind is SponsorKind.NON_EXECUTIVE
        assert term.appointed.label == "Volunteered"


async def test_several_are_chosen_one_after_the_other_by_keys_or_mouse(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2", "e")
        go_to(pilot, "frameworks")
        await pilot.press("end", *"; impact")
        await settled(pilot)
        assert any("impact" in one for one in offered(pilot, "frameworks"))
        await press(pilot, "escape")
        assert offered(pilot, "frameworks") == []
        assert isinstance(app.screen, RecordForm)
        box(pilot, "frameworks").entry.value = "HIA2, hia"  # type: ignore[union-attr] # a line
        await press(pilot, "end", "6", "enter")
        assert box(pilot, "frameworks").words == "HIA2, HIA6; "
        await pilot.press(*"hia1")
        await settled(pilot)
        await pilot.click("#field-frameworks DropDown", offset=(8, 0))
        await settled(pilot)
        assert box(pilot, "frameworks").words == "HIA2, HIA6; HIA1; "
        assert "HIA1" in words_on(pilot)
        await press(pilot, "ctrl+s")
        draft = records.get(filled, "OBJ-001").draft
        assert isinstance(draft, ObjectiveDraft)
        assert draft.frameworks == ("HIA1", "HIA2", "HIA6")


async def test_an_owner_is_typed_over_and_nobody_is_guessed(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "e")
        go_to(pilot, "owner")
        await settled(pilot)
        await pilot.press(*"archbishop")
        await settled(pilot)
        assert offered(pilot, "owner") == []
        await press(pilot, "ctrl+s")
        assert "no board member “archbishop”" in problem(pilot, "owner")
        await press(pilot, "ctrl+u", "f4", "down", "enter", "ctrl+s")
        draft = records.get(filled, "OBJ-001").draft
        assert isinstance(draft, ObjectiveDraft)
        assert draft.owner == "MEM-002"


async def test_dates_step_by_days_and_months_and_t_is_today_only_alone(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n")
        go_to(pilot, "due")
        await press(pilot, "t")
        assert box(pilot, "due").words == "21 Nov 2026"
        for key, day in (
            ("up", "22 Nov 2026"),
            ("pageup", "22 Dec 2026"),
            ("ctrl+up", "22 Jan 2027"),
            ("down", "21 Jan 2027"),
            ("ctrl+down", "21 Dec 2026"),
            ("pagedown", "21 Nov 2026"),
            ("ctrl+z", "21 Dec 2026"),
        ):
            await pilot.press(key)
            assert box(pilot, "due").words == day, key
        for words in ("tbc", "to be confirmed", "the end of October 2027"):
            await pilot.press("ctrl+u", *words)
            assert box(pilot, "due").words == words
        await press(pilot, "up")
        assert box(pilot, "due").words == "1 Nov 2027"
        await pilot.press("ctrl+u", *"ongoing", "up")
        assert box(pilot, "due").words == "ongoing"
        await pilot.press("ctrl+u", "up", "backspace", "t")
        assert box(pilot, "due").words == "21 Nov 202t"


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_is_chosen_from_a_calendar(
    app: EdiApp, filled: Register, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "n")
        go_to(pilot, "start_on")
        await pilot.press(*"31 January 2027", "f4")
        await settled(pilot)
        assert isinstance(app.screen, Calendar)
        assert "Sun 31 Jan 2027" in words_on(pilot)
        await press(pilot, "pagedown")
        assert app.screen.query_one(Month).day == date(2027, 2, 28)
        await press(pilot, "right", "up", "enter")
        assert isinstance(app.screen, RecordForm)
        assert box(pilot, "start_on").words == "22 Feb 2027"
        await press(pilot, "f4", "t", "escape")
        assert box(pilot, "start_on").words == "22 Feb 2027"


async def test_a_file_is_found_by_going_through_folders(filled: Register, tmp_path: Path) -> None:
    papers = tmp_path / "papers [2026]"
    papers.mkdir()
    (papers / "minutes.txt").write_text("Agreed.", encoding="utf-8")
    (papers / ".hidden.txt").write_text("x", encoding="utf-8")
    state = tmp_path / "state"
    remember_folder(tmp_path, state)
    app = EdiApp(lambda: filled, surroundings=Surroundings(state=state))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "a", "f4")
        assert isinstance(app.screen, FilePicker)
        await pilot.press(*"pap", "enter")
        await settled(pilot)
        shown = words_on(pilot)
        assert "minutes.txt 7 bytes" in shown
        assert ".hidden.txt" not in shown
        await press(pilot, "enter")
        assert box(pilot, "file").words == str(papers / "minutes.txt")
        await press(pilot, "ctrl+s")
        kept = records.get(filled, "EVI-001").draft
        assert isinstance(kept, EvidenceDraft)
        assert kept.file_name == "minutes.txt"
        assert last_folder(state) == papers
        await press(pilot, "a", "f4")
        assert "minutes.txt" in words_on(pilot)
        await pilot.press("ctrl+u", *"/no such folder/")
        await settled(pilot)
        assert "There is no such folder" in words_on(pilot)
        await press(pilot, "escape")
        assert box(pilot, "file").words == ""


async def test_a_field_that_is_left_shows_how_its_words_begin(filled: Register) -> None:
    stored(filled, MemberDraft(name="Ann " + "y" * 60, role="Director"))
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "n")
        entry = box(pilot, "owner").entry
        assert isinstance(entry, ReferenceEntry)
        entry.focus()
        await typed(pilot, "director")
        await press(pilot, "tab")
        assert entry.value.startswith("MEM-003 Director")
        assert entry.scroll_offset.x == 0
        await press(pilot, "shift+tab")
        assert entry.has_focus
        await press(pilot, "end")
        assert entry.scroll_offset.x > 0, "the cursor stays in sight"


@pytest.mark.parametrize("quote", ["", '"'])
async def test_a_whole_path_that_is_pasted_takes_the_place_of_the_folder(
    filled: Register, tmp_path: Path, quote: str
) -> None:
    papers = tmp_path / "papers [2026]"
    papers.mkdir()
    (papers / "minutes.txt").write_text("Agreed.", encoding="utf-8")
    around = Surroundings(state=tmp_path / "state")
    app = EdiApp(lambda: filled, surroundings=around)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "a", "f4")
        app.post_message(Paste(f"{quote}{papers}{quote}\n"))
        await settled(pilot)
        assert app.screen.query_one("#path", PathEntry).value == str(papers)
        app.post_message(Paste("minutes.txt"))
        await settled(pilot)
        assert app.screen.query_one("#path", PathEntry).value == f"{papers}minutes.txt"
        app.post_message(Paste(f"{quote}{papers / 'minutes.txt'}{quote}"))
        await settled(pilot)
        await press(pilot, "enter")
        assert box(pilot, "file").words == str(papers / "minutes.txt")


async def test_a_field_explains_itself_with_an_example_and_its_rules(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n", "f1")
        assert isinstance(app.screen, AboutField)
        shown = words_on(pilot)
        assert "from 14% to 18% by 31 March 2028" in shown
        assert "S2 A verb of a change that can be seen" in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, RecordForm)


async def test_prose_is_counted_and_typing_taken_back_in_the_field_alone(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n")
        go_to(pilot, "done")
        await pilot.press(*"Raise it", "enter", *"soon")
        await settled(pilot)
        label = box(pilot, "done").query_one(".label", Static)
        assert str(label.content).endswith("\n3 words\n13 characters")
        await press(pilot, "ctrl+z")
        assert box(pilot, "done").words != "Raise it\nsoon"
        go_to(pilot, "plan")
        await pilot.press(*"People plan", "ctrl+z")
        assert box(pilot, "plan").words == "People"
        await pilot.press("ctrl+y")
        assert box(pilot, "plan").words == "People plan"


@pytest.mark.parametrize("size", SIZES)
async def test_a_paste_of_100_kb_and_a_resize_lose_nothing(
    app: EdiApp, filled: Register, size: tuple[int, int]
) -> None:
    long = "Raise the share of staff.\n" * 4000
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "n")
        app.post_message(Paste(long))
        await settled(pilot)
        go_to(pilot, "plan")
        await settled(pilot)
        app.post_message(Paste("People\nplan"))
        await settled(pilot)
        await pilot.resize_terminal(60, 14)
        await pilot.resize_terminal(*size)
        assert box(pilot, "title").words == long
        assert box(pilot, "plan").words == "People plan"
        await press(pilot, "ctrl+s")
        assert f"{len(long.strip()):,} characters; at most {PROSE:,} fit" in problem(pilot, "title")
        assert box(pilot, "title").words == long


class Counted:
    """Presses keys and counts those that are no text of one's own."""

    def __init__(self, pilot: Pilot[None]) -> None:
        """Begin with none."""
        self._pilot = pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Press keys that count."""
        self.keys += len(keys)
        await press(self._pilot, *keys)

    async def type(self, text: str) -> None:
        """Type words that do not."""
        await typed(self._pilot, text)


async def test_a_new_objective_with_a_measure_takes_forty_keys_beside_its_text(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        hand = Counted(pilot)
        await hand.press("2", "n")
        await hand.type("Raise the share in bands 8a and above from 14% to 18%")
        await hand.press("tab", "enter", "enter")
        await hand.type("cpo")
        await hand.press("enter")
        await hand.type("HIA2")
        await hand.press("enter", "enter", "enter")
        await hand.type("31 March 2028")
        await hand.press("enter")
        await hand.type("The figure is 18% or more")
        await hand.press("ctrl+s", "4", "n")
        await hand.type("Share in bands 8a and above")
        await hand.press("enter")
        await hand.type("obj 3")
        await hand.press("enter", "enter")
        await hand.type("%")
        await hand.press("enter", "enter")
        await hand.type("14")
        await hand.press("enter")
        await hand.type("1 April 2026")
        await hand.press("enter")
        await hand.type("18")
        await hand.press("ctrl+s")
        objective = records.get(filled, "OBJ-003").draft
        measure = records.get(filled, "MEA-002").draft
        assert isinstance(objective, ObjectiveDraft)
        assert isinstance(measure, MeasureDraft)
        assert (objective.owner, objective.due.on) == ("MEM-001", date(2028, 3, 31))
        assert objective.frameworks == ("HIA2",)
        assert (measure.objective, measure.target) == ("OBJ-003", Decimal(18))
    assert hand.keys <= 40, hand.keys


async def test_a_status_update_takes_six_keys_beside_its_text(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2")
        hand = Counted(pilot)
        await hand.press("u", "o", "f", "enter")
        await hand.type("Two panels are late")
        await hand.press("ctrl+s")
        update = records.get(filled, "UPD-002").draft
        assert isinstance(update, UpdateDraft)
        assert (update.status, update.narrative) == (Status.OFF_TRACK, "Two panels are late")
    assert hand.keys <= 6


async def test_a_sponsor_meeting_takes_eight_keys_beside_its_text(
    app: EdiApp, filled: Register
) -> None:
    stored(filled, SponsorshipDraft(network="NET-001", member="MEM-001"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        hand = Counted(pilot)
        await hand.press("5", "u")
        await hand.type("chair")
        await hand.press("enter", "ctrl+s")
        assert hand.keys <= 8
        assert records.get(filled, "ENG-001").draft.member == "MEM-002"  # type: ignore[attr-defined] # an engagement
        hand = Counted(pilot)
        await hand.press("right_square_bracket", "u", "ctrl+s")
        assert hand.keys <= 8
        assert records.get(filled, "ENG-002").draft.member == "MEM-001"  # type: ignore[attr-defined] # an engagement
