"""This file reads PO, gettext's catalogue: msgid and msgstr, plural forms, flags; obsolete entries are passed over."""

# By hand: the libraries that read PO well tell the line of an entry, but not where each letter of its msgstr stands.

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.bilingual.pair import Pair, Pairs
from audit.bilingual.sides import code, refuse
from audit.markup.weave import Piece
from audit.model import AuditError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FIELD = re.compile(r"[ \t]*(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr)(?P<number>\[\d+\])?[ \t]*)?(?P<string>\".*)")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*')
_BIT = re.compile(r"[^\\]+|\\x[0-9a-fA-F]{1,2}|\\3[0-7]{2}(?:\\2[0-7]{2})+|\\[0-7]{1,3}|\\.")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_HEADER = re.compile(r"^(Language|X-Source-Language):[ \t]*(\S+)", re.MULTILINE | re.IGNORECASE)


@dataclass(slots=True)
class _Entry:
    """A message: the pieces of its fields (`msgid`, `msgstr`, `msgstr[1]`), its flags, and the line that it begins in."""

    line: int
    fields: dict[str, list[Piece]] = field(default_factory=dict)
    flags: str = ""

    def text(self, name: str) -> str:
        return "".join(prose for prose, _, _ in self.fields.get(name, ()))


def pairs(text: str, name: str, source_language: str | None) -> Pairs:
    """The messages of a catalogue, each plural form by itself. Raises AuditError where it is broken or in another language."""
    entries = [entry for entry in _entries(text, name) if entry.fields]
    header = next((entry for entry in entries if not entry.text("msgid") and "msgctxt" not in entry.fields), None)
    told = {key.lower(): value for key, value in _HEADER.findall(header.text("msgstr"))} if header else {}
    language = code(told.get("language"))
    if language not in ("en", None):
        raise refuse(language or "", f"{name}:{header.line if header else 1}")
    messages = (entry for entry in entries if entry is not header)
    found = tuple(pair for number, entry in enumerate(messages, 1) for pair in _pairs(entry, str(number)))
    return Pairs(found, source_language or code(told.get("x-source-language")))


def _pairs(entry: _Entry, number: str) -> Iterator[Pair]:
    state = "fuzzy" if "fuzzy" in re.split(r"[,\s]+", entry.flags) else ""
    one, many = tuple(entry.fields.get("msgid", ())), tuple(entry.fields.get("msgid_plural", ()))
    for name in sorted((name for name in entry.fields if name.startswith("msgstr")), key=lambda name: (len(name), name)):
        form = name.removeprefix("msgstr")
        source = many if many and form not in ("", "[0]") else one
        yield Pair(number + form, tuple(entry.fields[name]), source, state, lines=True)


def _entries(text: str, name: str) -> Iterator[_Entry]:
    entry, current = _Entry(1), ""
    for number, line in enumerate(_LINE.finditer(text), 1):
        written = line[0].strip()
        if not written or written.startswith("#"):
            if "msgstr" in current:
                yield entry
                entry, current = _Entry(number), ""
            if written.startswith("#,"):
                entry.flags += written[2:] + ","
            continue
        found = _FIELD.match(text, line.start(), line.end())
        if not found or not (found["keyword"] or current):
            raise AuditError(f"{name}:{number}: is no line of a PO file: {written[:60]!r}")
        if found["keyword"]:
            begins = found["keyword"] == "msgctxt" or (found["keyword"] == "msgid" and current != "msgctxt")
            if begins and current:
                yield entry
                entry = _Entry(number)
            current = found["keyword"] + (found["number"] or "")
            entry.line = entry.line if entry.fields else number
        entry.fields.setdefault(current, []).extend(_string(text, found.start("string"), f"{name}:{number}"))
    yield entry


def _string(text: str, start: int, where: str) -> Iterator[Piece]:
    """What a quoted string says: stretches as they stand, and one character for each escape."""
    line = re.compile(r"[^\r\n]*").match(text, start)
    found = _STRING.fullmatch(text, start, line.end() if line else start)
    if not found:
        raise AuditError(f'{where}: the string is not closed, or something stands after it: write \\" for a quotation mark in it')
    for bit in _BIT.finditer(text, found.start(1), found.end(1)):
        if bit[0][0] != "\\":
            yield bit[0], bit.start(), bit.end()
        else:
            yield _escaped(bit[0][1:]), bit.start(), bit.end()


def _escaped(code: str) -> str:
    """The one character that is meant; bytes that follow one another are its UTF-8."""
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if "0" <= code[0] <= "7":
        letter = bytes(int(digits, 8) & 255 for digits in code.split("\\")).decode("utf-8", "replace")
        return letter if len(letter) == 1 else "\ufffd"
    return _ESCAPES.get(code, code)
