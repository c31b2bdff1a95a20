"""This file reads files, folders, standard input and JSONL lines as documents."""

from __future__ import annotations

import codecs
import datetime
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from audit.markup.decode import decode
from audit.markup.jsonl import read_fields, read_identity, read_record
from audit.markup.matter import Matter, read_code, read_matter
from audit.markup.weave import plain, weave
from audit.model import AuditError, Document, Run

_FORMS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
_TEXTS = {".txt", *_FORMS}
_REPORT = ".audit.html"
_PAGE = re.compile(r"\s*(?:<!doctype html|<html)\b", re.IGNORECASE)
_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of the texts. It goes before what their front matter says. Sources and references are paths."""

    source: str | None = None
    source_language: str | None = None
    references: tuple[str, ...] = ()
    date: datetime.date | None = None
    max_characters: int = _LIMIT


@dataclass(frozen=True, slots=True)
class Row:
    """A line (from 1) of a JSONL file: a document, or the reason why it is none. `id` is the line's own, where it has one."""

    line: int
    document: Document | None
    error: str = ""
    id: str | None = None


_NO_OPTIONS = Options()


def documents(names: Sequence[str], options: Options = _NO_OPTIONS, stdin: BinaryIO | None = None) -> list[Document]:
    """The documents of files, folders and standard input (`-`), in the order given; a folder's in the order of their paths.

    A folder stands for its .txt, .md, .markdown, .html and .htm files, also in its sub-folders, but neither hidden ones nor our own
    reports. Raises AuditError for whatever cannot be read as a text.
    """
    files = [file for name in names for file in _files(name)]
    if len(files) > 1 and (options.source or options.references):
        raise AuditError(
            f"{'--source' if options.source else '--reference'} belongs to one text, but here are {len(files)}: "
            "audit them one by one, or name it in each text's front matter"
        )
    return [_standard_input(options, stdin) if file == "-" else _file(file, options) for file in files]


def read_text(path: Path, max_characters: int = _LIMIT) -> str:
    """A file's text, its line ends as they are, without a byte order mark.

    Raises AuditError: missing or unreadable, a folder, not a text, not in UTF-8 (or marked UTF-16, UTF-32), empty, longer than
    `max_characters`.
    """
    try:
        with path.open("rb") as stream:
            return _text(stream, _printable(str(path)), max_characters)
    except FileNotFoundError:
        raise AuditError(f"{_printable(str(path))}: no such file") from None
    except IsADirectoryError:
        raise AuditError(f"{_printable(str(path))}: is a folder; a file is needed here") from None
    except (OSError, ValueError) as problem:
        raise AuditError(f"{_printable(str(path))}: cannot be read ({getattr(problem, 'strerror', None) or problem})") from None


def rows(stream: Iterable[bytes], name: str, max_characters: int = _LIMIT) -> Iterator[Row]:
    """The lines of a JSONL file: `{"id", "text", "source"?, "source_lang"?, "references"?: [..], "date"?}`, one object a line.

    Blank lines are passed over. A line that cannot be read becomes a row with an error; nothing is raised.
    """
    for line, data in enumerate(stream, 1):
        if data.strip():
            identity = document = None
            error = ""
            try:
                fields = read_fields(data.removeprefix(codecs.BOM_UTF8) if line == 1 else data)
                identity = read_identity(fields)
                document = read_record(fields, identity or f"line {line}", max_characters)
            except AuditError as problem:
                error = f"{name}:{line}: {problem}"
            yield Row(line, document, error, identity)


def _files(name: str) -> Iterator[str]:
    if name == "-" or not os.path.isdir(name):  # noqa: PTH112 (Path.is_dir raises for a name that is too long)
        yield name
        return
    found: list[Path] = []
    for folder, inner, files in os.walk(name, onerror=_refuse):
        inner[:] = [sub for sub in inner if not sub.startswith(".")]
        paths = [Path(folder, file) for file in files if not file.startswith(".") and not file.endswith(_REPORT)]
        found += [path for path in paths if path.suffix.lower() in _TEXTS and path.is_file()]
    if not found:
        raise AuditError(f"{_printable(name)}: there is no text in this folder (.txt, .md, .markdown, .html or .htm)")
    yield from (path.as_posix() for path in sorted(found, key=lambda path: path.parts))


