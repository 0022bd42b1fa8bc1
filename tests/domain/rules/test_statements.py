"""Statements of commitment: none of their sentences is measurable or has a date."""

from __future__ import annotations

import pytest

from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.statements import sentences
from tests.domain.rules.test_published_objectives import published, verdicts

ANSWER = """
Asked what it does for colleagues of minority ethnic backgrounds, the director of people said:
"Our groups are committed to equality for everyone who works here. Since 2015, when the WRES came
in, we have used it to learn how colleagues fare, and we act on it with them."

Among other things:

  • We set up forums in which colleagues of all groups have a say
  • We looked at skills and talent, and more colleagues have moved into senior posts
  • We collect better data on who applies and who is trained
  • We promote values so that inclusion is everyone's job

She went on: "All colleagues of these backgrounds are having their risks assessed at the moment.
For many years we have known our local communities and worked with them."
"""

PLEDGE = """
Colleagues and patients of minority ethnic backgrounds are treated unfairly more often than others.
We have to do much more, and everyone has a part in it.

We are committed to:

  • Building a culture in which our values are lived
  • Creating a place where everybody feels safe and racism is acted upon at once
  • Developing policies that prevent unfairness
  • Promoting shared decisions, with the time and means for all to take part
  • Tackling the risks of rank and of cliques
  • Embedding stories and reflection in the working day
  • Setting out our goals for fairness and measuring how we come on
  • Valuing and celebrating what people bring
"""


@pytest.mark.parametrize(
    "words",
    [sentence.words for text in (ANSWER, PLEDGE) for sentence in sentences(text)],
)
def test_a_sentence_of_a_statement_lacks_a_measure_and_a_date(words: str) -> None:
    found = verdicts(published(words))
    assert found["M"] is Verdict.MISSING
    assert found["T"] is Verdict.MISSING


def test_pledges_say_nothing_that_can_be_checked() -> None:
    pledges = [sentence.words for sentence in sentences(PLEDGE)][-8:]
    assert {verdicts(published(words))["S"] for words in pledges} == {Verdict.MISSING}
