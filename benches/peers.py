#!/usr/bin/env python3
"""fineprint beside other tools: whole processes, medians, ratios, one run,
and the most memory a process took.

    cargo build --release
    python3 benches/peers.py [--patterns DIR] [--runs 5]

Contracts are made of fixtures/ in three languages. DIR holds the same patterns
as `ripgrep.txt` (for `rg -f`) and `semgrep.yml` (generic mode); without it, and
for each tool that is not installed, the row is left out. What is larger than
5 MB is timed once. The tools do less than fineprint does: ripgrep and semgrep
look for patterns, pandoc and python-docx read.
"""

import argparse
import importlib.util
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FINEPRINT = ROOT / "target/release/fineprint"
FIXTURES = ROOT / "fixtures"
# As typists count.
WORDS_ON_A_PAGE = 400
# Beyond this a run takes minutes, and one is enough.
LARGE = 5_000_000


def contract(size):
    parts = [(FIXTURES / name).read_text() for name in ("hosting-en.md", "fair-zh.md", "fair-ms.md")]
    text, at = "", 0
    # As near to the size as whole contracts come.
    while len(text.encode()) < size - 6_000:
        text += parts[at % len(parts)] + "\n\n"
        at += 1
    return text


def inputs(folder):
    small = folder / "small.md"
    small.write_text((FIXTURES / "hosting-en.md").read_text()[:1000])
    middle = folder / "middle.md"
    middle.write_text(contract(60_000))
    large = folder / "large.md"
    large.write_text(contract(10_000_000))
    many = folder / "many"
    many.mkdir()
    text = contract(50_000)
    for number in range(1000):
        (many / f"{number:04}.md").write_text(text)
    return {"1 KB": small, "60 KB": middle, "10 MB": large, "1,000 contracts": many}


def word_inputs(folder):
    """A Word file of 300 pages, the paragraphs of a fixture over and over, and 100 files."""
    fixture = FIXTURES / "rtc-order-en.docx"
    with zipfile.ZipFile(fixture) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts["word/document.xml"].decode()
    start = re.search(r"<w:body[^>]*>", document).end()
    end = max(document.rfind("<w:sectPr"), start)
    body = document[start:end]
    words = len(re.sub(r"<[^>]+>", " ", body).split())
    times = 300 * WORDS_ON_A_PAGE // words + 1
    parts["word/document.xml"] = (document[:start] + body * times + document[end:]).encode()
    long = folder / "long.docx"
    with zipfile.ZipFile(long, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    many = folder / "word"
    many.mkdir()
    for number in range(100):
        shutil.copy(fixture, many / f"{number:03}.docx")
    return {"300 pages of Word": long, "100 Word files": many}


def measure(command, runs):
    """The median of the seconds and of the megabytes taken; None where it failed."""
    times, memory = [], []
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        times.append(time.perf_counter() - begin)
        memory.append(used.ru_maxrss / 1024)
        if process.returncode not in (0, 1):
            return None
    return statistics.median(times), statistics.median(memory)


def searchers(path, patterns):
    yield "fineprint", [
        FINEPRINT, "check", "--no-config", "--bound", "seconds=900", "--format", "json", path,
    ]
    if patterns and shutil.which("rg"):
        yield "ripgrep", ["rg", "-i", "-f", patterns / "ripgrep.txt", path]
    if patterns and shutil.which("semgrep"):
        yield "semgrep", [
            "semgrep", "--config", patterns / "semgrep.yml", "--metrics=off",
            "--disable-version-check", "--max-target-bytes=0", path,
        ]


def readers(path):
    yield "fineprint", [FINEPRINT, "text", path]
    if shutil.which("pandoc"):
        yield "pandoc", ["pandoc", "-t", "plain", path]
    if importlib.util.find_spec("docx"):
        code = "import docx, sys; [p.text for p in docx.Document(sys.argv[1]).paragraphs]"
        yield "python-docx", [sys.executable, "-c", code, path]


def row(what, size, commands, runs):
    own = None
    for tool, command in commands:
        measured = measure(command, 1 if size > LARGE else runs)
        if measured is None:
            print(f"{what:26} {tool:12} failed")
            continue
        took, memory = measured
        own = own or took
        rate = f"{size / took / 1e6:8.2f} MB/s"
        print(
            f"{what:26} {tool:12} {took * 1000:9.0f} ms {rate} {took / own:7.2f}x {memory:6.0f} MB",
            flush=True,
        )


def size_of(path):
    files = path.iterdir() if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--patterns", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for what, path in inputs(pathlib.Path(folder)).items():
            row(what, size_of(path), searchers(path, arguments.patterns), arguments.runs)
        for what, path in word_inputs(pathlib.Path(folder)).items():
            row(what, size_of(path), searchers(path, None), arguments.runs)
            if path.is_file():
                row(f"{what}, reading", size_of(path), readers(path), arguments.runs)


if __name__ == "__main__":
    main()
