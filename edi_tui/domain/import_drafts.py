"""What a person answered about imported words."""

from __future__ import annotations

from dataclasses import dataclass

from edi_tui.domain.draft import Draft
from edi_tui.domain.fields import choice, line, prose
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Choice, LearnedSort


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDraft(Draft):
    """How a person settled what an import found."""

    KIND = Kind.DECISION
    rule: str = line("Rule", required=True, typed=False)
    finding: str = line("Finding", required=True, typed=False)
    """The digest by which it is known again, as `domain.desk.finding_key` makes it."""
    subject: str = line("About", typed=False)
    """The record, or the place in the file where there is none."""
    column: str = line("Column", typed=False)
    words: str = line("Words", typed=False)
    """The words of the cell, cut to a line."""
    choice: Choice = choice("Decision", Choice.ACCEPTED)
    chosen: str = line("Taken instead", typed=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedDraft(Draft):
    """Words that a person explained once, and what they mean from then on."""

    KIND = Kind.LEARNED
    sort: LearnedSort = choice("Sort", LearnedSort.HEADING)
    of: str = line("In lists of", typed=False)
    """The kind of list that a heading belongs to, such as `actions`; empty for other words."""
    words: str = prose("Words", required=True)
    meaning: str = line("Means", required=True)
    """A field, `-` for a column that is left out, a board member's reference, or a status."""
