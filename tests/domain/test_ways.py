"""The ways in which something is worked out have names that no rule could have."""

from __future__ import annotations

from edi_tui.domain import progress
from edi_tui.domain.ways import STATUS, WAYS, changed_ways, is_way
from edi_tui.reference.rule_texts import rule_texts


def test_no_way_is_called_like_a_rule() -> None:
    assert all(map(is_way, WAYS))
    assert not any(map(is_way, rule_texts()))


def test_each_way_has_a_version_and_words_of_its_own() -> None:
    assert all(way.version >= 1 for way in WAYS.values())
    assert len({way.told for way in WAYS.values()}) == len(WAYS)
    assert WAYS[STATUS].version == progress.VERSION


def test_a_way_that_is_not_recorded_is_of_the_first_version() -> None:
    assert not list(changed_ways({}, dict.fromkeys(WAYS, 1)))
    assert list(changed_ways({}, {"drift": 2, "S1": 2})) == ["drift"]
