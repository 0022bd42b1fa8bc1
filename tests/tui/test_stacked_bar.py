"""The bar of statuses: as wide as its place, and readable without colour."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.words import Status
from edi_tui.tui.widgets.stacked_bar import legend, stacked_bar


def test_the_parts_are_as_wide_as_their_numbers_and_begin_with_letter_and_number() -> None:
    counts = {Status.OFF_TRACK: 2, Status.ON_TRACK: 5, Status.COMPLETE: 1, Status.EMBEDDED: 1}
    bar = stacked_bar({**counts, Status.AT_RISK: 0, Status.NO_UPDATE: 1}, 40, {})
    assert bar.plain == "B2░░░░░░G5▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒R2██████-1··"


def test_a_small_part_keeps_its_letter() -> None:
    bar = stacked_bar({Status.ON_TRACK: 997, Status.OFF_TRACK: 3}, 20, {})
    assert bar.plain == "G997▒▒▒▒▒▒▒▒▒▒▒▒▒▒R3"


def test_nothing_makes_no_bar() -> None:
    assert stacked_bar({}, 20, {}).plain == ""


def test_the_legend_has_a_word_for_every_letter_and_fits_sixty_columns() -> None:
    assert len(legend()) <= 60
    assert all(f"{status.letter}" in legend() for status in Status)


@given(
    st.dictionaries(st.sampled_from(Status), st.integers(0, 10_000), min_size=1),
    st.integers(1, 120),
)
def test_the_bar_fills_its_place_and_counts_everything(
    counts: dict[Status, int], width: int
) -> None:
    styles = {status.letter: status.value for status in Status}
    bar = stacked_bar(counts, width, styles)
    labels = [bar.plain[span.start : span.end].rstrip("░▒▓█·") for span in bar.spans]
    assert sum(int(label[1:]) for label in labels) == sum(counts.values())
    if any(counts.values()):
        assert len(bar.plain) == max(width, sum(map(len, labels)))
