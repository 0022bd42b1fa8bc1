"""What a form is for, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import Draft
from edi_tui.domain.rules.smart import Criterion
from edi_tui.tui.forms.choices import Choices

Judge = Callable[[Draft], Sequence[Criterion]]
"""Gives the SMART verdicts on what is typed."""
FILE = Field(
    "File",
    FieldKind.LINE,
    "The file to attach, such as ~/Documents/minutes.docx. It is "
    "copied, and the copy is kept with the register.",
    name="file",
    limit=4096,
)
"""The one entry of a form that is not a field of its record."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What came out of a form."""

    draft: Draft
    words: Mapping[str, str]
    """What stood in each field."""
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a form is for."""

    heading: str
    draft: Draft
    """What the fields begin with."""
    choices: Choices
    today: date
    given: frozenset[str] = frozenset()
    """Fields that are settled already and are not asked for."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What was typed before, where the form is shown again."""
    problem: EdiError | None = None
    """Why it was refused before."""
    attaching: bool = False
    """Whether a file may come with it."""
    focus: str = ""
    """The field to begin with; the first one where it is empty."""
    ref: str = ""
    """The record that is changed; empty for a new one."""

    def again(self, filled: Filled, problem: EdiError) -> Question:
        """Return the same question with everything typed and the reason why it was refused."""
        return replace(self, words=filled.words, problem=problem)


def beside_a_file(spec: Field) -> Field:
    """Return what is known of a field where a file may give what it would need."""
    if spec.name != "title":
        return spec
    return replace(spec, required=False, hint="What it is called; the file's name without one.")


def file_named(words: str) -> Path | None:
    """Return the file that was named, or None where none was.

    Raises:
        InvalidError: There is no such file.
    """
    if not words.strip():
        return None
    try:
        path = Path(words.strip().strip("\"'")).expanduser()
        found = path.is_file()
    except (OSError, RuntimeError):  # a name too long, a closed folder, or a home nobody has
        raise InvalidError({FILE.name: f"“{words}” cannot be read."}) from None
    if not found:
        raise InvalidError({FILE.name: f"There is no file at {path}."})
    return path
