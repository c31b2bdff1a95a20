"""This file audits many documents in one run: serially or in processes, in the order of the input, to be continued when interrupted."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from audit import bilingual, encode, load
from audit.analyse import model
from audit.config import Config
from audit.model import AuditError
from audit.pipeline import Line
from audit.pipeline import line as build_line
from audit.render import encodable
from audit.render import json as as_json

CHUNK = 8
"""Documents handed to a worker at a time."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run did: lines written, and how many of them are errors."""

    done: int
    errors: int


def audit_corpus(
    source: Path, output: Path, config: Config, *, jobs: int = 1, resume: bool = False, tick: Callable[[int], None] = lambda done: None
) -> Tally:
    """Audits a JSONL file (or a folder's texts) into a JSONL file, a line for a line.

    The lines go to `output` + `.part`, which becomes `output` when all are there; `resume` goes on after the whole lines of that
    file. Raises AuditError for an input or output that cannot be used and for a part that belongs to another input.
    """
    if output.is_dir():
        raise AuditError(f"{output}: is a folder; name a file")
    if output.resolve() == source.resolve():
        raise AuditError(f"{output}: is the input, which is never changed; name another file")
    part = output.with_name(output.name + ".part")
    finished = _finished(part) if resume else []
    config = replace(config, force=True)
    line = build_line(config)
    errors = sum("error" in entry for entry in finished)
    done = len(finished)
    try:
        with _open_part(part, finished) as out:
            rows = _rows(source, config)
            for entry in finished:
                row = next(rows, None)
                if row is None or any(entry.get(key) != value for key, value in _identity(row).items()):
                    raise AuditError(f"{part}: does not follow {source}: it belongs to another run; remove it or leave out --resume")
            for entry in audited(line, rows, jobs):
                out.write(encodable(json.dumps(entry, ensure_ascii=False)) + "\n")
                out.flush()
                done, errors = done + 1, errors + ("error" in entry)
                tick(done)
        part.replace(output)
    except OSError as problem:
        raise AuditError(f"{problem.filename or output}: {problem.strerror}; the output was not written") from problem
    return Tally(done, errors)


def _open_part(part: Path, finished: list[dict[str, Any]]) -> IO[str]:
    """The part file, cut after its whole lines."""
    if not finished:
        return part.open("w", encoding="utf-8")
    with part.open("rb+") as raw:
        for _ in finished:
            raw.readline()
        raw.truncate(raw.tell())
    return part.open("a", encoding="utf-8")


def _finished(part: Path) -> list[dict[str, Any]]:
    """The entries that an interrupted run wrote whole."""
    if not part.exists():
        return []
    entries: list[dict[str, Any]] = []
    with part.open("rb") as lines:
        for text in lines:
            try:
                entry = json.loads(text) if text.endswith(b"\n") else None
            except ValueError:
                break
            if not isinstance(entry, dict):
                break
            entries.append(entry)
    return entries


def _rows(source: Path, config: Config) -> Iterator[load.Row]:
    if source.is_dir() or source.suffix.lower() in bilingual.FORMS:
        options = load.Options(max_characters=config.max_characters)
        for number, document in enumerate(load.documents([str(source)], options), 1):
            yield load.Row(number, document, id=document.name)
        return
    try:
        with source.open("rb") as stream:
            yield from load.rows(stream, str(source), config.max_characters)
    except FileNotFoundError as problem:
        raise AuditError(f"{source}: no such file") from problem


def audited(line: Line, rows: Iterator[load.Row], jobs: int) -> Iterator[dict[str, Any]]:
    """The output line of each row, in their order."""
    if jobs <= 1:
        yield from map(partial(_entry, line), rows)
        return
    _ = line.checks, model()  # built and loaded before the fork, so that the workers share them
    first = list(islice(rows, 1))
    if any(row.document is not None and row.document.source for row in first):
        encode.load()
    rows = chain(first, rows)
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    config = replace(line.config, languagetool=line.engines.address() or line.config.languagetool)  # waited for: all share one server
    with context.Pool(jobs, _start, (config, line if context.get_start_method() == "fork" else None)) as pool:
        for batch in _batches(rows, CHUNK * jobs * 8):
            yield from pool.imap(_work, batch, CHUNK)


def _batches(rows: Iterator[load.Row], size: int) -> Iterator[list[load.Row]]:
    """Batches bound what is read ahead of the workers."""
    while batch := list(islice(rows, size)):
        yield batch


_worker: list[Line] = []


def _start(config: Config, line: Line | None) -> None:
    _worker[:] = [line or build_line(config)]


def _work(row: load.Row) -> dict[str, Any]:
    return _entry(_worker[0], row)


def _entry(line: Line, row: load.Row) -> dict[str, Any]:
    """The output line of one input line."""
    if row.document is None:
        return {**_identity(row), "error": row.error}
    try:
        return as_json.document(line.audit(row.document))
    except AuditError as problem:
        return {**_identity(row), "error": str(problem)}


def _identity(row: load.Row) -> dict[str, Any]:
    """What tells in the output which line of the input an entry belongs to."""
    if row.document is not None:
        return {"id": row.document.name}
    return {"id": row.id} if row.id is not None else {"line": row.line}
