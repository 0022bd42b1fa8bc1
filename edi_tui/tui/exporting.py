"""Writing a file: choose what is in it, for whom, in what form and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from edi_tui.domain.errors import EdiError, FileRefusedError, InvalidError, OutputExistsError
from edi_tui.domain.kinds import Kind
from edi_tui.tui.file_wish import Complaint, FileWish, Prospect
from edi_tui.tui.forms.choices import choices_of
from edi_tui.tui.last_folder import last_folder, remember_folder
from edi_tui.tui.modals.export import ExportForm
from edi_tui.tui.screen import EdiScreen

if TYPE_CHECKING:
    from pathlib import Path

    from edi_tui.exports.order import Order
    from edi_tui.services.publishing import UnseenError
    from edi_tui.services.register import Register

_THERE = "There is a file of that name already. Choose another name, or replace it."


async def write_file(screen: EdiScreen) -> None:
    """Ask for a file and write it; a refusal shows the form again, as it was left."""
    state = screen.edi.surroundings.state
    prospect = await screen.stored(partial(_prospect, screen.listed, state))
    if isinstance(prospect, EdiError):
        screen.edi.refuse(prospect)
        return
    words = screen.proposed_file(prospect.today)
    form = ExportForm(prospect, _titled(prospect, words))
    while (wish := await screen.app.push_screen_wait(form)) is not None:
        result = await screen.stored(partial(_written, wish, state))
        if isinstance(result, str):
            screen.say(result, *wish.command)
            return
        if isinstance(result, EdiError):
            result = Complaint("what", str(result))
        form = ExportForm(prospect, wish.words, result)


def _titled(prospect: Prospect, words: Mapping[str, str]) -> dict[str, str]:
    """Return words with what is wanted in the words of the form; the first where it is not said."""
    titles = {str(one.what): one.title for one in prospect.offers}
    return {**words, "what": titles.get(words.get("what", ""), prospect.offers[0].title)}


def _prospect(listed: Kind | None, state: Path | None, register: Register) -> Prospect:
    from edi_tui.exports.offers import offers
    from edi_tui.services.closed_quarters import closings

    closed = sorted({one.quarter for one in closings(register)}, reverse=True)
    members = choices_of([Kind.MEMBER])(register)
    return Prospect(register.today, offers(listed), closed, members, last_folder(state))


def _written(wish: FileWish, state: Path | None, register: Register) -> str | Complaint:
    """Write a file and return what there is to say of it, or why it was not written."""
    from edi_tui.exports.order import make

    try:
        made = make(register, _into_template(wish))
    except EdiError as error:
        return _why_not_made(wish, error)
    try:
        remarks = made.put(wish.path, wish.force)
    except OutputExistsError as error:
        there = not register.lies_at(wish.path)
        return Complaint("path", _THERE if there else str(error), there)
    except EdiError as error:
        return Complaint("path", str(error))
    remember_folder(wish.path.absolute().parent, state)
    return " ".join((f"Written to {wish.path}.", *remarks))


def _into_template(wish: FileWish) -> Order:
    """Return what is ordered, with what is in the template.

    Raises:
        TemplateError: There is no such file, or it cannot be read.
    """
    from edi_tui.exports.errors import TemplateError
    from edi_tui.exports.word_template import template_at

    if wish.template is None:
        return wish.order
    try:
        return replace(wish.order, template=template_at(wish.template))
    except FileRefusedError as error:
        raise TemplateError(str(error)) from error


def _why_not_made(wish: FileWish, error: EdiError) -> Complaint:
    """Return why a file could not be made, at the field that it lies with."""
    from edi_tui.exports.errors import ExportError, TemplateError
    from edi_tui.services.publishing import UnseenError

    order = wish.order
    if isinstance(error, UnseenError):
        return Complaint("acknowledged", _unseen(error))
    if isinstance(error, TemplateError):
        return Complaint("template", str(error))
    if isinstance(error, ExportError):
        return Complaint("format", str(error))
    problem = " ".join(error.problems.values()) if isinstance(error, InvalidError) else str(error)
    if isinstance(error, InvalidError) and "as_at" in error.problems:
        return Complaint("as_at", problem)
    if isinstance(order.what, Kind):
        return Complaint("wanted", problem)
    return Complaint("member" if order.member else "quarter", problem)


def _unseen(error: UnseenError) -> str:
    """Return what nobody has looked at yet, without the options that only commands have."""
    found = "; ".join(error.found)
    refs = " ".join(error.refs)
    return (
        f"The public would read what harms somebody: {found}. Take it out, or write here of which "
        f"records it may be published all the same: {refs}."
    )
