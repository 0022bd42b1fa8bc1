"""Papers as other programs read them: LibreOffice and poppler."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import pptx
from defusedxml.ElementTree import fromstring

from tests.wanted import missing, tool

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = (f"{{{OASIS}{name}:1.0}}" for name in ("office", "table", "text"))
Rows = list[list[str]]


def pdf_text(data: bytes) -> str:
    """Return the text of a PDF as poppler reads it, page by page."""
    return _poppler("pdftotext", "-raw", "-enc", "UTF-8", "-", "-", data=data)


def pdf_facts(data: bytes) -> dict[str, str]:
    """Return what poppler says of a PDF."""
    lines = _poppler("pdfinfo", "-", data=data).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def pdf_tables(data: bytes) -> list[Rows]:
    """Return the tables of a PDF by its tags, as a screen reader goes through them."""
    tables: list[Rows] = []
    for line in map(str.strip, _poppler("pdfinfo", "-struct-text", "-", data=data).split("\n")):
        if line.startswith("Table "):
            tables.append([])
        elif line == "TR":
            tables[-1].append([])
        elif line.startswith(("TD", "TH ", "TH:")):
            tables[-1][-1].append("")
        elif line.startswith('"') and tables and tables[-1] and tables[-1][-1]:
            tables[-1][-1][-1] += line.strip('"')
        elif line.startswith(("H1", "H2", "Figure")):
            tables.append([])
    return [table for table in tables if table]


def _poppler(name: str, *options: str, data: bytes) -> str:
    command = [tool(name), *options]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def opened(
    files: Mapping[str, bytes], folder: Path, layout: str, *options: str
) -> dict[str, Element]:
    """Return files as LibreOffice opens them.

    Args:
        files: Their content by name.
        folder: Where it may write.
        layout: fods for spreadsheets, fodt for documents.
        options: What else it is told.
    """
    read = converted(files, folder, layout, *options)
    assert list(read) == list(files), f"not opened: {set(files) - set(read)}"
    return {name: fromstring(data.decode()) for name, data in read.items()}


def converted(
    files: Mapping[str, bytes], folder: Path, layout: str, *options: str
) -> dict[str, bytes]:
    """Return files as LibreOffice writes them in another format, those that it could open."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ("--headless", *options, "--convert-to", layout, "--outdir", "read", *files)
    command = [tool("soffice"), profile, *convert]
    subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=240)
    made = {name: folder / "read" / f"{Path(name).stem}.{layout}" for name in files}
    return {name: path.read_bytes() for name, path in made.items() if path.exists()}


def shown_slides(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Return the words on each slide of presentations as LibreOffice shows them.

    Words that stand beyond the edges of their slide are not among them. Where LibreOffice has no
    Impress, the test is skipped, but never under CI=1.
    """
    known = BytesIO()
    pptx.Presentation().save(known)
    made = converted({**files, "known.pptx": known.getvalue()}, folder, "pdf")
    if made.pop("known.pptx", None) is None:
        missing("LibreOffice has no Impress here")
    assert list(made) == list(files), f"not opened: {set(files) - set(made)}"
    return {name: pdf_text(data).split("\f")[:-1] for name, data in made.items()}


def sheets_in(opened_book: Element) -> dict[str, Rows]:
    """Return the cells of each sheet that hold something."""
    tables = opened_book.iter(f"{TABLE}table")
    return {table.get(f"{TABLE}name", ""): list(_rows(table)) for table in tables}


def _rows(table: Element) -> Iterator[list[str]]:
    for row in table.iter(f"{TABLE}table-row"):
        cells = [cell for cell in row if cell.tag == f"{TABLE}table-cell"]
        said = [text for cell in cells if (text := _said(cell)) for _ in _repeated(cell, "columns")]
        if said:
            yield from ([*said] for _ in _repeated(row, "rows"))


def _repeated(element: Element, of: str) -> range:
    return range(int(element.get(f"{TABLE}number-{of}-repeated", "1")))


def _said(cell: Element) -> str:
    number = cell.get(f"{OFFICE}value")
    return number or "\n".join(map(words_of, cell.iter(f"{TEXT}p")))


def words_of(paragraph: Element) -> str:
    """Return the text of a paragraph as OpenDocument keeps it."""
    said = paragraph.text or ""
    for child in paragraph:
        said += _word(child) + (child.tail or "")
    return said


def _word(child: Element) -> str:
    if child.tag == f"{TEXT}s":
        return " " * int(child.get(f"{TEXT}c", "1"))
    plain = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
    return plain.get(child.tag) or words_of(child)
