"""Drafts between forms and the files that they outlive the program in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from edi_tui.domain.due import format_date
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.records import DRAFTS, Draft, fields_of
from edi_tui.domain.values import draft_from_words, write_value
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.question import Question

if TYPE_CHECKING:
    from datetime import date, datetime

    from edi_tui.services.kept_drafts import KeptDraft


def kept(question: Question, words: Mapping[str, str], at: datetime) -> KeptDraft:
    """Return what is kept of a form.

    Args:
        question: What the form is for.
        words: What stands in its fields.
        at: The moment.
    """
    from edi_tui.services.kept_drafts import KeptDraft

    specs = fields_of(type(question.draft))
    return KeptDraft(
        kind=question.draft.KIND,
        heading=question.heading,
        begun={spec.name: question.begun(spec) for spec in specs},
        words=words,
        ref=question.ref,
        version=question.version,
        given=tuple(question.given),
        attaching=question.attaching,
        at=at.isoformat(timespec="seconds"),
        token=question.token,
    )


def begun_with(left: KeptDraft, base: Draft | None = None) -> Draft:
    """Return the draft that a form began with.

    Args:
        left: What was kept of the form.
        base: The record as it is now, whose values stand where words cannot be read.
    """
    start = base or DRAFTS[left.kind]()
    begun = {name: text for name, text in left.begun.items() if _differs(start, name, text)}
    try:
        return draft_from_words(type(start), begun, base=start)
    except InvalidError as error:
        read = {name: text for name, text in begun.items() if name not in error.problems}
        return draft_from_words(type(start), read, base=start)


def asked_again(left: KeptDraft, draft: Draft, choices: Choices, today: date) -> Question:
    """Return the question of a form that was left, with everything that was typed.

    Args:
        left: What was kept of the form.
        draft: What its fields begin with.
        choices: What its references may point to.
        today: The register's day.
    """
    return Question(
        left.heading,
        draft,
        choices,
        today,
        frozenset(left.given),
        words=left.words,
        attaching=left.attaching,
        ref=left.ref,
        version=left.version,
        token=left.token,
    )


def typed_words(left: KeptDraft) -> str:
    """Return the longest of what was typed, by which people know their own words again."""
    typed = (text for name, text in left.words.items() if text != left.begun.get(name, ""))
    return max(typed, key=len, default="")


def written_on(left: KeptDraft) -> str:
    """Return when a draft was kept, as people read it."""
    from datetime import datetime

    at = datetime.fromisoformat(left.at).astimezone()
    return f"{format_date(at.date())} at {at:%H:%M}"


def _differs(draft: Draft, name: str, text: str) -> bool:
    return any(
        spec.name == name and write_value(spec, getattr(draft, name)) != text
        for spec in fields_of(type(draft))
    )
