"""What changed between two quarters, printed or as a paper: as boards speak of it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from edi_tui.cli.formats import format_named
from edi_tui.cli.history import told
from edi_tui.cli.output import say, say_fields, say_json, tell
from edi_tui.cli.settings import Options
from edi_tui.cli.word_templates import ONLY_WORD, template_named
from edi_tui.domain.due import format_date

if TYPE_CHECKING:
    from edi_tui.domain.quarter_diff import QuarterDiff, RecordChange
    from edi_tui.domain.quarters import Quarter
    from edi_tui.services.register import Register


def say_diff(options: Options, found: QuarterDiff) -> None:
    """Print the sentences, the records field by field, then frameworks and rules apart."""
    say(f"From {found.before.name} to {found.after.name}")
    for sentence in found.sentences:
        say(f"  {sentence.text} ({', '.join(sentence.refs)})")
    if not found.sentences:
        say("  Nothing that a board would hear of has changed.")
    _say_records("Field by field", found.records)
    _say_lines("Frameworks", found.frameworks)
    _say_records("Items of frameworks", found.items)
    _say_lines("Rules (no fact has changed by these)", found.rules)
    tell(options, _counted(found))


def _counted(found: QuarterDiff) -> str:
    """Say how many records are not as they were: a status can move without any, as time passes."""
    if count := len(found.records) + len(found.items):
        are = "record was" if count == 1 else "records were"
        return f"{count:,} {are} changed, added or withdrawn between the two."
    days = " and at ".join(format_date(side.as_at) for side in (found.before, found.after))
    return f"No record was changed, added or withdrawn between the two; progress is read at {days}."


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What was typed of the paper that is wanted, if one is."""

    layout: str | None
    target: Path | None
    """The file; None for standard output."""
    template: Path | None
    force: bool

    @property
    def is_one(self) -> bool:
        """Whether a paper is wanted, and not only what it says."""
        return any(one is not None for one in (self.layout, self.target, self.template))


def diff_written(
    options: Options,
    register: Register,
    pair: tuple[Quarter, Quarter | None],
    wish: PaperWish,
) -> None:
    """Write what changed from a quarter to another, or to now, as a paper.

    Raises:
        typer.BadParameter: It has no such format, or one that takes on no template.
        FileRefusedError: The template is no file, or cannot be read.
    """
    from edi_tui.exports.diff_paper import DIFF
    from edi_tui.exports.formats import PAPER_FORMATS
    from edi_tui.exports.order import Order, make

    earlier, later = pair
    chosen = format_named(wish.layout, wish.target, PAPER_FORMATS)
    if wish.template is not None and chosen != "docx":
        raise typer.BadParameter(ONLY_WORD, param_hint="--template")
    template = template_named(wish.template)
    order = Order(what=DIFF, format=chosen, quarter=earlier, later=later, template=template)
    make(register, order).put(wish.target, wish.force)
    if wish.target is not None:
        tell(options, f"Written to {wish.target}.")


def _say_records(heading: str, changes: Sequence[RecordChange]) -> None:
    if changes:
        say(f"\n{heading}")
    for change in changes:
        named = f": {change.name}" if change.name else ""
        say(f"  {change.ref}  {change.fate.label}{named}")
        if change.differences:
            say_fields([(f"    {one.label}", told(one)) for one in change.differences])


def _say_lines(heading: str, lines: Sequence[str]) -> None:
    if lines:
        say(f"\n{heading}")
    for line in lines:
        say(f"  {line}")


def say_plain(found: QuarterDiff) -> None:
    """Print everything as one JSON object."""
    say_json(
        {
            "kind": "quarter_diff",
            "from": {"quarter": found.before.name, "as_at": found.before.as_at.isoformat()},
            "to": {"quarter": found.after.name, "as_at": found.after.as_at.isoformat()},
            "sentences": [
                {"sort": one.sort.value, "text": one.text, "refs": list(one.refs)}
                for one in found.sentences
            ],
            "records": list(map(_plain, found.records)),
            "frameworks": list(found.frameworks),
            "framework_items": list(map(_plain, found.items)),
            "rules": list(found.rules),
        }
    )


def _plain(change: RecordChange) -> dict[str, Any]:
    return {
        "ref": change.ref,
        "name": change.name,
        "fate": change.fate.value,
        "fields": [
            {"label": one.label, "was": one.was, "now": one.now} for one in change.differences
        ],
    }
