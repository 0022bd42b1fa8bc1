"""The `edi-tui` command that does the same as what was just done on the screen."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from subprocess import list2cmdline

from edi_tui.domain.fields import option_names
from edi_tui.domain.records import Draft, EvidenceDraft, UpdateDraft, fields_of
from edi_tui.domain.values import write_value

_SAID = ("status", "seat")
"""Fields that a command names even where they are as they begin: without them it would guess."""


def command(*words: str, db: str = "") -> str:
    """Return a command line, quoted for the shell that people have here.

    Args:
        words: What follows `edi-tui`.
        db: The register, where it is not the one that commands open by themselves.
    """
    line = ["edi-tui", *words, *(["--db", db] if db else [])]
    return list2cmdline(line) if sys.platform == "win32" else shlex.join(line)


def adding(draft: Draft, begun: Draft, file: Path | None = None) -> list[str]:
    """Return what adds a record.

    Args:
        draft: The record.
        begun: What its form began with.
        file: The file that comes with evidence.
    """
    if isinstance(draft, UpdateDraft):
        return ["update", draft.subject, *_options(draft, begun, without="subject")]
    if isinstance(draft, EvidenceDraft):
        named = [str(file)] if file else []
        return ["evidence", "add", *named, *_options(draft, EvidenceDraft())]
    return ["add", draft.KIND.value, *_options(draft, type(draft)())]


def editing(ref: str, before: Draft, after: Draft) -> list[str]:
    """Return what changes a record from one state to another."""
    return ["edit", ref, *_options(after, before, always=())]


def _options(
    draft: Draft, begun: Draft, *, without: str = "", always: tuple[str, ...] = _SAID
) -> Iterator[str]:
    typed = [spec for spec in fields_of(type(draft)) if spec.typed]
    taken = {spec.name for spec in typed}
    for spec in typed:
        value = getattr(draft, spec.name)
        changed = value != getattr(begun, spec.name) or spec.name in always
        if changed and spec.name != without:
            yield option_names(spec, taken)[0]
            yield str(value.value) if isinstance(value, Enum) else write_value(spec, value)
