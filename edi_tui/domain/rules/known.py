"""What rules know from outside the register: thresholds, word lists, metrics, holidays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from edi_tui.domain.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand; each part is reference data or the organisation's own choice."""

    thresholds: Thresholds = field(default_factory=Thresholds)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word lists by name, such as `concrete` and `vague` verbs, lower case."""
    holidays: frozenset[date] = frozenset()
    """English bank holidays."""
