"""The national metrics, read from the file beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from edi_tui.domain.metrics import Metric, MetricKind
from edi_tui.domain.units import Unit
from edi_tui.domain.words import Direction

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def metrics() -> Mapping[str, Metric]:
    """Return what is known of each national metric, by the code of its framework item."""
    text = (files(__package__) / "metrics.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    read = (
        _metric(metric, framework, told["data"])
        for framework in told["framework"]
        for metric in framework["metrics"]
    )
    return MappingProxyType({metric.code: metric for metric in read})


def _metric(
    told: Mapping[str, Any], framework: Mapping[str, Any], data: Mapping[str, Mapping[str, Any]]
) -> Metric:
    """Return a metric with what its framework and the source of its data say of all theirs."""
    release = data[told["data"]] if "data" in told else {}
    return Metric(
        code=told["code"],
        name=told["name"],
        kind=MetricKind(told["kind"]),
        unit=Unit(told["unit"]) if "unit" in told else None,
        direction=Direction(told["direction"]) if "direction" in told else None,
        survey=release.get("survey", False),
        published=release.get("published", ""),
        lag_months=release.get("lag_months"),
        groups=tuple(told.get("groups", framework.get("groups", ()))),
        event=told.get("event", ""),
        among=told.get("among", ""),
        sources=tuple(framework["sources"]),
    )
