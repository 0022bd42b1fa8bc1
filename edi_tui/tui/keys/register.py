"""The keys for the register as a whole, in every place that shows some of it."""

from __future__ import annotations

from edi_tui.tui.keys.entry import Menu, key

UNDO = [
    key(
        "ctrl+z",
        "undo",
        "Undo",
        "Take back what you did last, step by step",
        footer=True,
        menu=Menu.REGISTER,
    ),
    key("ctrl+y", "redo", "Redo", "Do again what you undid last", menu=Menu.REGISTER),
    key(
        "h",
        "history",
        "History",
        "Show who changed what, and from what to what",
        menu=Menu.RECORD,
    ),
    key("b", "bin", "Bin", "Show what was withdrawn, and bring it back", menu=Menu.REGISTER),
]

EXPORT = key(
    "x",
    "export",
    "Export",
    "Write a paper, this list, a calendar or everything to a file",
    menu=Menu.REGISTER,
)

IMPORT = key(
    "i",
    "import",
    "Import",
    "Bring a plan or list in from a file",
    footer=True,
    menu=Menu.REGISTER,
)

GO_TO_DESK = key(
    "D",
    "desk",
    "Desk",
    "Settle what imports left open",
    footer=True,
    menu=Menu.GO,
)
