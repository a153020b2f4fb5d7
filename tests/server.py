"""SPARQL servers for tests: a real one, and one that answers as it is told to."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def oxigraph(*options: str) -> Iterator[str]:
    """The address of an Oxigraph server that holds nothing yet; it ends with the context."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert program, "the package oxigraph is one of the test dependencies"
    address = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen(
        [program, "serve", "--bind", address, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        end = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"http://{address}/", timeout=5).close()
                break
            except OSError:
                assert process.poll() is None, "the server ended"
                assert time.monotonic() < end, "the server does not answer"
                time.sleep(0.02)
        yield f"http://{address}"
    finally:
        process.kill()
        process.wait()


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked."""

    path: str
    body: bytes
    headers: dict[str, str]


@dataclass(slots=True)
class Scripted:
    """A server that answers by `reply`: status, headers, body; `cut`: how much more it claims to send."""

    reply: Callable[[Request], tuple[int, dict[str, str], bytes]]
    url: str = ""
    cut: int = 0
    requests: list[Request] = field(default_factory=list)


@contextmanager
def scripted(reply: Callable[[Request], tuple[int, dict[str, str], bytes]], cut: int = 0) -> Iterator[Scripted]:
    told = Scripted(reply, cut=cut)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            request = Request(self.path, body, dict(self.headers.items()))
            told.requests.append(request)
            status, headers, content = told.reply(request)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content) + (told.cut if status == 200 else 0)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *given: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
