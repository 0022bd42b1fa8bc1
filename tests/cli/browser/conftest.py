"""A served register, and the clients that ask for it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import ClientSession, CookieJar, web

from edi_tui.cli.browser.gate import Gate
from edi_tui.cli.browser.server import address_of, make_app, take_port
from edi_tui.domain.records import NetworkDraft
from edi_tui.services import records
from edi_tui.services.register import Register

PATIENCE = 60
"""Seconds after which something that does not come is not waited for any longer."""


@dataclass(frozen=True)
class Served:
    """A server at work, and the register that its windows show."""

    gate: Gate
    register: Register

    @property
    def url(self) -> str:
        """The address without a token."""
        return f"http://{self.gate.address}"


@pytest.fixture
async def served(register: Register) -> AsyncIterator[Served]:
    """A register with one network in it, served as the command does."""
    records.add(register, NetworkDraft(name="Race Equality Network"))
    taken = take_port(0)
    gate = Gate(address_of(taken))
    command = [sys.executable, "-m", "edi_tui.cli.browser.session", str(register.path)]
    runner = web.AppRunner(make_app(gate, command))
    await runner.setup()
    await web.SockSite(runner, taken).start()
    try:
        yield Served(gate, register)
    finally:
        await runner.cleanup()


@pytest.fixture
async def stranger() -> AsyncIterator[ClientSession]:
    """A client that has not been let in."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        yield client


@pytest.fixture
async def guest(served: Served) -> AsyncIterator[ClientSession]:
    """A client that has brought the token."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        async with client.get(served.gate.url) as answer:
            assert answer.status == 200
        yield client
