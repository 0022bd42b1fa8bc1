"""Work beside the screen is answered where it is waited for, and let go where it is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from edi_tui.tui.aside import aside

ENDLESS = """
import asyncio, threading
from edi_tui.tui.aside import aside

async def main():
    begun = threading.Event()
    def job():
        begun.set()
        threading.Event().wait()
    task = asyncio.create_task(aside(job))
    await asyncio.to_thread(begun.wait)
    task.cancel()

asyncio.run(main())
print("ended")
"""


async def test_a_job_is_answered_or_refused_where_it_is_waited_for() -> None:
    assert await aside(lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


def test_the_program_ends_although_a_job_goes_on() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ENDLESS], capture_output=True, text=True, check=True, timeout=60
    )
    assert (ended.stdout, ended.stderr) == ("ended\n", "")
