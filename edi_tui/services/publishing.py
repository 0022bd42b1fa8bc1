"""What has to be settled before anything is published."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from edi_tui.domain.errors import EdiError, NotFoundError
from edi_tui.domain.publishing.personal import Personal
from edi_tui.domain.quarters import Quarter
from edi_tui.services.public_report import last_closed
from edi_tui.services.register import Register

_NAMED = 5
"""How many details a refusal names."""


def newest_closed(register: Register) -> Quarter:
    """Return the newest closed quarter, which is what the public reads.

    Raises:
        NotFoundError: None is closed.
    """
    found = last_closed(register)
    if found is None:
        raise NotFoundError(
            "No quarter is closed yet, and the public reads closed quarters alone. Close one that "
            "has ended: edi-tui quarter close QUARTER."
        )
    return found


def refuse_personal(found: Iterable[Personal], acknowledged: Collection[str]) -> None:
    """Refuse to publish what is personal, until somebody has looked at it.

    Args:
        found: What is personal.
        acknowledged: References of records whose details may be published.

    Raises:
        EdiError: Something is left; it names records and fields and repeats no detail.
    """
    known = {ref.strip().upper() for ref in acknowledged}
    left = list(dict.fromkeys(one for one in found if one.ref not in known))
    if not left:
        return
    named = [one.told for one in left[:_NAMED]]
    if len(left) > _NAMED:
        named.append(f"{len(left) - _NAMED:,} more")
    refs = " ".join(f"--acknowledge {ref}" for ref in dict.fromkeys(one.ref for one in left))
    raise EdiError(
        f"Nothing was published, because the public would read personal details: "
        f"{'; '.join(named)}. Take them out, or say that each may be published: {refs}."
    )
