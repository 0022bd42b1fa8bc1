"""Matching of column headings to fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.headings import Aliases, match_headings, score

_ALIASES = Aliases(
    fields={
        "action": "text",
        "due by": "due",
        "due date": "due",
        "lead": "lead",
        "progress": "progress",
        "update": "progress",
        "what s happened": "progress",
    },
    ask={"commentary": ("progress", "outcome"), "new date": ("due",)},
)


def test_case_spacing_and_punctuation_do_not_matter() -> None:
    match = match_headings(["ACTION:", " due\nby ", "What’s happened?"], _ALIASES)
    assert match.columns == {0: "text", 1: "due", 2: "progress"}
    assert (match.unknown, match.ambiguous) == ((), {})


def test_headings_without_a_field_are_unknown() -> None:
    match = match_headings(["Action", "Budget", ""], _ALIASES)
    assert match.columns == {0: "text"}
    assert match.unknown == (1, 2)


def test_a_heading_of_many_meanings_is_asked_about() -> None:
    match = match_headings(["Action", "Commentary"], _ALIASES)
    assert match.columns == {0: "text"}
    assert match.ambiguous == {1: ("progress", "outcome")}


def test_a_choice_answers_the_question() -> None:
    match = match_headings(["Action", "Commentary"], _ALIASES, {"COMMENTARY": "outcome"})
    assert match.columns == {0: "text", 1: "outcome"}
    assert match.ambiguous == {}


@pytest.mark.parametrize("word", ["-", "ignore"])
def test_a_column_can_be_left_out(word: str) -> None:
    match = match_headings(["Action", "Commentary", "Lead"], _ALIASES, {"Commentary": word})
    assert match.columns == {0: "text", 2: "lead"}
    assert (match.unknown, match.ambiguous) == ((), {})


def test_two_columns_for_one_field_are_both_asked_about() -> None:
    match = match_headings(["Progress", "Action", "Update"], _ALIASES)
    assert match.columns == {1: "text"}
    assert match.ambiguous == {0: ("progress",), 2: ("progress",)}


def test_a_choice_between_two_columns_leaves_the_other_unknown() -> None:
    match = match_headings(["Progress", "Update"], _ALIASES, {"Update": "progress"})
    assert match.columns == {1: "progress"}
    assert match.unknown == (0,)


def test_a_question_goes_when_its_only_field_is_chosen_elsewhere() -> None:
    headings = ["Due date", "New date", "Commentary"]
    match = match_headings(headings, _ALIASES, {"Due date": "due"})
    assert match.columns == {0: "due"}
    assert match.unknown == (1,)
    assert match.ambiguous == {2: ("progress", "outcome")}


def test_one_field_chosen_for_two_columns_is_asked_about_again() -> None:
    chosen = {"Due date": "due", "New date": "due"}
    match = match_headings(["Due date", "New date"], _ALIASES, chosen)
    assert match.ambiguous == {0: ("due",), 1: ("due",)}


def test_a_choice_may_use_a_field_that_only_questions_lead_to() -> None:
    assert match_headings(["Hope"], _ALIASES, {"Hope": "outcome"}).columns == {0: "outcome"}


def test_a_choice_for_a_heading_that_is_not_there_is_no_matter() -> None:
    assert match_headings(["Action"], _ALIASES, {"Old heading": "due"}).columns == {0: "text"}


def test_a_choice_of_no_such_field_is_refused_with_the_fields() -> None:
    with pytest.raises(InvalidError, match=r"“Colour” cannot be read as “paint”") as refusal:
        match_headings(["Colour"], _ALIASES, {"Colour": "paint"})
    assert "due, lead, outcome, progress, text" in str(refusal.value)


def test_the_score_counts_distinct_fields_and_questions() -> None:
    assert score(["Action", "Due by", "Due date", "Commentary", "Budget"], _ALIASES) == 3
    assert score(["Action", "action", "ACTION"], _ALIASES) == 1
    assert score([], _ALIASES) == 0


def test_prose_never_counts_as_a_heading() -> None:
    prose = "The lead gives an update on progress with each action at every meeting."
    assert score([prose, "Publish the action plan", "14/9/2015"], _ALIASES) == 0


_HEADINGS = st.one_of(st.sampled_from([*_ALIASES.fields, *_ALIASES.ask]), st.text(max_size=8))


@given(st.lists(_HEADINGS))
def test_every_column_is_matched_asked_about_or_unknown(headings: list[str]) -> None:
    match = match_headings(headings, _ALIASES)
    places = [*match.columns, *match.ambiguous, *match.unknown]
    assert sorted(places) == list(range(len(headings)))
    assert len(set(match.columns.values())) == len(match.columns)
