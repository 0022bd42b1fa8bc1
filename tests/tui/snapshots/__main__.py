"""Takes the pictures again: all of them, or those of the walks that are named."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.tui.snapshots.walks import KEPT, WALKS, Registers, taken, written


def main(names: list[str]) -> None:
    """Write what the program shows now."""
    unknown = set(names) - {walk.name for walk in WALKS}
    if unknown:
        sys.exit(f"There is no walk {', '.join(sorted(unknown))}.")
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        registers = Registers(Path(folder) / "made")
        for walk in WALKS:
            if names and walk.name not in names:
                continue
            register = registers.opened(walk.register, Path(folder) / walk.name)
            shown = written(asyncio.run(taken(walk, register)))
            changed = not walk.file.exists() or walk.file.read_text(encoding="utf-8") != shown
            walk.file.write_text(shown, encoding="utf-8")
            print(f"{walk.name}: {'changed' if changed else 'as before'}")


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if name != "--update"])
