"""The option that names the Word document whose styles a paper takes on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Template = Annotated[
    Path | None,
    typer.Option(metavar="DOCX", help="Your own Word document, whose styles a docx takes on."),
]
ONLY_WORD = "Only a paper as docx takes on a template."
"""What is said where it is named of anything else."""


def template_named(template: Path | None) -> bytes | None:
    """Return the content of the Word document that was named; None where none was.

    Raises:
        FileRefusedError: It is no file, or cannot be read.
    """
    from edi_tui.exports.word_template import template_at

    return None if template is None else template_at(template)
