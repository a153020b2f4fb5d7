"""The parent's side of a worker process: it is started, asked, waited for no longer than a deadline, and ended."""

from __future__ import annotations

import json
import os
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.releases import Release

_START = "from kg.worker import main; main()"


class Process:
    """One worker, with one release open."""

    def __init__(self, release: Release, memory: int) -> None:
        self.release = release
        path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-P", "-c", _START, str(release.folder), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        self._input, self._output = self._process.stdin, self._process.stdout
        assert self._input and self._output
        os.set_blocking(self._output.fileno(), False)
        try:
            head, _ = self._receive(time.monotonic() + 30)
        except (TimeoutError, EOFError):
            self.kill()
            raise StoreError(f"{release.folder}: the query process does not start") from None
        if "error" in head:
            self.kill()
            raise StoreError(f"{head['message']}; `kg rollback` goes back to an older release")

    def ask(self, request: Mapping[str, Any], deadline: float) -> tuple[dict[str, Any], bytes]:
        """Its answer. Raises TimeoutError after `deadline` seconds, EOFError where it ended, BrokenPipeError before."""
        from kg.worker import send

        assert self._input
        end = time.monotonic() + deadline
        send(self._input, {**request, "seconds": deadline})
        return self._receive(end)

    def _receive(self, end: float) -> tuple[dict[str, Any], bytes]:

        head, content = struct.unpack(">IQ", self._read(12, end))
        return json.loads(self._read(head, end)), self._read(content, end)

    def _read(self, size: int, end: float) -> bytes:
        assert self._output
        parts = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            while len(parts) < size:
                if not selector.select(max(0.0, end - time.monotonic())):
                    raise TimeoutError
                part = os.read(self._output.fileno(), min(size - len(parts), 1 << 20))
                if not part:
                    raise EOFError
                parts += part
        return bytes(parts)

    def kill(self) -> None:
        """Ends it at once."""
        self._process.kill()
        for stream in (self._input, self._output):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        self._process.wait()
        with suppress(OSError):  # its lock on the release ended with it
            (self.release.folder / "readers" / f"{self._process.pid}-0").unlink()
