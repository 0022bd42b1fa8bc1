"""The picture in the README."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from tests.tui.screenshot import PICTURE, taken


def words(svg: str) -> list[str]:
    """Return the texts of a picture, in order."""
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


async def test_the_picture_shows_the_program_as_it_is(tmp_path: Path) -> None:
    assert words(PICTURE.read_text(encoding="utf-8")) == words(await taken(tmp_path))
