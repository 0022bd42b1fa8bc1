"""The guide's page of keys is the one made from the table."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from edi_tui.tui.keys.own import read_keys
from edi_tui.tui.keys.page import key_page


def test_the_guide_lists_every_key() -> None:
    """`python -c "from edi_tui.tui.keys.page import key_page; print(key_page(), end='')"`."""
    page = files("edi_tui.guide").joinpath("keys.md").read_text(encoding="utf-8")
    assert page == key_page()
    example = page.partition("```toml\n")[2].partition("```")[0]
    assert read_keys(tomllib.loads(example)["keys"])
