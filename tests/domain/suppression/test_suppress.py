from __future__ import annotations

from dataclasses import replace

import pytest

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.suppression.publication import Cell, Publication, Quotient, Sum, percentage
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Narrowed, Why
from tests.domain.suppression.tables import ALL, row, table, together, unprinted

C0, C1, C2, TOTAL = ("t", "c0"), ("t", "c1"), ("t", "c2"), ("t", ALL)


def test_nothing_is_hidden_where_no_count_is_small() -> None:
    whole = table("t", [["a", "b"], ["c", "d"]], [10, 20, 30, 40], percentage(
        ("%",), ("t", "a", "c"), ("t", "a", ALL)
    ))  # fmt: skip
    assert suppress(whole).hidden == ()


def test_a_small_count_that_nothing_else_tells_is_hidden_alone() -> None:
    cells = (Cell(("a",), 9), Cell(("b",), 10))
    assert suppress(Publication(cells)).hidden == (Hidden(("a",), Mark.EITHER, Why.PRIMARY),)


def test_zero_is_hidden_like_any_small_count() -> None:
    assert suppress(row(0, 30, 40)).marks.keys() == {C0, C1}


def test_a_small_count_takes_the_next_smallest_with_it_where_a_total_is_shown() -> None:
    made = suppress(row(3, 50, 40))
    assert made.hidden == (
        Hidden(C0, Mark.EITHER, Why.PRIMARY),
        Hidden(C2, Mark.EITHER, Why.SECONDARY, (C0,)),
    )


def test_two_small_counts_protect_each_other_where_the_rest_leaves_them_room() -> None:
    assert suppress(row(5, 6, 50)).marks.keys() == {C0, C1}


def test_two_small_counts_of_a_small_rest_take_a_third_with_them() -> None:
    """Of 5 people in two cells neither can be 9."""
    assert suppress(row(2, 3, 50)).marks.keys() == {C0, C1, C2}


def test_a_total_that_is_not_printed_needs_no_second_cell_hidden() -> None:
    assert suppress(unprinted(row(3, 50, 40), [TOTAL])).marks.keys() == {C0}


def test_a_lighter_cell_is_hidden_before_a_smaller_one() -> None:
    publication = row(3, 50, 40)
    cells = tuple(replace(c, weight=1 if c.key == C1 else 5) for c in publication.cells)
    assert suppress(replace(publication, cells=cells)).marks.keys() == {C0, C1}


def test_counts_that_are_not_of_people_are_hidden_only_for_others() -> None:
    publication = row(3, 4, 50)
    of_things = tuple(replace(c, sensitive=c.key == C0) for c in publication.cells)
    assert suppress(replace(publication, cells=of_things)).marks.keys() == {C0, C2}
    nothing = tuple(replace(c, sensitive=False) for c in publication.cells)
    assert suppress(replace(publication, cells=nothing)).hidden == ()


def test_the_same_count_in_two_tables_is_hidden_in_both() -> None:
    one, other = row(3, 50, 40), table("u", [["a", "b"]], [3, 90])
    same = [Sum(C0, (("u", "a"),)), Sum(TOTAL, (("u", ALL),))]
    made = suppress(together(one, other, sums=same))
    assert made.marks.keys() == {C0, C2, ("u", "a"), ("u", "b")}


def test_a_percentage_of_a_small_part_or_whole_is_hidden() -> None:
    cells = tuple(Cell((key,), count) for key, count in zip("abcd", (3, 9, 30, 60), strict=True))
    of = [percentage((f"{a}/{b}",), (a,), (b,)) for a, b in ("ac", "ab", "cd")]
    assert suppress(Publication(cells, quotients=tuple(of))).marks.keys() == {
        ("a",), ("b",), ("a/c",), ("a/b",),
    }  # fmt: skip


def test_a_percentage_that_would_give_a_hidden_cell_away_is_hidden_with_it() -> None:
    publication = replace(row(3, 50, 40), quotients=(percentage(("%",), C2, TOTAL),))
    assert suppress(publication).marks.keys() == {C0, C1}
    both = (percentage(("%1",), C1, TOTAL), percentage(("%2",), C2, TOTAL))
    assert suppress(replace(publication, quotients=both)).marks.keys() == {C0, C2, ("%2",)}


