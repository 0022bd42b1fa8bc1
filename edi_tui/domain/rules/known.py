"""What rules know from outside the register: thresholds, word lists, metrics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edi_tui.domain.bank_holidays import BankHolidays
from edi_tui.domain.metrics import Metric
from edi_tui.domain.rules.word_lists import WordLists
from edi_tui.domain.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand; each part is reference data or the organisation's own choice."""

    thresholds: Thresholds = field(default_factory=Thresholds)
    words: WordLists = field(default_factory=WordLists)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    """National metrics by the code of their framework item."""
    bank_holidays: BankHolidays = field(default_factory=BankHolidays)
