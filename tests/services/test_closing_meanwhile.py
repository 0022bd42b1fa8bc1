"""Closing a quarter keeps nobody from writing while it is judged, and misses nothing of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from edi_tui.domain.errors import EdiError, ReadOnlyError
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.services import closing, records
from edi_tui.services.closed_quarters import closings, frozen_quarter, verify
from edi_tui.services.closing import ClosingTerms, close_quarter, reissue_quarter
from edi_tui.services.frozen import Frozen, text_of
from edi_tui.services.register import Register, open_register
from tests.conftest import NOW
from tests.services.closing import Q2, edited, filled

ALL_THE_SAME = ClosingTerms(despite="The committee meets on Tuesday")


class Judging:
    """The judging of a quarter, at the end of which somebody else does something, once."""

    def __init__(self, path: Path, happens: Callable[[Register], object] | None) -> None:
        self.times = 0
        self._path, self._happens = path, happens

    def __call__(self, frozen: Frozen) -> str:
        self.times += 1
        if self._happens and self.times == 1:
            # Whoever waits for no lock finds out whether there is one.
            other = open_register(self._path, who="another", now=lambda: NOW, wait_ms=0)
            self._happens(other)
        return text_of(frozen)


Patched = Callable[[Callable[[Register], object] | None], Judging]


@pytest.fixture
def judging(register: Register, monkeypatch: pytest.MonkeyPatch) -> Patched:
    """Return what lets something happen while a quarter of a filled register is judged."""
    filled(register)

    def patched(happens: Callable[[Register], object] | None) -> Judging:
        made = Judging(register.path, happens)
        monkeypatch.setattr(closing, "text_of", made)
        return made

    return patched


def add_another(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Entered meanwhile"))


def test_where_nobody_writes_it_is_judged_once(register: Register, judging: Patched) -> None:
    judged = judging(None)
    made = close_quarter(register, Q2, ALL_THE_SAME)
    assert (judged.times, closings(register)) == (1, [made])


def test_somebody_else_can_write_and_what_they_wrote_is_frozen(
    register: Register, judging: Patched
) -> None:
    judged = judging(add_another)
    made = close_quarter(register, Q2, ALL_THE_SAME)
    assert judged.times == 2
    now = frozen_quarter(register, Q2).report.now
    assert now.objectives[-1].title == "Entered meanwhile"
    assert (now.head.seq, made.head_hash) == (made.head_seq, now.head.hash)
    assert [one.problems for one in verify(register)] == [()]


def test_a_quarter_that_somebody_else_closed_meanwhile_is_closed_once(
    register: Register, judging: Patched
) -> None:
    judging(lambda other: close_quarter(other, Q2, ALL_THE_SAME))
    with pytest.raises(EdiError, match=r"2026/27 Q2 is closed on .* by another already"):
        close_quarter(register, Q2, ALL_THE_SAME)
    assert [one.who for one in closings(register)] == ["another"]


def test_a_quarter_that_somebody_else_issued_again_meanwhile_is_followed(
    register: Register, judging: Patched
) -> None:
    close_quarter(register, Q2, ALL_THE_SAME)
    judging(lambda other: reissue_quarter(other, Q2, ALL_THE_SAME, because="Theirs"))
    made = reissue_quarter(register, Q2, ALL_THE_SAME, because="Ours")
    assert (made.number, made.replaces) == (3, 2)
    assert [one.problems for one in verify(register)] == [(), (), ()]


def test_what_fails_only_since_then_refuses_it(register: Register, judging: Patched) -> None:
    for ref in ("OBJ-001", "OBJ-002"):
        records.withdraw(
            register, ref, "Done elsewhere", version=records.get(register, ref).version
        )
    judging(add_another)
    with pytest.raises(EdiError, match=r"on OBJ-003"):
        close_quarter(register, Q2, ClosingTerms())
    assert closings(register) == []


def test_what_does_not_fit_together_since_somebody_wrote_is_read_again(
    register: Register, judging: Patched
) -> None:
    def write_and_fail(other: Register) -> None:
        edited(other, "OBJ-001", title="Raise it")
        raise KeyError("OBJ-003")

    judged = judging(write_and_fail)
    close_quarter(register, Q2, ALL_THE_SAME)
    assert judged.times == 2
    assert frozen_quarter(register, Q2).report.now.objectives[0].title == "Raise it"


def test_a_fault_of_its_own_is_raised(register: Register, judging: Patched) -> None:
    def fail(_: Register) -> None:
        raise KeyError("OBJ-003")

    judging(fail)
    with pytest.raises(KeyError):
        close_quarter(register, Q2, ALL_THE_SAME)
    assert closings(register) == []


def test_a_register_for_reading_alone_refuses_before_it_is_judged(
    register: Register, judging: Patched
) -> None:
    judged = judging(None)
    with pytest.raises(ReadOnlyError):
        close_quarter(dataclasses.replace(register, read_only=True), Q2, ALL_THE_SAME)
    assert judged.times == 0
