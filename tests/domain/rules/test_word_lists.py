from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.rules.word_lists import Telling, WordLists, word_lists
from edi_tui.reference.smart_words import smart_words

TOLD: dict[str, list[str]] = {
    **{telling.value: [] for telling in Telling},
    "concrete": ["raise", "cut", "train", "teach"],
    "change": ["improve"],
    "attend": ["attend"],
    "vague": ["raise awareness", "be committed to", "ensure"],
    "population": ["BME", "disab*", "armed forces", "B"],
    "not_verbs": ["training"],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raise it", {"concrete": "Raise"}),
        ("raises raised raising", {"concrete": "raises"}),
        ("Raised it", {"concrete": "Raised"}),
        ("RAISING it", {"concrete": "RAISING"}),
        ("cuts", {"concrete": "cuts"}),
        ("cutting", {"concrete": "cutting"}),
        ("trained", {"concrete": "trained"}),
        ("training", {}),
        ("raisin", {}),
        ("Raising awareness", {"vague": "Raising awareness"}),
        ("Raise awareness, raise pay", {"vague": "Raise awareness", "concrete": "raise"}),
        ("We are committed to it", {"vague": "are committed to"}),
        ("We are", {}),
        ("ensuring", {"vague": "ensuring"}),
        ("bme", {"population": "bme"}),
        ("BME’s share", {"population": "BME’s"}),
        ("Disabled staff", {"population": "Disabled"}),
        ("the armed\nforces", {"population": "armed forces"}),
        ("armed staff", {}),
        ("undisabled", {}),
        ("disagreeing about dogs", {}),
        ("BMEs", {}),
        ("BME- and BME' share", {"population": "BME-"}),
        ("of the BME' share", {"population": "BME'"}),
        ("It is committed to it", {"vague": "is committed to"}),
        ("Remain committed to it", {"vague": "Remain committed to"}),
        ("It remains committed to it", {}),
        ("Ensured", {"vague": "Ensured"}),
        ("Ensure", {"vague": "Ensure"}),
        ("She teaches", {"concrete": "teaches"}),
        ("Teaching", {"concrete": "Teaching"}),
        ("Trains", {"concrete": "Trains"}),
        ("Plan B", {"population": "B"}),
        ("_BME staff_", {"population": "BME"}),
        ("Attending, improved", {"attend": "Attending", "change": "improved"}),
        ("", {}),
    ],
)
def test_telling_words_are_found_in_all_their_forms(text: str, expected: dict[str, str]) -> None:
    assert word_lists(TOLD).found(text) == expected


def test_the_longer_phrase_is_found_first() -> None:
    lists = word_lists(TOLD | {"vague": ["work", "work with", "work with all"]})
    assert lists.found("work with all")[Telling.VAGUE] == "work with all"
    assert lists.found("work with some")[Telling.VAGUE] == "work with"


def test_without_lists_nothing_is_found() -> None:
    assert WordLists().found("Raise it") == {}


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for words in smart_words().found(text).values():
        assert set(words.split()) <= set(text.replace("_", " ").split()) or words.split()[0] in text


@pytest.mark.parametrize("telling", Telling)
def test_every_list_is_shipped(telling: Telling) -> None:
    lists = smart_words()
    known = [*lists.words.values(), *lists.beginnings.values()]
    assert any(telling in tells for tells in known)
