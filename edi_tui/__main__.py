"""The program's front door."""

from __future__ import annotations

import sys


def main() -> None:
    """Answer `--version` at once; hand everything else to the commands."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from edi_tui import __version__

        print(f"edi-tui {__version__}")
        return
    from edi_tui.cli.main import run

    run()


if __name__ == "__main__":
    main()
