"""How a register's file is read."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from edi_tui.domain.records import OrganisationDraft
from edi_tui.services.register import Register, create_register


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Make a register."""
    path = tmp_path / "register.db"
    return create_register(path, OrganisationDraft(name="Wessex Vale"), (), who="tester")


def test_a_reading_within_another_is_a_part_of_that_one(register: Register) -> None:
    with register.reading() as outer:
        with register.reading() as inner:
            assert inner is outer
        assert outer.execute(sa.text("SELECT count(*) FROM organisation")).scalar_one() == 1
    with register.reading() as later:
        assert later is not outer


def test_readings_of_two_registers_are_two(register: Register, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    beside = create_register(other, OrganisationDraft(name="Other"), (), who="tester")
    with register.reading() as one, beside.reading() as two:
        assert one is not two


def test_a_reading_that_fails_is_over(register: Register) -> None:
    with pytest.raises(ZeroDivisionError), register.reading():
        raise ZeroDivisionError
    with register.reading() as later:
        assert later.execute(sa.text("SELECT count(*) FROM organisation")).scalar_one() == 1


def test_a_new_register_has_large_pages_and_its_texts_in_order(register: Register) -> None:
    with register.reading() as session:
        assert session.execute(sa.text("PRAGMA page_size")).scalar_one() == 16_384
        made = session.execute(sa.text("SELECT sql FROM sqlite_master WHERE name = 'listed_text'"))
        assert "WITHOUT ROWID" in made.scalar_one()
