"""How the program ends where nobody reads it any more."""

from __future__ import annotations

import os
import subprocess
import sys

_SAYS = (
    "import sys\n"
    "from edi_tui.cli.program import close_output\n"
    "sys.stdout.write('said')\n"
    "close_output()\n"
)


def test_words_left_for_a_terminal_that_has_gone_are_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = subprocess.run([sys.executable, "-E", "-c", _SAYS], stdout=writer, stderr=writer)
    finally:
        os.close(writer)
    assert ended.returncode == 0
