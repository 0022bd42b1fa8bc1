"""Why a verb has nothing to act on, in a sentence for the person who pressed its key."""

from __future__ import annotations

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import JUDGED, SUPPORTED
from edi_tui.domain.rows import Row

UPDATED = (Kind.OBJECTIVE, Kind.ACTION, Kind.MEASURE, Kind.NETWORK, Kind.SPONSORSHIP)
"""The kinds of record of which it can be said how they are going."""

SAID_OF_MANY = (Kind.OBJECTIVE, Kind.ACTION)
"""The kinds of record of which one update can be said together."""

_ON_A_RECORD = ("edit", "update", "attach", "waive", "withdraw", "copy", "copy_part", "part")


def why_not_all(action: str, kind: Kind) -> str:
    """Return why a verb cannot act on several marked records at once, empty where it can.

    Args:
        action: The verb.
        kind: The kind of record that is marked.
    """
    if action == "update" and kind not in SAID_OF_MANY:
        return f"Unmark first: {kind.plural.replace('_', ' ')} are updated one by one."
    if action == "edit" and kind is Kind.UPDATE:
        return "Nothing to edit together: what an update said stays as it was said."
    return why_not(action, kind, None) if action == "attach" and kind not in SUPPORTED else ""


def why_not(action: str, kind: Kind, row: Row | None) -> str:
    """Return why a verb of every list has nothing to do, empty where it has.

    Args:
        action: The verb.
        kind: The kind of record that is listed.
        row: The record under the cursor, if there is one.
    """
    if action == "update" and kind not in UPDATED:
        return f"Nothing to update here: {kind.one} has no progress of its own."
    if action == "attach" and kind not in SUPPORTED:
        return f"Nothing to attach to here: {kind.one} takes no evidence."
    if action == "waive" and kind not in JUDGED:
        return f"Nothing to set aside here: no rule looks at {kind.one}."
    if action in _ON_A_RECORD and row is None:
        return "There is no record under the cursor yet."
    return ""
