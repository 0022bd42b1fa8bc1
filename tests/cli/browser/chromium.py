"""A headless Chromium, steered over its debugging protocol."""

from __future__ import annotations

import asyncio
import json
import os
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

from tests.cli.browser.conftest import PATIENCE
from tests.wanted import tool

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # it shows this program's own page only, often as root in a container
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--remote-debugging-port=0",
    "--window-size=1280,900",
    "about:blank",
)
_WATCHED = ("Network", "Page")


class Page:
    """The one page of a browser: what it asked for, and what its terminal was sent."""

    def __init__(self, line: ClientWebSocketResponse) -> None:
        """Begin on an empty page."""
        self._line = line
        self._asked = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.requested: list[str] = []
        """Every address that the page asked for."""
        self.drawn = b""
        """What the terminal was sent since the last key or click."""
        self._more = asyncio.Event()

    async def listen(self) -> None:
        """Take in what the browser says."""
        async for message in self._line:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            else:
                self._note(told["method"], told["params"])

    def _note(self, event: str, about: dict[str, Any]) -> None:
        if event == "Network.requestWillBeSent":
            self.requested.append(about["request"]["url"])
        elif event == "Network.webSocketCreated":
            self.requested.append(about["url"])
        elif event == "Network.webSocketFrameReceived" and about["response"]["opcode"] == 2:
            self.drawn += b64decode(about["response"]["payloadData"])
            self._more.set()

    async def ask(self, method: str, **about: object) -> dict[str, Any]:
        """Have the browser do something and return its answer."""
        self._asked += 1
        answer = asyncio.get_running_loop().create_future()
        self._answers[self._asked] = answer
        await self._line.send_json({"id": self._asked, "method": method, "params": about})
        told = await asyncio.wait_for(answer, PATIENCE)
        assert "error" not in told, told
        result: dict[str, Any] = told["result"]
        return result

    async def open(self, url: str) -> None:
        """Go to an address."""
        for domain in _WATCHED:
            await self.ask(f"{domain}.enable")
        await self.ask("Page.navigate", url=url)

    async def show(self, path: Path) -> None:
        """Go to a page on this computer, and wait until it stands."""
        await self.open(path.as_uri())
        while await self.value("location.href + document.readyState") != f"{path.as_uri()}complete":
            await asyncio.sleep(0.01)

    async def value(self, expression: str) -> object:
        """Return what a JavaScript expression comes to."""
        return (await self.ask("Runtime.evaluate", expression=expression))["result"]["value"]

    async def until(self, text: str) -> None:
        """Wait until the terminal has been sent a text since the last key or click."""
        async with asyncio.timeout(PATIENCE):
            while text.encode() not in self.drawn:
                self._more.clear()
                await self._more.wait()

    async def press(self, key: str, code: int, *, ctrl: bool = False) -> None:
        """Press a key.

        Args:
            key: Its name, or the letter that it types.
            code: Its number, that of the capital letter for letters.
            ctrl: Whether the control key is held.
        """
        self.drawn = b""
        typed = {"text": key} if len(key) == 1 and not ctrl else {}
        about = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 2 * ctrl}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **about, **typed)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **about)

    async def type(self, text: str) -> None:
        """Type letters and spaces."""
        for letter in text:
            await self.press(letter, ord(letter.upper()))

    async def click(self, column: int, row: int) -> None:
        """Click on a cell of the terminal; the first is 0, 0."""
        self.drawn = b""
        box = await self.value(
            "(() => { const box = document.querySelector('.xterm-screen').getBoundingClientRect();"
            "return JSON.stringify([box.x, box.y, box.width, box.height]); })()"
        )
        x, y, width, height = json.loads(str(box))
        columns, rows = self._size()
        at = {"x": x + (column + 0.5) * width / columns, "y": y + (row + 0.5) * height / rows}
        for step in ("mousePressed", "mouseReleased"):
            about = {"type": step, "button": "left", "clickCount": 1}
            await self.ask("Input.dispatchMouseEvent", **about, **at)

    def _size(self) -> tuple[int, int]:
        """Return the columns and rows that the page asked for."""
        asked = next(url for url in reversed(self.requested) if "width=" in url)
        columns, _, rows = asked.partition("width=")[2].partition("&height=")
        return int(columns), int(rows)

    async def picture(self, path: Path) -> None:
        """Keep what the page looks like."""
        shot = await self.ask("Page.captureScreenshot")
        path.write_bytes(b64decode(shot["data"]))

    async def printed(self) -> bytes:
        """Return the page as a PDF, on the paper that it asks for."""
        made = await self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return b64decode(made["data"])


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Page]:
    """Start a browser of its own, with a profile in a folder."""
    browser = await asyncio.create_subprocess_exec(
        tool(*NAMES),
        f"--user-data-dir={folder / 'profile'}",
        *FLAGS,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"HOME": str(folder)},
    )
    try:
        port = await _port(browser)
        async with ClientSession() as client:
            async with client.get(f"http://127.0.0.1:{port}/json/list") as answer:
                tabs = await answer.json()
            line = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
            async with client.ws_connect(line, max_msg_size=0) as opened:
                page = Page(opened)
                listening = asyncio.create_task(page.listen())
                yield page
                listening.cancel()
    finally:
        browser.terminate()
        await browser.communicate()


async def _port(browser: asyncio.subprocess.Process) -> str:
    """Return the port at which a browser is steered, which it prints."""
    assert browser.stderr is not None
    async with asyncio.timeout(PATIENCE):
        while line := (await browser.stderr.readline()).decode():
            if "DevTools listening on" in line:
                return line.rpartition("/devtools")[0].rpartition(":")[2]
    raise AssertionError("Chromium did not start.")
