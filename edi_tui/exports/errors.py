"""What an export can refuse."""

from __future__ import annotations

from edi_tui.domain.errors import EdiError


class ExportError(EdiError):
    """A file cannot be made or written as asked."""

    title = "Not exported"


class TemplateError(ExportError):
    """A paper cannot be written into the Word document that was named for it."""
