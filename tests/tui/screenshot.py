"""The picture in the README, taken from the running program.

Run `python -m tests.tui.screenshot` to take it again; a test says when that is due.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from edi_tui.imports.sample import build_sample
from edi_tui.tui.app import EdiApp
from tests.tui.conftest import settled

PICTURE = Path(__file__).resolve().parents[2] / "edi_tui" / "guide" / "objectives.svg"


async def taken(folder: Path) -> str:
    """Return the Objectives place of the sample register, with the second objective open."""
    register = build_sample(folder / "register.db", who="secretary")
    app = EdiApp(lambda: register, demo=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("down")
        await settled(pilot)
        # Without the fonts of another site: the picture asks for nothing from outside.
        return re.sub(
            r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="edi-tui"), flags=re.S
        )


def main() -> None:
    """Take the picture again."""
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(asyncio.run(taken(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
