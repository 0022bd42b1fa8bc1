"""How much room a window has, in the classes that a screen's style asks for."""

from __future__ import annotations

NARROW, WIDE = 60, 100
"""Columns from which there is room for a list, and for two things side by side."""

WIDTHS = [(0, "-tiny"), (NARROW, "-narrow"), (WIDE, "-wide")]
HEIGHTS = [(0, "-low"), (18, "-high")]
"""The fewest columns, and the fewest rows, that each class stands for."""
