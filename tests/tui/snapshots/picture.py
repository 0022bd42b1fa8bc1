"""A screen as text: its characters, then the styles of their runs."""

from __future__ import annotations

from itertools import groupby
from string import ascii_letters

from rich.segment import Segment
from rich.style import Style
from textual.app import App

_ATTRIBUTES = ("bold", "dim", "italic", "underline", "reverse", "strike")


def picture(app: App[None]) -> str:
    """Return what the screen shows.

    First come its lines as they are; then each style under a name, and for each line its runs:
    `a12 b3` is twelve characters of style a and three of b. Equal lines of runs are told once.
    """
    strips = app.screen._compositor.render_strips()
    lines = [_runs(list(strip)) for strip in strips]
    styles = dict.fromkeys(style for line in lines for style, _ in line)
    names = {style: _name(number) for number, style in enumerate(styles)}
    told = [" ".join(f"{names[style]}{length}" for style, length in line) for line in lines]
    return "\n".join(
        [
            *(strip.text.rstrip() for strip in strips),
            "",
            *(f"{name} = {style}" for style, name in names.items()),
            *_numbered(told),
            "",
        ]
    )


def _runs(segments: list[Segment]) -> list[tuple[str, int]]:
    pairs = [(_told(one.style), one.cell_length) for one in segments if one.cell_length]
    return [
        (style, sum(length for _, length in group))
        for style, group in groupby(pairs, key=lambda pair: pair[0])
    ]


def _told(style: Style | None) -> str:
    if style is None:
        return "plain"
    colours = [color.name if color else "-" for color in (style.color, style.bgcolor)]
    attributes = [name for name in _ATTRIBUTES if getattr(style, name)]
    return " ".join([" on ".join(colours), *attributes])


def _name(number: int) -> str:
    """Return a, b, ... Z, aa, ab and so on."""
    before, place = divmod(number, len(ascii_letters))
    return (_name(before - 1) if before else "") + ascii_letters[place]


def _numbered(told: list[str]) -> list[str]:
    """Return the lines of runs with the numbers of the lines that they are of, from 1."""
    found, first = [], 1
    for runs, group in groupby(told):
        last = first + len(list(group)) - 1
        found.append(f"{first}: {runs}" if first == last else f"{first}-{last}: {runs}")
        first = last + 1
    return found
