"""An entry for the path of a file."""

from __future__ import annotations

from textual.events import Paste

from edi_tui.tui.forms.folder import copied_path, is_whole_path
from edi_tui.tui.forms.line_entry import FieldEntry


class PathEntry(FieldEntry):
    """Takes a path; a whole one that is pasted takes the place of what stands here."""

    def _on_paste(self, event: Paste) -> None:
        if is_whole_path(event.text):
            event.text = copied_path(event.text)
            self.select_all()
