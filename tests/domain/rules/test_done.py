from __future__ import annotations

import pytest

from edi_tui.domain.rules.done import defined
from tests.domain.rules.rows import objective, view


@pytest.mark.parametrize(
    ("done", "proof", "expected"),
    [
        ("The share is 18%", ("data",), []),
        ("", ("data",), [("no-done", "")]),
        ("The share is 18%", (), [("no-proof", "proof")]),
        ("", (), [("no-done", ""), ("no-proof", "proof")]),
    ],
)
def test_an_objective_says_what_done_means_and_what_proves_it(
    done: str, proof: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    remarks = defined.judge(objective(done=done, proof=proof), view())
    assert [(remark.says, remark.field) for remark in remarks] == expected
