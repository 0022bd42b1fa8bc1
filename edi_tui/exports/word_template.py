"""An organisation's own Word document, whose styles, headers and footers a paper takes on."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from edi_tui.domain.errors import FileRefusedError
from edi_tui.exports.errors import TemplateError
from edi_tui.exports.read_manifest import FAULTS
from edi_tui.exports.word_remains import take_remains_out

if TYPE_CHECKING:
    from docx.document import Document

STYLES = ("Normal", "Heading 1", "Heading 2", "Caption")
"""The styles that a paper is written in."""
_LARGEST = 50_000_000
"""Most bytes that the parts of a template may have together."""


def template_at(path: Path) -> bytes:
    """Return what is in the file of a template.

    Raises:
        FileRefusedError: It is no file, or cannot be read.
    """
    if not path.is_file():
        raise FileRefusedError(f"{path} is no file. Name a Word document.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileRefusedError(f"{path} cannot be read: {error.strerror}.") from error


def opened(template: bytes) -> Document:
    """Return a template as a document with nothing in it.

    Raises:
        TemplateError: It is no Word document, or lacks a style.
    """
    document = _document(template)
    lacking = [name for name in STYLES if name not in document.styles]
    if lacking:
        named = " and ".join(f"“{name}”" for name in lacking)
        raise TemplateError(
            f"The template lacks the {'style' if len(lacking) == 1 else 'styles'} {named}, which "
            "the paper is written in. Use each once in Word, save the template and try again."
        )
    _clear(document)
    take_remains_out(document)
    return document


def _clear(document: Document) -> None:
    """Take everything out of a document but its page, which is A4 where it has none."""
    from docx.shared import Mm

    body = document.element.body
    page = body.get_or_add_sectPr()
    for element in list(body):
        if element is not page:
            body.remove(element)
    page.page_width, page.page_height = page.page_width or Mm(210), page.page_height or Mm(297)


def _document(template: bytes) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        with ZipFile(BytesIO(template)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                raise ValueError("It is too large.")
        return docx.Document(BytesIO(template))
    except (*FAULTS, PackageNotFoundError, XMLSyntaxError) as error:
        raise TemplateError(
            "The template is no Word document that can be read. Save it in Word as .docx."
        ) from error
