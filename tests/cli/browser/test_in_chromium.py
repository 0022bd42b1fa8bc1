"""The served program in a real browser: keys, mouse, a record written, nothing from outside."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from edi_tui.domain.kinds import Kind
from edi_tui.services.lists import rows_of
from tests.cli.browser.chromium import chromium
from tests.cli.browser.conftest import Served

ENTER, CTRL_S_KEY, DIGIT_5 = 13, ord("S"), ord("5")
TABS_ROW = 1


async def test_a_record_is_written_with_keys_and_found_with_the_mouse(
    served: Served, tmp_path: Path
) -> None:
    async with chromium(tmp_path) as page:
        await page.open(served.gate.url)
        await page.until("Wessex Vale NHS Foundation Trust")
        await page.press("5", DIGIT_5)
        await page.until("Race Equality Network")
        await page.press("n", ord("N"))
        await page.until("New network")
        await page.type("Carers network")
        await page.press("s", CTRL_S_KEY, ctrl=True)
        await page.until("NET-002")
        await page.click(3, TABS_ROW)
        await page.until("What needs a person")
        assert await page.value("location.href") == f"{served.url}/"
        requested = page.requested
    names = [getattr(row, "name", "") for row in rows_of(served.register, Kind.NETWORK)]
    assert names == ["Race Equality Network", "Carers network"]
    assert {urlsplit(url).netloc for url in requested if not url.startswith("data:")} == {
        served.gate.address
    }
