"""The manifest of a paper among the custom properties of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edi_tui.exports.manifest import MARK
from edi_tui.exports.properties import FIRST, custom_properties, custom_property, properties

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part


def add_manifest(document: Document, manifest: str) -> None:
    """Add a manifest to a document; the properties that its template has stay as they are."""
    from docx.oxml.parser import parse_xml
    from lxml.etree import tostring

    if not manifest:
        return
    part = _part(document)
    held = parse_xml(part.blob)
    for old in [one for one in held if (one.get("name") or "").startswith(f"{MARK} ")]:
        held.remove(old)
    free = max((int(one.get("pid") or 0) for one in held), default=FIRST - 1) + 1
    for number, (name, text) in enumerate(properties(manifest), free):
        held.append(parse_xml(custom_property(number, name, text)))
    part._blob = tostring(held, xml_declaration=True, encoding="UTF-8", standalone=True)


def _part(document: Document) -> Part:
    """Return the part that holds the custom properties; a new one where there is none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package, kind = document.part.package, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
    try:
        part: Part = package.part_related_by(kind)
    except KeyError:
        name, content = PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
        part = Part(name, content, custom_properties(""), package)
        package.relate_to(part, kind)
    return part
