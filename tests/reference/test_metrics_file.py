"""The file of what is known of the national metrics."""

from __future__ import annotations

import pytest

from edi_tui.domain.metrics import Metric, MetricKind
from edi_tui.domain.units import Unit
from edi_tui.domain.words import Direction
from edi_tui.reference.frameworks import frameworks
from edi_tui.reference.metrics import metrics

_CODES = (
    "HIA1a HIA2a HIA2b HIA2c HIA2d HIA2e HIA2f HIA3a HIA4a HIA4b HIA4c HIA5a HIA5b HIA5c "
    "HIA6a HIA6b HIA6c "
    "WRES1 WRES2 WRES3 WRES4 WRES5 WRES6 WRES7 WRES8 WRES9 "
    "WDES1 WDES2 WDES3 WDES4a WDES4b WDES5 WDES6 WDES7 WDES8 WDES9a WDES9b WDES10 MEG "
    "RDR1 RDR2 RDR3 GPG"
)
CODES = _CODES.split()
UNITS: dict[MetricKind, set[Unit | None]] = {
    MetricKind.REPRESENTATION: {Unit.PERCENT, Unit.POINTS},
    MetricKind.LIKELIHOOD: {Unit.RATIO},
    MetricKind.DISPARITY: {Unit.RATIO},
    MetricKind.SURVEY: {Unit.PERCENT},
    MetricKind.PAY_GAP: {Unit.PERCENT},
    MetricKind.COUNT: {Unit.COUNT},
    MetricKind.SCORE: {Unit.SCORE},
    MetricKind.NARRATIVE: {None},
}


def test_every_metric_is_there_once_and_in_order() -> None:
    assert list(metrics()) == CODES
    assert all(code == metric.code for code, metric in metrics().items())


def test_every_metric_is_an_item_of_a_framework() -> None:
    assert set(CODES) <= {item.code for item in frameworks()}


@pytest.mark.parametrize("metric", metrics().values(), ids=CODES)
def test_a_metric_is_of_one_piece(metric: Metric) -> None:
    assert metric.name
    assert metric.sources
    assert metric.unit in UNITS[metric.kind]
    assert metric.survey or metric.kind is not MetricKind.SURVEY
    towards_parity = metric.kind in (
        MetricKind.LIKELIHOOD,
        MetricKind.DISPARITY,
        MetricKind.PAY_GAP,
    )
    assert towards_parity or metric.unit is Unit.POINTS or metric.direction is not Direction.PARITY
    assert not towards_parity or metric.direction is Direction.PARITY
    likelihood = metric.kind is MetricKind.LIKELIHOOD
    assert bool(metric.event) == bool(metric.among) == likelihood
    assert not likelihood or len(metric.groups) == 2


def test_what_was_never_defined_has_no_number() -> None:
    nothing = [metric.code for metric in metrics().values() if metric.unit is None]
    assert nothing == ["HIA4c", "WDES9b"]
    assert all(metrics()[code].direction is None for code in nothing)
    assert metrics()["HIA4c"].lag_months is None
    assert metrics()["HIA4c"].published == ""


@pytest.mark.parametrize(
    ("code", "top", "event", "among"),
    [
        ("HIA2a", "White", "appointed", "shortlisted"),
        ("WRES2", "White", "appointed", "shortlisted"),
        ("WRES3", "BME", "formally disciplined", "on the staff"),
        ("WRES4", "White", "trained", "on the staff"),
        ("WDES2", "Non-disabled", "appointed", "shortlisted"),
        ("WDES3", "Disabled", "in formal capability", "on the staff"),
    ],
)
def test_a_ratio_has_the_right_group_on_top(code: str, top: str, event: str, among: str) -> None:
    metric = metrics()[code]
    assert (metric.groups[0], metric.event, metric.among) == (top, event, among)
    assert set(metric.groups) in ({"White", "BME"}, {"Non-disabled", "Disabled"})


@pytest.mark.parametrize(
    ("direction", "codes"),
    [
        (Direction.DOWN, "HIA5b HIA6a HIA6b WRES5 WRES6 WRES8 WDES4a WDES6"),
        (
            Direction.PARITY,
            "HIA2a HIA3a WRES2 WRES3 WRES4 WRES9 WDES2 WDES3 WDES10 RDR1 RDR2 RDR3 GPG",
        ),
        (None, "HIA4c HIA6c WDES9b"),
    ],
)
def test_metrics_move_the_right_way(direction: Direction | None, codes: str) -> None:
    found = [metric.code for metric in metrics().values() if metric.direction is direction]
    assert found == codes.split()


def test_board_differences_are_in_percentage_points() -> None:
    found = [metric.code for metric in metrics().values() if metric.unit is Unit.POINTS]
    assert found == ["WRES9", "WDES10"]


@pytest.mark.parametrize(
    ("code", "survey", "months", "unconfirmed"),
    [
        ("WRES5", True, 4, True),
        ("HIA2f", True, None, True),
        ("WRES1", False, 7, True),
        ("WDES9b", False, 7, True),
        ("GPG", False, 12, False),
        ("HIA2e", False, 0, False),
    ],
)
def test_a_metric_says_when_its_data_comes_out(
    code: str, survey: bool, months: int | None, unconfirmed: bool
) -> None:
    metric = metrics()[code]
    assert (metric.survey, metric.lag_months) == (survey, months)
    assert ("unconfirmed" in metric.published) is unconfirmed
    assert metric.published.endswith(".")


def test_the_file_is_read_once_and_cannot_be_changed() -> None:
    assert metrics() is metrics()
    with pytest.raises(TypeError):
        metrics()["X"] = metrics()["MEG"]  # type: ignore[index]  # the point of the test


def test_kinds_are_in_words() -> None:
    assert {kind.value: kind.label for kind in MetricKind} == {
        "representation": "Representation",
        "likelihood": "Relative likelihood",
        "disparity": "Disparity ratio",
        "survey": "Survey answer",
        "pay_gap": "Pay gap",
        "count": "Count",
        "score": "Score",
        "narrative": "Narrative",
    }
