"""How far framework items are served."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.crosswalk import (
    Crosswalk,
    Pair,
    Served,
    gaps,
    in_force,
    served,
    unserved,
    wholes,
)
from edi_tui.domain.progress import Computed
from edi_tui.domain.rows import DeliveryRow, FrameworkRow
from edi_tui.domain.words import Precision, Status

DAY = date(2026, 11, 21)
WALK = Crosswalk(
    same=(
        Pair("HIA1", "EDS3A", "One."),
        Pair("HIA1", "LCF3", "Two."),
        Pair("HIA2a", "WRES2", "Three."),
    ),
    apart=(Pair("HIA2d", "WRES9", "Four."),),
)


def item(
    code: str, valid_from: date | None = None, valid_to: date | None = None, number: int = 1
) -> FrameworkRow:
    return FrameworkRow(
        ref=f"FWK-{number:03d}",
        version=1,
        code=code,
        framework="A framework",
        title=f"What {code} asks",
        source_text="",
        valid_from=valid_from,
        valid_to=valid_to,
        checked_on=None,
        deadline="",
    )


def row(ref: str, *codes: str) -> DeliveryRow:
    return DeliveryRow(
        ref=ref,
        version=1,
        due_on=None,
        due_text="",
        due_precision=Precision.NONE,
        status=Status.NO_UPDATE,
        computed=Computed(Status.NO_UPDATE),
        progress="",
        updated_on=None,
        forecast_on=None,
        plan="",
        frameworks=codes,
    )


def found(
    codes: str, *objectives: DeliveryRow, actions: tuple[DeliveryRow, ...] = ()
) -> list[Served]:
    return list(served([item(code) for code in codes.split()], objectives, actions, WALK))


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("HIA2", "HIA2"),
        ("HIA2.1", "HIA2.1 HIA2"),
        ("HIA2.1.3", "HIA2.1.3 HIA2.1 HIA2"),
        ("HIA2.1a", "HIA2.1a HIA2.1 HIA2"),
        ("HIA2a", "HIA2a HIA2"),
        ("EDS3A", "EDS3A EDS3"),
        ("WRES10", "WRES10"),
        ("MEG", "MEG"),
        ("Plan B", "Plan B"),
    ],
)
def test_a_part_belongs_to_its_wholes(code: str, parts: str) -> None:
    assert list(wholes(code)) == ([code] if " " in code else parts.split())


def test_what_serves_a_part_serves_the_whole_but_not_the_other_way_round() -> None:
    whole, part, metric = found("HIA2 HIA2.1 HIA2b", row("OBJ-001", "HIA2.1"))
    assert (whole.objectives, part.objectives, metric.objectives) == (
        *(("OBJ-001",), ("OBJ-001",), ()),
    )


def test_an_objective_that_serves_a_whole_and_its_part_counts_once() -> None:
    (whole,) = found("HIA2", row("OBJ-001", "HIA2", "HIA2.1", "HIA2a"), row("OBJ-002", "HIA2"))
    assert whole.objectives == ("OBJ-001", "OBJ-002")


def test_hia_1_is_no_part_of_hia_10() -> None:
    (one,) = found("HIA1", row("OBJ-001", "HIA10"))
    assert one.gap


def test_codes_are_compared_however_they_are_written() -> None:
    (one,) = found("HIA-2.1", row("OBJ-001", "hia 2.1"))
    assert one.objectives == ("OBJ-001",)


def test_actions_are_counted_beside_objectives_and_close_no_gap() -> None:
    (one,) = found("HIA2", actions=(row("ACT-001", "HIA2.2"),))
    assert (one.objectives, one.actions, one.gap) == ((), ("ACT-001",), True)


def test_an_item_is_served_through_one_that_asks_the_same() -> None:
    high, outcome, domain = found("HIA1 EDS3A EDS3", row("OBJ-001", "EDS3A"))
    assert (high.gap, high.through) == (True, ("EDS3A",))
    assert (outcome.gap, outcome.through) == (False, ())
    assert (domain.gap, domain.through) == (False, ())


def test_a_whole_is_served_through_what_its_part_is_paired_with() -> None:
    whole, metric, other = found("HIA2 HIA2a WRES2", row("OBJ-001", "WRES2"))
    assert (whole.through, metric.through, other.through) == (("WRES2",), ("WRES2",), ())


def test_pairs_hold_both_ways_and_are_not_chained() -> None:
    *_, competence = found("HIA1 EDS3A LCF3", row("OBJ-001", "EDS3A"))
    assert competence.through == ()
    _, outcome, competence = found("HIA1 EDS3A LCF3", row("OBJ-001", "HIA1.1"))
    assert (outcome.through, competence.through) == (("HIA1",), ("HIA1",))


def test_items_that_are_kept_apart_do_not_serve_each_other() -> None:
    metric, _ = found("HIA2d WRES9", row("OBJ-001", "WRES9"))
    assert (metric.gap, metric.through) == (True, ())


def test_an_item_that_the_register_lacks_serves_nothing() -> None:
    (high,) = found("HIA1", row("OBJ-001", "EDS3A"))
    assert high.through == ()


@pytest.mark.parametrize(
    ("start", "end", "holds"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 11, 22), None, False),
        (None, date(2026, 11, 20), False),
        (date(2026, 11, 20), date(2026, 11, 22), True),
    ],
)
def test_an_item_holds_from_its_first_to_its_last_day(
    start: date | None, end: date | None, holds: bool
) -> None:
    assert in_force(item("HIA1", start, end), DAY) is holds
    (one,) = served([item("HIA1", start, end)], (), (), WALK)
    assert gaps([one], DAY) == ((one,) if holds else ())


def test_gaps_are_what_no_objective_serves_directly() -> None:
    everything = found("HIA1 HIA2 HIA3", row("OBJ-001", "HIA2"), row("OBJ-002", "LCF3"))
    assert [one.item.code for one in gaps(everything, DAY)] == ["HIA1", "HIA3"]


def test_only_whole_high_impact_actions_that_nothing_serves_are_unserved() -> None:
    everything = found(
        "HIA1 HIA2 HIA2.1 HIA3a hia4 EDS3A WRES1 HIA6", row("OBJ-001", "EDS3A", "HIA6")
    )
    told = unserved(gaps(everything, DAY))
    assert [one.item.code for one in told] == ["HIA2", "hia4"]
    assert unserved(everything) == told


def test_partners_are_found_however_a_code_is_written() -> None:
    assert WALK.partners("hia 1") == ()
    assert WALK.partners("hia1") == ("EDS3A", "LCF3")
    assert WALK.partners("WRES2") == ("HIA2a",)
    assert WALK.partners("WRES9") == ()
