"""The program's front door."""

from __future__ import annotations

import sys


def main() -> int:
    """Answer `--version` and open the terminal program at once; leave the rest to the commands."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from edi_tui import __version__

        print(f"edi-tui {__version__}")
        return 0
    from edi_tui.cli import program

    db = program.named_register(arguments)
    if db is not None and program.in_terminal():
        return program.open_at_once(db)
    from edi_tui.cli.main import run

    run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
