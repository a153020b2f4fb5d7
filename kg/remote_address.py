"""Where a store that is a SPARQL 1.1 server stands, and what a request to it must bring."""

from __future__ import annotations

import base64
import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kg.errors import UsageError

TOKEN, USER, PASSWORD, UPDATE = "KG_STORE_TOKEN", "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_UPDATE"


@dataclass(frozen=True, slots=True)
class Server:
    """A SPARQL 1.1 server: its address as it was given, that of its updates where it stands apart, its credentials."""

    url: str
    update_url: str | None = None
    authorization: str | None = field(default=None, repr=False)  # the header's value

    def __str__(self) -> str:
        return self.url


def is_address(text: str) -> bool:
    """Whether a store given as `text` is meant as an address, not as a folder."""
    return re.match(r"[a-z][a-z0-9+.-]+://", text, re.IGNORECASE) is not None


def parse(url: str, env: Mapping[str, str]) -> Server:
    """The server at an address. The environment gives a bearer token (KG_STORE_TOKEN), or a user and password.

    KG_STORE_UPDATE is the address of updates, where it cannot be told from the other. Raises UsageError where an
    address is none, or has a user in it: addresses are shown, kept in histories and logged.
    """
    update, authorization = env.get(UPDATE) or None, _authorization(env)
    for address, what in ((url, "store"), (update, UPDATE)):
        if address is not None:
            _check(address, what)
            if authorization and _open_to_all(address):
                raise UsageError(
                    f"{what} {address}: credentials would cross the net in the open; give its https address"
                )
    return Server(url, update, authorization)


def _check(url: str, what: str) -> None:
    try:
        parts = urlsplit(url)
        host, user, _ = parts.hostname, parts.username, parts.port
    except ValueError as error:
        raise UsageError(f"{what} {url}: not an address: {error}") from error
    if user is not None or parts.password is not None:
        raise UsageError(
            f"{what} {parts.scheme}://…@{host}: no user or password in the address; "
            f"put them into {USER} and {PASSWORD}, or a token into {TOKEN}"
        )
    if parts.scheme not in ("http", "https") or not host:
        raise UsageError(
            f"{what} {url}: neither a folder nor a server; give a path such as ./data, "
            "or the http(s) address of a SPARQL server"
        )
    if parts.query or parts.fragment or re.search(r"[\s\x00-\x1f\x7f]", url):
        raise UsageError(f"{what} {url}: give the address alone, without ? or # or blanks")


def _open_to_all(url: str) -> bool:
    """Whether requests leave the local net unencrypted."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return False
    try:
        return not ipaddress.ip_address(host).is_private  # this machine's own addresses are private too
    except ValueError:
        return "." in host and not host.endswith((".localhost", ".local", ".internal"))


def _authorization(env: Mapping[str, str]) -> str | None:
    token, user, password = env.get(TOKEN, ""), env.get(USER, ""), env.get(PASSWORD, "")
    if token and (user or password):
        raise UsageError(f"{TOKEN} and {USER} are both set; a request brings one of them: unset the other")
    if token:
        if not re.fullmatch(r"[\x21-\x7e]+", token):
            raise UsageError(f"{TOKEN} holds a blank, a line end or a letter that no token has; set it anew")
        return f"Bearer {token}"
    if bool(user) != bool(password) or ":" in user:
        raise UsageError(f"{USER} and {PASSWORD} are to be set together, the user without a colon")
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}" if user else None