def test_a_coarse_percentage_of_many_people_may_stay() -> None:
    publication = replace(row(9, 4000, 6000), quotients=(percentage(("%",), C1, TOTAL, places=0),))
    assert suppress(publication).marks.keys() == {C0, C1}


def test_a_likelihood_worked_out_from_a_small_count_is_hidden() -> None:
    cells = tuple(Cell((key,), count) for key, count in zip("abcd", (30, 60, 4, 90), strict=True))
    ratio = Quotient(("ratio",), (("a",), ("d",)), (("b",), ("c",)))
    assert suppress(Publication(cells, quotients=(ratio,))).marks.keys() == {("c",), ("ratio",)}


def test_the_few_who_are_left_of_a_whole_are_protected_though_nobody_prints_them() -> None:
    """98 of 100 answered: printed side by side they say that 2 did not."""
    publication = unprinted(row(98, 2), [C1])
    assert suppress(publication).marks.keys() == {C0}


def test_what_was_added_to_a_year_to_date_is_protected_over_two_quarters() -> None:
    first = suppress(Publication((Cell(("q1",), 40),)))
    cells = (Cell(("q1",), 40, printed=False), Cell(("added",), 3), Cell(("q2",), 43))
    second = suppress(Publication(cells, (Sum(("q2",), (("q1",), ("added",))),)), [first])
    assert first.hidden == ()
    assert second.marks.keys() == {("added",), ("q2",)}


def test_a_count_hidden_in_an_earlier_quarter_stays_hidden_from_the_later_one() -> None:
    first = suppress(Publication((Cell(("q1",), 4),)))
    cells = (Cell(("q1",), 4, printed=False), Cell(("added",), 30), Cell(("q2",), 34))
    second = suppress(Publication(cells, (Sum(("q2",), (("q1",), ("added",))),)), [first])
    assert second.hidden == (Hidden(("added",), Mark.EITHER, Why.EARLIER, (("q1",),)),)


def test_what_an_earlier_publication_gave_away_is_reported() -> None:
    first = suppress(Publication((Cell(("a",), 7), Cell(("b",), 12))), threshold=5)
    second = suppress(Publication((Cell(("a",), 7), Cell(("b",), 12))), [first], 10)
    assert second.narrowed == (Narrowed(("a",), 7, 7),)
    assert second.marks.keys() == {("a",)}


def test_marks_that_tell_small_counts_apart_hide_with_that_in_mind() -> None:
    """Of 15 in two cells, one below 10 and the other not, the small one is at most 5."""
    publication = row(3, 12)
    assert suppress(publication).marks == {C0: Mark.EITHER, C1: Mark.EITHER}
    telling = suppress(publication, telling=True).marks
    assert telling == {C0: Mark.SMALL, TOTAL: Mark.OTHERS}


def test_marks_stop_telling_where_they_would_tell_too_much() -> None:
    """Of 18 in two cells below 10 each is 9."""
    assert suppress(row(9, 9), telling=True).marks == {C0: Mark.EITHER, C1: Mark.EITHER}


def test_the_same_publication_always_hides_the_same() -> None:
    publication = table("t", [["a", "b", "c"], ["d", "e", "f"]], [3, 30, 30, 30, 30, 30, 4, 9, 30])
    assert suppress(publication) == suppress(publication)


def test_a_threshold_has_to_leave_room() -> None:
    with pytest.raises(InvalidError, match="smallest is 2"):
        suppress(row(3, 4), threshold=1)


def test_a_number_corrected_since_needs_a_key_of_its_own() -> None:
    first = suppress(row(30, 40))
    with pytest.raises(InvalidError, match="t, c0 is 31 here and was 30"):
        suppress(row(31, 40), [first])


def test_a_figure_worked_out_from_other_counts_needs_a_key_of_its_own() -> None:
    one = replace(row(30, 40), quotients=(percentage(("%",), C0, TOTAL),))
    other = replace(row(30, 40), quotients=(percentage(("%",), C1, TOTAL),))
    with pytest.raises(InvalidError, match="% was worked out from other counts before"):
        suppress(other, [suppress(one)])
