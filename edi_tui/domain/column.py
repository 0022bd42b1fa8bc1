"""A column of a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the row's attribute, its heading, and how wide it likes to be."""

    name: str
    heading: str
    width: int = 0
    """Characters; 0 takes what is left over."""
    right: bool = False
    """Whether it holds numbers."""
