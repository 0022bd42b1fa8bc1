"""What a form is for, and what comes out of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import Draft, EvidenceDraft
from edi_tui.domain.rules.smart import Criterion
from edi_tui.domain.validation import validate
from edi_tui.domain.values import draft_from_words, write_value
from edi_tui.tui.forms.choices import Choices

Judge = Callable[[Draft], Sequence[Criterion]]
"""Gives the SMART verdicts on what is typed."""
Keeper = Callable[[Mapping[str, str] | None], Callable[[], None]]
"""Returns what keeps the words of the fields against the end of the program, or forgets them."""
FILE = Field(
    "File",
    FieldKind.FILE,
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
    version: int = 0
    """The version of it that was looked at."""
    token: str = field(default_factory=lambda: uuid.uuid4().hex)
    """What it goes by while it is asked again and again."""

    def begun(self, spec: Field) -> str:
        """Return what a field held before anything was typed into it."""
        return write_value(spec, getattr(self.draft, spec.name, ""))

    def drafted(self, words: Mapping[str, str]) -> Draft:
        """Return the draft that words make.

        Raises:
            InvalidError: With one sentence for each field that could not be read.
        """
        return draft_from_words(type(self.draft), words, base=self.draft, document=self.today)

    def filled(self, words: Mapping[str, str]) -> Filled:
        """Return what comes out of a form in which these words stand.

        Raises:
            InvalidError: With one sentence for each field that is wrong.
        """
        draft = self.drafted({name: text for name, text in words.items() if name != FILE.name})
        file = file_named(words.get(FILE.name, ""))
        if file is None or not isinstance(draft, EvidenceDraft):
            validate(draft)
        return Filled(draft, words, file)

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
