"""Whether a folder holds the site as it was published, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from edi_tui.domain.errors import FileRefusedError
from edi_tui.exports.manifest import SITE
from edi_tui.exports.site import INDEX
from edi_tui.exports.site_again import kept_site, site_again
from edi_tui.exports.verify import Verdict, Verified, verify_paper
from edi_tui.services.register import Register

NAMED = 10
"""How many pages that differ are named."""
_RIGHT = (Verdict.MATCHES, Verdict.REISSUED)
_GRAVE = {Verdict.MATCHES: 0, Verdict.REISSUED: 1, Verdict.CHANGED: 3}
"""How much a verdict of one page weighs for the whole; any other is between."""


@dataclass(frozen=True, slots=True)
class VerifiedSite:
    """What was found of each page, by its way from the folder."""

    pages: Mapping[str, Verified]

    @property
    def verdict(self) -> Verdict:
        """The gravest of all."""
        return max((one.verdict for one in self.pages.values()), key=lambda one: _GRAVE.get(one, 2))

    @property
    def said(self) -> Iterator[str]:
        """Sentences: how many pages are right, and what is the matter with the others."""
        wrong = {name: one for name, one in self.pages.items() if one.verdict not in _RIGHT}
        total, right = len(self.pages), len(self.pages) - len(wrong)
        yield f"{right:,} of {_pages(total)} {'is' if right == 1 else 'are'} what was published."
        for name, one in list(wrong.items())[:NAMED]:
            yield f"{name} {one.said}"
        if len(wrong) > NAMED:
            yield f"{len(wrong) - NAMED:,} more are not; --json names them all."
        old = [(k, one) for k, one in self.pages.items() if one.verdict is Verdict.REISSUED]
        for name, one in old[:1]:
            yield f"{_pages(len(old))} no longer the newest: {name} {one.said}"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count:,} pages"


def verify_folder(register: Register, folder: Path) -> VerifiedSite:
    """Make a site again from what was frozen and published, and compare each page.

    Raises:
        FileRefusedError: There is no page in the folder, or one cannot be read.
        CorruptError: What was frozen, or published, has been changed since.
    """
    pages = (path for path in sorted(folder.rglob("*.html")) if path.is_file())
    paths = {path.relative_to(folder).as_posix(): path for path in pages}
    if not paths:
        raise FileRefusedError(f"{folder} holds no page. Name a paper, or the folder of a site.")
    with kept_site(register):
        found = {name: verify_paper(register, path) for name, path in paths.items()}
        first = found.get(INDEX, next(iter(found.values())))
        placed = {name: _placed(name, one, first) for name, one in found.items()}
        return VerifiedSite({**placed, **_missing(register, first, found)})


def _placed(name: str, one: Verified, first: Verified) -> Verified:
    """Return what is found of a page that has to lie in its place, beside those made with it."""
    if one.verdict not in _RIGHT or one.manifest is None or first.manifest is None:
        return one
    if one.manifest.paper != SITE:
        return replace(one, verdict=Verdict.NO_PAPER, said="is a paper and no page of a site.")
    if one.manifest.part != name:
        told = f"is the page {one.manifest.part}, put in the place of another."
        return replace(one, verdict=Verdict.CHANGED, said=told)
    if one.manifest.head != first.manifest.head:
        told = "was not made together with the first page: a site is published as a whole."
        return replace(one, verdict=Verdict.CHANGED, said=told)
    return one


def _missing(
    register: Register, first: Verified, found: Mapping[str, Verified]
) -> Mapping[str, Verified]:
    """Return the pages that are not there, as far as the first page is what was published."""
    if first.verdict not in _RIGHT or first.manifest is None or first.manifest.paper != SITE:
        return {}
    again = site_again(register, first.manifest)
    made = again.pages if again else {}
    gone = Verified(Verdict.CHANGED, "is not there, though it was published.")
    return dict.fromkeys((name for name in made if name not in found), gone)
