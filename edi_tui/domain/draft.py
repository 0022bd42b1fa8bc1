"""What all drafts have in common: what a person says of a record, before it is stored.

A draft is complete in itself: frozen, comparable, and without identity. References are
written as people write them (`MEM-004`, `HIA1`) and are settled when the draft is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from edi_tui.domain.kinds import Kind

SUPPORTED = (
    Kind.OBJECTIVE,
    Kind.ACTION,
    Kind.NETWORK,
    Kind.SPONSORSHIP,
    Kind.ENGAGEMENT,
    Kind.CONCERN,
    Kind.CHALLENGE,
)
"""The kinds of record that evidence can support."""

JUDGED = (
    Kind.OBJECTIVE,
    Kind.ACTION,
    Kind.MEASURE,
    Kind.MEMBER,
    Kind.NETWORK,
    Kind.SPONSORSHIP,
    Kind.EVIDENCE,
    Kind.CONCERN,
    Kind.CHALLENGE,
    Kind.FRAMEWORK_ITEM,
)
"""The kinds of record that rules speak of, so that a rule can be waived for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The base of all drafts."""

    KIND: ClassVar[Kind]
