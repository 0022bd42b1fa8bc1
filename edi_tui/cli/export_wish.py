"""What is asked of an export, and what does not go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from edi_tui.cli.formats import format_named
from edi_tui.cli.kinds import kind_named
from edi_tui.cli.public_papers import audience_named
from edi_tui.cli.quarters import quarter_named
from edi_tui.cli.word_templates import ONLY_WORD, template_named
from edi_tui.domain.text import shortened
from edi_tui.domain.words import Audience

if TYPE_CHECKING:
    from edi_tui.exports.order import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What was typed."""

    what: str
    """`status`, the name of a shape, or a kind of record."""
    quarter: str | None
    as_at: str | None
    layout: str | None
    audience: str
    log: bool
    acknowledged: Sequence[str]
    wanted: str
    member: str
    """Whose appraisal sheet it is; empty for anything else."""
    output: str
    template: Path | None
    force: bool

    @property
    def target(self) -> Path | None:
        """The file; None for standard output."""
        return None if self.output == "-" else Path(self.output)

    @property
    def reader(self) -> Audience:
        """Whom it is for."""
        return audience_named(self.audience)

    @property
    def is_status(self) -> bool:
        """Whether it is the status paper."""
        return self.what == "status"

    @property
    def is_shape(self) -> bool:
        """Whether it is another paper of a quarter, or one member's appraisal sheet."""
        from edi_tui.exports.shapes import SHAPES

        return self.what in SHAPES or bool(self.member)

    @property
    def is_public(self) -> bool:
        """Whether it is the paper for all staff and the public."""
        return self.is_status and self.reader is Audience.PUBLIC

    @property
    def format(self) -> str:
        """The format that was asked for, else that of the file's name, else the first.

        Raises:
            typer.BadParameter: It is none of the paper's.
        """
        return format_named(self.layout, self.target, _formats(self))


def _formats(wish: ExportWish) -> tuple[str, ...]:
    from edi_tui.exports.export import FORMATS, LIST_FORMATS
    from edi_tui.exports.formats import PAPER_FORMATS

    return PAPER_FORMATS if wish.is_shape else FORMATS if wish.is_status else LIST_FORMATS


def order_of(wish: ExportWish, as_at: date | None) -> Order:
    """Return what was typed as an order for a file.

    Raises:
        InvalidError: The quarter is none.
        typer.BadParameter: There is no such paper or list.
        FileRefusedError: The template is no file, or cannot be read.
    """
    from edi_tui.exports.order import Order
    from edi_tui.services.lists import LISTED

    paper = wish.is_status or wish.is_shape
    return Order(
        what=wish.what if paper else kind_named(wish.what, LISTED),
        format=wish.format,
        quarter=quarter_named(wish.quarter) if wish.quarter is not None else None,
        as_at=as_at,
        audience=wish.reader,
        acknowledged=wish.acknowledged,
        member=wish.member,
        wanted=wish.wanted,
        template=template_named(wish.template),
    )


def refuse_unfit(wish: ExportWish) -> None:
    """Refuse options that do not go together.

    Raises:
        typer.BadParameter: Some do not.
    """
    for rules in (_of_name, _of_format, _of_paper, _of_reader):
        for option, problem in rules(wish):
            raise typer.BadParameter(problem, param_hint=option)


def _of_name(wish: ExportWish) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with what is asked for, on which all else depends."""
    from edi_tui.domain.kinds import Kind, read_kind
    from edi_tui.exports.appraisal_sheet import SHEET
    from edi_tui.exports.shapes import SHAPES
    from edi_tui.services.lists import LISTED

    papers = ("status", *SHAPES, SHEET)
    if wish.what not in papers and read_kind(wish.what) not in LISTED:
        lists = [kind.plural for kind in LISTED if kind is not Kind.APPRAISAL]
        yield "WHAT", _unknown(wish.what, papers, lists)
    if wish.what == SHEET and not wish.member:
        yield (
            "--member",
            "Appraisals are confidential, so a sheet is of one member. Say whose: edi-tui export "
            "appraisal --member REF.",
        )


def _unknown(word: str, papers: Sequence[str], lists: Sequence[str]) -> str:
    nearest = get_close_matches(word.lower(), (*papers, *lists), n=1, cutoff=0.5)
    meant = f" Did you mean “{nearest[0]}”?" if nearest else ""
    return (
        f"“{shortened(word, 40)}” is no paper and no list.{meant} There are the papers "
        f"{', '.join(papers)}, and the lists {', '.join(lists)}."
    )


def _of_format(wish: ExportWish) -> Iterator[tuple[str, str]]:
    chosen = wish.format
    if wish.template is not None and chosen != "docx":
        yield "--template", ONLY_WORD


def _of_paper(wish: ExportWish) -> Iterator[tuple[str, str]]:
    from edi_tui.exports.appraisal_sheet import SHEET

    if wish.member and wish.what != SHEET:
        yield "--member", "Only the appraisal sheet is of one member."
    if wish.wanted and wish.is_shape:
        yield "--filter", "Only a list is filtered."
    if wish.wanted and wish.is_status:
        yield "--filter", "The status paper shows the whole register; filter a list."
    if wish.quarter is not None and not (wish.is_status or wish.is_shape):
        yield "--quarter", "Only papers have a quarter."


def _of_reader(wish: ExportWish) -> Iterator[tuple[str, str]]:
    if not wish.is_status and wish.reader is not Audience.COMMITTEE:
        yield "--for", "Only the status paper is written for others than the committee."
    if wish.is_public and wish.as_at is not None:
        yield "--as-at", "The public reads a quarter as it was closed; leave the date out."
    if wish.log and not wish.is_public:
        yield "--log", "Nothing is hidden in this paper."
    if wish.acknowledged and not wish.is_public:
        yield (
            "--acknowledge",
            "Only what is for the public has to be acknowledged; add --for public.",
        )
