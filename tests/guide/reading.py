"""What stands in the pages of the guide and in the README: commands, keys, links and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edi_tui.guide.pages import NAMES, page

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXTS = {"README": README, **{name: page(name).text for name in NAMES}}
WRITTEN = {name: text for name, text in TEXTS.items() if name not in ("README", "keys")}
"""The pages that people wrote."""


def commands(text: str) -> Iterator[str]:
    """Yield every command line, from blocks and from the midst of sentences."""
    for block in re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield from (line for line in block.splitlines() if re.match(r"edi-tui(?:\s|$)", line))
    bare = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    for code in codes(bare):
        if code.startswith("edi-tui"):
            yield code


def codes(text: str) -> list[str]:
    """Return what is marked as code in the midst of sentences."""
    return [" ".join(code.split()) for code in re.findall(r"`([^`]+)`", text)]


def keys(text: str) -> list[str]:
    """Return every key that is named; nothing else is bold."""
    return [re.sub(r"\\(.)", r"\1", key) for key in re.findall(r"\*\*((?:\\.|[^\\])+?)\*\*", text)]


def sections(text: str) -> list[str]:
    """Return a page part by part, each with the heading that stands over it."""
    return re.split(r"^(?=## )", text, flags=re.MULTILINE)


def filters(text: str) -> list[str]:
    """Return every filter: what a table says to type, and what looks like one in a sentence."""
    typed = [row[0] for row in tables(text, "Type")]
    return [code for code in codes(text) if f"`{code}`" in typed or _FILTER.match(code)]


_FILTER = re.compile(r"[\w.]+:\S|[+@(]\w|not ")


def screen_words(text: str) -> list[str]:
    """Return what is quoted from the screen, which stands in curly quotation marks."""
    return [" ".join(words.split()) for words in re.findall(r"“([^”]+)”", text)]


def links(text: str) -> list[str]:
    """Return where links and pictures lead."""
    return re.findall(r"\]\(([^)\s]+)\)", text)


def table(text: str, first: str) -> list[list[str]]:
    """Return the rows of the first table whose heading begins with a word, without the heading."""
    return _rows(text.partition(f"\n| {first} |")[2])


def tables(text: str, first: str) -> list[list[str]]:
    """Return the rows of all tables whose heading begins with a word."""
    _, *found = text.split(f"\n| {first} |")
    return [row for each in found for row in _rows(each)]


def _rows(text: str) -> list[list[str]]:
    """Return the rows below the heading that a text begins in."""
    lines = [*text.splitlines(), ""][2:]
    rows = lines[: lines.index("")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
