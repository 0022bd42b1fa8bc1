"""Every place, dialog and state looks as it did when somebody last looked at it."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.tui.snapshots.walks import KEPT, WALKS, Registers, Walk, taken, written


@pytest.fixture(scope="session")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Registers:
    """The registers that the walks begin with."""
    return Registers(tmp_path_factory.mktemp("registers"))


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_the_program_looks_as_kept(walk: Walk, registers: Registers, tmp_path: Path) -> None:
    shown = written(await taken(walk, registers.opened(walk.register, tmp_path / "walk")))
    kept = walk.file.read_text(encoding="utf-8")
    if shown != kept:
        (tmp_path / walk.file.name).write_text(shown, encoding="utf-8")
        lines = unified_diff(kept.splitlines(), shown.splitlines(), "kept", "now", n=2, lineterm="")
        difference = "\n".join(list(lines)[:200])
        pytest.fail(
            f"{difference}\n\nIf this is as it should be, run "
            f"“python -m tests.tui.snapshots {walk.name}” and look at what git shows.",
            pytrace=False,
        )


def test_nothing_is_kept_that_no_walk_shows() -> None:
    assert {path.name for path in KEPT.iterdir()} == {walk.file.name for walk in WALKS}
