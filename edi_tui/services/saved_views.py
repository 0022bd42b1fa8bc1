"""Filters kept under a name in the register, for everyone who opens it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from edi_tui.domain.errors import InvalidError, NotFoundError
from edi_tui.domain.filters.read import read_filter
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import quoted, stored
from edi_tui.services.register import Register
from edi_tui.store.queries import views

_NAME = re.compile(r"\w[\w.-]{0,59}")


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter of the list of a kind, under a name."""

    name: str
    kind: Kind
    filter: str


def saved_views(register: Register) -> list[SavedView]:
    """Return the saved filters, by name."""
    with register.reading() as session:
        return [
            SavedView(row["name"], Kind(row["kind"]), row["filter"]) for row in views.views(session)
        ]


def by_name(register: Register) -> Mapping[str, tuple[Kind, str]]:
    """Return the saved filters as the reader of filters asks for them."""
    return {view.name.casefold(): (view.kind, view.filter) for view in saved_views(register)}


def save_view(register: Register, name: str, kind: Kind, text: str) -> SavedView:
    """Keep a filter under a name, in place of another of that name.

    Raises:
        InvalidError: The name has spaces or marks, or the filter is not understood.
    """
    name, text = stored(name).strip().removeprefix("@"), stored(text).strip()
    if not _NAME.fullmatch(name):
        said = f"{quoted(name)} is no name for a view; use letters, digits, dashes and stops."
        raise InvalidError({"name": said})
    if not text:
        raise InvalidError({"filter": "Say what the view is to show, such as status:at_risk."})
    known = {**by_name(register), name.casefold(): (kind, text)}
    try:
        read_filter(f"@{name}", kind, today=register.today, views=known)
    except ValueError as error:
        raise InvalidError({"filter": str(error)}) from error
    with register.writing(f"save the view {name}") as changes:
        views.keep_view(changes.session, name, kind.value, text)
    return SavedView(name, kind, text)


def remove_view(register: Register, name: str) -> None:
    """Delete a saved filter.

    Raises:
        NotFoundError: There is none of that name.
    """
    name = stored(name).strip().removeprefix("@")
    with register.writing(f"remove the view {name}") as changes:
        if not views.drop_view(changes.session, name):
            raise NotFoundError(f"There is no view {quoted(name)}.")
