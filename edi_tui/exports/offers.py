"""What can be ordered of a register, and what each order has to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Audience
from edi_tui.exports.appraisal_sheet import CONFIDENTIAL, SHEET
from edi_tui.exports.audience import for_whom
from edi_tui.exports.diff_paper import DIFF
from edi_tui.exports.export import FORMATS, LIST_FORMATS
from edi_tui.exports.formats import PAPER_FORMATS
from edi_tui.exports.order import BUNDLE, CALENDAR, STATUS
from edi_tui.exports.shapes import SHAPES
from edi_tui.services.lists import LISTED

_NAMES = {
    Audience.COMMITTEE: "with names",
    Audience.BOARD: "with roles in place of names",
    Audience.PUBLIC: "only what was opted in, of a closed quarter, without small numbers",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be ordered."""

    what: str
    """`Order.what`."""
    title: str
    formats: tuple[str, ...]
    asks: frozenset[str]
    """The fields of an order that it takes, besides what and format."""
    told: str = ""
    """Whom it is for, or what is in it."""
    told_for: Mapping[Audience, str] = field(default_factory=dict)
    """The same by audience, where it is written for several."""


def offers(kind: Kind | None = None) -> list[Offer]:
    """Return what can be ordered; a list of one kind first, where one is named."""
    papers = [_STATUS, *_SHAPES, _SHEET, _DIFF, _CALENDAR, _BUNDLE]
    return [_list(kind), *papers] if kind in _MAY_BE_LISTS and kind else papers


_STATUS = Offer(
    STATUS,
    "Status paper",
    FORMATS,
    frozenset({"quarter", "as_at", "audience", "acknowledged", "template"}),
    told_for={one: f"{for_whom(one)}: {_NAMES[one]}." for one in Audience},
)
_OF_SHAPES = frozenset({"quarter", "as_at", "template"})
_SHAPES = [
    Offer(name, shape.title, PAPER_FORMATS, _OF_SHAPES, f"{shape.audience}.")
    for name, shape in SHAPES.items()
]
_SHEET = Offer(
    SHEET,
    "Appraisal sheet of one member",
    PAPER_FORMATS,
    _OF_SHAPES | {"member"},
    f"{CONFIDENTIAL}.",
)
_DIFF = Offer(
    DIFF,
    "What changed since a quarter",
    PAPER_FORMATS,
    frozenset({"quarter", "later", "template"}),
    f"{for_whom(Audience.COMMITTEE)}.",
)
_CALENDAR = Offer(
    CALENDAR,
    "Calendar of due dates",
    ("ics",),
    frozenset({"member"}),
    "Due dates, reviews and paper deadlines; nothing that an appraisal says.",
)
_BUNDLE = Offer(
    BUNDLE,
    "Bundle of everything",
    ("zip",),
    frozenset(),
    "For your archive: every record and its evidence, confidential appraisals too.",
)
_MAY_BE_LISTS = frozenset(LISTED) - {Kind.APPRAISAL}


def _list(kind: Kind) -> Offer:
    told = "All that matches the filter, with names; not for publication."
    return Offer(kind, f"List of {kind.many}", LIST_FORMATS, frozenset({"wanted", "as_at"}), told)
