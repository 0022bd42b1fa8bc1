"""The keys on the way of a file into the register."""

from __future__ import annotations

from edi_tui.tui.keys.entry import key

FILES = [
    key("enter", "take", "Take", "Take the file or open the folder", footer=True, name="file"),
    key("up", "move(-1)", "File before", "Go to the file before", name="file-before"),
    key("down", "move(1)", "Next file", "Go to the next file", name="file-next"),
    key("escape", "cancel", "Cancel", "Choose no file", footer=True, name="no-file"),
]

COLUMNS = [
    key("ctrl+s,f2", "preview", "Preview", "See what the import would do", footer=True),
    key("escape", "cancel", "Back", "Choose another file", footer=True, name="columns-back"),
]

WORKING = [key("escape", "stop", "Stop", "Stop it; nothing of it is stored", footer=True)]

SUMMARY = [
    key(
        "y,ctrl+s",
        "confirm",
        "Go on",
        "Import what is listed, or go to the Desk",
        footer=True,
        name="import-on",
    ),
    key(
        "escape", "cancel", "Back", "Go back, or close the report", footer=True, name="import-back"
    ),
]