def _refuse(problem: OSError) -> None:
    raise AuditError(f"{_printable(str(problem.filename))}: cannot be read ({problem.strerror})")


def _standard_input(options: Options, stdin: BinaryIO | None) -> Document:
    text = _text(stdin or sys.stdin.buffer, "<stdin>", options.max_characters)
    return _document("<stdin>", text, "html" if _PAGE.match(text) else "text", Path(), options)


def _file(name: str, options: Options) -> Document:
    path = Path(name)
    return _document(_printable(name), read_text(path, options.max_characters), _form(path), path.parent, options)


def _form(path: Path) -> str:
    return _FORMS.get(path.suffix.lower(), "text")


def _text(stream: BinaryIO, name: str, max_characters: int) -> str:
    most = 4 * (max_characters + 1)  # bytes; no character takes more, and a byte order mark is one
    data = stream.read(most + 1)
    text = "" if len(data) > most else decode(data, name)
    if len(data) > most or len(text) > max_characters:
        long = f"more than {max_characters:,}" if len(data) > most else f"{len(text):,}"
        raise AuditError(f"{name}: {long} characters, and the limit is {max_characters:,}: split the text, or set max-characters")
    if not text.strip():
        raise AuditError(f"{name}: there is no text in it")
    return text


def _document(name: str, text: str, form: str, folder: Path, options: Options) -> Document:
    """A text as a document. What its front matter names is looked for from `folder`."""
    matter = read_matter(text, name) if form != "html" else Matter({})
    prose, runs = _prose(text, form, matter.end, name)
    language = _language(options.source_language) or matter.source_language
    source = _prose_of(Path(options.source), options) if options.source else None
    references = tuple(_prose_of(Path(reference), options) for reference in options.references)
    if matter.source and not source and _is_path(matter.source, folder):
        source = _named(folder / matter.source, f"{name}:{matter.lines['source']}: source", options)
    if matter.references and not references:
        where = f"{name}:{matter.lines['references']}: reference"
        references = tuple(_named(folder / reference, where, options) for reference in matter.references)
    document = Document(name, text, prose, runs, source, language, references, options.date or matter.date)
    return replace(document, language=matter.language) if matter.language else document


def _is_path(source: str, folder: Path) -> bool:
    """Does `source:` in front matter name a file? Many content systems name an agency or an address there, which is not ours to read."""
    return (folder / source).exists() or (bool(Path(source).suffix) and "://" not in source and " " not in source)


def _language(code: str | None) -> str | None:
    try:
        return read_code(code) if code else None
    except ValueError as problem:
        raise AuditError(f"--source-lang: {problem}") from None


def _prose(text: str, form: str, start: int, name: str) -> tuple[str, tuple[Run, ...]]:
    if form == "html":
        from audit.markup import html

        prose, runs = weave(html.pieces(text))
    elif form == "markdown":
        from audit.markup import markdown  # the parser is only loaded for those who need it

        prose, runs = weave(markdown.pieces(text[start:]), start)
    else:
        prose, runs = plain(text, start)
    if not prose.strip():
        raise AuditError(f"{name}: there is no text in it besides {'its front matter' if form == 'text' else 'markup'}")
    return prose, runs


def _named(path: Path, where: str, options: Options) -> str:
    try:
        return _prose_of(path, options)
    except AuditError as problem:
        raise AuditError(f"{where}: {problem}") from None


def _prose_of(path: Path, options: Options) -> str:
    """The prose of a source or a reference."""
    name, form, text = _printable(str(path)), _form(path), read_text(path, options.max_characters)
    return _prose(text, form, read_matter(text, name).end if form != "html" else 0, name)[0]


def _printable(name: str) -> str:
    """A path in valid Unicode and in one line, whatever the file system holds."""
    return " ".join(name.encode("utf-8", "surrogatepass").decode("utf-8", "replace").splitlines())
