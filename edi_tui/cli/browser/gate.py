"""The door of the served program: who is let in, and what the page may do."""

from __future__ import annotations

from hmac import compare_digest
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from aiohttp import hdrs, web

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

_COOKIE = "edi-tui"
_USED = (
    "This address has been used already, or is not the one that edi-tui serve printed.\n"
    "Stop edi-tui serve with ctrl+c, start it again, and open the new address.\n"
)
_FOREIGN = "Only the page that edi-tui serve printed may ask for this.\n"
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    # The terminal writes its colours into style elements.
    "style-src 'self' 'unsafe-inline'; connect-src 'self' ws://{address}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    # No window is opened: a click on a web address in a record would ask another machine.
    "sandbox allow-scripts allow-same-origin"
)


class Gate:
    """Lets in the one browser that brought the token, and nobody else."""

    def __init__(self, address: str) -> None:
        """Make a new token.

        Args:
            address: Host and port at which the program is served, such as `127.0.0.1:8321`.
        """
        self.address = address
        self._token = token_urlsafe(32)
        self._session = token_urlsafe(32)

    @property
    def url(self) -> str:
        """The address that opens the program once."""
        return f"http://{self.address}/?token={self._token}"

    def guard(self, app: web.Application) -> None:
        """Stand before everything that an application serves."""
        app.middlewares.append(self._admit)
        app.on_response_prepare.append(self._dress)

    @web.middleware
    async def _admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Pass a request on, or refuse it with status 403."""
        if not self._is_ours(request):
            raise web.HTTPForbidden(text=_FOREIGN)
        if (request.method, request.path) == ("GET", "/") and "token" in request.query:
            self._redeem(request.query["token"])
        if not _same(request.cookies.get(_COOKIE, ""), self._session):
            raise web.HTTPForbidden(text=_USED)
        return await handler(request)

    def _is_ours(self, request: web.Request) -> bool:
        """Tell whether the browser means this address and no other page asks.

        A name that somebody else's server has pointed at this machine shows in `Host`, and
        another page in `Origin`, which every browser sends with a WebSocket.
        """
        origin = request.headers.get(hdrs.ORIGIN)
        asked = hdrs.UPGRADE in request.headers
        mine = origin == f"http://{self.address}" or (origin is None and not asked)
        return mine and request.headers.getall(hdrs.HOST, []) == [self.address]

    def _redeem(self, token: str) -> None:
        """Take the token for a cookie, once, and show the page at an address without it."""
        if not _same(token, self._token):
            raise web.HTTPForbidden(text=_USED)
        self._token = token_urlsafe(32)
        welcome = web.HTTPSeeOther("/")
        # Other ports of this machine get the cookie too; what they ask with it, Origin betrays.
        welcome.set_cookie(_COOKIE, self._session, httponly=True, samesite="Strict", path="/")
        raise welcome

    async def _dress(self, request: web.Request, response: web.StreamResponse) -> None:
        """Forbid the page whatever it does not need."""
        policy = _POLICY.format(address=self.address)
        response.headers.update({**_HEADERS, "Content-Security-Policy": policy})


def _same(given: str, secret: str) -> bool:
    return compare_digest(given.encode(), secret.encode())
