"""Adding, changing and withdrawing records."""

from __future__ import annotations

import dataclasses

import pytest

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.records import FrameworkItemDraft, NetworkDraft
from edi_tui.services import records
from edi_tui.services.lists import history_of
from edi_tui.services.register import Register

_NO_TEXT = "left \udcff"
"""What an argument that is not UTF-8 comes in as."""


def item(code: str) -> FrameworkItemDraft:
    return FrameworkItemDraft(code=code, framework="Our own", title="A commitment")


@pytest.mark.parametrize("code", ["HIA1", "hia1", "HIA1."])
def test_two_framework_items_never_have_one_code(register: Register, code: str) -> None:
    with pytest.raises(InvalidError, match="FWK-001 has the code “HIA1” already") as caught:
        records.add(register, item(code))
    assert list(caught.value.problems) == ["code"]
    with pytest.raises(InvalidError, match="FWK-001 has the code"):
        records.edit(register, "FWK-002", item(code), version=1)


def test_a_framework_item_keeps_its_own_code(register: Register) -> None:
    records.edit(register, "FWK-001", item("hia1"), version=1)
    assert records.get(register, "HIA1").draft == item("hia1")


def test_the_code_of_a_withdrawn_framework_item_is_taken(register: Register) -> None:
    records.withdraw(register, "FWK-001", "replaced", version=1)
    with pytest.raises(InvalidError, match="FWK-001 has the code"):
        records.add(register, item("HIA1"))


def test_a_reason_that_is_no_text_is_made_one(register: Register) -> None:
    ref = records.add(register, NetworkDraft(name="Network")).ref
    records.withdraw(register, ref, _NO_TEXT, version=1)
    assert records.get(register, ref).withdrawn_reason.startswith("left ")


def test_a_user_whose_name_is_no_text_can_write(register: Register) -> None:
    records.add(dataclasses.replace(register, who=_NO_TEXT), NetworkDraft(name="Network"))
    assert history_of(register)[0].who.startswith("left ")
