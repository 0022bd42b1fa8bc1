"""Two breakdowns of the same staff, in one measure or beside it, give no small number away.

The reader knows which groups are women and men and which are ages, as anybody does who reads their
names; what hides the numbers has only the numbers.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.services.small_numbers import decided
from tests.domain.publishing.staff import (
    LAYOUTS,
    UNITS,
    UNSAID,
    Told,
    asked,
    page_of,
    secrets,
    sheet_of,
)
from tests.domain.publishing.test_figures import FIRST, LAST
from tests.domain.suppression.attacker import Page, attack

LOW = 3
"""A threshold at which every possible world of a small table can be written down."""
MOST = 28
GUESSES = 30_000

Papers = tuple[list[Told], list[Told]]


@st.composite
def papers(draw: st.DrawFn, *, unsaid: bool = False) -> Papers:
    """Draw what is told in a quarter, and in the next one, which tells the first day again."""
    layout = draw(st.sampled_from(LAYOUTS))
    wholes = [draw(st.booleans()) for _ in layout]
    unit = draw(st.sampled_from(UNITS))
    days = [
        [
            Told(f"MEA-{place:03d}", topics[topic], splits, whole, unit)
            for place, ((topic, splits), whole) in enumerate(zip(layout, wholes, strict=True))
        ]
        for topics in (draw(asked(day, len(layout), unsaid=unsaid)) for day in (FIRST, LAST))
    ]
    return days[0], days[0] + days[1]


def published(both: Papers) -> list[Page]:
    """Return what is printed of two quarters, one after the other."""
    known: dict[int, list[Suppressed]] = {}
    pages = []
    for number, told in enumerate(both):
        sheet = sheet_of(told)
        known[number] = decided(sheet, known, [], LOW)
        pages.append(page_of(told, sheet, known[number], LOW))
    return pages


@settings(max_examples=60)
@given(both=papers())
def test_breakdowns_of_the_same_staff_give_no_small_number_away(both: Papers) -> None:
    pages = published(both)
    attack(pages[:1], secrets(both[0], LOW), MOST, GUESSES)
    attack(pages, secrets(both[1], LOW), MOST, GUESSES)


@settings(max_examples=40)
@given(both=papers(unsaid=True))
def test_nor_do_they_where_not_everybody_is_in_a_group(both: Papers) -> None:
    """What readers can only tell to be between two numbers is not looked at here."""
    groups = {key: most for key, most in secrets(both[1], LOW).items() if UNSAID not in key}
    attack(published(both), groups, MOST, guesses=0)
