"""This file reads files, folders, standard input and JSONL lines as documents."""

from __future__ import annotations

import codecs
import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from audit import bilingual
from audit.inputs import LIMIT, files, printable, read_stream, read_text
from audit.markup.jsonl import read_fields, read_identity, read_record
from audit.markup.matter import Matter, read_code, read_matter
from audit.markup.read import FORMS, STDIN, form_of, read_prose, start_of
from audit.model import AuditError, Document, Earlier

_TEXTS = {".txt", *FORMS}
_KINDS = ".txt, .md, .markdown, .html or .htm; .xlf, .xliff, .tmx, .po; .csv or .tsv with columns source and target"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of the texts. It goes before what their front matter says. Sources and references are paths.

    `against` is the source that the translation was made from, where it has changed since.
    """

    source: str | None = None
    source_language: str | None = None
    references: tuple[str, ...] = ()
    date: datetime.date | None = None
    max_characters: int = LIMIT
    against: str | None = None


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

    A folder stands for its texts and bilingual files, also those in its sub-folders, but neither hidden ones nor our own reports.
    Raises AuditError for whatever cannot be read as a text.
    """
    paths = named(names)
    own = {"--source": options.source, "--reference": options.references, "--against": options.against}
    if len(paths) > 1 and any(own.values()):
        raise AuditError(
            f"{next(key for key, value in own.items() if value)} belongs to one text, but here are {len(paths)}: "
            "audit them one by one, or name it in each text's front matter"
        )
    return [_standard_input(options, stdin) if file == "-" else _file(file, options) for file in paths]


def named(names: Sequence[str]) -> list[str]:
    """The files that names stand for: a file for itself, a folder for its texts and bilingual files."""
    return [file for name in names for file in files(name, _is_wanted, _KINDS)]


def _is_wanted(path: Path) -> bool:
    return path.suffix.lower() in _TEXTS or bilingual.is_bilingual(path)


def rows(stream: Iterable[bytes], name: str, max_characters: int = LIMIT) -> Iterator[Row]:
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


def written(path: Path, text: str, options: Options = _NO_OPTIONS) -> Document:
    """What an editor has open, saved or not, as the document that the file would be. Raises AuditError as `documents` does."""
    name = printable(str(path))
    if len(text) > options.max_characters:
        long = f"{len(text):,} characters, and the limit is {options.max_characters:,}"
        raise AuditError(f"{name}: {long}: split the text, or set max-characters")
    return _document(name, text, form_of(path.name), path.parent, options)


def _standard_input(options: Options, stdin: BinaryIO | None) -> Document:
    text = read_stream(stdin, STDIN, options.max_characters)
    return _document(STDIN, text, form_of(STDIN, text), Path(), options)


def _file(name: str, options: Options) -> Document:
    path = Path(name)
    text = read_text(path, options.max_characters)
    if path.suffix.lower() in bilingual.FORMS:
        return _pairs(printable(name), text, path.suffix.lower(), options)
    return _document(printable(name), text, form_of(path.name), path.parent, options)


def _pairs(name: str, text: str, suffix: str, options: Options) -> Document:
    """A bilingual file as a document, whose source is its own."""
    if options.source:
        raise AuditError(f"{name}: holds its own source: leave out --source, or give the translation as a text")
    of = bilingual.read(text, name, suffix, _language(options.source_language))
    references = tuple(_prose_of(Path(reference), options) for reference in options.references)
    document = Document(name, text, of.prose, of.runs, of.source or None, of.language, references, options.date)
    return replace(document, segments=of.segments, unread=of.unread, notes=of.notes, earlier=_earlier(options))


def _earlier(options: Options) -> Earlier | None:
    """What `--against` names: the source as it was, or an older bilingual file."""
    if not options.against:
        return None
    path = Path(options.against)
    if path.suffix.lower() in bilingual.FORMS:
        return _source_side(path, options)
    return Earlier(_prose_of(path, options))


def _source_side(path: Path, options: Options) -> Earlier:
    text, name = read_text(path, options.max_characters), printable(str(path))
    return bilingual.read_source(text, name, path.suffix.lower(), _language(options.source_language))


def _document(name: str, text: str, form: str, folder: Path, options: Options) -> Document:
    """A text as a document. What its front matter names is looked for from `folder`."""
    matter = read_matter(text, name) if form != "html" else Matter({})
    read = read_prose(text, form, matter.end, name)
    language = _language(options.source_language) or matter.source_language
    source = _source(Path(options.source), options) if options.source else None
    references = tuple(_prose_of(Path(reference), options) for reference in options.references)
    if matter.source and not source and _is_path(matter.source, folder):
        source = _named(folder / matter.source, f"{name}:{matter.lines['source']}: source", options)
    if matter.references and not references:
        where = f"{name}:{matter.lines['references']}: reference"
        references = tuple(_named(folder / reference, where, options) for reference in matter.references)
    if options.against and source is None:
        raise AuditError("--against tells which sentences of the source have changed: give the new source too, with --source")
    document = Document(
        name, text, read.prose, read.runs, source, language, references, options.date or matter.date, earlier=_earlier(options)
    )
    return replace(document, language=matter.language or document.language, remarks=read.remarks)


def _is_path(source: str, folder: Path) -> bool:
    """Does `source:` in front matter name a file? Many content systems name an agency or an address there, which is not ours to read."""
    return (folder / source).exists() or (bool(Path(source).suffix) and "://" not in source and " " not in source)


def _language(code: str | None) -> str | None:
    try:
        return read_code(code) if code else None
    except ValueError as problem:
        raise AuditError(f"--source-lang: {problem}") from None


def _named(path: Path, where: str, options: Options) -> str:
    try:
        return _prose_of(path, options)
    except AuditError as problem:
        raise AuditError(f"{where}: {problem}") from None


def _source(path: Path, options: Options) -> str:
    """A source text; of a bilingual file, its source's side."""
    return _source_side(path, options).text if path.suffix.lower() in bilingual.FORMS else _prose_of(path, options)


def _prose_of(path: Path, options: Options) -> str:
    """The prose of a source or a reference; of a bilingual file, the translation."""
    name, form, text = printable(str(path)), form_of(path.name), read_text(path, options.max_characters)
    if path.suffix.lower() in bilingual.FORMS:
        return bilingual.read(text, name, path.suffix.lower()).prose
    return read_prose(text, form, start_of(text, form, name), name).prose
