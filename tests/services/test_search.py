from __future__ import annotations

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.imports.sample import build_sample
from edi_tui.services.register import Register, open_register
from edi_tui.services.search import search
from tests.conftest import NOW

KINDS = {kind.plural: kind for kind in Kind}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The sample register, on 21 November 2026."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    build_sample(path, who="secretary")
    return open_register(path, who="secretary", now=lambda: NOW)


@pytest.mark.parametrize(
    ("kind", "text", "numbers"),
    [
        ("objectives", "", [*range(1, 16)]),
        ("objectives", "PEER review", [13]),
        ("objectives", '"bands 8a"', [5]),
        ("objectives", "managers’ licence", [6]),
        ("objectives", "obj-014", [14]),
        ("objectives", "ref:4", [4]),
        ("objectives", "ref:obj-4 or ref:5", [4, 5]),
        ("objectives", "hia:2", [5]),
        ("objectives", "hia:1 not owner:chair", [3, 4, 9, 13]),
        ("objectives", 'owner:"chief people"', [5, 6]),
        ("objectives", "status:off_track", [10, 13]),
        ("objectives", "status:complete or status:no_update", [8, 15]),
        ("objectives", "due.before:eoq", [8, 13]),
        ("objectives", "due.by:eoq", [2, 6, 8, 13]),
        ("objectives", "due.after:2027-03-31", [5]),
        ("objectives", 'due.on:"2026/27 q2"', [8, 13]),
        ("objectives", "due:sep", [8, 13]),
        ("objectives", "+overdue", [13]),
        ("objectives", "+stale", [15]),
        ("objectives", "+watermelon", [2]),
        ("objectives", "+noevidence", [3, 9, 15]),
        ("objectives", "+sponsoronly", [9]),
        ("objectives", "+drifting", []),
        ("objectives", "not +unsmart", [8]),
        ("objectives", "(+overdue or +stale) not hia:2", [13, 15]),
        ("objectives", "assurance:asserted", [3, 9, 15]),
        ("actions", "+overdue lead:nobody", []),
        ("networks", "missing", []),
        ("networks", "executive_sponsor:", [4]),
        ("networks", "state:forming or state:dormant", [5, 6]),
        ("evidence", "supports:net-1", [2]),
        ("evidence", "dated.before:2024", [11]),
        ("heard_scores", "score.over:3.3", [3, 6, 7]),
        ("heard_scores", "score:", [9]),
    ],
)
def test_a_filter_finds_what_it_says(
    sample: Register, kind: str, text: str, numbers: list[int]
) -> None:
    assert list(search(sample, KINDS[kind], text).numbers) == numbers
