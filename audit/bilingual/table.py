"""This file reads a table (CSV, TSV) whose first line names a column of the source and one of the English translation."""

# By hand: the standard library's `csv` says what a field holds, but not where it stands. A test holds both together.

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.bilingual.pair import Pair, Pairs
from audit.bilingual.sides import choose, code, refuse
from audit.languages import name as spoken
from audit.markup.weave import Piece
from audit.model import AuditError, position

_DELIMITERS = "\t,;|"
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_NAMED = re.compile(r"(source|src|original|target|tgt|trg|translation)(?:[\s_:(\[-]+([a-z]{2,3}(?:[-_][a-z0-9]{2,8})?)[)\]]?)?")
_CODED = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})?")
_TARGETS = frozenset("target tgt trg translation".split())
_IDS = ("id", "key", "identifier", "segment", "number", "nr", "no", "#")
_COLUMNS = "name its columns source and target, or by language codes such as fr and en"

Field = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column (from 0) is which."""

    source: int
    target: int
    id: int | None
    language: str | None


def pairs(text: str, name: str, source_language: str | None) -> Pairs:
    """The rows of a table, each a segment. Raises AuditError where its first line does not say which column is which."""
    for delimiter in _DELIMITERS:
        header = next(_rows(text, name, delimiter, first=True), [])
        columns = _columns([_value(field) for field in header], f"{name}:1", source_language)
        if columns:
            break
    else:
        raise AuditError(f"{name}:1: names no column of the source and of its English translation: {_COLUMNS}")
    found: list[Pair] = []
    for number, row in enumerate((row for row in _rows(text, name, delimiter) if any(_value(field).strip() for field in row)), 0):
        if number:
            told = _value(row[columns.id]).strip() if columns.id is not None and columns.id < len(row) else ""
            target, source = (row[at] if at < len(row) else () for at in (columns.target, columns.source))
            found.append(Pair(told or str(number), target, source, lines=True))
    return Pairs(tuple(found), columns.language)


def is_ours(text: str) -> bool:
    """Does the first line of this text name a column of the source and one of the translation?"""
    try:
        return any(_columns([_value(field) for field in row], "", "") for delimiter in _DELIMITERS for row in _first(text, delimiter))
    except AuditError:
        return False


def _first(text: str, delimiter: str) -> Iterator[list[Field]]:
    return _rows(text, "", delimiter, first=True)


def _value(field: Field) -> str:
    return "".join(prose for prose, _, _ in field)


def _columns(names: Sequence[str], where: str, wanted: str | None) -> _Columns | None:
    """The columns that are meant; nothing where the names do not tell."""
    if len(names) < 2:
        return None
    names = [name.strip().lower() for name in names]
    sides: dict[bool, tuple[int, str | None]] = {}  # is it the target: the column, its language
    for at, name in enumerate(names):
        if found := _NAMED.fullmatch(name):
            sides.setdefault(found[1] in _TARGETS, (at, code(found[2])))
    coded = {language: at for at, name in reversed([*enumerate(names)]) if (language := _language(name))}
    if True not in sides and "en" in coded:
        sides[True] = (coded["en"], "en")
    others = [language for language in coded if language != "en"]
    if "id" in others and (len(others) > 1 or False in sides):
        others.remove("id")  # Indonesian only where it can be nothing else
    if True not in sides and len(others) > 1:
        raise AuditError(f"{where}: has columns in {' and '.join(map(spoken, others))}, but none in English, which alone is audited")
    if False not in sides and True in sides and others:
        language = choose(others, wanted, where)
        sides[False] = (coded[language or others[0]], language)
    if len(sides) < 2:
        return None
    if sides[True][1] not in ("en", None):
        raise refuse(sides[True][1] or "", where)
    taken = (sides[True][0], sides[False][0])
    ids = [at for at, name in enumerate(names) if name in _IDS and at not in taken]
    return _Columns(taken[1], taken[0], ids[0] if ids else None, sides[False][1] if False in sides and sides[False][1] else wanted)


def _language(name: str) -> str | None:
    """The language that a column's name stands for; only those of the news, because words of three letters are many."""
    if name == "english":
        return "en"
    language = code(name) if _CODED.fullmatch(name) else None
    return language if language == "en" or (language and spoken(language) != language) else None


def _rows(text: str, name: str, delimiter: str, *, first: bool = False) -> Iterator[list[Field]]:
    """The rows of a table, or its first alone."""
    apart = re.escape(delimiter)
    inner = r'[^"\r\n]' if delimiter == "\t" else r'[^"]'  # between tabs, a quotation mark is often just that
    quoted = re.compile(rf'"((?:{inner}|"")*+)"(?={apart}|\r|\n|\Z)')
    bare = re.compile(rf"[^\r\n{apart}]*")
    at, row = 0, list[Field]()
    while at < len(text):
        found = quoted.match(text, at)
        if found:
            row.append(tuple(_quoted(text, *found.span(1))))
        else:
            if text[at] == '"' and delimiter != "\t":
                raise AuditError(
                    f"{name}:{position(text, at)[0]}: a field opens with a quotation mark that does not end it: write two in it"
                )
            found = bare.match(text, at)
            if not found:  # it matches nothing, too
                return
            row.append(((found[0], *found.span()),) if found[0] else ())
        at = found.end()
        if text[at : at + 1] == delimiter:
            at += 1
            if at < len(text):
                continue
            row.append(())
        yield row
        if first:
            return
        row = []
        end = _LINE_END.match(text, at)
        at = end.end() if end else len(text)


def _quoted(text: str, start: int, end: int) -> Iterator[Piece]:
    """What stands between quotation marks: two of them are one."""
    at = start
    while (double := text.find('""', at, end)) >= 0:
        if at < double:
            yield text[at:double], at, double
        yield '"', double, double + 2
        at = double + 2
    if at < end:
        yield text[at:end], at, end
