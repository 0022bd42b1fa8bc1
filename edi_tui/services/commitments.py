"""The commitment workbench: sentences of public statements, until they are SMART or parked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.records import CommitmentDraft, ObjectiveDraft
from edi_tui.domain.statements import sentences
from edi_tui.domain.steps import taken_back
from edi_tui.domain.text import folded, stored
from edi_tui.services.records import Saved, Stored, add_in, get
from edi_tui.services.register import Register
from edi_tui.store.changes import Changes
from edi_tui.store.queries import judgement


def take_in(register: Register, title: str, text: str) -> list[str]:
    """Keep each sentence of a statement as a commitment and return the references of new ones.

    Fragments are left out. So is what the register has or had from the same statement, case,
    spacing and punctuation aside.

    Args:
        register: The register.
        title: What the statement is called.
        text: All of it, as it was pasted.

    Raises:
        EdiError: It has no sentence.
        InvalidError: It has no title, or a sentence is too long to be one.
    """
    title, said = " ".join(stored(title).split()), sentences(stored(text))
    if not title:
        raise InvalidError({"title": "Say where it was said, such as Race pledge, May 2026."})
    if all(one.fragment for one in said):
        raise EdiError("The statement has no sentence of three words or more; nothing was stored.")
    refs = []
    with register.writing(f"take in {title}") as changes:
        known = _known(changes, title)
        for one in said:
            if one.fragment or folded(one.words) in known:
                continue
            known.add(folded(one.words))
            place = Decimal(one.place)
            refs.append(changes.add(CommitmentDraft(text=one.words, statement=title, place=place)))
    return refs


def park(register: Register, ref: str, reason: str) -> Saved:
    """Put a commitment aside, for a reason.

    Raises:
        EdiError: It is no commitment, or has become an objective.
        InvalidError: No reason is given.
    """
    found, draft = _commitment(register, ref)
    _refuse_drafted(register, found.ref, draft)
    reason = stored(reason).strip()
    if not reason:
        raise InvalidError({"reason": "Say why nothing follows from it for now."})
    with register.writing(f"park {found.ref}") as changes:
        parked = replace(draft, objective="", parked=reason)
        return Saved(found.ref, changes.edit(found.ref, parked, version=found.version))


def draft_from(register: Register, ref: str, *, again: bool = False) -> Saved:
    """Make an objective of a commitment's words and link the two; return the objective.

    Args:
        register: The register.
        ref: The commitment.
        again: Whether one that was parked is taken up again.

    Raises:
        EdiError: It is no commitment, has become an objective, or is parked.
    """
    found, draft = _commitment(register, ref)
    _refuse_drafted(register, found.ref, draft)
    if draft.parked and not again:
        raise EdiError(f"{found.ref} was parked ({draft.parked}). Say --again to take it up again.")
    with register.writing(f"draft an objective from {found.ref}") as changes:
        made = add_in(changes, ObjectiveDraft(title=draft.text, plan=draft.statement))
        linked = replace(draft, objective=made, parked="")
        changes.edit(found.ref, linked, version=found.version)
    return Saved(made)


def _known(changes: Changes, title: str) -> set[str]:
    """Return the folded words of all that the register has or had from a statement."""
    both = (judgement.commitments(changes.session, withdrawn=gone) for gone in (False, True))
    return {
        folded(row.text)
        for rows in both
        for row in rows
        if folded(row.statement) == folded(title) and not taken_back(row.withdrawn)
    }


def _commitment(register: Register, ref: str) -> tuple[Stored, CommitmentDraft]:
    found = get(register, ref)
    if not isinstance(found.draft, CommitmentDraft):
        kind = found.draft.KIND.label.lower()
        raise EdiError(f"{found.ref} is not a commitment but of the kind {kind}.")
    return found, found.draft


def _refuse_drafted(register: Register, ref: str, draft: CommitmentDraft) -> None:
    """Refuse a commitment that has an objective, unless the objective was withdrawn."""
    if draft.objective and get(register, draft.objective).withdrawn_at is None:
        raise EdiError(f"{ref} became {draft.objective} already, so it was left as it is.")
