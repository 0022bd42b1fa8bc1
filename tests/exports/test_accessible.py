"""Every page that people get passes axe-core, narrow and wide, on screen and in print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from edi_tui.domain.words import Audience
from edi_tui.exports.appraisal_sheet import SHEET
from edi_tui.exports.export import status_bytes
from edi_tui.exports.publish import publish
from edi_tui.services.closing import close_quarter
from edi_tui.services.register import Register
from edi_tui.services.report import status_report
from tests.cli.browser.chromium import chromium
from tests.exports.axe import axe_core, violations
from tests.exports.conftest import DESPITE
from tests.exports.every_paper import every_paper, sheet_of
from tests.services.closing import Q1, Q2


def pages(register: Register, papers: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write papers and the site as pages, and return their paths."""
    folder.mkdir()
    for name, data in papers.items():
        (folder / f"{name}.html").write_bytes(data)
    publish(register, folder / "site")
    return sorted(folder.rglob("*.html"))


def papers_of(register: Register) -> dict[str, bytes]:
    """Return every paper of the second quarter that may be had without a member."""
    board = status_bytes(status_report(register, Q2), "html", Audience.BOARD)
    papers = every_paper(register, Q1, Q2)
    return {name: paper.write("html") for name, paper in papers.items()} | {"board": board}


CARELESS = """<!DOCTYPE html><html lang="en"><title>Careless</title><style>
p { color: #000; background: #fff }
@media screen { .screen { color: #eee } }
@media print { .print { color: #eee } }
@media (max-width: 400px) { .narrow { color: #eee } }
@media (min-width: 1000px) { .wide { color: #eee; width: 2000px } }
</style><main><h1>Careless</h1>
<p class="screen">One</p><p class="print">Two</p><p class="narrow">Three</p><p class="wide">Four</p>
</main></html>"""
"""A page with a text that cannot be read at each width and in each medium, and one too wide."""
CAUGHT = [
    'screen, 320 px: color-contrast: <p class="screen">One</p> | <p class="narrow">Three</p>',
    'screen, 1280 px: color-contrast: <p class="screen">One</p> | <p class="wide">Four</p>',
    "1280 px: has to be scrolled sideways",
    'print, 320 px: color-contrast: <p class="print">Two</p> | <p class="narrow">Three</p>',
    'print, 1280 px: color-contrast: <p class="print">Two</p> | <p class="wide">Four</p>',
]
"""What is to be found on it."""


async def test_axe_finds_what_is_careless_and_nothing_on_any_page(
    twice_closed: Register, register: Register, tmp_path: Path
) -> None:
    script = axe_core()
    sheet = {SHEET: sheet_of(twice_closed, Q2).write("html")}
    made = pages(twice_closed, papers_of(twice_closed) | sheet, tmp_path / "full")
    for quarter in (Q1, Q2):
        close_quarter(register, quarter, DESPITE)
    made += pages(register, papers_of(register), tmp_path / "nothing")
    found: list[str] = []
    careless = tmp_path / "careless.html"
    careless.write_text(CARELESS, encoding="utf-8")
    async with chromium(tmp_path) as page:
        caught = await violations(page, careless, script)
        assert caught == [f"{careless.name}, {one}" for one in CAUGHT]
        for path in made:
            found += await violations(page, path, script)
        assert {url.partition(":")[0] for url in page.requested} == {"file"}
    assert found == [], "\n".join(found)
