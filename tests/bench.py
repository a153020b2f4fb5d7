"""How fast it is, for `make bench`: nothing here is asserted, as machines differ; trust the ratios, not the figures.

One process, CPU time except where a clock is named, the best of several runs after one to warm up. For the comparison
with eyecite's default tokenizer, on the citations of its own README: pip install -e '.[bench]'.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kg import build, queries
from kg.config import Config
from kg.folding import fold
from kg.model import Source
from kg.reader import Reader
from kg.vocabulary import PREFIXES
from loaders.extract import extract
from loaders.extract import read as mentions
from loaders.layout.units import units
from loaders.read import read_bytes

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "kg" / "sample"
NEWS = ROOT.parent / "shared" / "corpus" / "news"
UNSEEN = ("D112", "D121", "D124", "D133", "D136", "D156")  # kept unread, so that no rule is fitted to them
SOURCES = 200
MB = 1e6


def best(work: Callable[[], object], runs: int = 3, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds that `work` takes."""
    work()
    found = []
    for _ in range(runs):
        start = clock()
        work()
        found.append(clock() - start)
    return min(found)


def rows(title: str, table: Iterable[Sequence[str]]) -> None:
    """Prints a table; what is not its first column is set to the right."""
    print(f"\n{title}")
    lines = [list(row) for row in table]
    widths = [max(len(row[i]) for row in lines if i < len(row)) for i in range(max(map(len, lines)))]
    for row in lines:
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=False)),
        ]
        print("  " + "   ".join(cells).rstrip())


# ── extraction ───────────────────────────────────────────────────────────────────────────────────────────────────────


def texts() -> dict[str, list[tuple[str, bytes]]]:
    """Plain texts by the name of what they are: the bundled sample, and real news where they lie beside the project."""
    found = {"bundled sample": [(path.name, path.read_bytes()) for path in sorted(SAMPLE.glob("*.txt"))]}
    if NEWS.is_dir():
        paths = [path for path in sorted(NEWS.glob("*.txt")) if not path.name.startswith(UNSEEN)]
        found["real news"] = [(path.name, path.read_bytes()) for path in paths]
    return found


def speed(files: list[tuple[str, bytes]]) -> tuple[float, dict[str, float]]:
    """Megabytes a second from bytes to facts, and the seconds of each stage."""
    size = sum(len(data) for _, data in files)
    files = files * max(1, round(150_000 / size))
    sources: list[Source] = [read_bytes(data, name) for name, data in files]
    read = best(lambda: [read_bytes(data, name) for name, data in files])
    cut = best(lambda: [units(source, fold(source.text)) for source in sources])
    found = best(lambda: [mentions(source) for source in sources])
    whole = best(lambda: [extract(source) for source in sources])
    stages = {"read": read, "units": cut, "mentions": max(0.0, found - cut), "facts": max(0.0, whole - found)}
    return sum(len(data) for _, data in files) / MB / (read + whole), stages


def peer() -> float | None:
    """Megabytes a second of eyecite's default tokenizer, where it is installed."""
    if importlib.util.find_spec("eyecite") is None:
        return None
    from eyecite import get_citations

    about = importlib.metadata.metadata("eyecite")
    text = str(about.get_payload() or about["Description"])
    return len(text.encode()) / MB / best(lambda: get_citations(text))


def extraction() -> None:
    other = peer()
    speeds, shares = [], []
    for name, files in texts().items():
        rate, stages = speed(files)
        size = sum(len(data) for _, data in files) / 1000
        speeds.append(
            (f"{name} ({len(files)} texts, {size:.0f} kB)", f"{rate:.2f}", f"{rate / other:.1f} ×" if other else "")
        )
        whole = sum(stages.values())
        shares.append((name, *(f"{seconds / whole:.0%}" for seconds in stages.values())))
    last = ("eyecite: not installed (pip install -e '.[bench]')", "", "")
    if other:
        last = ("eyecite, default tokenizer", f"{other:.2f}", "1.0 ×")
    rows("from bytes to facts", [("", "MB/s", "eyecite's"), *speeds, last])
    rows("share of the time", [("", "read", "units", "mentions", "facts"), *shares])


