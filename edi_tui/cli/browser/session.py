"""The program of one browser window, started by the server and driven through its pipes."""

from __future__ import annotations

import os
import sys


def main(db: str) -> int:
    """Open a register in a browser window.

    Args:
        db: The register that was named; empty for the usual one.

    Returns:
        The exit code.
    """
    # Textual looks once, when it is imported; the server names the driver that it knows of.
    os.environ["TEXTUAL_DRIVER"] = "edi_tui.cli.browser.driver:WindowDriver"
    from edi_tui.cli.output import say_error
    from edi_tui.cli.program import run_program
    from edi_tui.cli.settings import Options, opened
    from edi_tui.domain.errors import EdiError

    try:
        return run_program(lambda: opened(Options(db)), db=db)
    except EdiError as error:
        say_error(error)
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
