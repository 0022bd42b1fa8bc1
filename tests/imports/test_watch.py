"""An import that is followed, and stopped with nothing stored."""

from __future__ import annotations

import pytest

from edi_tui.imports.options import ImportOptions
from edi_tui.imports.run import Source, run_import
from edi_tui.imports.watch import StoppedError, Watch
from edi_tui.services.register import Register
from tests.imports.importing import actions, digest

PLAN = "Action,Due by\n" + "".join(f"Action {n},1 May 2027\n" for n in range(50))
SOURCES = [Source("plan.csv", PLAN.encode())]


class StopsAt(Watch):
    """Stops at a step of a stage."""

    def __init__(self, stage: str, step: int) -> None:
        super().__init__()
        self._at = (stage, step)
        self.stages: list[str] = []

    def begin(self, stage: str, total: int = 0) -> None:
        self.stages.append(stage)
        super().begin(stage, total)

    def check(self) -> None:
        if (self.stage, self.done) == self._at:
            self.stop()
        super().check()


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        ("Opening plan.csv", 0),
        ("Reading plan.csv", 0),
        ("Reading plan.csv", 20),
        ("Storing plan.csv", 20),
        ("Storing plan.csv", 50),
    ],
)
def test_wherever_it_is_stopped_nothing_is_stored(
    register: Register, stage: str, step: int
) -> None:
    before = digest(register)
    with pytest.raises(StoppedError, match="Nothing was stored"):
        run_import(register, SOURCES, ImportOptions(), StopsAt(stage, step))
    assert digest(register) == before
    assert actions(register) == []


def test_it_tells_how_far_it_is(register: Register) -> None:
    watch = StopsAt("never", 0)
    run_import(register, SOURCES, ImportOptions(), watch)
    assert watch.stages == ["Opening plan.csv", "Reading plan.csv", "Storing plan.csv"]
    assert (watch.done, watch.total) == (50, 50)
