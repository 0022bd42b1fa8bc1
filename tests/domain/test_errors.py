"""What can go wrong in ways that a person can mend."""

from __future__ import annotations

from edi_tui.domain.errors import EdiError, InvalidError


def test_a_refusal_says_every_problem_and_keeps_which_field_it_is_of() -> None:
    problems = {"title": "Objective is needed.", "due": "Due is before the start."}
    refusal = InvalidError(problems)
    assert str(refusal) == "Objective is needed. Due is before the start."
    assert refusal.problems == problems
    problems.clear()
    assert refusal.problems


def test_every_refusal_has_a_title_and_an_exit_code() -> None:
    kinds = [EdiError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
        assert kind.title
        assert kind.exit_code > 0
