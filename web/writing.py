"""Who may write, and writing for them: one change at a time, seen by every page once it is answered."""

from __future__ import annotations

import hmac
import threading

from flask import Response, current_app, request

from kg.config import Config
from kg.errors import LimitError
from web import problems

PATIENCE = 10.0  # seconds that a change waits for the one before it


class Writing:
    """Changes to the store for those who know the token."""

    def __init__(self, config: Config, token: str) -> None:
        self._config, self._token = config, token.encode()
        self._turn = threading.Lock()
        if not token:
            raise ValueError("an empty token would let everybody write")

    def refusal(self) -> Response | None:
        """The answer to a request without the token (401) or with a wrong one (403); None where it may write."""
        scheme, _, given = request.headers.get("Authorization", "").strip().partition(" ")
        if scheme.lower() != "bearer" or not given.strip():
            detail = "writing wants the header Authorization: Bearer TOKEN"
            return problems.problem(401, "Token wanted", detail, headers={"WWW-Authenticate": 'Bearer realm="kg"'})
        # a server hands the bytes of a header on as Latin-1
        if not hmac.compare_digest(given.strip().encode("latin-1", "replace"), self._token):
            detail = "the token is not the one that this server was started with"
            challenge = {"WWW-Authenticate": 'Bearer realm="kg", error="invalid_token"'}
            return problems.problem(403, "Wrong token", detail, headers=challenge)
        return None

    def update(self, text: str, *, ours: bool = False) -> int:
        """Runs an update, `ours` where no person wrote it; the number of the release that shows it.

        Raises what kg.writing.update raises, and LimitError where the change before it takes too long.
        """
        from kg import writing

        if not self._turn.acquire(timeout=PATIENCE):
            raise LimitError("another change is being made; try again in a moment", "busy")
        try:
            return writing.update(self._config, text, checked=ours)
        finally:
            self._turn.release()


def writing() -> Writing | None:
    """Writing in the application that is serving; None where it is read-only."""
    found = current_app.extensions.get("writing")
    assert found is None or isinstance(found, Writing)
    return found
