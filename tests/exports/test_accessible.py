"""Every page that people get passes axe-core, narrow and wide, on screen and in print."""

from __future__ import annotations

from pathlib import Path

from edi_tui.domain.words import Audience
from edi_tui.exports.export import public_bytes, status_bytes
from edi_tui.exports.publish import publish
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.public_report import public_report
from edi_tui.services.register import Register
from edi_tui.services.report import status_report
from tests.cli.browser.chromium import chromium
from tests.exports.axe import axe_core, violations
from tests.services.closing import Q1, Q2, edited


def pages(register: Register, folder: Path) -> list[Path]:
    """Write every paper that is a page, and the site, and return their paths."""
    for quarter in (Q1, Q2):
        close_quarter(register, quarter, ClosingTerms(despite="No time"))
    papers = {audience: folder / f"{audience}.html" for audience in Audience}
    for audience in (Audience.COMMITTEE, Audience.BOARD):
        data = status_bytes(status_report(register, Q2), "html", audience)
        papers[audience].write_bytes(data)
    papers[Audience.PUBLIC].write_bytes(public_bytes(public_report(register, Q2), "html"))
    publish(register, folder / "site")
    return [*papers.values(), *sorted((folder / "site").rglob("*.html"))]


async def test_axe_finds_nothing_on_any_page(
    full: Register, register: Register, tmp_path: Path
) -> None:
    script = axe_core()
    for ref in ("OBJ-001", "OBJ-002"):
        edited(full, ref, published=True, summary="More of us will lead, and be heard.")
    made = pages(full, tmp_path)
    (tmp_path / "empty").mkdir()
    made += pages(register, tmp_path / "empty")
    found: list[str] = []
    async with chromium(tmp_path) as page:
        for path in made:
            found += await violations(page, path, script)
        assert {url.partition(":")[0] for url in page.requested} == {"file"}
    assert found == [], "\n".join(found)
