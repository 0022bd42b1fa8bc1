"""axe-core, run on pages in a headless Chromium."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tests.cli.browser.chromium import Page
from tests.wanted import missing

NAMED = "AXE_CORE"
"""The variable that says where axe.min.js is; `.ci/run` fetches it from npm.

It is no part of this repository: it is 650 kB under another licence, the Mozilla Public License.
"""
WIDTHS = (320, 1280)
MEDIA = ("screen", "print")
_ASKED = """
axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify(
  found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' | '))))
"""


def axe_core() -> str:
    """Return the script."""
    path = os.environ.get(NAMED, "")
    if not path or not Path(path).is_file():
        missing(f"{NAMED} names no axe.min.js: npm pack axe-core, unpack it, and name it.")
    return Path(path).read_text(encoding="utf-8")


async def violations(page: Page, path: Path, script: str) -> list[str]:
    """Return what axe finds on a page, at every width, on screen and in print."""
    await page.show(path)
    await page.ask("Runtime.evaluate", expression=script)
    found = []
    for media in MEDIA:
        await page.ask("Emulation.setEmulatedMedia", media=media)
        for width in WIDTHS:
            size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
            await page.ask("Emulation.setDeviceMetricsOverride", **size)
            told = await page.ask("Runtime.evaluate", expression=_ASKED, awaitPromise=True)
            found += [
                f"{path.name}, {media}, {width} px: {one}"
                for one in json.loads(told["result"]["value"])
            ]
            if media == "screen" and await page.value("innerWidth < document.body.scrollWidth"):
                found.append(f"{path.name}, {width} px: has to be scrolled sideways")
    await page.ask("Emulation.setEmulatedMedia", media="")
    return found
