"""Tests that a Word template leaves nothing in a paper that nobody sees there."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from edi_tui.exports.export import status_bytes
from edi_tui.services.report import StatusReport
from tests.exports.other_programs import TEXT, opened

CANARY = "xCanaryx"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'


def picture(note: str) -> BytesIO:
    """Return a PNG of one dot that says something to who looks into it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head, dot = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0), zlib.compress(b"\x00\xff")
    chunks = [
        (b"IHDR", head),
        (b"tEXt", b"Note\x00" + note.encode()),
        (b"IDAT", dot),
        (b"IEND", b""),
    ]
    return BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks))


def poisoned() -> bytes:
    """Return a template with the canary wherever somebody's words stay unseen, and a logo."""
    document = docx.Document()
    first = document.add_paragraph(f"{CANARY} text")
    document.add_comment(first.runs, f"{CANARY} comment", f"{CANARY} author")
    document.add_picture(picture(f"{CANARY} body"))
    document.sections[0].header.paragraphs[0].text = f"{CANARY} header of a page that is gone"
    header = document.add_section(WD_SECTION.NEW_PAGE).header
    header.is_linked_to_previous = False
    header.paragraphs[0].text = "Wessex Vale"
    header.paragraphs[0].add_run().add_picture(picture("logo"))
    for change, text in (("del", "delText"), ("ins", "t")):
        run = f"<w:r><w:{text}>{change}eted</w:{text}></w:r>".replace("insete", "adde")
        tracked = f'<w:{change} {SPACES} w:id="1" w:author="{CANARY} editor">{run}</w:{change}>'
        header.paragraphs[0]._p.append(parse_xml(tracked))
    add_settings(document)
    for name in ("author", "comments", "subject", "keywords", "category", "identifier", "version"):
        setattr(document.core_properties, name, f"{CANARY} {name}")
    add_parts(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def add_settings(document: docx.document.Document) -> None:
    settings = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    address = f"file:///C:/{CANARY}/house.dotx"
    key = settings.rels.get_or_add_ext_rel(f"{OFFICE}/attachedTemplate", address)
    for xml in (
        f'<w:attachedTemplate {SPACES} r:id="{key}"/>',
        f'<w:docVars {SPACES}><w:docVar w:name="{CANARY}" w:val="{CANARY}"/></w:docVars>',
    ):
        document.settings.element.append(parse_xml(xml))


def add_parts(document: docx.document.Document) -> None:
    package = document.part.package
    note = f'<w:footnotes {SPACES}><w:footnote w:id="1"><w:p><w:r><w:t>{CANARY}</w:t></w:r></w:p>'
    for name, kind, content in (
        ("word/footnotes", "footnotes", f"{note}</w:footnote></w:footnotes>"),
        ("word/people", "people", f"<people>{CANARY}</people>"),
        ("customXml/item9", "customXml", f"<held>{CANARY}</held>"),
    ):
        part = Part(PackURI(f"/{name}.xml"), "application/xml", content.encode(), package)
        document.part.relate_to(part, f"{OFFICE}/{kind}")
    told = f"<Properties><Manager>{CANARY}</Manager></Properties>".encode()
    part = Part(PackURI("/docProps/told.xml"), "application/xml", told, package)
    package.relate_to(part, f"{OFFICE}/extended-properties")


@pytest.fixture
def paper(report: StatusReport) -> dict[str, bytes]:
    """Return the parts of a paper that was written into the poisoned template."""
    with zipfile.ZipFile(BytesIO(status_bytes(report, "docx", template=poisoned()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_nothing_of_a_template_goes_unseen_with_a_paper(paper: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(poisoned())) as archive:
        held = {name for name in archive.namelist() if CANARY.encode() in archive.read(name)}
    assert len(held) > 10
    assert not [name for name, data in paper.items() if CANARY.encode() in data]
    assert not [name for name in paper if CANARY in name]
    assert not any(b"deleted" in data for data in paper.values())


def test_every_page_keeps_its_header_and_logo(paper: dict[str, bytes]) -> None:
    assert [name for name in paper if "media/" in name]
    assert any(b"logo" in data for name, data in paper.items() if "media/" in name)
    headers = [data for name, data in paper.items() if name.startswith("word/header")]
    assert len(headers) == 1
    assert b"Wessex Vale" in headers[0]
    assert b"added" in headers[0]


def test_other_programs_open_it(report: StatusReport, tmp_path: Path) -> None:
    template = poisoned()
    data = status_bytes(report, "docx", template=template)
    assert data == status_bytes(report, "docx", template=template)
    assert docx.Document(BytesIO(data)).sections[0].header.paragraphs[0].text == "Wessex Valeadded"
    (read,) = opened({"paper.docx": data}, tmp_path, "fodt").values()
    assert len(list(read.iter(f"{TEXT}h"))) > 5
