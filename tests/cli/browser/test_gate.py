"""Only the browser that brought the token is let in, and only from the page itself."""

from __future__ import annotations

from http.cookies import SimpleCookie

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from tests.cli.browser.conftest import Served

PATHS = ("/", "/ws", "/page/keys.js", "/static/js/textual.js", "/nowhere")


async def status(client: ClientSession, url: str, **headers: str) -> int:
    """Return what a client is answered, without following where it is sent."""
    async with client.get(url, headers=headers, allow_redirects=False) as answer:
        return answer.status


@pytest.mark.parametrize("path", PATHS)
async def test_nothing_is_shown_to_strangers(
    served: Served, stranger: ClientSession, path: str
) -> None:
    assert await status(stranger, served.url + path) == 403


async def test_the_token_is_good_once(served: Served, stranger: ClientSession) -> None:
    url = served.gate.url
    assert await status(stranger, f"{url}x") == 403
    async with stranger.get(url, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/")
        (cookie,) = SimpleCookie(answer.headers["Set-Cookie"]).values()
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert cookie.value not in url
    assert await status(stranger, served.url) == 200
    stranger.cookie_jar.clear()
    async with stranger.get(url) as answer:
        assert answer.status == 403
        assert "used already" in await answer.text()


async def test_a_glance_at_the_address_does_not_spend_it(
    served: Served, stranger: ClientSession
) -> None:
    async with stranger.head(served.gate.url) as answer:
        assert answer.status >= 400
    assert await status(stranger, served.gate.url) == 303


async def test_a_guessed_cookie_opens_nothing(served: Served, stranger: ClientSession) -> None:
    for guess in ("", "edi-tui", "é"):
        assert await status(stranger, served.url, Cookie=f"edi-tui={guess}") == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "localhost:{port}", ""])
async def test_another_name_for_this_computer_is_refused(
    served: Served, guest: ClientSession, host: str
) -> None:
    port = served.gate.address.rpartition(":")[2]
    named = host.format(port=port)
    assert await status(guest, served.url, Host=named) == 403
    assert await status(guest, served.gate.url, Host=named) == 403
    assert await status(guest, served.url) == 200


@pytest.mark.parametrize(
    "origin", [None, "http://evil.example", "http://127.0.0.1:1", "https://{address}", "null"]
)
async def test_another_page_gets_no_window(
    served: Served, guest: ClientSession, origin: str | None
) -> None:
    headers = {"Origin": origin.format(address=served.gate.address)} if origin else {}
    with pytest.raises(WSServerHandshakeError) as refused:
        await guest.ws_connect(f"{served.url}/ws", headers=headers)
    assert refused.value.status == 403


async def test_another_page_reads_nothing(served: Served, guest: ClientSession) -> None:
    assert await status(guest, served.url, Origin="http://evil.example") == 403


@pytest.mark.parametrize("path", [*PATHS[2:], "/?token=wrong"])
async def test_every_answer_forbids_what_is_not_needed(
    served: Served, guest: ClientSession, path: str
) -> None:
    async with guest.get(served.url + path) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none';")
        assert "allow-popups" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Frame-Options"] == "DENY"
