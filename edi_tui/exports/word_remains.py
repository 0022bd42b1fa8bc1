"""Taking out of a Word template what would go unseen with every paper written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import Relationships, _Relationship
    from lxml.etree import _Element

_DRESS = frozenset(
    {"styles", "numbering", "theme", "settings", "webSettings", "fontTable", "header", "footer"}
)
"""What a paper takes on; anything else, such as comments, notes and pictures, was content."""
_ENVELOPE = frozenset({"officeDocument", "custom-properties"})
"""What the file itself needs, and the properties that the organisation gave its template."""
_EDGES = frozenset({"header", "footer"})
"""What people see on every page, and what it reaches, such as a logo."""
_SEEN = frozenset({"image", "font"})
"""What all else may reach: the pictures of bullets, and fonts that are carried along."""
_TIED = frozenset(
    {"footnotePr", "endnotePr", "attachedTemplate", "mailMerge", "docVars", "rsids"}
    | {"printerSettings", "attachedSchema", "saveThroughXslt"}
)
"""What points to things that are taken out, or tells who wrote in the template and when."""
_STRUCK = frozenset({"del", "moveFrom"})
"""Text that was struck out with changes being tracked, and is still there."""
_ADDED = frozenset({"ins", "moveTo"})
"""What says who added the text in it."""


def take_remains_out(document: Document) -> None:
    """Leave a template its styles, page, headers, footers and custom properties alone."""
    part = document.part
    _strip(part.element)
    _keep(part.package.rels, _ENVELOPE)
    _keep(part.rels, _DRESS)
    shown = {value for element in part.element.iter() for value in element.attrib.values()}
    for key, relation in list(part.rels.items()):
        reached = relation.target_part
        if _kind(relation) not in _EDGES:
            _keep(reached.rels, _SEEN)
        elif key not in shown:
            del part.rels[key]
        if (element := getattr(reached, "element", None)) is not None:
            _strip(element)


def _keep(relations: Relationships, kinds: frozenset[str]) -> None:
    """Let go of every part that is not reached by one of some kinds of relationship."""
    for key, relation in list(relations.items()):
        if relation.is_external or _kind(relation) not in kinds:
            del relations[key]


def _kind(relation: _Relationship) -> str:
    return relation.reltype.rpartition("/")[2]


def _strip(root: _Element) -> None:
    """Take out of a part what nobody sees: ties, and changes as they were tracked."""
    for element in list(root.iter("{*}*")):
        name, parent = str(element.tag).rpartition("}")[2], element.getparent()
        if parent is None:
            continue
        if name in _ADDED:
            parent[:] = [each for one in parent for each in (one if one is element else [one])]
        elif name in _TIED | _STRUCK or name.endswith("Change"):
            parent.remove(element)
