"""What has to be settled before anything is published, and what is kept of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from edi_tui.domain.closing import Closing
from edi_tui.domain.errors import ConflictError, EdiError, NotFoundError
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.suppression.suppressed import Narrowed
from edi_tui.services.closed_quarters import closings
from edi_tui.services.public_content import PublicReport
from edi_tui.services.register import Register
from edi_tui.store.publications import published, remember

_NAMED = 5
"""How many details a refusal names."""


class UnseenError(EdiError):
    """Something would be published that harms somebody, and that nobody has looked at."""

    title = "Not published"

    def __init__(self, message: str, found: Sequence[str], refs: Sequence[str]) -> None:
        """Say it in sentences.

        Args:
            message: The sentences.
            found: Where each of it is and what it is, without repeating it.
            refs: The records that it is in, by which it is acknowledged.
        """
        super().__init__(message)
        self.found = found
        self.refs = refs


def standing_closings(register: Register, until: int | None = None) -> dict[Quarter, Closing]:
    """Return how each closed quarter was closed, the last time where it was issued again.

    Args:
        register: The register.
        until: The last entry of the change log that counts; all of them without it.

    Raises:
        NotFoundError: None is closed.
    """
    made = closings(register)
    # The change log says of a closing right after the entry that it was made at.
    found = {one.quarter: one for one in made if until is None or one.head_seq < until}
    if not found:
        raise NotFoundError(
            "No quarter is closed yet, and the public reads closed quarters alone. Close one that "
            "has ended: edi-tui quarter close QUARTER."
        )
    return found


def newest_closed(register: Register) -> Quarter:
    """Return the newest closed quarter, which is what the public reads.

    Raises:
        NotFoundError: None is closed.
    """
    return max(standing_closings(register))


def refuse_unseen(reports: Iterable[PublicReport], acknowledged: Collection[str]) -> None:
    """Refuse to publish what harms somebody, until somebody has looked at it.

    That is what is personal, and small numbers that hiding cannot protect any more.

    Args:
        reports: What would be published.
        acknowledged: References of records of which it may be published all the same.

    Raises:
        UnseenError: Something is left; it names records and fields and repeats no detail.
    """
    known = {ref.strip().upper() for ref in acknowledged}
    told = list(reports)
    details = [(one.ref, one.told) for report in told for one in report.personal]
    small = [(one.key[0], _where(one)) for report in told for one in report.bare]
    details = [one for one in details if one[0] not in known]
    small = [one for one in small if one[0] not in known]
    refused = [
        *_refused(
            details,
            "the public would read personal details",
            "Take them out, or say that each may be published",
        ),
        *_refused(
            small,
            "the public could work out small numbers from these with what it was given before",
            "Take back the objectives that they are of (edi-tui edit OBJ-001 --published no), or "
            "say that each may be published all the same; --log says how much can be told",
        ),
    ]
    if refused:  # both at once, since a reference acknowledges whatever is said of it
        left = dict.fromkeys([*details, *small])
        refs = dict.fromkeys(ref for ref, _ in left)
        raise UnseenError(" ".join(refused), [each for _, each in left], list(refs))


def _where(small: Narrowed) -> str:
    """Return where a small number is, without the number, which ends its key."""
    return ", ".join(small.key[:-1])


def _refused(found: Sequence[tuple[str, str]], because: str, then: str) -> Iterator[str]:
    """Yield why what was found is refused; each has a reference and words for what it is."""
    left = dict(zip([told for _, told in found], [ref for ref, _ in found], strict=True))
    if not left:
        return
    named = list(left)[:_NAMED]
    if len(left) > _NAMED:
        named.append(f"{len(left) - _NAMED:,} more")
    refs = " ".join(f"--acknowledge {ref}" for ref in dict.fromkeys(left.values()))
    yield f"Nothing was published, because {because}: {'; '.join(named)}. {then}: {refs}."


def keep(register: Register, reports: Iterable[PublicReport]) -> None:
    """Keep what the public is given, so that what comes after it gives nothing of it away.

    It is kept before it is given. If it is never given, no harm is done: the same is given next
    time, and what is published after it hides rather more than it has to.

    Raises:
        ConflictError: Something else was published since the reports were made.
        ReadOnlyError: The register cannot be written.
    """
    new = [one for one in reports if one.closing.number not in one.known]
    if not new:
        return
    with register.writing(f"publish {', '.join(str(one.quarter) for one in new)}") as changes:
        known = published(changes.session).keys()
        if any(one.known != known for one in new):
            raise ConflictError(
                "Nothing was published: somebody else published a quarter in the meantime, and "
                "what is hidden depends on it. Do it again."
            )
        for one in new:
            remember(changes, one.closing.number, list(one.made))
