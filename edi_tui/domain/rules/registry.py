"""Every rule of the register, in the order in which people read them."""

from __future__ import annotations

from typing import Any

from edi_tui.domain.rules import (
    specific,
)
from edi_tui.domain.rules.rule import Rule

RULES: tuple[Rule[Any], ...] = (*specific.RULES,)
"""All rules; a new one is a function in a module by its theme, and its text."""
