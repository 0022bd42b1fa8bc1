"""A digest as a paper, and how it is written for an e-mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edi_tui.domain.answering import NOBODY
from edi_tui.domain.digest import Call, Digest
from edi_tui.domain.due import format_date
from edi_tui.exports.paper import Paper, Section, printable
from edi_tui.exports.wording import listed, number_of

_HEADINGS: Mapping[Call, str] = {
    Call.OVERDUE: "Overdue",
    Call.DUE: "Due by {until}",
    Call.SILENT: "No update since the last whole quarter",
    Call.REVIEW: "To be reviewed",
}


def digest_paper(digest: Digest) -> Paper:
    """Return the digest of one owner as a paper without tables."""
    return printable(
        Paper(
            title=f"Equality, diversity and inclusion: {digest.owner or NOBODY}",
            subtitles=(f"As at {format_date(digest.today)}, looking ahead to {_until(digest)}",),
            sections=(*_sections(digest), Section("Left out", (left_out(digest),))),
            dated=digest.today,
        )
    )


def _until(digest: Digest) -> str:
    return format_date(digest.until)


def _sections(digest: Digest) -> Iterator[Section]:
    for call, heading in _HEADINGS.items():
        told = [one for one in digest.reminders if one.call is call]
        if told:
            lines = tuple(f"{one.ref}: {one.what} ({one.why})" for one in told)
            yield Section(heading.format(until=_until(digest)), lines)
    if not digest.reminders:
        yield Section("Nothing to do", ("Nothing of yours asks for anything by then.",))


def left_out(digest: Digest) -> str:
    """Return the sentence that says what a digest leaves out."""
    parts = []
    if digest.quiet:
        parts.append(f"{digest.quiet:,} that {_ask(digest.quiet)} for nothing by then")
    if digest.closed:
        parts.append(f"{digest.closed:,} that {'is' if digest.closed == 1 else 'are'} closed")
    said = listed(parts) or "nothing"
    return f"Left out: {said}. Appraisals are confidential and in no digest."


def _ask(count: int) -> str:
    return "asks" if count == 1 else "ask"


def to_text(paper: Paper) -> bytes:
    """Return a paper without tables as plain text, each paragraph of a section a line."""
    blocks = [f"{paper.title}\n{'=' * len(paper.title)}", *paper.subtitles]
    for section in paper.sections:
        lines = "\n".join(f"- {line}" for line in section.paragraphs)
        blocks.append(f"{section.heading}\n{'-' * len(section.heading)}\n{lines}")
    return ("\n\n".join(blocks) + "\n").encode()


def digest_counts(digest: Digest) -> str:
    """Return how many reminders a digest holds, with whose it is."""
    return f"{digest.owner or NOBODY}: {number_of(len(digest.reminders), 'reminder')}"


def file_name(digest: Digest, suffix: str, taken: set[str]) -> str:
    """Return a file's name that says whose digest it is and that no other has."""
    letters = "".join(
        char if char.isascii() and char.isalnum() else " " for char in digest.owner.lower()
    )
    name = base = "-".join(letters.split())[:60] or "nobody-named"
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return f"{name}.{suffix}"
