"""The option that names the Word document whose styles a paper takes on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from edi_tui.domain.errors import FileRefusedError

Template = Annotated[
    Path | None,
    typer.Option(metavar="DOCX", help="Your own Word document, whose styles a docx takes on."),
]


def template_named(template: Path | None) -> bytes | None:
    """Return the content of the Word document that was named; None where none was.

    Raises:
        FileRefusedError: It is no file.
    """
    if template is None:
        return None
    if not template.is_file():
        raise FileRefusedError(f"{template} is no file. Name a Word document.")
    return template.read_bytes()
