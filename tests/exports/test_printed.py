"""Tests that every page can be printed: all words are on the paper, and no row is cut in two."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from edi_tui.exports.appraisal_sheet import SHEET
from edi_tui.exports.paper import printable
from edi_tui.exports.publish import publish
from edi_tui.exports.to_html import to_html
from edi_tui.services.register import Register
from tests.cli.browser.chromium import Page, chromium
from tests.exports.every_paper import every_paper, sheet_of
from tests.exports.hostile import paper_of
from tests.exports.other_programs import pdf_text
from tests.services.closing import Q1, Q2

LONG = printable(
    paper_of([f"Row {number}: " + "word " * (number * 7 % 150) for number in range(80)])
)
CUT = b"<style>@media print { tr { break-inside: auto !important } }</style>"
WIDE = b"<style>@media print { table { width: 150vw } body { overflow: hidden } }</style>"
_SAID = """
JSON.stringify([document.body.innerText,
  Array.from(document.querySelectorAll('tr')).map(row => row.innerText)])
"""


async def lost(page: Page, path: Path) -> list[str]:
    """Return what is amiss on paper: words that are not on it, and rows cut in two."""
    await page.show(path)
    await page.ask("Emulation.setEmulatedMedia", media="print")
    said, rows = json.loads(str(await page.value(_SAID)))
    sheets = ["".join(sheet.split()) for sheet in pdf_text(await page.printed()).split("\f")]
    gone = Counter("".join(said.split())) - Counter("".join(sheets))
    found = [f"{path.name}: words are lost: {gone}"] if gone else []
    bare = ("".join(row.split()) for row in rows)
    return found + [
        f"{path.name}: cut in two: {row}" for row in bare if not any(row in one for one in sheets)
    ]


async def test_every_page_is_printed_whole(twice_closed: Register, tmp_path: Path) -> None:
    papers = {**every_paper(twice_closed, Q1, Q2), SHEET: sheet_of(twice_closed, Q2)}
    files = {name: paper.write("html") for name, paper in papers.items()} | {"long": to_html(LONG)}
    publish(twice_closed, tmp_path / "site")
    for name, data in files.items():
        (tmp_path / f"{name}.html").write_bytes(data)
    made = sorted(tmp_path.rglob("*.html"))
    careless = tmp_path / "careless.html"
    async with chromium(tmp_path) as page:
        assert [one for path in made for one in await lost(page, path)] == []
        for style, said in ((CUT, "cut in two"), (WIDE, "words are lost")):
            careless.write_bytes(to_html(LONG).replace(b"</head>", style + b"</head>"))
            assert said in " ".join(await lost(page, careless))
