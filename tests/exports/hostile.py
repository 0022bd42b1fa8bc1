"""Texts that break careless exports, and papers that hold them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from edi_tui.domain.text import stored
from edi_tui.exports.paper import Column, Paper, Section, Table

TEXTS = (
    "<script>alert(1)</script>",
    "</td></table><h1>x",
    "R&D <b> &amp; &lt;",
    '" onclick="x',
    "]]> <!-- x --> <?xml?>",
    "a | b \\| c \\",
    "# not a heading",
    "- not a list\n- at all",
    "1. not a list",
    "**not bold** _nor this_ `nor that` ~~nor this~~ $x^2$",
    "[link](javascript:alert(1)) ![i](x)",
    "<https://example.org> https://example.org www.example.org a@example.org",
    "{{ paper }} {% raw %} ${x} %s {0}",
    "[red]rich[/] [/nope]",
    '=HYPERLINK("http://x")',
    "+44 20 7946 0000",
    "-1",
    "@SUM(A1)",
    "'=1",
    "\t=1",
    "007",
    "1E5",
    "2024-03-01",
    "_x0041_ _x005F_x0041_ _x000A_",
    "<r><t>run</t></r>",
    "<r>&broken</r>",
    "<r>\n</r>",
    "line\nline\n\nline",
    "\x1b]0;title\x07\x1b[2J \x9b1m \x7f \x00 \x0b \x0c",
    "\u202eright to left\u202c \u2066x\u2069 \u2028 \ufffe \uffff",
    "مرحبا שלום \u200f \u200d",
    "👩🏽\u200d⚕️ 🇬🇧 𝒳",
    "e\u0301 ﬁ ½ – “ ”",
    "  spaces   inside  ",
    "\ufeffmark",
)

texts = (st.text(max_size=40) | st.sampled_from(TEXTS)).map(stored)
"""Anything that a register can hold."""


def paper_of(cells: list[str]) -> Paper:
    """Return a paper that says the texts in a table, a paragraph and its titles."""
    line = " ".join(cells)
    rows = tuple((f"ACT-{number:03d}", text) for number, text in enumerate(cells, 1))
    table = Table("Actions", (Column("Ref"), Column("Text")), rows, "None.")
    return Paper(line, (line,), (Section("Section", (line, *cells), (table,)),), date(2026, 9, 30))
