"""What a person says of evidence, frameworks and what others ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from edi_tui.domain.draft import JUDGED, SUPPORTED, Draft
from edi_tui.domain.fields import (
    choice,
    day,
    flag,
    line,
    number,
    prose,
    reference,
    references,
    sentence,
)
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Asker, EvidenceKind, ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDraft(Draft):
    """A file, link or note that proves something."""

    KIND = Kind.EVIDENCE
    title: str = line("Title", required=True)
    kind: EvidenceKind = choice("Kind", EvidenceKind.DOCUMENT)
    link: str = line("Link", "An address beginning https:// where it can be read.")
    note: str = prose("Note", "What it shows. Leave out names and anything about one person.")
    dated_on: date | None = day("Dated")
    expires_on: date | None = day("Good until", "When it should be looked at again.")
    submitted_by: str = line("Submitted by", "The office that brought it, not the person.")
    review: ReviewState = choice("Review", ReviewState.NOT_REVIEWED)
    verified_by: str = line("Verified by", "Another office than the one that submitted it.")
    verified_on: date | None = day("Verified on")
    independent: bool = flag("Independent")
    supports: tuple[str, ...] = references(
        "Supports",
        *SUPPORTED,
        hint="References with semicolons between, such as OBJ-004; NET-001.",
    )
    file_name: str = line("File", typed=False)
    sha256: str = line("SHA-256", typed=False)
    size: Decimal | None = number("Size in bytes", typed=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkItemDraft(Draft):
    """One entry of a framework: a high impact action, an indicator, or an own commitment."""

    KIND = Kind.FRAMEWORK_ITEM
    code: str = line("Code", required=True)
    framework: str = line("Framework", required=True)
    title: str = sentence("Title", required=True)
    source: str = line("Source")
    deadline: str = line("Deadline", "The date that the framework sets, in its words.")
    valid_from: date | None = day("Valid from")
    valid_to: date | None = day("Valid to")
    checked_on: date | None = day("Checked on", "Empty while the wording is unconfirmed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeDraft(Draft):
    """A question from outside that is due an answer."""

    KIND = Kind.CHALLENGE
    asker: Asker = choice("Asked by", Asker.ICB)
    asker_name: str = line("Name", "Such as Hampshire and Isle of Wight ICB.")
    asked_on: date | None = day("Asked", required=True)
    question: str = prose("Question", required=True)
    answer_by: date | None = day("Answer due")
    owner: str = reference("Answers", Kind.MEMBER, hint="The board member who answers.")
    objective: str = reference("About objective", Kind.OBJECTIVE)
    answer: str = prose("Answer", "What was answered; attach the evidence to the challenge.")
    answered_on: date | None = day("Answered")
    closed_on: date | None = day("Closed by the asker", "When the asker said it is settled.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverDraft(Draft):
    """A rule that is set aside for one record, for a reason that prints."""

    KIND = Kind.WAIVER
    rule: str = line("Rule", "The rule's id, such as H1; check prints it.", required=True)
    subject: str = reference("Record", *JUDGED, required=True)
    reason: str = prose(
        "Reason", "It is printed wherever the rule would have spoken.", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentDraft(Draft):
    """A sentence of a public statement, until it is a SMART objective or parked."""

    KIND = Kind.COMMITMENT
    text: str = sentence("Words", "The sentence as it was said.", required=True)
    statement: str = line("Statement", "Where it was said.", required=True)
    place: Decimal | None = number("Sentence number", typed=False)
    objective: str = reference("Became", Kind.OBJECTIVE)
    parked: str = prose("Parked because", "Why nothing follows from it for now.")
