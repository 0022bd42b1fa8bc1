"""The view of a register that rules look at."""

from __future__ import annotations

from datetime import date

from edi_tui.domain.records import ObjectiveDraft
from edi_tui.services import records
from edi_tui.services.register import Register, open_register
from edi_tui.services.views import view_of


def test_a_view_is_read_once_while_nothing_changes(register: Register) -> None:
    assert view_of(register) is view_of(register)


def test_a_change_is_seen_at_once_even_from_another_program(register: Register) -> None:
    assert view_of(register).objectives == {}
    other = open_register(register.path, who="Somebody else", now=register.now)
    records.add(other, ObjectiveDraft(title="Raise the share of disabled staff to 6%"))
    assert list(view_of(register).objectives) == ["OBJ-001"]


def test_another_day_has_a_view_of_its_own(register: Register) -> None:
    day = date(2026, 3, 31)
    assert view_of(register, as_at=day).as_at == day
    assert view_of(register).as_at == register.today
