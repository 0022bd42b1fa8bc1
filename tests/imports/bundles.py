"""Bringing bundles back in tests, and what is in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_tui.domain.errors import RegisterError
from edi_tui.exports.bundle import write_bundle
from edi_tui.imports.bundle import BroughtBack, bring_back
from edi_tui.services.register import open_register
from tests.conftest import NOW


def brought(bundle: Path, target: Path, *, dry_run: bool = False) -> BroughtBack:
    return bring_back(bundle, target, who="another", now=lambda: NOW, dry_run=dry_run)


def again(target: Path, folder: Path) -> bytes:
    """Return the bundle of a register that was brought back."""
    path = folder / "again.zip"
    write_bundle(open_register(target, who="another"), path, force=True)
    return path.read_bytes()


def contents_of(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def refused(bundle: Path, target: Path) -> None:
    """Fail unless a bundle is refused since the register holds something else."""
    with pytest.raises(RegisterError, match="holds other records"):
        brought(bundle, target)
