"""The formats that say a paper as people read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from edi_tui.exports.manifest import Manifest, template_digest
from edi_tui.exports.paper import Paper
from edi_tui.exports.to_html import to_html
from edi_tui.exports.to_markdown import to_markdown
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_pdf import to_pdf
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.to_slides import to_slides
from edi_tui.exports.to_word import to_word

_WRITERS: dict[str, Callable[[Paper], bytes]] = {
    "md": to_markdown,
    "html": to_html,
    "docx": to_word,
    "xlsx": to_sheet,
    "ods": to_ods,
    "pdf": to_pdf,
    "pptx": to_slides,
}
PAPER_FORMATS = tuple(_WRITERS)
"""Formats of every paper but the status paper, which has its table and its data besides."""


def written(paper: Paper, manifest: Manifest, template: bytes | None = None) -> bytes:
    """Return a paper as a file of the format that its manifest names, and carry that.

    Args:
        paper: What it says.
        manifest: What it was made from, all but the template.
        template: A Word document whose styles a docx takes on; of no other format.

    Raises:
        ExportError: The format cannot hold a text, or the template lacks a style.
    """
    if manifest.format == "docx":
        said = replace(manifest, template=template_digest(template))
        return to_word(replace(paper, manifest=said.line()), template)
    return _WRITERS[manifest.format](replace(paper, manifest=manifest.line()))
