"""The words of a Word document, as its XML is parsed piece by piece."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edi_tui.imports.gate import damaged

if TYPE_CHECKING:
    from collections.abc import Callable

    Attributes = dict[str, str]

MAX_DEPTH = 1_000
"""Elements within one another; what Word writes stays far below."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = ("del", "moveFrom", "rt", "pPrChange", "rPrChange", "tcPrChange", "trPrChange")
_IN_RUN = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_SYMBOL = re.compile(r"[0-9A-Fa-f]{1,4}")


class WordText:
    """What the XML parser reports to: it builds no tree and gathers text while it is to listen.

    Elements are known by their names in the namespace of the root, of which there are two
    (ECMA-376 transitional and strict); those of other namespaces keep theirs in front.
    Deleted and moved-away text, the second reading of alternative content and the prompts of
    empty form fields are left out.
    """

    def __init__(self, file: str) -> None:
        """Begin before the root of the document in this file."""
        self.file = file
        self.path: list[str] = []
        self.pieces: list[str] = []
        self.listening = False
        self.openers: dict[str, Callable[[Attributes], None]] = {
            **dict.fromkeys((*_LEFT_OUT, _FALLBACK), self.leave_out),
            **dict.fromkeys(_IN_RUN, self._open_space),
            "sym": self._open_symbol,
            "p": self._open_paragraph,
            "numPr": self._begin_list,
            "numId": self._number_list,
            "t": self._open_text,
            "showingPlcHdr": self._expect_prompt,
            "sdtContent": self._open_field,
        }
        self.closers: dict[str, Callable[[], None]] = {
            "p": self._close_paragraph,
            "t": self._close_text,
        }
        self._namespace = ""
        self._muted_at = 0
        self._bullet = ""
        self._in_text = False
        self._prompting = False

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Refuse a declaration further down than the gate looks."""
        raise damaged(self.file)

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take in that an element opens."""
        if not self.path:
            self._namespace = tag[: tag.rfind("}") + 1]
        name = tag.removeprefix(self._namespace)
        self.path.append(name)
        if len(self.path) > MAX_DEPTH:
            raise damaged(self.file)
        if not self._muted_at and name in self.openers:
            self.openers[name](attributes)

    def end(self, _tag: str) -> None:
        """Take in that an element closes."""
        name = self.path.pop()
        if not self._muted_at:
            if name in self.closers:
                self.closers[name]()
        elif len(self.path) < self._muted_at:
            self._muted_at = 0

    def data(self, text: str) -> None:
        """Take in text between two tags."""
        if self._in_text:
            self._write(text)

    def value(self, attributes: Attributes, name: str = "val") -> str:
        """Return an attribute, or nothing if the element lacks it."""
        return attributes.get(self._namespace + name, "")

    def leave_out(self, _attributes: Attributes) -> None:
        """Take in nothing more until the element that has just opened closes."""
        self._muted_at = len(self.path)

    def _write(self, text: str) -> None:
        if self._bullet and text.strip():
            text, self._bullet = self._bullet + text, ""
        if self.listening:
            self.pieces.append(text)

    def _open_space(self, _attributes: Attributes) -> None:
        parent, name = self.path[-2:]
        if parent == "r":  # a tab also stands among the tab stops of a paragraph
            self._write(_IN_RUN[name])

    def _open_symbol(self, attributes: Attributes) -> None:
        if code := _SYMBOL.fullmatch(self.value(attributes, "char")):
            self._write(chr(int(code[0], 16)))

    def _open_paragraph(self, _attributes: Attributes) -> None:
        self._bullet = ""
        self._write("\n")

    def _close_paragraph(self) -> None:
        self._write("\n")

    def _begin_list(self, _attributes: Attributes) -> None:
        self._bullet = "- "

    def _number_list(self, attributes: Attributes) -> None:
        if self.value(attributes) == "0":  # taken out of the list of the paragraph's style
            self._bullet = ""

    def _open_text(self, _attributes: Attributes) -> None:
        self._in_text = True

    def _close_text(self) -> None:
        self._in_text = False

    def _expect_prompt(self, _attributes: Attributes) -> None:
        self._prompting = True

    def _open_field(self, attributes: Attributes) -> None:
        if self._prompting:
            self.leave_out(attributes)
        self._prompting = False
