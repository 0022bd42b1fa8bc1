"""What an entry of the change log changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edi_tui.domain.differences import Difference, Fate, differences
from edi_tui.domain.due import Due
from edi_tui.domain.plain import to_plain
from edi_tui.domain.records import ActionDraft, Draft, HeardScoreDraft
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.words import Precision

DUE = Due(date(2027, 3, 31), "end of March 2027", Precision.MONTH)
ACTION = ActionDraft(text="Brief the panels", due=DUE, supporting=("HR", "Comms"))


def changed(before: Draft | None, after: Draft, ref: str = "ACT-001") -> ChangeRow:
    sides = [to_plain(draft) if draft else {} for draft in (before, after)]
    return ChangeRow(
        seq=1,
        at="2026-11-21T09:00:00+00:00",
        who="Sam",
        verb="edit",
        ref=ref,
        summary=f"edit {ref}",
        group_id="g",
        before=sides[0],
        after=sides[1],
    )


def test_only_what_changed_is_told_in_the_words_of_forms() -> None:
    later = replace(ACTION, due=Due(text="31/4/2027"), supporting=("HR",))
    assert differences(changed(ACTION, later)) == (
        Difference("Due", "end of March 2027 (31 Mar 2027)", "31/4/2027"),
        Difference("Supporting", "HR; Comms", "HR"),
    )


def test_an_added_record_said_nothing_before() -> None:
    found = {one.label: (one.was, one.now) for one in differences(changed(None, ACTION))}
    assert found["Action"] == ("", "Brief the panels")
    assert "Outcome" not in found


def test_a_withdrawal_tells_its_reason() -> None:
    row = changed(ACTION, ACTION)
    row.after["withdrawn_reason"] = "twice"
    assert differences(row) == (Difference("Withdrawn", "", "twice"),)


def test_what_is_not_told_has_words_in_its_place() -> None:
    row = changed(None, HeardScoreDraft(network="NET-001"), ref="HRD-001")
    row.after["score"] = "too few"
    assert Difference("Score", "", "too few") in differences(row)


def test_prose_is_compared_word_by_word() -> None:
    one = Difference("Action", "Brief the panels by May", "Brief all panels by May", prose=True)
    assert [(part.fate, part.text) for part in one.stretches] == [
        (Fate.SAME, "Brief "),
        (Fate.GONE, "the "),
        (Fate.NEW, "all "),
        (Fate.SAME, "panels by May"),
    ]


def test_texts_with_little_in_common_stand_one_after_the_other() -> None:
    one = Difference("Action", "Brief the panels", "Publish all of the figures", prose=True)
    assert [part.fate for part in one.stretches] == [Fate.GONE, Fate.NEW]


def test_texts_half_of_whose_words_are_the_same_are_one() -> None:
    one = Difference("Action", "Brief panels", "Brief all", prose=True)
    assert [(part.fate, part.text) for part in one.stretches] == [
        (Fate.SAME, "Brief "),
        (Fate.GONE, "panels"),
        (Fate.NEW, "all"),
    ]


def test_several_words_in_a_row_are_one_stretch() -> None:
    one = Difference("Action", "a b c d e f g", "a b x y e f g h", prose=True)
    assert [(part.fate, part.text) for part in one.stretches] == [
        (Fate.SAME, "a b "),
        (Fate.GONE, "c d "),
        (Fate.NEW, "x y "),
        (Fate.SAME, "e f "),
        (Fate.GONE, "g"),
        (Fate.NEW, "g h"),
    ]


def test_a_long_text_is_compared_word_by_word_though_some_come_often() -> None:
    words = "the " * 300
    one = Difference("Action", words + "end", words + "close", prose=True)
    assert [part.fate for part in one.stretches] == [Fate.SAME, Fate.GONE, Fate.NEW]


@pytest.mark.parametrize(("field", "prose"), [("Action", True), ("Lead", False)])
def test_it_is_told_which_fields_hold_prose(field: str, prose: bool) -> None:
    found = differences(changed(ACTION, replace(ACTION, text="Brief all", lead="HR")))
    assert {one.label: one.prose for one in found}[field] is prose


def test_a_due_day_is_told_once() -> None:
    exact = replace(ACTION, due=Due(date(2027, 3, 31), "31 March 2027", Precision.DAY))
    (found,) = differences(changed(replace(ACTION, due=Due()), exact))
    assert (found.was, found.now) == ("", "31 Mar 2027")


def test_a_change_of_what_is_no_record_has_no_fields() -> None:
    row = replace(changed(ACTION, ACTION), ref="rules", before={}, after={"text": "x"})
    assert differences(row) == ()
