"""A person's own keys take the place of the program's, or are refused in one sentence."""

from __future__ import annotations

import pytest

from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.keys.own import KeysError, read_keys
from edi_tui.tui.screens.place import PlaceScreen
from edi_tui.tui.surroundings import Surroundings
from tests.tui.conftest import press, words_on

REFUSED = {
    "an entry that is none": ({"edti": "f5"}, "no key called “edti”; did you mean “edit”?"),
    "a key that is none": ({"edit": "fx5"}, "“fx5” for “edit” is no key; did you mean “f5”?"),
    "half a key": ({"edit": "ctrl+"}, "“ctrl+” for “edit” is no key."),
    "a modifier that is none": ({"edit": "crtl+e"}, "“crtl+e” for “edit” is no key"),
    "no key": ({"edit": " , "}, 'Write the key for “edit” in quotes, such as edit = "f5".'),
    "a number": ({"edit": 5}, "Write the key for “edit” in quotes"),
    "a key taken": ({"edit": "n"}, "“n” would be the key for both “new” and “edit”."),
    "a key taken everywhere": ({"agree": "f5,?"}, "for both “agree” and “keys”"),
    "a letter in a form": ({"save": "s"}, "“s” cannot be the key for “save”: in a form"),
    "a letter with alt in a form": ({"save": "alt+s"}, "it would be typed"),
    "a blank in a form": ({"save": "space"}, "it would be typed"),
}
READ = {
    "a function key": ({"edit": "f5"}, {"edit": "f5"}),
    "several": ({"edit": "f5, ;"}, {"edit": "f5,semicolon"}),
    "a swap": ({"edit": "n", "new": "e"}, {"edit": "n", "new": "e"}),
    "a name": ({"filter": "question_mark", "keys": "f8"}, None),
    "a form's key": ({"save": "ctrl+o"}, {"save": "ctrl+o"}),
}


@pytest.mark.parametrize(("chosen", "told"), REFUSED.values(), ids=REFUSED)
def test_what_would_not_work_is_refused(chosen: dict[str, object], told: str) -> None:
    with pytest.raises(KeysError) as refused:
        read_keys(chosen)
    assert told in str(refused.value)


@pytest.mark.parametrize(("chosen", "keys"), READ.values(), ids=READ)
def test_what_works_is_read(chosen: dict[str, object], keys: dict[str, str] | None) -> None:
    assert read_keys(chosen) == (keys or chosen)


async def test_a_key_is_replaced_and_shown_everywhere(filled: Register) -> None:
    around = Surroundings(keys={"edit": "f5", "agree": "e"})
    app = EdiApp(lambda: filled, surroundings=around)
    async with app.run_test(size=(120, 70)) as pilot:
        await press(pilot, "2")
        assert "f5 Edit" in words_on(pilot)
        assert "e Agree" in words_on(pilot)
        await press(pilot, "alt+e")
        assert "Edit f5" in words_on(pilot)
        await press(pilot, "escape", "question_mark")
        assert "f5 Change the record under the cursor" in words_on(pilot)
        await press(pilot, "escape", "f5")
        assert isinstance(app.screen, RecordForm)
        await press(pilot, "escape", "y")
        assert isinstance(app.screen, PlaceScreen)
        assert app.key_for("edit") == "f5"


async def test_keys_that_would_not_work_leave_the_programs_own(filled: Register) -> None:
    app = EdiApp(lambda: filled, surroundings=Surroundings(keys={"edit": "f5", "new": "x"}))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2")
        assert "“x” would be the key for both" in words_on(pilot)
        assert "e Edit" in words_on(pilot)
