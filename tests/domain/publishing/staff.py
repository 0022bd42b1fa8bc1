"""Staff who are broken down in several ways at once, and what a reader makes of the papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

from hypothesis import strategies as st

from edi_tui.domain.publishing.figures import Sheet
from edi_tui.domain.publishing.line import Line
from edi_tui.domain.rows import ReadingRow
from edi_tui.domain.suppression.publication import Key, Quotient, Sum, percentage
from edi_tui.domain.suppression.suppressed import Suppressed
from tests.domain.publishing.test_figures import measure, reading
from tests.domain.suppression.attacker import Page

Split = tuple[str, ...]
SEX: Split = ("women", "men")
AGE: Split = ("young", "middling", "old")
UNSAID = "no age given"
"""Those whom a reader knows to be left of the ages; the register has no such group."""
UNITS = ("%", "members", "score")
"""Of a number and out of how many; of a number alone; of a mean, told with how many it is of."""
Count = tuple[int, int]
"""How many people something is true of, and of how many."""


@dataclass(frozen=True)
class Asked:
    """What was asked of everybody on a day: of each sex and age how many, and out of how many."""

    topic: str
    day: date
    counts: Mapping[tuple[str, str], Count]

    def of(self, group: str) -> Count:
        """Return what a group answered; everybody without a name."""
        found = [count for people, count in self.counts.items() if not group or group in people]
        return sum(part for part, _ in found), sum(whole for _, whole in found)


@dataclass(frozen=True)
class Told:
    """A measure: what was asked, how it is broken down, and whether everybody is given beside."""

    ref: str
    asked: Asked
    splits: tuple[Split, ...]
    whole: bool
    unit: str
    """One of `UNITS`."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are entered."""
        named = tuple(group for split in self.splits for group in split)
        return (*named, "") if self.whole else named

    def readings(self) -> Iterator[ReadingRow]:
        """Yield what is entered."""
        for group in self.groups:
            part, whole = self.asked.of(group)
            if self.unit == "members":
                yield reading(None, None, group, self.asked.day, value=str(part))
            else:
                yield reading(part, whole, group, self.asked.day)


def sheet_of(told: Iterable[Told]) -> Sheet:
    """Return the numbers of measures that could be printed; one has all its days."""
    made, entered = Sheet(), dict[tuple[str, str], list[ReadingRow]]()
    for one in told:
        entered.setdefault((one.ref, one.unit), []).extend(one.readings())
    for (ref, unit), rows in entered.items():
        made.add(measure(ref, unit), rows, max(row.as_at for row in rows))
    return made


def page_of(told: Sequence[Told], sheet: Sheet, made: Iterable[Suppressed], least: int) -> Page:
    """Return what is printed, with what everybody knows of how it hangs together."""
    shown = dict(_shown(made))
    topics = {(one.ref, one.asked.day): one for one in told}
    counts: dict[Key, int] = {}
    figures: dict[Quotient, Decimal | None] = {}
    for line in sheet.lines:
        one = topics[line.measure.ref, line.reading.as_at]
        number, out_of = _keys(one, line)
        for key, own in ((number, line.number), (out_of, line.out_of)):
            if own in shown:
                counts[key] = int(shown[own])
        if one.unit == "%" and line.figure in shown:
            figures[percentage((*number, "%"), number, out_of, places=2)] = shown[line.figure]
    sums = {item for one in told for item in _known(one)}
    return Page(counts, figures, {}, sorted(sums, key=str), frozenset(), least)


def secrets(told: Iterable[Told], least: int) -> dict[Key, int]:
    """Return the small numbers, which may be anything up to the largest that each must seem."""
    found: dict[Key, int] = {}
    for one in told:
        for group in {*one.groups, "", UNSAID}:
            part, whole = one.asked.of(group)
            number, out_of, rest = _of(one, group)
            if one.unit != "score":
                found |= {number: part}
            if one.unit != "members":
                found |= {out_of: whole}
            if one.unit == "%":
                found |= {rest: whole - part}
    return {key: least - 1 for key, count in found.items() if count < least}


def _shown(made: Iterable[Suppressed]) -> Iterator[tuple[Key | None, Decimal]]:
    for one in made:
        counts = {cell.key: cell.count for cell in one.publication.cells}
        for cell in one.publication.cells:
            if cell.printed and cell.key not in one.marks:
                yield cell.key, Decimal(cell.count)
        for item in one.publication.quotients:
            value = item.of(counts)
            if item.key not in one.marks and value is not None:
                yield item.key, Decimal(value).scaleb(-item.places)


def _of(one: Told, group: str) -> tuple[Key, Key, Key]:
    """Return the same keys for the same people, whatever measure tells of them."""
    day = one.asked.day.isoformat()
    return (one.asked.topic, day, group), ("staff", day, group), (one.asked.topic, day, group, "-")


def _keys(one: Told, line: Line) -> tuple[Key, Key]:
    number, out_of, _ = _of(one, line.reading.group)
    return number, out_of


def _known(one: Told) -> Iterator[Sum]:
    """Yield the sums that any reader knows: each way of breaking down makes everybody."""
    for place in {"%": (0, 1), "members": (0,), "score": (1,)}[one.unit]:
        for split in one.splits:
            left = {group for people in one.asked.counts for group in people} - {*SEX, *AGE}
            groups = (*split, *left) if split == AGE else split
            yield Sum(_of(one, "")[place], tuple(_of(one, group)[place] for group in groups))
    if one.unit == "%":
        for group in {*one.groups, ""}:
            number, out_of, rest = _of(one, group)
            yield Sum(out_of, (number, rest))


@st.composite
def asked(draw: st.DrawFn, day: date, topics: int, *, unsaid: bool) -> list[Asked]:
    """Draw what was asked of the same staff on a day, on so many topics."""
    ages = (*AGE, UNSAID) if unsaid else AGE
    wholes = {people: draw(st.integers(0, 4)) for people in product(SEX, ages)}
    return [
        Asked(
            f"topic {number}",
            day,
            {people: (draw(st.integers(0, whole)), whole) for people, whole in wholes.items()},
        )
        for number in range(topics)
    ]


LAYOUTS: Sequence[Sequence[tuple[int, tuple[Split, ...]]]] = (
    [(0, (SEX, AGE))],
    [(0, (SEX,)), (0, (AGE,))],
    [(0, (SEX, AGE)), (1, (SEX, AGE))],
    [(0, (SEX,)), (1, (AGE,))],
)
"""Measures, each with the number of its topic and its breakdowns."""
