"""A stylesheet that reads its rules once."""

from __future__ import annotations

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_RULES = 1024
"""How many widgets' rules are kept; Textual's 64 are fewer than there are kinds of widget here."""


class KeptStylesheet(Stylesheet):
    """Rules that are read again only where the colours have changed.

    Textual reads all of them twice whenever a place is opened for the first time.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        """Begin with no rules and these colours."""
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_RULES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours, if they are others."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Gather the rules, reading those that have not been read with these colours."""
        self.parse()
