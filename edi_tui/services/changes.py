"""What changed since the last report before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edi_tui.domain.board_language import Sentence
    from edi_tui.domain.rows import DeliveryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed since a closed quarter, in words."""

    since: str
    """The quarter."""
    as_at: date
    """The day at which its progress was read."""
    snapshot: str
    """Its digest."""
    sentences: tuple[Sentence, ...] = ()
    """The facts as a board speaks of them."""
    frameworks: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    """Which rules and ways of working something out changed."""
    deliveries: Mapping[str, DeliveryRow] = field(default_factory=dict)
    """The objectives and actions as they were closed."""
    declared: bool = False
    """Whether statuses compare as they were declared, since they were worked out otherwise."""
    damage: str = ""
    """Why it cannot be told: what was frozen of the quarter has been changed since."""