def scaling(folder: Path) -> None:
    """`kg facts` on many sources: by workers, and the memory of the largest process, which may not grow with them."""
    few, many = copies(folder / "few", SOURCES // 4), copies(folder / "many", SOURCES)
    table = [("", "sources/s", "largest process, MB")]
    for name, inputs, workers in (
        (f"{SOURCES // 4} sources, one worker", few, ("--workers", "1")),
        (f"{SOURCES} sources, one worker", many, ("--workers", "1")),
        (f"{SOURCES} sources, a worker for each core", many, ()),
    ):
        command = [sys.executable, "-m", "kg.cli", "facts", str(inputs), "--out", str(folder / "facts"), *workers]
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        seconds = time.perf_counter() - start
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        table.append((name, f"{len(list(inputs.iterdir())) / seconds:.0f}", f"{largest:.0f}"))
    rows("kg facts (by the clock)", table)


def long_documents() -> None:
    """One document of growing length: the seconds a megabyte may not grow."""
    lines = [line for path in sorted(SAMPLE.glob("*.txt")) for line in path.read_text("utf-8").splitlines() if line]
    table = [("", "seconds", "seconds/MB")]
    for size in (1, 2, 4, 8):
        chosen, length, order = [], 0, random.Random(size)
        while length < size * MB:
            words = order.choice(lines).split()
            words.insert(order.randrange(len(words) + 1), str(order.randrange(10**6)))  # no paragraph twice
            chosen.append(" ".join(words))
            length += len(chosen[-1].encode()) + 1
        source = read_bytes("\n".join(chosen).encode(), "dai.txt")
        start = time.process_time()
        extract(source)
        seconds = time.process_time() - start
        table.append((f"{size} MB", f"{seconds:.1f}", f"{seconds / size:.2f}"))
    rows("one long document", table)


# ── store ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def copies(folder: Path, number: int = SOURCES) -> Path:
    """A folder of many sources: the sample's texts over and over, each copy with a line of its own."""
    found = sorted(SAMPLE.glob("*.txt"))
    folder.mkdir()
    for i in range(number):
        text = found[i % len(found)].read_text("utf-8")
        (folder / f"nguon-{i:04}.txt").write_text(f"{text}\nBản sao thứ {i}.\n", "utf-8")
    return folder


def building(folder: Path) -> None:
    inputs = copies(folder / "sources")
    table = [("", "seconds", "sources/s")]
    for name, data, workers in (
        ("one process", "one", 1),
        ("again, all unchanged", "one", 1),
        ("all cores", "all", None),
    ):
        start = time.perf_counter()
        report = build.build(Config(folder / data), [inputs], workers=workers)
        seconds = time.perf_counter() - start
        assert report.count("failed") == 0, "a source of the bench does not load"
        table.append((name, f"{seconds:.1f}", f"{SOURCES / seconds:.0f}"))
    rows(f"building {SOURCES} sources (by the clock)", table)


def asking(folder: Path) -> None:
    build.build(Config(folder / "sample"), [SAMPLE], workers=1)
    table = []
    for data, name in ((folder / "sample", "the sample"), (folder / "one", f"{SOURCES} sources")):
        with Reader(data, prefixes=PREFIXES) as reader:
            for query in queries.saved().values():
                seconds = best(lambda q=query, r=reader: queries.run(r, q, q.example or {}), 5, time.perf_counter)  # type: ignore[misc]
                table.append((query.name, name, seconds * 1000))
    by_name = {query: [took for name, _, took in table if name == query] for query in queries.saved()}
    slowest = sorted(by_name.items(), key=lambda item: -item[1][1])
    rows(
        "saved queries, milliseconds (by the clock), the slowest first",
        [
            ("", "the sample", f"{SOURCES} sources"),
            *((name, *(f"{took:.1f}" for took in each)) for name, each in slowest),
        ],
    )


def starting() -> None:
    def call(*arguments: str) -> Callable[[], object]:
        command = [sys.executable, "-m", "kg.cli", *arguments]
        return lambda: subprocess.run(command, cwd=ROOT, capture_output=True, check=True)

    article = str(min(SAMPLE.glob("*.txt")))
    table = [("kg --help", call("--help")), ("kg facts, of one article", call("facts", article))]
    rows(
        "commands, seconds (by the clock)", [(name, f"{best(work, 5, time.perf_counter):.2f}") for name, work in table]
    )


def main() -> None:
    """Prints all tables."""
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as name:
        scaling(Path(name))  # first, while this process is small: a child begins with what its parent holds
        extraction()
        starting()
        building(Path(name))
        asking(Path(name))
    long_documents()


if __name__ == "__main__":
    main()
