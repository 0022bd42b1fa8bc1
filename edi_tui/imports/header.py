"""The row of headings of a table: where it stands and which fields it names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from edi_tui.domain.headings import Aliases, HeadingMatch, match_headings, score
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import folded
from edi_tui.imports.grid import Grid, Row, Table
from edi_tui.reference.load import heading_aliases

MAIN: dict[Kind, tuple[frozenset[str], ...]] = {
    Kind.ACTION: (frozenset({"text"}),),
    Kind.OBJECTIVE: (frozenset({"title"}),),
    Kind.MEMBER: (frozenset({"role"}), frozenset({"name"})),
    Kind.NETWORK: (frozenset({"name"}),),
    Kind.SPONSORSHIP: (frozenset({"network", "member"}),),
    Kind.FRAMEWORK_ITEM: (frozenset({"code", "title"}),),
}
"""The kinds that can be imported, and the fields without which a row of each says nothing."""

PLANNED = (Kind.ACTION, Kind.OBJECTIVE)
"""The kinds that belong to a plan."""

FINDING_HEADINGS = (
    "Where found",
    "Rule",
    "Finding level",
    "In column",
    "Words found",
    "What to do",
    "Proposals",
)
"""What a report of findings puts before the columns of the plan; not read when it comes back."""

_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Headings:
    """How the headings of one kind of import are read."""

    kind: Kind
    known: Aliases
    chosen: Mapping[str, str]
    """Field by heading, as a person chose."""
    learned: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The same as people chose at earlier imports; a heading that is known goes before it."""

    @property
    def fields(self) -> list[str]:
        """The fields that a heading may be mapped to."""
        return sorted(set(self.known.fields.values()))

    @property
    def _with_choices(self) -> Aliases:
        told = {**self.learned, **self.chosen}
        chosen = {folded(heading): field for heading, field in told.items()}
        fields = {**self.known.fields, **chosen}
        known = set(self.fields)
        return Aliases(
            {word: field for word, field in fields.items() if field in known},
            {word: choices for word, choices in self.known.ask.items() if word not in chosen},
        )

    def row_in(self, table: Table) -> int | None:
        """Return which row of a table holds its headings: the one that names most fields.

        Only the first twenty rows are looked at.
        """
        aliases = self._with_choices
        scores = {
            at: score(texts, aliases)
            for at, texts in enumerate(map(_texts, table.rows[:_DEPTH]))
            if self._says_main(texts, aliases)
        }
        return max(scores, key=lambda at: scores[at]) if scores else None

    def fields_in(self, table: Table) -> set[str]:
        """Return what the headings of a table stand for: fields, and headings to ask about."""
        at = self.row_in(table)
        if at is None:
            return set()
        return set(_meanings(_texts(table.rows[at]), self._with_choices))

    def match(self, texts: Iterable[str]) -> HeadingMatch:
        """Match a row of headings to fields.

        Raises:
            InvalidError: A choice names a field that the kind does not have.
        """
        found = list(texts)
        return match_headings(found, self.known, {**self._remembered(found), **self.chosen})

    def _remembered(self, texts: Sequence[str]) -> dict[str, str]:
        """Return what was learned of headings whose field no other heading of the row names."""
        words = set(map(folded, texts))
        named = {self.known.fields[word] for word in words if word in self.known.fields}
        named |= set(self.chosen.values())
        return {
            heading: field
            for heading, field in self.learned.items()
            if folded(heading) in words and (field not in named or field == "-")
        }

    def _says_main(self, texts: tuple[str, ...], aliases: Aliases) -> bool:
        words = list(map(folded, texts))
        said = {aliases.fields[word] for word in words if word in aliases.fields}
        said |= {field for word in words for field in aliases.ask.get(word, ())}
        return any(needed <= said for needed in MAIN[self.kind])


def headings_of(
    kind: Kind, chosen: Mapping[str, str], learned: Mapping[str, str] | None = None
) -> Headings:
    """Return how the headings of a kind are read, with a person's choices, now and earlier.

    A column headed "Plan" names the plan of each row, as exported lists have it.
    """
    known = heading_aliases()[kind.plural]
    plan = {"plan": "plan"} if kind in PLANNED else {}
    return Headings(kind, Aliases({**plan, **known.fields}, known.ask), chosen, learned or {})


def labels_of(row: Row, width: int) -> tuple[str, ...]:
    """Return a name for each column: its heading as spelled, made unique where it is not."""
    labels: list[str] = []
    texts = _texts(row)
    for index in range(width):
        heading = texts[index] if index < len(texts) and texts[index] else f"column {index + 1}"
        times = sum(label == heading or label.startswith(f"{heading} (") for label in labels)
        labels.append(f"{heading} ({times + 1})" if times else heading)
    return tuple(labels)


def top_labels(table: Table) -> set[str]:
    """Return whatever a column may be called by one of the rows that may hold the headings."""
    rows = table.rows[:_DEPTH]
    width = max((len(row.cells) for row in rows), default=0)
    return {label for row in rows for label in labels_of(row, width)}


def likely_headings(grid: Grid) -> list[str]:
    """Return the first row of a file of which several cells say something; else its first words."""
    rows = [row for table in grid.tables for row in table.rows if not row.blank]
    texts = [[cell.text for cell in row.cells if cell.text] for row in rows]
    return next((row for row in texts if len(row) > 1), texts[0] if texts else [])


def without_findings(table: Table, at: int) -> Table:
    """Return the table without the columns that a report of findings added to it.

    Args:
        table: The table.
        at: Which row holds its headings.
    """
    texts = _texts(table.rows[at])
    if not set(FINDING_HEADINGS) <= set(texts):
        return table
    added = {texts.index(heading) for heading in FINDING_HEADINGS}
    rows = (
        Row(row.number, tuple(cell for index, cell in enumerate(row.cells) if index not in added))
        for row in table.rows
    )
    return Table(table.where, tuple(rows), table.paged)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def _meanings(texts: tuple[str, ...], aliases: Aliases) -> Iterable[str]:
    for word in map(folded, texts):
        if word in aliases.fields or word in aliases.ask:
            yield aliases.fields.get(word, word)
