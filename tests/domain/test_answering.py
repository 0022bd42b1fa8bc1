"""Who answers for what."""

from __future__ import annotations

import pytest

from edi_tui.domain.answering import BOARD, Answered, answers, office_of
from edi_tui.domain.words import Scope
from tests.domain.rules.board_rows import challenge
from tests.domain.rules.rows import action, member, objective

CPO = member(role="Chief People Officer", name="Amara Cole")
CHAIR = member(ref="MEM-002", role="Chair", name="Jo Bloggs")


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (objective(owner_ref="MEM-001"), True),
        (objective(owner_ref="MEM-002"), False),
        (challenge(owner_ref="MEM-001"), True),
        (challenge(), False),
        (action(lead="the chief people officer"), True),
        (action(lead="amara cole"), True),
        (action(lead="Head of HR"), False),
        (action(lead=""), False),
    ],
)
def test_a_member_answers_by_reference_and_for_actions_by_role_or_name(
    row: Answered, found: bool
) -> None:
    assert answers(CPO, row) is found


@pytest.mark.parametrize(
    ("row", "office"),
    [
        (action(lead="Jo Bloggs"), "Chair"),
        (action(lead="Head of HR"), "Head of HR"),
        (objective(), "Chief People Officer"),
        (objective(owner="", scope=Scope.COLLECTIVE), BOARD),
        (objective(owner="Chair", scope=Scope.COLLECTIVE), "Chair"),
        (objective(owner=""), ""),
        (challenge(owner="Chair"), "Chair"),
        (challenge(), ""),
    ],
)
def test_an_office_is_named_by_its_role(row: Answered, office: str) -> None:
    assert office_of(row, [CPO, CHAIR]) == office
