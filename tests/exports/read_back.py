"""Readers of what the exports wrote, each by a library that did not write it."""

from __future__ import annotations

import csv
import io
import zipfile
from html.parser import HTMLParser
from io import BytesIO

import docx
import pptx
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pptx.shapes.graphfrm import GraphicFrame
from python_calamine import CalamineWorkbook

from tests.exports.other_programs import pdf_facts, pdf_text

Rows = list[list[str]]


def markdown_tables(data: bytes) -> list[Rows]:
    """Return the tables of a Markdown file as a reader sees them, line breaks kept."""
    tables: list[Rows] = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(data.decode()):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type == "inline" and token.level >= 4:
            tables[-1][-1].append(_words(token))
    return tables


def markdown_paragraphs(data: bytes) -> list[str]:
    """Return every paragraph and heading of a Markdown file."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(data.decode())
    return [_words(token) for token in tokens if token.type == "inline" and token.level == 1]


def _words(token: Token) -> str:
    return "".join(_word(child) for child in token.children or ())


def _word(token: Token) -> str:
    if token.type == "html_inline":
        assert token.content == "<br>"
        return "\n"
    assert token.type in ("text", "text_special", "strong_open", "strong_close"), token
    return token.content


class Page(HTMLParser):
    """The elements and texts of an HTML page."""

    def __init__(self, data: bytes) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tables: list[Rows] = []
        self.paragraphs: list[str] = []
        self._inside: str = ""
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            self.tables[-1][-1].append("")
        elif tag in ("p", "h1", "h2"):
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in ("th", "td"):
            self.tables[-1][-1][-1] += data
        elif self._inside in ("p", "h1", "h2"):
            self.paragraphs[-1] += data

    def count(self, tag: str) -> int:
        """Return how many elements of a kind there are."""
        return sum(name == tag for name, _ in self.tags)


def sheets(data: bytes) -> dict[str, Rows]:
    """Return the cells of every sheet of a workbook."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {
        name: [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def word_tables(data: bytes) -> list[Rows]:
    """Return the tables of a Word document."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(BytesIO(data)).tables
    ]


def slide_cells(data: bytes) -> list[str]:
    """Return the cells below the headings of all tables of a presentation, slide by slide."""
    shapes = (shape for slide in pptx.Presentation(BytesIO(data)).slides for shape in slide.shapes)
    tables = (shape.table for shape in shapes if isinstance(shape, GraphicFrame))
    rows = (row for table in tables for row in list(table.rows)[1:])
    return [cell.text_frame.text for row in rows for cell in row.cells]


def csv_rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file by heading."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def parts(data: bytes) -> dict[str, str]:
    """Return the XML parts of an Office file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def everything_in(data: bytes) -> str:
    """Return every byte of a file as text: of a packed one, all its parts and their names."""
    if data.startswith(b"%PDF-"):
        read = " ".join(pdf_text(data).split())
        return "\n".join((read, *pdf_facts(data).values(), data.decode("utf-8", "replace")))
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    return "\n".join(f"{name}\n{part.decode('utf-8', 'replace')}" for name, part in parts)
