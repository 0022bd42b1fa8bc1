"""The command that says what the rules have to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from edi_tui.cli.lists import Json, JudgedAt, day_named, filter_typed
from edi_tui.cli.output import say, say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of

if TYPE_CHECKING:
    from edi_tui.domain.findings import Finding
    from edi_tui.services.judgement import Checked


def check(
    context: typer.Context,
    wanted: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILTER",
            help="Words, level:fail, kind:network, or a filter of lists.",
        ),
    ] = None,
    rules: Annotated[
        list[str] | None, typer.Option("--rule", metavar="ID", help="Only this rule, such as H1.")
    ] = None,
    as_json: Json = False,
    as_at: JudgedAt = None,
    files: Annotated[
        bool, typer.Option("--files", help="Look at every file of evidence too.")
    ] = False,
) -> None:
    """Say what is weak, missing or contradictory, and how to mend it.

    Exit code 1 where anything is at level fail.
    """
    from edi_tui.services.findings_filter import chosen
    from edi_tui.services.judgement import check as judged

    options = options_of(context)
    register = opened(options)
    checked = judged(register, as_at=day_named(register, as_at), files=files)
    text = filter_typed(wanted or [])
    choice = chosen(register, checked, text, rules or [])
    found = choice.checked
    if as_json:
        say_json(findings_plain(found))
    else:
        _say_findings(found)
        tell(options, f"{counted(found)}; {choice.meaning}" if text else counted(found))
    if any(finding.level == "fail" for finding in found.findings):
        raise typer.Exit(1)


def findings_plain(checked: Checked) -> dict[str, Any]:
    """Return findings as JSON values, in their order."""
    return {
        "findings": [finding_plain(finding) for finding in checked.findings],
        "counts": {level.value: count for level, count in checked.counts.items()},
    }


def finding_plain(finding: Finding) -> dict[str, Any]:
    """Return one finding as JSON values."""
    plain = {
        "rule": finding.rule,
        "version": finding.version,
        "level": finding.level.value,
        "ref": finding.ref,
        "field": finding.column,
        "value": finding.value,
        "message": finding.message,
        "fix": finding.fix,
    }
    return plain | ({"waived": finding.waived} if finding.waived else {})


def counted(checked: Checked) -> str:
    """Return how many findings there are, in words."""
    counts = [f"{count:,} {level.value}" for level, count in checked.counts.items()]
    return f"{len(checked.findings):,} findings: {', '.join(counts)}"


def _say_findings(checked: Checked) -> None:
    if not checked.findings:
        say("Nothing to say: no rule speaks.")
        return
    say_table(
        ["Level", "Record", "Rule", "What is the matter and what to do"],
        [
            [finding.level.value, finding.ref, finding.rule, _whole(finding)]
            for finding in checked.findings
        ],
        wrap=True,
    )


def _whole(finding: Finding) -> str:
    waived = f"Waived: {finding.waived}" if finding.waived else ""
    return " ".join(filter(None, (finding.message, finding.fix, waived)))
