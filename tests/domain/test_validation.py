"""What must hold of a draft before it may be stored."""

from __future__ import annotations

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import PROSE
from edi_tui.domain.records import ActionDraft, Draft
from edi_tui.domain.validation import validate


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ActionDraft(text="x" * (PROSE + 1)), "text"),
        (ActionDraft(text="x", due=Due(text="q" * (PROSE + 1))), "due"),
        (ActionDraft(text="x", supporting=("q" * PROSE, "r")), "supporting"),
    ],
)
def test_no_text_is_longer_than_a_spreadsheet_can_hold(draft: Draft, field: str) -> None:
    with pytest.raises(InvalidError, match="at most 20,000 fit") as caught:
        validate(draft)
    assert list(caught.value.problems) == [field]


def test_long_words_for_a_date_and_many_names_are_kept() -> None:
    due = Due(text="q" * PROSE)
    validate(ActionDraft(text="x", due=due, supporting=tuple(f"Team {n}" for n in range(500))))
