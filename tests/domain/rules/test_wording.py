"""What the words of an objective say by themselves."""

from __future__ import annotations

import pytest

from edi_tui.domain.rules.word_lists import Telling, word_lists
from edi_tui.domain.rules.wording import wording
from edi_tui.reference.smart_words import smart_words

_ATTENDED = word_lists(
    {**{telling.value: [] for telling in Telling}, "attendance": ["attended"], "not_verbs": []}
)


@pytest.mark.parametrize(("between", "activity"), [(50, True), (51, False)])
def test_a_share_is_of_attendance_where_sixty_characters_say_so(
    between: int, activity: bool
) -> None:
    said = wording(f"Have 90% {'x' * between} attended", _ATTENDED)
    assert [each.text for each in said.activities] == (["90%"] if activity else [])


@pytest.mark.parametrize(
    ("title", "numbers", "targets", "activities", "baseline", "outcome"),
    [
        ("Raise it from 14% to 18%", ["14%", "18%"], ["18%"], [], "14%", True),
        ("Hold 10 workshops", ["10 workshops"], ["10 workshops"], ["10 workshops"], None, False),
        (
            "Hold 10 workshops and appoint 3 nurses",
            ["10 workshops", "3 nurses"],
            ["10 workshops", "3 nurses"],
            ["10 workshops"],
            None,
            True,
        ),
        ("99% of staff to attend", ["99%"], ["99%"], ["99%"], None, False),
        ("99% of staff feel safe", ["99%"], ["99%"], [], None, True),
        ("Be fair", [], [], [], None, False),
    ],
)
def test_numbers_are_told_by_what_they_are_for(
    title: str,
    numbers: list[str],
    targets: list[str],
    activities: list[str],
    baseline: str | None,
    outcome: bool,
) -> None:
    said = wording(title, smart_words())
    found = (said.numbers, said.targets, said.activities)
    assert [[each.text for each in some] for some in found] == [numbers, targets, activities]
    assert (said.baseline.text if said.baseline else None) == baseline
    assert said.outcome is outcome


def test_dates_and_telling_words_are_found_beside_the_numbers() -> None:
    said = wording("Raise the share of women to 50% by June 2027", smart_words())
    assert said.due == ("June 2027",)
    assert said.tells[Telling.POPULATION] == "women"
