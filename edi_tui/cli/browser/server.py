"""The server of `edi-tui serve`: one page, and a program for each window that shows it."""

from __future__ import annotations

import asyncio
import json
import shlex
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from edi_tui.cli.browser.gate import Gate
from edi_tui.domain.errors import EdiError

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

HOST = "127.0.0.1"
"""The only address that is served: that of this machine to itself."""
_LARGEST = 1000
"""Columns and rows that a window has at most."""
_PATIENCE = 10
"""Seconds that a program has to end when its window is closed."""

_windows = web.AppKey("windows", set[web.WebSocketResponse])


class Session(AppService):
    """The program of one window, which is closed when the program ends."""

    async def run(self) -> None:
        """Carry to and fro until the program ends, however it does."""
        try:
            await super().run()
        finally:
            await self.remote_close()

    async def stop(self) -> None:
        """End the program, which has a few seconds to put itself in order."""
        process = self._process
        if process is None:
            return
        try:
            async with asyncio.timeout(_PATIENCE):
                await super().stop()
                await process.communicate()
        except TimeoutError:
            process.kill()
            await process.wait()

    async def obey(self, message: object) -> None:
        """Pass on what the window says: keys and mouse, its size, or whether it is looked at.

        What else it says is the page's own, such as how fast the line is.
        """
        match message:
            case ["stdin", str(keys)]:
                await self.send_bytes(keys.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(_fair(width), _fair(height))
            case ["focus"]:
                await self.focus()
            case ["blur"]:
                await self.blur()


def take_port(port: int) -> socket.socket:
    """Take a port of this machine; 0 takes any that is free.

    Raises:
        EdiError: Another program has it, or it is not to be had.
    """
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # On Windows the option would let two programs have one port.
    if sys.platform != "win32":
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((HOST, port))
    except OSError as error:
        taken.close()
        raise EdiError(
            f"Port {port} cannot be used: {error.strerror}. Choose another with --port, or leave "
            "it out and a free one is found."
        ) from error
    return taken


def address_of(taken: socket.socket) -> str:
    """Return host and port of a socket, such as `127.0.0.1:8321`."""
    host, port = taken.getsockname()
    return f"{host}:{port}"


def make_app(gate: Gate, command: Sequence[str]) -> web.Application:
    """Return the application.

    Args:
        gate: What stands before it.
        command: What starts the program of a window.
    """
    app = web.Application()
    app[_windows] = set()
    gate.guard(app)
    app.router.add_get("/", _page(gate.address), allow_head=False)
    app.router.add_get("/ws", _window(_shell(command)), allow_head=False)
    app.router.add_static("/page", _folder("edi_tui.cli.browser", "page"))
    app.router.add_static("/static", _folder("textual_serve", "static"))
    app.on_shutdown.append(_close_windows)
    return app


def _folder(package: str, name: str) -> Path:
    return Path(str(files(package))) / name


def run(taken: socket.socket, app: web.Application, ready: Callable[[], None]) -> None:
    """Serve until ctrl+c, and then end the program of every window.

    Args:
        taken: Where to serve.
        app: What is served.
        ready: Called when it is.
    """
    web.run_app(app, sock=taken, access_log=None, print=lambda told: ready())


def _page(address: str) -> Handler:
    words = (_folder("edi_tui.cli.browser", "page") / "index.html").read_text(encoding="utf-8")
    text = Template(words).substitute(address=address)

    async def show(request: web.Request) -> web.Response:
        return web.Response(text=text, content_type="text/html")

    return show


def _window(command: str) -> Handler:
    async def open_window(request: web.Request) -> web.WebSocketResponse:
        window = web.WebSocketResponse()
        await window.prepare(request)
        request.app[_windows].add(window)
        try:
            await _work(window, command, request.query.get("width"), request.query.get("height"))
        finally:
            request.app[_windows].discard(window)
        return window

    return open_window


async def _work(
    window: web.WebSocketResponse, command: str, width: str | None, height: str | None
) -> None:
    """Run the program of a window for as long as both are there."""

    async def close() -> None:
        await window.close()

    session = Session(
        command,
        write_bytes=window.send_bytes,
        write_str=window.send_str,
        close=close,
        download_manager=DownloadManager(),
    )
    await session.start(_fair(width or 80), _fair(height or 24))
    try:
        async for message in window:
            with suppress(ValueError):  # no JSON: the page never sends it
                await session.obey(json.loads(message.data))
    finally:
        await session.stop()


def _fair(size: str | int) -> int:
    try:
        return min(max(int(size), 1), _LARGEST)
    except ValueError:
        return 1


async def _close_windows(app: web.Application) -> None:
    windows = app[_windows]
    for window in tuple(windows):
        await window.close(code=WSCloseCode.GOING_AWAY)


def _shell(command: Sequence[str]) -> str:
    """Return a line for the shell, which a POSIX one gives its own place to."""
    if sys.platform == "win32":
        return subprocess.list2cmdline(command)
    return f"exec {shlex.join(command)}"
