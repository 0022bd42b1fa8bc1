from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from edi_tui.domain.suppression.publication import Key, Publication
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Suppressed
from tests.domain.suppression.attacker import Attacker, printed
from tests.domain.suppression.tables import overlapping, quarters, tables

LOW = 3
"""A threshold at which every possible world of a small table can be written down."""
MOST = 14
GUESSES = 60_000


def small(made: Sequence[Suppressed]) -> dict[Key, int]:
    """Return the counts that no reader may know, and the largest that each must seem to be."""
    return {
        cell.key: one.threshold - 1
        for one in made
        for cell in one.publication.cells
        if cell.sensitive and cell.count < one.threshold
    }


def attack(*made: Suppressed) -> None:
    """Fail where the pages together give a small count away, or narrow it."""
    attacker, secret = Attacker([printed(one) for one in made]), small(made)
    assert not secret.keys() & attacker.known.keys()
    assert not secret.keys() & attacker.solved().keys()
    if (MOST + 1) ** attacker.freedom <= GUESSES:
        assert not unreached(attacker, secret)


def unreached(attacker: Attacker, secret: dict[Key, int]) -> set[tuple[Key, int]]:
    """Return which of 0 and the largest number no small count can be, for all that is printed."""
    asked = {(key, end) for key, most in secret.items() for end in (0, most)}
    asked = {(key, end) for key, end in asked if key in attacker.unknown}
    worlds = attacker.worlds(MOST)
    while asked and (world := next(worlds, None)) is not None:
        asked = {
            (key, end) for key, end in asked if not (world[key] >= end if end else world[key] == 0)
        }
    return asked


@pytest.mark.parametrize("telling", [False, True])
@settings(max_examples=60)
@given(publication=tables() | overlapping())
def test_no_small_number_of_a_table_can_be_worked_out(
    telling: bool, publication: Publication
) -> None:
    made = suppress(publication, threshold=LOW, telling=telling)
    assert made.narrowed == ()
    attack(made)


@pytest.mark.parametrize("telling", [False, True])
@settings(max_examples=60)
@given(pair=quarters())
def test_two_quarters_together_give_no_small_number_away(
    telling: bool, pair: tuple[Publication, Publication]
) -> None:
    first = suppress(pair[0], threshold=LOW, telling=telling)
    second = suppress(pair[1], [first], LOW, telling=telling)
    assert second.narrowed == ()
    attack(first, second)
