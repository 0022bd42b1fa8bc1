from __future__ import annotations

import pytest

from edi_tui.domain.errors import FilterError, InvalidError, NotFoundError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.words import Level
from edi_tui.services import records
from edi_tui.services.lists import history_of
from edi_tui.services.register import Register
from edi_tui.services.saved_views import SavedView, remove_view, save_view, saved_views
from edi_tui.services.search import search


def test_a_saved_view_finds_what_its_filter_finds(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Raise the share"))
    records.add(register, ObjectiveDraft(title="Publish the pay gap", level=Level.PERSONAL))
    save_view(register, "@mine", Kind.OBJECTIVE, " level:personal ")
    save_view(register, "Share", Kind.OBJECTIVE, "share or @mine")
    assert saved_views(register) == [
        SavedView("Share", Kind.OBJECTIVE, "share or @mine"),
        SavedView("mine", Kind.OBJECTIVE, "level:personal"),
    ]
    assert list(search(register, Kind.OBJECTIVE, "@MINE").numbers) == [2]
    assert list(search(register, Kind.OBJECTIVE, "not @mine @share").numbers) == [1]


def test_a_view_of_the_same_name_takes_the_place_of_the_other(register: Register) -> None:
    save_view(register, "mine", Kind.OBJECTIVE, "a")
    save_view(register, "Mine", Kind.ACTION, "b")
    assert saved_views(register) == [SavedView("Mine", Kind.ACTION, "b")]


def test_views_are_no_facts_so_the_change_log_does_not_grow(register: Register) -> None:
    before = history_of(register)
    save_view(register, "mine", Kind.OBJECTIVE, "a")
    remove_view(register, "@MINE")
    assert (saved_views(register), history_of(register)) == ([], before)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("two words", "a", "is no name for a view"),
        ("", "a", "is no name for a view"),
        ("x" * 61, "a", "is no name for a view"),
        ("late", "  ", "Say what the view is to show"),
        ("late", "stauts:x", "did you mean “status”"),
        ("late", "a @late", "uses itself"),
    ],
)
def test_what_cannot_be_a_view_is_refused(
    register: Register, name: str, text: str, said: str
) -> None:
    with pytest.raises(InvalidError, match=said):
        save_view(register, name, Kind.OBJECTIVE, text)
    assert saved_views(register) == []


def test_a_view_that_is_not_there_is_named_with_the_nearest(register: Register) -> None:
    save_view(register, "late", Kind.OBJECTIVE, "+overdue")
    with pytest.raises(NotFoundError, match="There is no view “lat”"):
        remove_view(register, "lat")
    with pytest.raises(FilterError, match="did you mean “@late”"):
        search(register, Kind.OBJECTIVE, "@laet")
    with pytest.raises(FilterError, match="is a view of objectives"):
        search(register, Kind.ACTION, "@late")
