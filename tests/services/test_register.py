"""Making a register."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_tui.domain.errors import EdiError, RegisterError
from edi_tui.services.lists import contents
from edi_tui.services.register import create_register, open_register
from edi_tui.store.migrate import create_tables
from tests.conftest import HIGH_IMPACT_ACTIONS, TRUST


def test_a_register_that_could_not_be_filled_is_not_left_half_made(tmp_path: Path) -> None:
    twice = (*HIGH_IMPACT_ACTIONS, HIGH_IMPACT_ACTIONS[0])
    with pytest.raises(EdiError):
        create_register(tmp_path / "register.db", TRUST, twice, who="tester")
    assert list(tmp_path.glob("*.db*")) == []


def test_a_register_whose_making_was_interrupted_is_named_as_such(tmp_path: Path) -> None:
    create_tables(tmp_path / "register.db")
    register = open_register(tmp_path / "register.db", who="tester")
    with pytest.raises(RegisterError, match="Delete the file, then run init again"):
        contents(register)
