"""The pages of the guide, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files

from edi_tui.domain.errors import NotFoundError

NAMES = (
    "start",
    "finding",
    "many",
    "undo",
    "smart",
    "sponsorship",
    "importing",
    "quarter-end",
    "keys",
    "safety",
    "questions",
)
"""The names of the pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the guide."""

    name: str
    text: str
    """In Markdown, beginning with its title."""

    @property
    def title(self) -> str:
        """What stands over it."""
        return self.text.partition("\n")[0].removeprefix("# ")


def page(name: str) -> Page:
    """Return a page, by its name in small or capital letters.

    Raises:
        NotFoundError: There is none of that name.
    """
    wanted = name.lower()
    if wanted not in NAMES:
        near = get_close_matches(wanted, NAMES, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        told = f"The guide has no page “{name}”.{meant} Its pages are {', '.join(NAMES)}."
        raise NotFoundError(told)
    return Page(wanted, (files("edi_tui.guide") / f"{wanted}.md").read_text(encoding="utf-8"))


def named_by(link: str) -> str | None:
    """Return the name of the page that a link of another page leads to; None for other links."""
    name, ending, _ = link.partition("#")[0].partition(".md")
    return name if ending and name in NAMES else None
