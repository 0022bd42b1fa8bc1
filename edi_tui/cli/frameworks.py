"""Commands that show the frameworks, what serves them and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from edi_tui.cli.commands import new_typer
from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_json, say_table, tell
from edi_tui.cli.settings import Options, opened, options_of

if TYPE_CHECKING:
    from datetime import date

    from edi_tui.domain.crosswalk import Served
    from edi_tui.domain.findings import Finding

_HEADINGS = ("Code", "Deadline", "Objectives", "Actions", "Through", "Note", "Item")
_RULE = "F1"
"""The rule that speaks of a high impact action without an objective."""
_RIGHT = (False, False, True, True, False, False, False)

commands = new_typer(add_completion=False)


@commands.callback(invoke_without_command=True)
def list_frameworks(context: typer.Context, as_json: Json = False) -> None:
    """Show each framework with its items, what serves them, and the gaps.

    What serves a part, such as HIA2.1, counts for the whole, HIA2. “Through” names items of
    other frameworks that ask for the same thing and that an objective serves.
    """
    from edi_tui.services.frameworks import served_in
    from edi_tui.services.judgement import check
    from edi_tui.services.lists import contents

    if context.invoked_subcommand is not None:
        return
    options = options_of(context)
    register = opened(options)
    now = contents(register)
    found = served_in(now)
    told = [finding for finding in check(register).findings if finding.rule == _RULE]
    if as_json:
        say_json(_plain(found, told, now.as_at))
        return
    for name, items in _by_framework(found).items():
        say(name)
        say_table(_HEADINGS, [_cells(one, now.as_at) for one in items], right=_RIGHT)
        say("")
    _say_gaps(options, found, told, now.as_at)


@commands.command("refresh")
def refresh_frameworks(context: typer.Context) -> None:
    """Add the items of this release that the register lacks; the others stay as they are."""
    from edi_tui.services.frameworks import refresh

    options = options_of(context)
    done = refresh(opened(options))
    for code in done.added:
        say(code)
    tell(options, f"{len(done.added):,} added; {len(done.already):,} left as they were.")


def _by_framework(found: Iterable[Served]) -> dict[str, list[Served]]:
    groups: dict[str, list[Served]] = {}
    for one in found:
        groups.setdefault(one.item.framework, []).append(one)
    return groups


def _cells(one: Served, day: date) -> tuple[str, ...]:
    counts = (f"{len(one.objectives):,}", f"{len(one.actions):,}")
    through = ", ".join(one.through)
    return one.item.code, one.item.deadline, *counts, through, _note(one, day), one.item.title


def _note(one: Served, day: date) -> str:
    item = one.item
    begins = item.valid_from is not None and item.valid_from > day
    ended = item.valid_to is not None and item.valid_to < day
    notes = {"unconfirmed": not item.checked_on, "not in force yet": begins, "ended": ended}
    return ", ".join(note for note, holds in notes.items() if holds)


def _say_gaps(
    options: Options, found: Sequence[Served], told: Sequence[Finding], day: date
) -> None:
    from edi_tui.domain.crosswalk import gaps

    open_gaps = gaps(found, day)
    if not open_gaps:
        tell(options, "An objective serves every item.")
        return
    say("Gaps")
    for finding in told:
        say(f"{finding.message} {finding.fix}")
    for one in open_gaps:
        if one.through:
            say(f"{one.item.code} is served through {', '.join(one.through)} only.")
    for name, items in _by_framework(one for one in open_gaps if not one.through).items():
        say(f"No objective serves, of {name}: {', '.join(one.item.code for one in items)}.")


def _plain(found: Sequence[Served], told: Sequence[Finding], day: date) -> dict[str, Any]:
    from edi_tui.cli.check import finding_plain
    from edi_tui.domain.crosswalk import gaps

    return {
        "kind": "frameworks",
        "rows": [_row(one, day) for one in found],
        "gaps": [one.item.code for one in gaps(found, day)],
        "findings": [finding_plain(finding) for finding in told],
    }


def _row(one: Served, day: date) -> dict[str, Any]:
    from edi_tui.domain.columns import row_plain
    from edi_tui.domain.crosswalk import in_force

    return {
        **row_plain(one.item),
        "objectives": list(one.objectives),
        "actions": list(one.actions),
        "through": list(one.through),
        "unconfirmed": one.item.checked_on is None,
        "in_force": in_force(one.item, day),
    }
