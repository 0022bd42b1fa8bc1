"""Work beside the screen, which neither holds keys up nor keeps the program from ending."""

from __future__ import annotations

import sys
from asyncio import wrap_future
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
_TURN = 0.0005
"""Seconds after which a thread that computes gives way to another; Python's own ten times that.

The screen and each row that is read wait for a turn, and a list takes hundreds of them.
"""


async def aside(job: Callable[[], T]) -> T:
    """Do a job that only reads in a thread, and return what it came to.

    The thread is let go where nobody waits for it any more: going through a very large register
    takes minutes, for which the end of the program would wait otherwise.
    """
    sys.setswitchinterval(_TURN)
    found: Future[T] = Future()
    found.set_running_or_notify_cancel()
    context = copy_context()

    def work() -> None:
        try:
            result = context.run(job)
        except BaseException as error:  # whatever it is, it is raised where it is waited for
            found.set_exception(error)
        else:
            found.set_result(result)

    Thread(target=work, daemon=True).start()
    return await wrap_future(found)
