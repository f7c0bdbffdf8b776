"""Keeps the console to this computer and this browser: host, origin, token and headers."""

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

COOKIE = "first_contact_review"
LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Refused(Exception):
    """A request that did not come from this console's own pages; its words say what to do."""


class Guard(BaseHTTPMiddleware):
    """Refuses other host names (DNS rebinding) and other origins, and sends the strict headers."""

    def __init__(self, app: ASGIApp, refuse: Callable[[Request, str], Response]) -> None:
        super().__init__(app)
        self._refuse = refuse

    async def dispatch(self, request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        """Let a request through, or answer it with the reason why not."""
        why = objection(request)
        response = self._refuse(request, why) if why else await call_next(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        if not request.url.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def objection(request: Request) -> str:
    """Why a request is refused, or nothing."""
    host = request.headers.get("host", "")
    if _name(host) not in LOCAL:
        return "This console answers only on this computer, at the address that it printed when it started."
    if request.method in ("GET", "HEAD"):
        return ""
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "same-origin")
    if (origin is not None and urlsplit(origin).netloc != host) or site not in ("same-origin", "none"):
        return "That form was sent from another page. Open the call here again and send it from there."
    return ""


def _name(host: str) -> str:
    return host if host == "::1" else (host.rsplit(":", 1)[0] if not host.endswith("]") else host).lower()


class Tokens:
    """Tokens that tie a form to the browser it was shown in; void once the console is closed."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def session(self, request: Request) -> str:
        """This browser's own random name, made when it has none."""
        return request.cookies.get(COOKIE) or secrets.token_urlsafe(24)

    def token(self, session: str) -> str:
        """The token that a form carries."""
        return hmac.new(self._secret, session.encode("utf-8"), hashlib.sha256).hexdigest()

    def check(self, request: Request, given: str) -> None:
        """Raises Refused unless the form was shown by this console to this browser."""
        session = request.cookies.get(COOKIE, "")
        if not session or not hmac.compare_digest(self.token(session), given):
            raise Refused("The page was too old to send from: nothing was stored. Open the call again and repeat it.")

    @staticmethod
    def remember(response: Response, session: str) -> None:
        """Send the browser its name, for this console only."""
        response.set_cookie(COOKIE, session, httponly=True, samesite="strict", path="/")
