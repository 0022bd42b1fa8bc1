"""Every rule of the register, in the order in which people read them."""

from __future__ import annotations

from typing import Any

from edi_tui.domain.rules import (
    achievable,
    board,
    challenges,
    done,
    drift,
    duplicates,
    frameworks,
    measurable,
    networks,
    per_cent,
    progress,
    proof,
    relevant,
    specific,
    sponsorship_only,
    timed,
)
from edi_tui.domain.rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (
    *specific.RULES,
    *measurable.RULES,
    *per_cent.RULES,
    *achievable.RULES,
    *relevant.RULES,
    *timed.RULES,
    *sponsorship_only.RULES,
    *duplicates.RULES,
    *done.RULES,
    *progress.RULES,
    *drift.RULES,
    *proof.RULES,
    *networks.RULES,
    *board.RULES,
    *challenges.RULES,
    *frameworks.RULES,
)
"""All rules; a new one is a function in a module by its theme, and its text."""
