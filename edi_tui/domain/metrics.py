"""What is known of the national metrics: units, directions and when their data comes out."""

from __future__ import annotations

from dataclasses import dataclass

from edi_tui.domain.units import Unit
from edi_tui.domain.words import Direction, Word


class MetricKind(Word):
    """What sort of figure a metric is."""

    REPRESENTATION = "representation", "Representation"
    LIKELIHOOD = "likelihood", "Relative likelihood"
    DISPARITY = "disparity", "Disparity ratio"
    SURVEY = "survey", "Survey answer"
    PAY_GAP = "pay_gap", "Pay gap"
    COUNT = "count", "Count"
    SCORE = "score", "Score"
    NARRATIVE = "narrative", "Narrative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A national metric, with the framework item's code and a name in plain words."""

    code: str
    name: str
    kind: MetricKind
    unit: Unit | None = None
    """None where the metric is no number."""
    direction: Direction | None = None
    """None where no way is known to be better."""
    survey: bool = False
    """Whether its data is the answers to a survey."""
    published: str = ""
    """When its data comes out; what is not confirmed says so."""
    lag_months: int | None = None
    """Months from the date of the data to its publication; None where it is not known."""
    groups: tuple[str, ...] = ()
    """The groups compared; of a ratio, the one on top comes first."""
    event: str = ""
    """What the part of each share in a likelihood were, such as `appointed`."""
    among: str = ""
    """What the whole of each share in a likelihood were, such as `shortlisted`."""
    sources: tuple[str, ...] = ()
