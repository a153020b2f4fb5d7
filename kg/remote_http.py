"""Requests to a server: with time limits, repeated where that is harmless, and refusals told with the way out."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from kg.errors import KgError, LimitError, StoreError
from kg.remote_address import PASSWORD, TOKEN, USER, Server

if TYPE_CHECKING:
    import urllib3

CONNECT = 10.0  # seconds until a server must have taken the connection
PAUSES = (0.2, 0.8)  # seconds before a read is asked again
_TRANSIENT = (502, 503, 504)
_PART = 1 << 16
_SAID = 300  # characters of a server's own words that a message repeats


class BrokenError(StoreError):
    """The server did not answer, or not to the end: what it did of the request is not known."""


class RefusedError(StoreError):
    """The server answered with a status that is no success."""

    def __init__(self, message: str, url: str, status: int, said: str) -> None:
        super().__init__(message)
        self.url, self.status, self.said = url, status, said


class Answer:
    """What a server answers, read as it comes. `read` raises LimitError at the deadline, BrokenError where it ends."""

    def __init__(self, url: str, response: urllib3.BaseHTTPResponse, end: float, seconds: float) -> None:
        self._url, self._response, self._end, self._seconds = url, response, end, seconds
        self.status = response.status
        self.headers: Mapping[str, str] = response.headers
        self.media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        self._rest = b""
        self._over = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes, up to `size`; all of them without one."""
        if size is None or size < 0:
            return b"".join(iter(lambda: self.read(_PART), b""))
        import urllib3

        while not self._rest and not self._over:
            if time.monotonic() > self._end:
                raise late(self._url, self._seconds)
            try:
                self._rest = self._response.read1(_PART)
            except urllib3.exceptions.ReadTimeoutError:
                raise late(self._url, self._seconds) from None
            except (urllib3.exceptions.HTTPError, OSError) as error:
                raise BrokenError(f"{self._url}: the answer broke off ({_reason(error)}); ask again") from error
            self._over = not self._rest
        part, self._rest = self._rest[:size], self._rest[size:]
        return part

    def end(self) -> None:
        """Reads what little there may be, so that the connection serves again."""
        with self:
            self.read()

    def close(self) -> None:
        """Gives the connection back where all was read, else ends it."""
        if not self._over:
            self._response.close()
        self._response.release_conn()

    def __enter__(self) -> Answer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class Http:
    """Posts requests to a server. Safe across threads."""

    def __init__(self, server: Server) -> None:
        try:
            import urllib3
        except ImportError as error:
            raise StoreError(f"{server}: a server as store wants urllib3: pip install 'vn-policy-kg[scale]'") from error

        self.server = server
        options = {"maxsize": 8, "retries": False, "headers": self._headers()}
        parts = urlsplit(server.url)
        proxy = None if proxy_bypass(parts.netloc) else getproxies().get(parts.scheme)
        self._pool: urllib3.PoolManager = (
            urllib3.ProxyManager(proxy, **options) if proxy else urllib3.PoolManager(**options)  # type: ignore[arg-type]
        )

    def _headers(self) -> dict[str, str]:
        headers = {"User-Agent": "vn-policy-kg", "Accept-Encoding": "identity"}
        return headers | ({"Authorization": self.server.authorization} if self.server.authorization else {})

    def post(
        self, url: str, body: bytes, media_type: str, *, accept: str = "*/*", seconds: float, again: bool = False
    ) -> Answer:
        """The server's answer, a success, its body not yet read. One that changes nothing may be asked `again`.

        Raises BrokenError where there is none, RefusedError, LimitError after `seconds`.
        """
        end = time.monotonic() + seconds
        pauses = iter(PAUSES if again else ())
        while True:
            try:
                return self._once(url, body, {"Content-Type": media_type, "Accept": accept}, end, seconds)
            except (BrokenError, RefusedError) as error:
                if isinstance(error, RefusedError) and error.status not in _TRANSIENT:
                    raise
                pause = next(pauses, None)
                if pause is None or time.monotonic() + pause > end:
                    raise
                time.sleep(pause)

    def _once(self, url: str, body: bytes, headers: Mapping[str, str], end: float, seconds: float) -> Answer:
        import urllib3

        left = max(0.01, end - time.monotonic())
        timeout = urllib3.Timeout(connect=min(CONNECT, left), read=left)
        try:
            response = self._pool.request(
                "POST",
                url,
                body=body,
                headers=self._headers() | dict(headers),
                timeout=timeout,
                redirect=False,
                preload_content=False,
            )
        except urllib3.exceptions.ReadTimeoutError:
            raise late(url, seconds) from None
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise BrokenError(
                f"{url}: the server cannot be reached ({_reason(error)}); check the address, and that it runs"
            ) from error
        answer = Answer(url, response, end, seconds)
        if 200 <= answer.status < 300:
            return answer
        with answer:
            raise self._refused(url, answer)

    def _refused(self, url: str, answer: Answer) -> KgError:
        try:
            said = _plain(answer.read(1 << 14).decode("utf-8", "replace"), answer.media_type)
        except KgError:
            said = ""
        status, words = answer.status, f": {said}" if said else ""
        if status in (401, 403, 407):
            message = f"{url}: {self._credentials(status)}{words}"
        elif 300 <= status < 400:
            message = (
                f"{url}: leads on to {answer.headers.get('Location', 'elsewhere')}; give that address as the store"
            )
        elif status in (404, 405, 410):
            message = f"{url}: no SPARQL there ({status}); give the address of the server's SPARQL endpoint"
        elif status == 413:
            message = f"{url}: the request is too large for the server (413); raise its limit{words}"
        elif status in (429, 503):
            message = f"{url}: the server is busy ({status}); try again later{words}"
        else:
            message = f"{url}: the server answers {status}{words}"
        return RefusedError(message, url, status, said)

    def _credentials(self, status: int) -> str:
        sent = self.server.authorization or ""
        if not sent:
            return f"the server wants credentials ({status}); set {TOKEN}, or {USER} and {PASSWORD}"
        named = TOKEN if sent.startswith("Bearer") else f"{USER} and {PASSWORD}"
        return f"the server refuses the credentials of {named} ({status}); check what they are and what they allow"


def late(url: str, seconds: float) -> LimitError:
    """What to say of an answer that did not come in time."""
    return LimitError(f"{url}: no whole answer within {seconds:g} s; ask for less, or give it more time")


def _plain(text: str, media_type: str) -> str:
    """A server's words on one line, without markup or marks that a terminal would obey."""
    if "html" in media_type or text.lstrip().startswith("<"):
        text = re.sub(r"(?is)<(script|style)\b.*?</\1>|<[^>]*>", " ", text)
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return text if len(text) <= _SAID else f"{text[:_SAID]}…"


def _reason(error: Exception) -> str:
    """Why a connection failed, without the names of objects in it."""
    text = str(error.__cause__ or getattr(error, "reason", None) or error)
    text = re.sub(r"<[^>]* object at [^>]*>:?|\w+\(host='[^']*', port=\d+\):?", "", text)
    text = re.sub(r"\[Errno -?\d+\] ", "", text)
    return " ".join(text.split()).strip(" :") or type(error).__name__
