"""Commands that close quarters, issue them again, and show and check what was frozen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from edi_tui.cli.commands import new_typer
from edi_tui.cli.lists import Json, day_named
from edi_tui.cli.output import say, say_fields, say_json, say_table, tell
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.cli.word_templates import Template
from edi_tui.domain.errors import InvalidError

if TYPE_CHECKING:
    from edi_tui.domain.closing import Closing
    from edi_tui.domain.quarters import Quarter
    from edi_tui.services.closing import ClosingTerms
    from edi_tui.services.frozen import Frozen
    from edi_tui.services.register import Register

Named = Annotated[str, typer.Argument(metavar="QUARTER", help="The quarter, as “2026/27 Q2”.")]
AsAt = Annotated[
    str | None, typer.Option("--as-at", help="The day that progress is read at; its last day.")
]
Meeting = Annotated[str | None, typer.Option(help="The day on which the committee meets.")]
Despite = Annotated[
    str, typer.Option(help="Why, although findings at level fail are open; it is printed.")
]

commands = new_typer(add_completion=False)


@commands.callback()
def about() -> None:
    """Close quarters, so that their papers never change; compare them."""


@commands.command("list")
def list_quarters(context: typer.Context, as_json: Json = False) -> None:
    """List the quarters that were closed, with the digest of each."""
    from edi_tui.services.closed_quarters import closings

    options = options_of(context)
    found = closings(opened(options))
    if as_json:
        say_json({"kind": "quarters", "rows": [_row(one) for one in found]})
        return
    if found:
        headings = ("Quarter", "As at", "Meeting", "Closed on", "By", "Note", "Digest")
        say_table(headings, [_cells(one) for one in found])
    tell(options, _counted(found))


def _counted(found: Sequence[Closing]) -> str:
    count = len({one.quarter for one in found})
    issues = f", in {len(found):,} issues" if len(found) > count else ""
    return f"{count:,} {'quarter' if count == 1 else 'quarters'} closed{issues}"


def _row(closing: Closing) -> dict[str, Any]:
    said = closing.plain()
    return {
        "quarter": said.pop("quarter"),
        "closed_on": said.pop("closed_on"),
        "digest": closing.digest,
        **said,
    }


def _cells(closing: Closing) -> tuple[str, ...]:
    from edi_tui.domain.due import format_date

    meeting = format_date(closing.meeting_on) if closing.meeting_on else ""
    return (
        str(closing.quarter),
        format_date(closing.as_at),
        meeting,
        format_date(closing.closed_on),
        closing.who,
        "; ".join(_notes(closing)),
        closing.digest[:12],
    )


def _notes(closing: Closing) -> list[str]:
    notes = [f"re-issued, because: {closing.because}"] if closing.because else []
    if closing.despite:
        notes.append(f"although {closing.fails:,} fail, because: {closing.despite}")
    return notes


@commands.command("close")
def close(
    context: typer.Context,
    quarter: Named,
    as_at: AsAt = None,
    meeting: Meeting = None,
    despite: Despite = "",
) -> None:
    """Close a quarter that has ended: everything is frozen, and nobody can change it any more."""
    from edi_tui.services.closing import close_quarter

    options = options_of(context)
    register = opened(options)
    wish = _wish(register, as_at, meeting, despite)
    _tell_closed(options, close_quarter(register, quarter_named(quarter), wish))


@commands.command("reissue")
def reissue(
    context: typer.Context,
    quarter: Named,
    because: Annotated[str, typer.Option(help="What was wrong with it; it is printed.")],
    as_at: AsAt = None,
    meeting: Meeting = None,
    despite: Despite = "",
) -> None:
    """Close a quarter again, to correct it; what was frozen before stays."""
    from edi_tui.services.closing import reissue_quarter

    options = options_of(context)
    register = opened(options)
    wish = _wish(register, as_at, meeting, despite)
    found = reissue_quarter(register, quarter_named(quarter), wish, because=because)
    _tell_closed(options, found)


def _wish(register: Register, as_at: str | None, meeting: str | None, despite: str) -> ClosingTerms:
    from edi_tui.services.closing import ClosingTerms

    return ClosingTerms(
        as_at=day_named(register, as_at),
        meeting_on=day_named(register, meeting, "meeting"),
        despite=despite,
    )


def _tell_closed(options: Options, closing: Closing) -> None:
    say(f"{closing.quarter}  {closing.digest}")
    tell(
        options,
        f"{closing.quarter} is {closing.told}, and undo does not take that back. Next: edi-tui "
        f'export status --quarter "{closing.quarter}" -o FILE',
    )


@commands.command("show")
def show(context: typer.Context, quarter: Named, as_json: Json = False) -> None:
    """Show what was frozen of a quarter."""
    from edi_tui.services.closed_quarters import frozen_quarter

    options = options_of(context)
    found = frozen_quarter(opened(options), quarter_named(quarter))
    if as_json:
        say_json(_row(found.closing) | {"kind": "quarter", **_content(found)})
    else:
        say_fields(list(_fields(found)))


def _content(found: Frozen) -> dict[str, Any]:
    from edi_tui.domain.findings import FindingLevel

    levels = [one.level for one in found.findings]
    evidence = {row.ref: row.sha256 for row in found.report.now.evidence if row.sha256}
    return {
        "records": len(found.records),
        "findings": {level.value: levels.count(level) for level in FindingLevel},
        "rules": dict(found.report.rules),
        "frameworks": dict(found.frameworks),
        "evidence": evidence,
    }


def _fields(found: Frozen) -> list[tuple[str, str]]:
    from edi_tui.domain.due import format_date

    closing, content = found.closing, _content(found)
    meeting = format_date(closing.meeting_on) if closing.meeting_on else "not said"
    now = found.report.now
    findings = ", ".join(f"{count:,} {level}" for level, count in content["findings"].items())
    again = f"snapshot {closing.replaces}" if closing.replaces else "none"
    return [
        ("Quarter", str(closing.quarter)),
        ("As at", format_date(closing.as_at)),
        ("Meeting", meeting),
        ("Frozen", closing.told),
        ("Stands in the place of", again),
        *[("Note", note) for note in _notes(closing)],
        ("Objectives", f"{len(now.objectives):,}"),
        ("Actions", f"{len(now.actions):,}"),
        ("Records in all", f"{content['records']:,}"),
        ("Findings", findings),
        ("Files of evidence", f"{len(content['evidence']):,}"),
        ("Change log", f"{closing.head_seq}:{closing.head_hash[:12]}"),
        ("Digest before", closing.previous),
        ("Digest", closing.digest),
    ]


@commands.command("verify")
def verify(context: typer.Context, as_json: Json = False) -> None:
    """Say whether each closed quarter is still what was frozen; nothing is mended."""
    from edi_tui.services.closed_quarters import verify as verified

    options = options_of(context)
    found = verified(opened(options))
    if as_json:
        rows = [_row(one.closing) | {"problems": list(one.problems)} for one in found]
        say_json({"kind": "quarters", "rows": rows})
    else:
        for one in found:
            told = " ".join(one.problems) or "ok"
            say(f"{one.closing.quarter}, {one.closing.told}: {told}")
    bad = sum(bool(one.problems) for one in found)
    tell(options, f"{len(found):,} checked, {bad:,} not as frozen.")
    if bad:
        raise typer.Exit(1)


@commands.command("diff")
def diff(
    context: typer.Context,
    before: Annotated[str, typer.Argument(metavar="A", help="The earlier quarter.")],
    after: Annotated[str, typer.Argument(metavar="B", help="The later quarter, or now.")],
    layout: Annotated[
        str | None,
        typer.Option("--format", "-f", help="As a paper: md, html, docx, xlsx, ods, pdf, pptx."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write; - for standard output.")
    ] = "-",
    template: Template = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Say what changed between two closed quarters, or between one and now.

    With --format or --output it is a paper for the committee.
    """
    from edi_tui.cli.quarter_diff import PaperWish, diff_written, say_diff, say_plain
    from edi_tui.services.quarter_diff import compare

    options = options_of(context)
    wish = PaperWish(layout, None if output == "-" else Path(output), template, force)
    if as_json and wish.is_one:
        raise typer.BadParameter("A paper has no JSON; leave one out.", param_hint="--json")
    earlier, later = _pair(before, after)
    register = opened(options)
    if wish.is_one:
        diff_written(options, register, (earlier, later), wish)
    elif as_json:
        say_plain(compare(register, earlier, later))
    else:
        say_diff(options, compare(register, earlier, later))


def _pair(before: str, after: str) -> tuple[Quarter, Quarter | None]:
    """Return the two quarters that were typed, the later None where it is now."""
    if _is_now(before):
        said = "Name the earlier quarter first and now last: edi-tui quarter diff QUARTER now."
        raise InvalidError({"quarter": said})
    return quarter_named(before), None if _is_now(after) else quarter_named(after)


def _is_now(text: str) -> bool:
    return text.strip().lower() == "now"


def quarter_named(text: str) -> Quarter:
    """Return the quarter that was typed.

    Raises:
        InvalidError: It is none.
    """
    from edi_tui.domain.quarter_words import read_quarter

    try:
        return read_quarter(text)
    except ValueError as error:
        raise InvalidError({"quarter": str(error)}) from error
