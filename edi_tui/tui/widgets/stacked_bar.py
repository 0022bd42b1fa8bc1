"""How many stand at each status, as one bar of parts that need no colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rich.text import Text

from edi_tui.domain.words import Status

_FILLS = {"B": "░", "G": "▒", "A": "▓", "R": "█", "-": "·"}
"""What each letter's part is filled with; the graver, the denser."""
_MEANS = {
    "B": "complete",
    "G": "on track",
    "A": "at risk",
    "R": "off track",
    "-": "other",
}


def stacked_bar(counts: Mapping[Status, int], width: int, styles: Mapping[str, str]) -> Text:
    """Return the bar: each part begins with its letter and number, and has its own filling.

    Args:
        counts: How many have each status.
        width: Characters; where not even letters and numbers fit, the bar is wider.
        styles: The style of each letter of the BRAG scale.
    """
    parts = _parts(counts)
    labels = [f"{letter}{number}" for letter, number in parts.items()]
    widths = _widths([len(label) for label in labels], list(parts.values()), width)
    bar = Text(no_wrap=True)
    for letter, label, room in zip(parts, labels, widths, strict=True):
        bar.append(label.ljust(room, _FILLS[letter]), styles.get(letter, "dim"))
    return bar


def legend() -> str:
    """Return what the letters and fillings mean; other is not started, on hold or silence."""
    return "  ".join(f"{letter}{fill} {_MEANS[letter]}" for letter, fill in _FILLS.items())


def _parts(counts: Mapping[Status, int]) -> dict[str, int]:
    """Return how many have each letter, in the order of the scale."""
    found: Counter[str] = Counter()
    for status, number in counts.items():
        found[status.letter] += number
    return {letter: found[letter] for letter in _FILLS if found[letter]}


def _widths(least: Sequence[int], numbers: Sequence[int], room: int) -> list[int]:
    """Return how wide each part is: by its number, but never less than its label."""
    tight: set[int] = set()
    while True:
        rest = room - sum(least[part] for part in tight)
        total = sum(number for part, number in enumerate(numbers) if part not in tight)
        shares = [rest * number / max(total, 1) for number in numbers]
        found = {part for part, share in enumerate(shares) if share < least[part]} | tight
        if found == tight:
            break
        tight = found
    edges = [0.0]
    for part, share in enumerate(shares):
        edges.append(edges[-1] + (0 if part in tight else share))
    wide = [round(right) - round(left) for left, right in pairwise(edges)]
    return [least[part] if part in tight else wide[part] for part in range(len(least))]
