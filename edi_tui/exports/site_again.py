"""A page of the site made anew, as it was when the change log had come as far as it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from edi_tui.domain.closing import Closing
from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.quarters import Quarter
from edi_tui.exports.manifest import Manifest
from edi_tui.exports.publish import published_quarters, told_quarters
from edi_tui.exports.site import site_files
from edi_tui.services.closed_quarters import closings
from edi_tui.services.register import Register
from edi_tui.services.small_numbers import known_decisions


class Again(NamedTuple):
    """A site made anew."""

    pages: dict[str, bytes]
    shown: list[Closing]
    """The snapshots that it shows, the newest quarter first."""


_Made = dict[tuple[str, str], Again]
"""A site by the entry of the change log and the releases that it was made with."""
_KEPT: dict[object, _Made] = {}
"""The site made anew last for each register whose pages are being compared, by its engine."""


@contextmanager
def kept_site(register: Register) -> Iterator[None]:
    """Keep the site that is made anew, so that it is not made for each page, and then let it go."""
    _KEPT[register.engine] = {}
    try:
        yield
    finally:
        del _KEPT[register.engine]


def page_again(register: Register, manifest: Manifest) -> Iterator[bytes]:
    """Yield a page as it was published; nothing where it never was.

    Raises:
        NotFoundError: The site had no such page.
        CorruptError: What was frozen, or published, has been changed since.
    """
    made = site_again(register, manifest)
    if made is not None:
        if manifest.part not in made.pages:
            raise NotFoundError(f"The site had no page {manifest.part}.")
        yield made.pages[manifest.part]


def site_again(register: Register, manifest: Manifest) -> Again | None:
    """Return the site that was made together with a page; None where it was never published.

    Raises:
        NotFoundError: No quarter was closed by then.
        CorruptError: What was frozen, or published, has been changed since.
    """
    made, known = _KEPT.get(register.engine, {}), (manifest.head, manifest.made_by)
    if known not in made:
        made.clear()
        reports = published_quarters(register, _number(manifest.head))
        if any(one.closing.number not in one.known for one in reports):
            return None
        pages = site_files(told_quarters(register, reports), *known)
        made[known] = Again(pages, [one.closing for one in reports])
    return made[known]


def published_since(register: Register, shown: Sequence[Closing]) -> Quarter | None:
    """Return the newest quarter that was published since; None where a page shows the newest."""
    known = known_decisions(register)
    newest = max(one.quarter for one in closings(register) if one.number in known)
    return newest if newest > shown[0].quarter else None


def _number(head: str) -> int:
    return int(head.partition(":")[0])
