"""How many objectives or actions stand at each status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.words import Status


def tally(rows: Iterable[DeliveryRow]) -> dict[Status, int]:
    """Return the counts by computed status, in the order of the vocabulary, without zeros."""
    counts = Counter(row.computed.status for row in rows)
    return {status: counts[status] for status in Status if counts[status]}
