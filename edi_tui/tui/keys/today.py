"""The keys on Today."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.tui.keys.register import EXPORT, GO_TO_DESK, IMPORT, UNDO
from edi_tui.tui.keys.rows import MOVES

TODAY = [GO_TO_DESK, IMPORT, replace(EXPORT, show=True), *UNDO, *MOVES]
