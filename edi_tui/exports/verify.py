"""Whether a paper is what a closed quarter of this register gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from edi_tui.domain import ways
from edi_tui.domain.closing import Closing
from edi_tui.domain.errors import FileRefusedError, InvalidError, NotFoundError
from edi_tui.domain.words import Audience
from edi_tui.exports.diff_paper import DIFF
from edi_tui.exports.manifest import LIST, SITE, Manifest, made_by, template_digest
from edi_tui.exports.read_manifest import read_manifest
from edi_tui.exports.remade import is_known, remade
from edi_tui.exports.sameness import alike, same_parts
from edi_tui.exports.site_again import published_since, site_again
from edi_tui.exports.verdict import Verdict, Verified, named, standing
from edi_tui.exports.verify_table import is_table, recognised
from edi_tui.exports.wording import listed
from edi_tui.services.closed_quarters import closings, knows
from edi_tui.services.judged import rule_versions
from edi_tui.services.kept_quarter import kept_quarter
from edi_tui.services.register import Register

__all__ = ["LARGEST", "Verdict", "Verified", "verify_paper"]

LARGEST = 500_000_000
"""Most bytes of a file that is taken for a paper."""


def verify_paper(register: Register, path: Path, template: bytes | None = None) -> Verified:
    """Make the paper again from what was frozen and compare the two; nothing is changed.

    Args:
        register: The register that it is held against.
        path: The paper.
        template: The Word document that it was written into, where it was.

    Raises:
        FileRefusedError: It is no file, larger than any paper, or cannot be read.
        CorruptError: What was frozen has been changed since, of its quarter or of the one that it
            compares with.
    """
    data = _content(path)
    manifest = read_manifest(data)
    if manifest is not None and manifest.audience in set(Audience):
        return _verified(register, data, manifest, template)
    if is_table(data):
        return recognised(register, data)
    return Verified(
        Verdict.NO_PAPER,
        "says nothing of a quarter that it was made from: it is no paper of edi-tui, or a list in "
        "CSV, which has no room for it, or another program has saved it anew.",
    )


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise FileRefusedError(f"{path} is no file. Name the paper.")
    if path.stat().st_size > LARGEST:
        raise FileRefusedError(f"{path} is larger than any paper. Name the paper.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileRefusedError(f"{path} cannot be read: {error.strerror}.") from error


def _verified(
    register: Register, data: bytes, manifest: Manifest, template: bytes | None
) -> Verified:
    if manifest.paper == LIST:
        return _of_list(register, manifest)
    if not manifest.snapshot:
        said = f"was made while {manifest.quarter} was open, so nothing frozen vouches for it."
        return Verified(Verdict.NOT_CLOSED, said, manifest)
    made = closings(register)
    wanted = [digest for digest in (manifest.snapshot, manifest.before) if digest]
    found = [one for digest in wanted for one in made if one.digest == digest]
    if len(found) < len(wanted):
        return _strange(register, manifest, found)
    if not is_known(manifest):
        return _unmade(register, found, manifest)
    if manifest.paper == SITE and not knows(register, manifest.head):
        return Verified(Verdict.OTHER_REGISTER, _of_a_copy(manifest), manifest, found[0])
    try:
        return _held_against(register, data, found, manifest, template)
    except (InvalidError, NotFoundError):
        return _unmade(register, found, manifest)


def _held_against(
    register: Register,
    data: bytes,
    found: list[Closing],
    manifest: Manifest,
    template: bytes | None,
) -> Verified:
    """Return what comes of holding a paper against what its snapshots give."""
    others: list[bytes] = []
    for again in remade(register, found, manifest, template):
        if data == again:
            return _same(register, found, "to the last byte", manifest)
        if same_parts(data, again):
            return _same(register, found, "part for part", manifest)
        others.append(again)
    if not others:
        said = f"is for the public, and nothing was ever published of {named(found[0])}."
        return Verified(Verdict.NOT_PUBLISHED, said, manifest, found[0])
    return _different(register, found, manifest, template, alike(data, others, manifest.format))


def _unmade(register: Register, found: list[Closing], manifest: Manifest) -> Verified:
    """Return what is said of a sort of paper that this release does not make of the quarter."""
    if _of_other_release(manifest):
        said = f"{made_by(manifest.format)} makes no such paper of {found[0].quarter}"
        return _untold(register, found, manifest, said)
    said = f"has been changed since it was written: {named(found[0])} gives no such paper."
    return Verified(Verdict.CHANGED, said, manifest, found[0])


def _of_other_release(manifest: Manifest) -> bool:
    """Tell whether another release of this program made a paper, which alone decides its words."""
    own, here = (said.partition(",")[0] for said in (manifest.made_by, made_by(manifest.format)))
    return own != here


def _untold(
    register: Register, found: list[Closing], manifest: Manifest, otherwise: str
) -> Verified:
    """Return what is said of a paper of which this release cannot tell whether it was changed.

    Args:
        register: The register.
        found: The snapshots that it was made from.
        manifest: What it says of itself.
        otherwise: What this release makes otherwise, after “was made by …, and ”.
    """
    now, frozen = rule_versions(), [kept_quarter(register, one).report.rules for one in found]
    others = tuple(dict.fromkeys(one for then in frozen for one in ways.otherwise(then, now)))
    told = f" (other than when its quarter was closed: {listed(others)})" if others else ""
    said = (
        f"was made by {manifest.made_by}, and {otherwise}{told}, so it cannot be told here whether "
        "it was changed since; verify it with the release that made it."
    )
    return Verified(Verdict.CANNOT_TELL, said, manifest, found[0], others)


def _strange(register: Register, manifest: Manifest, found: list[Closing]) -> Verified:
    """Return what is said of a paper whose snapshot is not in the register."""
    own = any(one.digest == manifest.snapshot for one in found)
    what = f"is of {manifest.quarter} and compares with" if own else "was made from"
    of = "an earlier quarter" if own else manifest.quarter
    if knows(register, manifest.head):
        said = (
            f"{what} a snapshot of {of} that this register no longer has, though its change log "
            "goes back to it."
        )
        return Verified(Verdict.LOST, said, manifest)
    said = f"is of another register: this one has never frozen {of} as it says."
    return Verified(Verdict.OTHER_REGISTER, said, manifest)


def _different(
    register: Register,
    found: list[Closing],
    manifest: Manifest,
    template: bytes | None,
    same_words: bool | None,
) -> Verified:
    """Return what is said of a paper that is not what was frozen.

    Neither a template nor another release may hide that its words are others.
    """
    closing, here = found[0], made_by(manifest.format)
    elsewhere = manifest.made_by != here
    makes = f"{here} makes the paper of {closing.quarter}"
    if same_words is False and _of_other_release(manifest):
        return _untold(register, found, manifest, f"{makes} with other words")
    if same_words is not False and manifest.template != template_digest(template):
        return Verified(Verdict.OTHER_TEMPLATE, _of_template(manifest), manifest, closing)
    if same_words is None and elsewhere:
        said = f"{makes} otherwise, and what such a file says is not read here"
        return _untold(register, found, manifest, said)
    if same_words and elsewhere:
        said = (
            f"was made by {manifest.made_by}, and {makes} otherwise, with the same words; verify "
            "it with the release that made it."
        )
        return Verified(Verdict.OTHER_RELEASE, said, manifest, closing)
    said = (
        f"says the same words as {named(closing)} gives, but is not the file that was written: "
        "another program has saved it anew, or something unseen was changed."
        if same_words
        else f"has been changed since it was written: {named(closing)} gives other content."
    )
    return Verified(Verdict.CHANGED, said, manifest, closing)


def _of_template(manifest: Manifest) -> str:
    if not manifest.template:
        return "was written without a template, and its text is the same; verify it without one."
    return (
        "was written into a Word template, and its own text is the same; verify it with that very "
        "file as its template."
    )


def _same(register: Register, found: list[Closing], how: str, manifest: Manifest) -> Verified:
    """Return what is said of a paper that is what its snapshots give."""
    made = closings(register)
    if manifest.paper != SITE:
        # A paper on what changed stands with both its quarters, every other one with its own.
        shown = found if manifest.paper == DIFF else found[:1]
        return standing(made, shown, how, manifest)
    again = site_again(register, manifest)
    shown = again.shown if again else found
    verified = standing(made, [*found, *shown], how, manifest)
    if verified.verdict is Verdict.MATCHES and (later := published_since(register, shown)):
        said = f"{verified.said.removesuffix('.')}, but {later} was published since."
        return replace(verified, verdict=Verdict.REISSUED, said=said)
    return verified


def _of_list(register: Register, manifest: Manifest) -> Verified:
    """Return what is said of a list, which is of the open register."""
    told = (
        f"is a list of {manifest.part.replace('_', ' ')} as the register stood at entry "
        f"{manifest.head} of its change log, which this register"
    )
    if knows(register, manifest.head):
        said = f"{told} has; a list is of no closed quarter, so nothing frozen vouches for it."
        return Verified(Verdict.NOT_CLOSED, said, manifest)
    said = (
        f"{told} does not have: it is of another register, of a copy, or this one was put back to "
        "what it was before."
    )
    return Verified(Verdict.OTHER_REGISTER, said, manifest)


def _of_a_copy(manifest: Manifest) -> str:
    return (
        f"was made at entry {manifest.head} of a change log, which this register does not have: it "
        "is of a copy of this register, or this one was put back to what it was before."
    )
