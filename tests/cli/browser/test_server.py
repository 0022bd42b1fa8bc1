"""The page, and the program behind a window of it."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from edi_tui.cli.browser.server import HOST, take_port
from edi_tui.domain.errors import EdiError
from edi_tui.services.register import Register
from tests.cli.browser.conftest import PATIENCE, Served


@asynccontextmanager
async def window(served: Served, guest: ClientSession) -> AsyncIterator[ClientWebSocketResponse]:
    """Open a window as the page does."""
    url = f"{served.url}/ws?width=100&height=30"
    async with guest.ws_connect(url, origin=served.url) as opened:
        yield opened


async def drawn(opened: ClientWebSocketResponse, text: str) -> None:
    """Wait until a window has been sent a text."""
    received = b""
    async with asyncio.timeout(PATIENCE):
        while text.encode() not in received:
            message = await opened.receive()
            assert message.type is WSMsgType.BINARY, (message, received)
            received += message.data


def test_only_this_computer_is_listened_to() -> None:
    with take_port(0) as taken:
        assert taken.getsockname()[0] == HOST == "127.0.0.1"


def test_a_port_that_is_taken_is_named() -> None:
    with take_port(0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EdiError, match=f"Port {port} cannot be used: .*--port"):
            take_port(port)


async def test_the_page_asks_only_for_what_is_here(served: Served, guest: ClientSession) -> None:
    async with guest.get(served.url) as answer:
        page = await answer.text()
    asked = re.findall(r"""(?<![-\w])(?:src|href|url)\s*[=(]\s*["']([^"']+)["']""", page)
    assert len(asked) > 5
    assert all(address == "data:," or address.startswith("/") for address in asked)
    for address in asked:
        if address != "data:,":
            async with guest.get(served.url + address) as answer:
                assert answer.status == 200, address
    assert f'"ws://{served.gate.address}/ws"' in page


async def test_a_window_shows_the_register_and_ends_with_the_program(
    served: Served, guest: ClientSession
) -> None:
    async with window(served, guest) as opened:
        await drawn(opened, "Wessex Vale NHS Foundation Trust")
        for strange in ("no json", "[]", '["stdin", 5]', '["resize", {"width": 0}]', "7"):
            await opened.send_str(strange)
        await opened.send_json(["resize", {"width": 120, "height": 40}])
        await opened.send_json(["stdin", "5"])
        await drawn(opened, "Race Equality Network")
        await opened.send_json(["stdin", "\x11"])
        async with asyncio.timeout(PATIENCE):
            while (await opened.receive()).type is WSMsgType.BINARY:
                pass
        assert opened.closed


async def test_two_windows_are_two_programs(served: Served, guest: ClientSession) -> None:
    async with window(served, guest) as one, window(served, guest) as other:
        await drawn(one, "Wessex Vale")
        await drawn(other, "Wessex Vale")


def test_a_program_without_its_server_ends(register: Register) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "edi_tui.cli.browser.session", str(register.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"COLUMNS": "80", "ROWS": "24"},
    )
    with program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stdout.readline() == b"__GANGLION__\n"
        program.stdin.close()
        program.stdout.read()
        assert program.wait(PATIENCE) == 0


def test_a_program_says_why_it_cannot_open(register: Register) -> None:
    register.engine.dispose()
    register.path.unlink()
    program = subprocess.Popen(
        [sys.executable, "-m", "edi_tui.cli.browser.session", str(register.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    with program:
        assert program.stderr is not None
        assert b"No register yet" in program.stderr.read()
        assert program.wait(PATIENCE) == 10
