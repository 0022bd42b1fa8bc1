"""What people explained once about imported words, kept for the next import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import LearnedDraft, MemberDraft
from edi_tui.domain.text import folded, quoted
from edi_tui.domain.words import LearnedSort, Status
from edi_tui.services.register import Register
from edi_tui.store.changes import Changes, Stored, load
from edi_tui.store.queries.drafts import standing_drafts

if TYPE_CHECKING:
    from sqlmodel import Session

SHORT = 40
"""Characters of words that can be learned; more is a sentence, not a word of a key."""
LEFT_OUT = "-"
"""What a heading means whose column is not read."""


@dataclass(frozen=True, slots=True)
class LearnedRow:
    """One thing that was learned."""

    ref: str
    sort: LearnedSort
    of: str
    words: str
    meaning: str
    shown: str
    """The meaning as people read it."""

    @property
    def told(self) -> str:
        """What was learned, in words."""
        return f"{quoted(self.words)} {self.shown}"


@dataclass(frozen=True, slots=True)
class Memory:
    """What was learned, as an import looks it up."""

    rows: tuple[LearnedRow, ...] = ()
    by_words: Mapping[tuple[LearnedSort, str, str], LearnedRow] = field(default_factory=dict)
    """The same by sort, kind of list and folded words."""

    def headings(self, kind: Kind) -> dict[str, str]:
        """Return field by heading, as it was learned for one kind of list."""
        return {
            row.words: row.meaning
            for row in self.rows
            if row.sort is LearnedSort.HEADING and row.of == kind.plural
        }

    def row_of(self, sort: LearnedSort, words: str, of: str = "") -> LearnedRow | None:
        """Return what was learned of some words."""
        return self.by_words.get((sort, of, folded(words)))


def learned(register: Register) -> tuple[LearnedRow, ...]:
    """Return what was learned, in the order in which it was."""
    return memory_of(register).rows


def memory_of(register: Register) -> Memory:
    """Return what was learned, as an import looks it up."""
    with register.reading() as session:
        return memory_in(session)


def memory_in(session: Session) -> Memory:
    """Return what was learned and still holds: whom a withdrawn member meant is left out."""
    members = {one.ref: one.draft for one in standing_drafts(session, Kind.MEMBER)}
    rows = []
    for stored in standing_drafts(session, Kind.LEARNED):
        draft = stored.draft
        assert isinstance(draft, LearnedDraft)
        member = members.get(draft.meaning)
        if draft.sort is not LearnedSort.PERSON or isinstance(member, MemberDraft):
            shown = _shown(draft, member if isinstance(member, MemberDraft) else None)
            rows.append(
                LearnedRow(stored.ref, draft.sort, draft.of, draft.words, draft.meaning, shown)
            )
    return Memory(tuple(rows), {(one.sort, one.of, folded(one.words)): one for one in rows})


def learn_in(changes: Changes, draft: LearnedDraft) -> str:
    """Keep something that was learned as part of a larger intent, in the place of what was before.

    Returns:
        Its reference, or nothing where it is known or too long to be a word.
    """
    if len(draft.words) > SHORT and draft.sort is not LearnedSort.HEADING:
        return ""
    before = _standing(changes.session, draft)
    if before is None:
        return changes.add(draft) if folded(draft.words) else ""
    return before.ref if changes.edit(before.ref, draft, version=before.version) else ""


def forget(register: Register, ref: str) -> LearnedRow:
    """Take something learned out, so that imports ask again.

    Raises:
        NotFoundError: Nothing of that reference is remembered.
    """
    target = read_ref(ref)
    known = {one.ref: one for one in learned(register)}
    wanted = target[0].ref(target[1]) if target else ref
    if wanted not in known:
        raise NotFoundError(f"Nothing called {quoted(ref)} is remembered; see edi-tui learned.")
    with register.writing(f"forget {wanted}") as changes:
        changes.withdraw(wanted, "Forgotten", version=load(changes.session, wanted).version)
    return known[wanted]


def _standing(session: Session, draft: LearnedDraft) -> Stored | None:
    """Return what is remembered of the same words."""
    wanted = (draft.sort, draft.of, folded(draft.words))
    for stored in standing_drafts(session, Kind.LEARNED):
        known = stored.draft
        assert isinstance(known, LearnedDraft)
        if (known.sort, known.of, folded(known.words)) == wanted:
            return stored
    return None


def _shown(draft: LearnedDraft, member: MemberDraft | None) -> str:
    if member is not None:
        holder = f"{member.role}, {member.name}".strip(" ,")
        return f"is {holder} ({draft.meaning})"
    if draft.sort is LearnedSort.STATUS:
        return f"means {Status(draft.meaning).label.lower()}"
    if draft.meaning == LEFT_OUT:
        return f"is left out of lists of {draft.of}"
    return f"is the {draft.meaning} of {draft.of}"
