"""How groups make up everybody, and which totals are of the same people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from edi_tui.domain.publishing.breakdowns import MANY, Groups, Size, alike, all_make, apart, making
from edi_tui.domain.publishing.line import ALL_GROUPS, SEVERAL, Line
from edi_tui.domain.publishing.numbers import Numbers
from edi_tui.domain.suppression.publication import Key

_COUNTS = ("number", "out_of")
"""What of a line is a count of people."""


class AddingUp:
    """What readers add up, on every day of every measure."""

    def __init__(self, numbers: Numbers, days: Iterable[Iterable[Line]]) -> None:
        """Take the numbers to relate.

        Args:
            numbers: The numbers.
            days: The lines of each day of each measure.
        """
        self._numbers = numbers
        self._wholes: dict[tuple[date, int, int | None], tuple[Key, Key | None]] = {}
        self._everybody: dict[date, dict[int, None]] = {}
        """How many people there are, by what all measures say of a day."""
        for line in (line for day in days for line in day):
            if line.out_of and not line.reading.group.strip():
                sizes = self._everybody.setdefault(line.reading.as_at, {})
                sizes[numbers.count(line.out_of)] = None

    def relate(self, lines: Sequence[Line]) -> None:
        """Tell how the groups of one day make up everyone, and which totals are the same."""
        groups = {line.reading.group.strip(): line for line in lines}
        whole = groups.pop("", None)
        if whole:
            self._part(groups, whole)
            self._same(whole.reading.as_at, whole.number, whole.out_of)
        elif len(groups) > 1:
            self._add_up(groups)

    def _part(self, groups: Mapping[str, Line], whole: Line) -> None:
        """Add which groups make a whole, with what is in none of them; groups may overlap."""
        told = [one for one in _COUNTS if getattr(whole, one)]
        sizes = self._sizes(groups, told)
        if not sizes:
            return
        size = self._size(whole, told)
        sets = apart(sizes, size)
        # Breakdowns of the same people may leave others out, such as those who did not answer.
        found = alike(sizes) if sets is not None and not all_make(sets, sizes, size) else {}
        if sets is None or found is None:
            self._blank(groups)
            return
        for same in found.values():
            for one in told:
                self._total(groups, same, one)
        for some in sets:
            named = some if len(some) < len(sizes) else ()
            for one in told:
                total = getattr(whole, one)
                self._left(
                    total, [key for name in some if (key := getattr(groups[name], one))], named
                )

    def _left(self, whole: Key, parts: Sequence[Key], named: Iterable[str]) -> None:
        """Add that parts make a whole, with what is left of it."""
        if not parts:
            return
        left = self._numbers.count(whole) - sum(self._numbers.count(key) for key in parts)
        groups = (f"group {name}" for name in named)
        about = (*parts[0][:2], ALL_GROUPS, parts[0][3], "in no group", *groups, str(left))
        rest = (self._numbers.cell(about, left, printed=False),) if left else ()
        self._numbers.sum(whole, *parts, *rest)

    def _add_up(self, groups: Mapping[str, Line]) -> None:
        """Add what readers add up by themselves where nobody gave the whole.

        It is the total of all groups, or of some where several breakdowns are of the same people.
        """
        told = [one for one in _COUNTS if all(getattr(line, one) for line in groups.values())]
        sizes = self._sizes(groups, told)
        if not sizes:
            return
        day = next(iter(groups.values())).reading.as_at
        found, elsewhere = alike(sizes), list(self._told_elsewhere(groups, day))
        if found is None or any(len(sets) > MANY for sets in elsewhere):
            self._blank(groups)
            return
        for some in ([tuple(groups)], *found.values()):
            totals = {one: self._total(groups, some, one) for one in told}
            self._same(day, totals.get("number"), totals.get("out_of"))
        for some in elsewhere:
            self._total(groups, some, "out_of")

    def _told_elsewhere(self, groups: Mapping[str, Line], day: date) -> Iterator[list[Groups]]:
        """Yield the sets of groups that make everybody, by what other measures say of a day."""
        sizes = self._sizes(groups, ["out_of"])
        for whole in self._everybody.get(day, ()):
            yield making(sizes, (whole,))

    def _total(self, groups: Mapping[str, Line], sets: Iterable[Iterable[str]], one: str) -> Key:
        """Add a total that each of some sets of groups makes, which is printed nowhere."""
        total: Key = ()
        for some in sets:
            parts = [getattr(groups[name], one) for name in some]
            made = sum(self._numbers.count(key) for key in parts)
            half = () if len(parts) == len(groups) else (SEVERAL,)
            total = self._numbers.cell(
                (*parts[0][:2], ALL_GROUPS, parts[0][3], *half, str(made)), made, printed=False
            )
            self._numbers.sum(total, *parts)
        return total

    def _sizes(self, groups: Mapping[str, Line], told: Sequence[str]) -> dict[str, Size]:
        """Return how large groups are, without those of which nothing of this is told."""
        some = {
            name: line for name, line in groups.items() if any(getattr(line, one) for one in told)
        }
        return {name: self._size(line, told) for name, line in some.items()}

    def _size(self, line: Line, told: Iterable[str]) -> Size:
        keys = (getattr(line, one) for one in told)
        return tuple(self._numbers.count(key) if key else 0 for key in keys)

    def _blank(self, groups: Mapping[str, Line]) -> None:
        """Print nothing of groups of which nobody can tell what they make up."""
        lines = groups.values()
        self._numbers.blank(key for line in lines for key in (line.number, line.out_of) if key)

    def _same(self, day: date, number: Key | None, out_of: Key | None) -> None:
        """Take two totals of one day that are equal for the same people, counted twice."""
        if not number:
            return
        size = self._numbers.count(out_of) if out_of else None
        first = self._wholes.setdefault((day, self._numbers.count(number), size), (number, out_of))
        for key, same in zip((number, out_of), first, strict=True):
            if key and same:
                self._numbers.sum(key, same)
