"""The page of the guide that lists every key."""

from __future__ import annotations

from edi_tui.tui.keys.entry import Key, Where, key_in_bold, key_words
from edi_tui.tui.keys.table import WHERE

_INTRODUCTION = """# Keys

Every key does the same wherever it works. You need none of them by heart: **f10** opens menus that
name each with its key, **?** lists those that work where you are, and **ctrl+p** finds any of them
by its name. A key that has nothing to act on is dim; press it and the line at the bottom says why.
"""

_OWN = """## Keys of your own

`edi-tui locate` says where your settings are. Write the keys that you want under `[keys]`, by the
name in brackets, with commas between several; they take the place of those listed here:

```toml
[keys]
edit = "f6"
top = "g,ctrl+home"
```

A name that is not known, or one key for two things in the same place, is refused with a sentence
that says which; the program then keeps its own keys.
"""


def key_page() -> str:
    """Return the page in Markdown, made from the table of keys."""
    return "\n".join([_INTRODUCTION, *(_section(where) for where in WHERE), _OWN])


def _section(where: Where) -> str:
    return "\n".join([f"## {where.title}", "", *map(_line, where.keys), ""])


def _line(entry: Key) -> str:
    keys = " or ".join(key_in_bold(key_words(key)) for key in entry.key.split(","))
    return f"- {keys} {entry.tooltip} (`{entry.id}`)"
