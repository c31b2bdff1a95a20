"""This file turns the bytes of a text file into text, or says in one line why that cannot be done."""

from __future__ import annotations

import codecs
import re

from audit.model import AuditError

_MARKED = (  # UTF-32 first: its mark begins as that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (codecs.BOM_UTF8, "UTF-8-SIG"),
)
_OTHER = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a Word, OpenDocument or other zipped file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_LINE_END = re.compile(rb"\r\n?|\n")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str) -> str:
    """UTF-8, or UTF-16 and UTF-32 with a byte order mark. Line ends stay as they are. Raises AuditError."""
    for start, kind in _OTHER:
        if data.startswith(start):
            raise AuditError(f"{name}: this is {kind}, not a text: save it as plain text, Markdown or HTML")
    encoding = next((encoding for mark, encoding in _MARKED if data.startswith(mark)), "UTF-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise AuditError(f"{name}{_broken(data, encoding, problem.start)}") from None
    if "\0" in text:
        raise AuditError(f"{name}: {_binary(data)}")
    return text


def _broken(data: bytes, encoding: str, at: int) -> str:
    if encoding in ("UTF-16", "UTF-32"):
        return f": begins as {encoding} but breaks at byte {at}: save it again, as UTF-8"
    if _CONTROL.search(data):
        return f": {_binary(data)}"
    line = len(_LINE_END.findall(data, 0, at)) + 1
    return (
        f":{line}: byte 0x{data[at]:02x} is not UTF-8 (Latin-1 or Windows-1252?): "
        "convert the text, e.g. iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
    )


def _binary(data: bytes) -> str:
    """UTF-16 without its mark has a NUL beside almost every letter; anything else with control characters is no text."""
    sample = data[:2000]
    for offset, order in ((1, "LE"), (0, "BE")):
        if sample[offset::2].count(0) > 2 + len(sample) // 5 and sample[1 - offset :: 2].count(0) <= len(sample) // 50:
            return f"this is UTF-16 without a byte order mark: convert the text, e.g. iconv -f UTF-16{order} -t UTF-8 OLD > NEW"
    return "this is a binary file, not a text: save it as plain text, Markdown or HTML"
