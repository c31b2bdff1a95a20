"""This file reads XLIFF 1.x and 2.x: units with a source and an English target, sentence by sentence where they are parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from audit.bilingual import inline
from audit.bilingual.pair import Pair, Pairs
from audit.bilingual.sides import choose, code, refuse
from audit.bilingual.xml import XML, Event, closing, events, line_of
from audit.languages import name as spoken
from audit.markup.weave import Piece
from audit.model import AuditError

_PASSED_OVER = frozenset(
    "alt-trans bin-unit context-group count-group header ignorable note notes originalData phase-group prop-group skeleton".split()
)
_SIDES = ("source", "target", "seg-source")
_DONE = frozenset("translated reviewed final signed-off".split())


@dataclass(slots=True)
class _Frame:
    """An open element and what holds within it."""

    local: str
    attributes: dict[str, str]
    translate: bool
    lines: bool
    sides: dict[str, list[tuple[str | None, Piece]]] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)
    state: str = ""


@dataclass(slots=True)
class _File:
    """A <file>: its languages, its pairs, and where it stands."""

    name: str
    line: int
    source: str | None
    target: str | None
    pairs: list[Pair] = field(default_factory=list)


def pairs(text: str, name: str, source_language: str | None) -> Pairs:
    """The segments of all files that are translated into English. Raises AuditError."""
    found = events(text, name)
    if found[0].local != "xliff":
        raise AuditError(f"{name}:{line_of(text, found[0])}: is no XLIFF: its first element is <{found[0].local}>")
    files = _Walk(text, found).files()
    english = [file for file in files if file.target in ("en", None)]
    if files and not english:
        raise refuse(files[0].target or "", f"{name}:{files[0].line}")
    languages = [file.source for file in english if file.source]
    language = choose(languages, source_language, name)
    english = [file for file in english if file.source in (language, None)]
    passed = [file for file in files if file not in english and file.pairs]
    others = [f"{_count(file)} from {_spoken(file.source)} into {_spoken(file.target)} could not be looked at" for file in passed]
    return Pairs(tuple(pair for file in english for pair in _named(file, len(english) > 1)), source_language or language, tuple(others))


def _count(file: _File) -> str:
    return f"{file.name}: {len(file.pairs)} segment{'s' * (len(file.pairs) != 1)}"


def _spoken(language: str | None) -> str:
    return spoken(language) if language else "a language that it does not tell"


def _named(file: _File, several: bool) -> Iterator[Pair]:
    """A file's pairs; ids are its own, so where there are several files its name goes before them."""
    for pair in file.pairs:
        yield Pair(f"{file.name}:{pair.id}", pair.target, pair.source, pair.state, pair.lines) if several else pair


class _Walk:
    """One walk over one document."""

    def __init__(self, text: str, found: Sequence[Event]) -> None:
        self.text = text
        self.found = found
        self.stack: list[_Frame] = []
        self.done: list[_File] = []
        self.units = 0

    def files(self) -> list[_File]:
        at = 0
        while at < len(self.found):
            event = self.found[at]
            if event.kind == "open":
                at = self._open(event, at)
            elif event.kind == "close" and self.stack:
                self._close(self.stack.pop())
            at += 1
        return self.done

    def _open(self, event: Event, at: int) -> int:
        """The index of the last event that this has dealt with."""
        foreign = event.namespace and "xliff:document" not in event.namespace
        if foreign or event.local in _PASSED_OVER:
            return closing(self.found, at)
        parent = self.stack[-1] if self.stack else _Frame("", {}, translate=True, lines=False)
        space = event.attributes.get(f"{XML}space")
        lines = parent.lines if space is None else space == "preserve"
        if event.local in _SIDES:
            end = closing(self.found, at)
            parent.sides[event.local] = inline.pieces(self.text, self.found[at + 1 : end])
            if event.local == "target":
                parent.state = event.attributes.get("state", "")
                parent.lines = lines
            return end
        translate = event.attributes.get("translate")
        self.stack.append(_Frame(event.local, event.attributes, parent.translate if translate is None else translate != "no", lines))
        if event.local == "file":
            self._file(event)
        return at

    def _file(self, event: Event) -> None:
        root, own = self.stack[0].attributes, event.attributes
        source, target = own.get("source-language") or root.get("srcLang"), own.get("target-language") or root.get("trgLang")
        name = own.get("id") or own.get("original") or f"file {len(self.done) + 1}"
        self.done.append(_File(name, line_of(self.text, event if "target-language" in own else self.found[0]), code(source), code(target)))

    def _close(self, frame: _Frame) -> None:
        if not self.done:
            return
        if frame.local == "trans-unit":
            self.units += 1
            if frame.translate:
                self.done[-1].pairs += _sentences(frame, frame.attributes.get("id") or str(self.units))
        elif frame.local == "segment" and self.stack:
            state = frame.attributes.get("state", "initial")
            sides = [tuple(piece for _, piece in frame.sides.get(side, ())) for side in ("target", "source")]
            segment = Pair(frame.attributes.get("id", ""), sides[0], sides[1], "" if state in _DONE else state, frame.lines)
            self.stack[-1].pairs.append(segment)
        elif frame.local == "unit":
            self.units += 1
            if frame.translate:
                self.done[-1].pairs += _segments(frame.pairs, frame.attributes.get("id") or str(self.units))


def _segments(pairs: Sequence[Pair], unit: str) -> Iterator[Pair]:
    """The segments of an XLIFF 2 unit. Their ids are told within it only."""
    for number, pair in enumerate(pairs, 1):
        name = unit if len(pairs) == 1 else f"{unit}/{pair.id or number}"
        yield Pair(name, pair.target, pair.source, pair.state, pair.lines)


def _sentences(frame: _Frame, unit: str) -> Iterator[Pair]:
    """The sentences of an XLIFF 1.2 unit that <mrk mtype="seg"> marks on both sides; else the whole unit."""
    state = "" if frame.state in _DONE else frame.state
    if not frame.state and frame.attributes.get("approved") == "no":
        state = "not approved"
    target, source = frame.sides.get("target", []), frame.sides.get("source", [])
    here, there = _by_sentence(target), _by_sentence(frame.sides.get("seg-source", []))
    marked = here.keys() <= there.keys() and bool(here or not target)
    if not there or not marked:
        yield Pair(unit, tuple(piece for _, piece in target), tuple(piece for _, piece in source), state, frame.lines)
        return
    for mid, words in there.items():
        yield Pair(unit if len(there) == 1 else f"{unit}/{mid}", here.get(mid, ()), words, state, frame.lines)


def _by_sentence(words: Sequence[tuple[str | None, Piece]]) -> dict[str, tuple[Piece, ...]]:
    """The pieces of each sentence that is marked, in order."""
    marked: dict[str, list[Piece]] = {}
    for mid, piece in words:
        if mid is not None:
            marked.setdefault(mid, []).append(piece)
    return {mid: tuple(pieces) for mid, pieces in marked.items()}
