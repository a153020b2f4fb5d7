"""Changes that people make by SPARQL Update, in a process that is ended at the deadline, each published at once.

The change itself has a deadline, since a running update cannot be stopped from within its process; once it is kept, its
release is made however long that takes. What people wrote is saved among the sources, so that a rebuild keeps it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from kg.config import Config
from kg.errors import KgError, LimitError, QueryError, StoreError, UsageError
from kg.guard import check_update

DEADLINE = 30.0  # seconds
MEMORY = 4 << 30  # bytes of address space
_PUBLISHING = 600.0
_START = "from kg.writing import main; main()"
Method = Literal["PUT", "POST", "DELETE"]


def update(config: Config, text: str, deadline: float = DEADLINE, *, checked: bool = False) -> int:
    """Runs a SPARQL Update, all or nothing; the number of the release that shows it.

    An update that is `checked` already, as one of `graph_update` is, may be of any length. Raises QueryError where it
    cannot be read or reaches out (SERVICE, LOAD), LimitError after `deadline` seconds with nothing changed, StoreError
    where the store is in use or full.
    """
    folder = config.folder("writing through this site", "send the update to that server itself")
    if not checked:
        check_update(text)
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path)
    process = subprocess.Popen(
        [sys.executable, "-S", "-P", "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
    request = {"store": str(folder.resolve()), "base_iri": config.base_iri, "update": text}
    assert process.stdin and process.stdout
    try:
        process.stdin.write(json.dumps(request).encode())
        process.stdin.close()
        said = _line(process, deadline)
        if said.get("kept"):
            said = _line(process, _PUBLISHING)
    except BrokenPipeError:
        said = {}
    finally:
        process.kill()
        process.stdout.close()
        process.wait()
    if "release" in said:
        return int(said["release"])
    kinds: dict[str, type[KgError]] = {"query": QueryError, "store": StoreError, "usage": UsageError}
    if said.get("error") in kinds:
        raise kinds[said["error"]](said["message"])
    if said.get("error") == "time":
        raise LimitError(f"the update was stopped after {deadline:g} s; nothing was changed; do it in parts")
    raise LimitError("the update needed more memory than it may have; nothing was changed; do it in parts", "memory")


def _line(process: subprocess.Popen[bytes], deadline: float) -> dict[str, str]:
    """The next line that the process says."""
    import selectors

    assert process.stdout
    end = time.monotonic() + deadline
    said = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while not said.endswith(b"\n"):
            if not selector.select(max(0.0, end - time.monotonic())):
                return {"error": "time"}
            part = os.read(process.stdout.fileno(), 1)
            if not part:
                return {}
            said += part
    answer: dict[str, str] = json.loads(said)
    return answer


def graph_update(method: Method, graph: str | None, content: bytes = b"", format: str = "turtle") -> str:
    """The update that a request of the Graph Store Protocol asks for; `graph` None is the default graph.

    Raises QueryError where the content cannot be read or the IRI is none.
    """
    import pyoxigraph as ox

    from kg.worker import GRAPHS

    try:
        target = None if graph is None else ox.NamedNode(graph)
        triples = {quad.triple for quad in ox.parse(content, GRAPHS[format])} if method != "DELETE" else set()
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the graph cannot be read: {error}") from error
    where = "DEFAULT" if target is None else f"GRAPH {target}"
    body = " .\n".join(sorted(map(str, triples)))
    insert = f"INSERT DATA {{ {body} }}" if target is None else f"INSERT DATA {{ GRAPH {target} {{ {body} }} }}"
    parts = [f"DROP SILENT {where}"] if method in ("PUT", "DELETE") else []
    if target is not None and method != "DELETE":
        parts.append(f"CREATE SILENT {where}")
    return " ;\n".join([*parts, *([insert] if method != "DELETE" else [])])


def main() -> None:
    """Applies the update on standard input, then publishes; says on standard output how each went."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    request = json.loads(sys.stdin.buffer.read())

    def say(**answer: object) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    try:
        say(release=_apply(Config(Path(request["store"]), request["base_iri"]), request["update"], say))
    except SyntaxError as error:
        say(error="query", message=f"the update cannot be read: {error.msg}")
    except StoreError as error:
        say(error="store", message=str(error))
    except KgError as error:
        say(error="usage", message=str(error))


def _apply(config: Config, text: str, say: Callable[..., None]) -> int:
    from kg import build, rebuilding, releases
    from kg.sources import Sources
    from kg.store import Store

    with Store(config.data) as store:
        store.update(text, config.base_iri)
        store.flush()
        rebuilding.save_by_hand(store, Sources(config.data))
        say(kept=True)
        release = build.publish(config, store)
    return release.number if release else releases.current(config.data).number
