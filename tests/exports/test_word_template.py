"""Tests that a paper takes on an organisation's own Word document."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.shared import Mm

from edi_tui.exports.archive import packed
from edi_tui.exports.errors import ExportError
from edi_tui.exports.export import status_bytes
from edi_tui.exports.manifest import manifest_of, template_digest
from edi_tui.exports.read_manifest import read_manifest
from edi_tui.services.report import StatusReport
from tests.exports.read_back import parts, word_tables


def house(lacking: tuple[str, ...] = ()) -> bytes:
    """Return a template with a header, a style of its own and something in it."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Wessex Vale"
    document.sections[0].left_margin = Mm(40)
    document.styles["Heading 2"].font.name = "Georgia"
    document.add_heading("Delete me", 2)
    document.add_table(1, 1)
    for name in lacking:
        document.styles[name].delete()
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def test_it_takes_on_styles_page_and_header_and_leaves_the_text(report: StatusReport) -> None:
    data = status_bytes(report, "docx", template=house())
    made = docx.Document(BytesIO(data))
    assert made.styles["Heading 2"].font.name == "Georgia"
    assert made.sections[0].header.paragraphs[0].text == "Wessex Vale"
    assert {round((page.left_margin or 0) / Mm(1)) for page in made.sections} == {40}
    assert "Delete me" not in [paragraph.text for paragraph in made.paragraphs]
    turned = [page.orientation is WD_ORIENTATION.LANDSCAPE for page in made.sections]
    assert turned == [False, True, False]
    assert word_tables(data) == word_tables(status_bytes(report, "docx"))


def test_its_manifest_names_the_template_by_its_digest(report: StatusReport) -> None:
    template = house()
    found = read_manifest(status_bytes(report, "docx", template=template))
    assert found == replace(manifest_of(report, "docx"), template=template_digest(template))
    assert found is not None
    assert len(found.template) == 64


def test_a_paper_made_into_another_carries_its_own_manifest_alone(report: StatusReport) -> None:
    template = status_bytes(report, "docx", template=house())
    found = read_manifest(status_bytes(report, "docx", template=template))
    assert found == replace(manifest_of(report, "docx"), template=template_digest(template))


def test_properties_of_the_template_stay(report: StatusReport) -> None:
    with zipfile.ZipFile(BytesIO(status_bytes(report, "docx"))) as old:
        held = {name: old.read(name) for name in old.namelist()}
    ours = held["docProps/custom.xml"]
    held["docProps/custom.xml"] = ours.replace(b'name="edi-tui 1"', b'name="Department"')
    data = status_bytes(report, "docx", template=packed(held.items()))
    custom = parts(data)["docProps/custom.xml"]
    assert 'name="Department"' in custom
    assert custom.count('name="edi-tui 1"') == 1
    assert read_manifest(data) is not None


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        (("Caption",), "lacks the style “Caption”, which"),
        (("Heading 1", "Caption"), "lacks the styles “Heading 1” and “Caption”, which"),
    ],
)
def test_a_template_without_the_styles_is_refused_by_their_names(
    report: StatusReport, lacking: tuple[str, ...], said: str
) -> None:
    with pytest.raises(ExportError, match=said):
        status_bytes(report, "docx", template=house(lacking))


@pytest.mark.parametrize("template", [b"", b"PK\x03\x04", b"no document", None])
def test_what_is_no_word_document_is_refused(report: StatusReport, template: bytes | None) -> None:
    other = status_bytes(report, "xlsx") if template is None else template
    with pytest.raises(ExportError, match="no Word document that can be read"):
        status_bytes(report, "docx", template=other)
