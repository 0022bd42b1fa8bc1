"""Commands that show, add, change and withdraw records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.fields import typed_fields
from edi_tui.cli.lists import Json
from edi_tui.cli.many import edit_all, named, update_all, withdraw_all
from edi_tui.cli.output import say, say_json, tell
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.cli.words import JSON_HELP, Words, given, read_json_option
from edi_tui.domain.errors import EdiError, InvalidError

if TYPE_CHECKING:
    from datetime import date

    from edi_tui.domain.kinds import Kind
    from edi_tui.domain.records import Draft, UpdateDraft
    from edi_tui.services.records import Saved
    from edi_tui.services.register import Register

Ref = Annotated[str, typer.Argument(metavar="REF", help="A reference such as OBJ-004.")]
Refs = Annotated[
    str, typer.Argument(metavar="REF", help="A reference, or several such as OBJ-004,OBJ-007.")
]


def show_record(context: typer.Context, ref: Ref, as_json: Json = False) -> None:
    """Show one record with everything around it."""
    from edi_tui.cli.pages import page_plain, say_page
    from edi_tui.services.pages import page_of

    page = page_of(opened(options_of(context)), ref)
    if as_json:
        say_json(page_plain(page))
    else:
        say_page(page)


def add_record(context: typer.Context, kind: Kind, words: Words) -> None:
    """Store a new record with what was typed and print its reference."""
    from edi_tui.domain.kinds import Kind
    from edi_tui.domain.records import DRAFTS
    from edi_tui.domain.values import draft_from_words
    from edi_tui.services.records import add

    options = options_of(context)
    register = opened(options)
    told = _seated(words) if kind is Kind.MEMBER else words
    if kind is Kind.UPDATE and words.get("subject"):
        draft: Draft = _update(register, words)
    else:
        draft = draft_from_words(DRAFTS[kind], told, document=register.today)
    _say_saved(options, add(register, draft), "added")
    _tell_dues(options, kind, words, register.today)


def _seated(words: Words) -> Words:
    """Return what was typed of a member, with the kind of seat that the role names."""
    from edi_tui.domain.seats import seat_of

    seat = seat_of(words.get("role", ""))
    return {"seat": seat.value} | words if seat else words


def edit_record(context: typer.Context, ref: str, words: Words) -> None:
    """Change the fields that were typed and print the record's reference."""
    from edi_tui.domain.records import UpdateDraft
    from edi_tui.domain.values import draft_from_words
    from edi_tui.services.records import edit, get

    if len(refs := named(ref)) > 1:
        edit_all(context, refs, words)
        return
    options = options_of(context)
    register = opened(options)
    stored = get(register, ref)
    if isinstance(stored.draft, UpdateDraft):
        raise EdiError(
            f"{stored.ref} stays as it was said. Add another with edi-tui update "
            f"{stored.draft.subject}, or withdraw this one."
        )
    if not words:
        raise InvalidError({"json": "Give at least one field to change; --help lists them."})
    draft = draft_from_words(type(stored.draft), words, base=stored.draft, document=register.today)
    saved = edit(register, stored.ref, draft, version=stored.version)
    _say_saved(options, saved, "changed")
    _tell_dues(options, stored.draft.KIND, words, register.today)


def update_record(
    context: typer.Context,
    ref: Refs,
    status: Annotated[
        str | None,
        typer.Option(help="How it stands, such as at_risk or “on track”; as before without it."),
    ] = None,
    narrative: Annotated[
        str | None,
        typer.Option("--narrative", "--note", help="What has been done and what it changed."),
    ] = None,
    forecast_on: Annotated[
        str | None,
        typer.Option("--forecast", "--forecast-on", help="When you now expect it to be done."),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(help="Why the status is better than the dates, figures and evidence say."),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="The date of the update; today.")] = None,
    json_from: Annotated[str | None, typer.Option("--json", help=JSON_HELP)] = None,
) -> None:
    """Say how an objective or action is going; earlier updates stay as they are."""
    from edi_tui.domain.kinds import Kind
    from edi_tui.services.records import add

    options = options_of(context)
    said = {"status": status, "narrative": narrative, "forecast_on": forecast_on}
    typed = said | {"reason": reason, "on": on}
    words = read_json_option(json_from, typed_fields(Kind.UPDATE)) | given(typed)
    if not words.keys() - {"on", "subject"}:
        raise InvalidError({"status": "Choose a status, or say something of progress or forecast."})
    if len(refs := named(ref)) > 1:
        update_all(context, refs, words)
        return
    register = opened(options)
    draft = _update(register, words | {"subject": ref})
    _say_saved(options, add(register, draft), f"added to {draft.subject}")


def _update(register: Register, words: Words) -> UpdateDraft:
    """Return an update; what it does not say stays as it stood on its day."""
    from edi_tui.domain.records import UpdateDraft
    from edi_tui.domain.values import draft_from_words
    from edi_tui.services.updates import begun

    said = draft_from_words(UpdateDraft, words, document=register.today)
    base = begun(register, said.subject, on=said.on)
    return draft_from_words(
        UpdateDraft, words | {"subject": base.subject}, base=base, document=register.today
    )


def withdraw_record(
    context: typer.Context,
    ref: Refs,
    reason: Annotated[str, typer.Option("--reason", help="Why; it stays on record.")],
) -> None:
    """Take a record out of every list, for a reason; nothing is deleted."""
    from edi_tui.services.records import get, withdraw

    if len(refs := named(ref)) > 1:
        withdraw_all(context, refs, reason)
        return
    options = options_of(context)
    register = opened(options)
    stored = get(register, ref)
    saved = withdraw(register, stored.ref, reason, version=stored.version)
    _say_saved(options, saved, "withdrawn")


def _say_saved(options: Options, saved: Saved, became: str) -> None:
    say(saved.ref)
    said = became if saved.changed else "said all of that already; nothing was changed"
    tell(options, f"{saved.ref} {said}.")


def _tell_dues(options: Options, kind: Kind, words: Words, today: date) -> None:
    """Say how due dates were read, where there is something to say."""
    from edi_tui.domain.dates import read_date
    from edi_tui.domain.fields import FieldKind

    for field in typed_fields(kind):
        if field.kind is FieldKind.DUE and field.name in words:
            for remark in read_date(words[field.name], document=today).remarks:
                tell(options, f"{field.label}: {remark.message}")
