"""A file that somebody wishes to be written, as read from the words of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.quarter_words import read_quarter
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.values import read_day
from edi_tui.domain.words import Audience
from edi_tui.tui.export_words import (
    FileFormat,
    audience_of,
    export_command,
    format_of,
    quarter_of,
    refs_in,
)
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.folder import bare_path

if TYPE_CHECKING:
    from edi_tui.exports.offers import Offer
    from edi_tui.exports.order import Order

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Prospect:
    """What can be ordered of a register."""

    today: date
    offers: Sequence[Offer]
    closed: Sequence[Quarter]
    """The closed quarters, the newest first."""
    members: Choices
    folder: Path
    """Where files are proposed to be written."""


@dataclass(frozen=True, slots=True)
class FileWish:
    """A file to be written."""

    order: Order
    path: Path
    template: Path | None
    """The Word document that it is written into, which is yet to be read."""
    force: bool
    """Whether a file that is there is replaced."""
    words: Mapping[str, str]
    """What stood in each field."""
    command: Sequence[str]
    """The words of the command that does the same."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why a file was not written."""

    field: str
    """Where that is put right."""
    problem: str
    there: bool = False
    """Whether it is that a file is there, which may be replaced."""


def wish_of(
    prospect: Prospect,
    offer: Offer,
    words: Mapping[str, str],
    asked: Mapping[str, str],
    *,
    force: bool,
) -> FileWish:
    """Return the file that is wished for.

    Args:
        prospect: What can be ordered.
        offer: What is chosen of it.
        words: What stands in all fields.
        asked: What stands in those that it asks for.
        force: Whether a file that is there is replaced.

    Raises:
        InvalidError: With one sentence for each field that is wrong.
    """
    problems: dict[str, str] = {}

    def read(name: str, reader: Callable[[str], T]) -> T | None:
        try:
            return reader(asked[name]) if name in asked else None
        except ValueError as error:
            problems[name] = str(error)
            return None

    quarter = read("quarter", partial(_quarter, prospect, offer, audience_of(asked)))
    member = read("member", partial(_member, offer))
    as_at = read("as_at", lambda typed: read_day(typed, prospect.today))
    template = read("template", _template)
    path = read("path", partial(file_at, format_of(asked)))
    if problems or path is None:
        raise InvalidError(problems)
    order = replace(_order(offer.what, asked, quarter, member or ""), as_at=as_at)
    done_by = export_command(offer.what, placed(asked), path, force=force)
    return FileWish(order, path, template, force, words, done_by)


def _template(words: str) -> Path | None:
    """Return the place of the template, where one is named.

    Raises:
        ValueError: It is none on this computer.
    """
    if not words.strip():
        return None
    return place_at(words, "Name a Word document, or leave it empty.")


def placed(asked: Mapping[str, str]) -> Mapping[str, str]:
    """Return what stands in the fields, the template named so that a command finds it too."""
    words = asked.get("template", "")
    return {**asked, "template": str(place_typed(words))} if words.strip() else asked


def _order(what: str, asked: Mapping[str, str], quarter: Quarter | None, member: str) -> Order:
    from edi_tui.exports.order import Order

    return Order(
        what=what,
        format=format_of(asked).value,
        quarter=quarter,
        later=quarter_of(asked.get("later", "")),
        audience=audience_of(asked),
        acknowledged=refs_in(asked.get("acknowledged", "")),
        member=member,
        wanted=asked.get("wanted", ""),
    )


def _quarter(prospect: Prospect, offer: Offer, audience: Audience, words: str) -> Quarter:
    """Return the quarter that is typed.

    Raises:
        ValueError: It is none, or has to be closed and is not.
    """
    quarter = read_quarter(words)
    if quarter in prospect.closed:
        return quarter
    if audience is Audience.PUBLIC:
        raise ValueError(f"{quarter} is not closed, and the public reads closed quarters only.")
    if "later" in offer.asks:
        raise ValueError(f"{quarter} is not closed, so nothing is compared with it.")
    return quarter


def _member(offer: Offer, words: str) -> str:
    """Return the board member.

    Raises:
        ValueError: None is named where one has to be.
    """
    from edi_tui.exports.appraisal_sheet import SHEET

    if offer.what == SHEET and not words.strip():
        raise ValueError("Choose whose appraisal sheet it is.")
    return words.strip()


def place_at(words: str, missing: str = "Say where to write it.") -> Path:
    """Return the place of a file or a folder, to be written unless said otherwise.

    Args:
        words: What was typed.
        missing: What is said where that names no file or folder.

    Raises:
        ValueError: None is named.
    """
    try:
        path = Path(bare_path(words)).expanduser()
    except RuntimeError as error:  # ~somebody who has no home
        raise ValueError(f"“{words}” is not a place on this computer.") from error
    if not path.name:
        raise ValueError(missing)
    return path


def place_typed(words: str, read: Callable[[str], Path] = place_at) -> Path:
    """Return a place as it is read, or in the words that are typed where they name none yet."""
    try:
        return read(words)
    except ValueError:
        return Path(words)


def file_at(kind: FileFormat, words: str) -> Path:
    """Return where to write a file, with the ending of its format.

    Raises:
        ValueError: No file is named.
    """
    path = place_at(words)
    return path if path.suffix == f".{kind.value}" else path.with_name(f"{path.name}.{kind.value}")
