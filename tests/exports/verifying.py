"""Papers that tests verify."""

from __future__ import annotations

from pathlib import Path

from edi_tui.exports.export import FORMATS, status_bytes
from edi_tui.services.register import Register
from edi_tui.services.report import status_report
from tests.exports.conftest import Q2

CARRYING = tuple(layout for layout in FORMATS if layout != "csv")


def written(register: Register, layout: str, folder: Path) -> Path:
    path = folder / f"paper.{layout}"
    path.write_bytes(status_bytes(status_report(register, Q2), layout))
    return path
