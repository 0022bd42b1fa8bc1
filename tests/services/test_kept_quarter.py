"""A closed quarter that was read is kept for as long as its register is open, and no longer."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from edi_tui.domain.records import MemberDraft
from edi_tui.services import records
from edi_tui.services.closed_quarters import frozen_quarter
from edi_tui.services.closing import ClosingTerms, close_quarter
from tests.conftest import copy_of
from tests.services.closing import Q2


def test_a_register_that_is_let_go_is_not_kept_by_what_was_read_of_it(
    empty_register: Path, tmp_path: Path
) -> None:
    register = copy_of(empty_register, tmp_path)
    records.add(register, MemberDraft(name="Ada Person", role="Chair"))
    close_quarter(register, Q2, ClosingTerms(despite="No time"))
    frozen = frozen_quarter(register, Q2)
    assert frozen.report.people() == {"Ada Person": "Chair"}
    register.engine.dispose()
    engine = weakref.ref(register.engine)
    del register, frozen
    gc.collect()
    assert engine() is None


def test_a_quarter_is_read_once(empty_register: Path, tmp_path: Path) -> None:
    register = copy_of(empty_register, tmp_path)
    close_quarter(register, Q2, ClosingTerms(despite="No time"))
    one, other = (frozen_quarter(register, Q2) for _ in range(2))
    assert one.report.now is other.report.now
