"""This file finds the pieces of numbers in a text: figures, number words and the words between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from audit.amounts.digits import FIGURE, values
from audit.amounts.lexicon import Lexicon, Word
from audit.amounts.sums import worth
from audit.cache import expression

_SCAN = (
    r"(?<!\p{Nd})(?P<hour>[01]?\p{Nd}|2[0-4])(?::|[ \u00a0\u202f]?h(?:eures)?[ \u00a0\u202f]?)"
    r"(?P<minute>[0-5]\p{Nd})(?![:\p{Nd}])"
    rf"|(?<!\p{{Nd}})(?P<figure>{FIGURE})|(?P<word>[\p{{L}}\p{{M}}\u200c]+(?:[’'ʼ][\p{{L}}\p{{M}}]+)*)"
)
_LATIN_BEFORE = regex.compile(r"[A-Za-z][-_]?\Z|[A-Za-zА-ЯІЇЄ]{1,4}[-–]\Z|[#_]\Z|№ ?\Z")
_MONEY_BEFORE = regex.compile(r"(?<![A-Za-z])(?:US|EUR|USD|GBP|RMB|CHF|HK|NT|R|Rs|INR|JPY|AUD|CAD|A|C|S|Rp|BRL|PLN|Kč|zł|TL|Fr|AED)[-_]?\Z")
_MONTH_BEFORE = regex.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.? \Z")
_NEXT = regex.compile(r"[ -]([\p{L}\p{M}]+)")
_UNIT_BEHIND = regex.compile(
    r"(?:km|kms|kg|cm|mm|m|mm|g|mg|kWh|MWh|GWh|TWh|MW|GW|kW|mph|kph|ft|lb|lbs|l|ml|ha|h|hr|hrs|min|C|F|p|am|pm|yo|year|day|st|nd|rd|th|s|er|x|tonnes?)(?![\p{L}\p{Nd}])"
    r"|[²³°%€$£]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A figure or a word that belongs to a number. `kind` is set where the figure itself says it (code, clock, date)."""

    start: int
    end: int
    word: Word
    digits: bool = False
    kind: str = ""


def pieces(text: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Piece]:
    """All pieces of numbers between two offsets, in order."""
    done = start
    for hit in expression(_SCAN).finditer(text, start, end):
        if hit.start() < done:
            continue
        if hit["hour"]:
            yield Piece(*hit.span("hour"), Word("digits", (float(int(hit["hour"])),)), True, "clock")
            yield Piece(*hit.span("minute"), Word("digits", (float(int(hit["minute"])),)), True, "date")
        elif hit["figure"]:
            yield from _figure(text, lexicon, *hit.span())
        elif found := _pair(text, lexicon, hit) or _word(text, lexicon, hit.start(), hit.end(), hit["word"].lower()):
            if found.start > hit.start() and text[hit.start()] == "و" and lexicon.clitics:
                yield Piece(hit.start(), hit.start() + 1, Word("join", (1.0,)))
            yield found
            done = found.end


def _pair(text: str, lexicon: Lexicon, hit: regex.Match[str]) -> Piece | None:
    """Two words that are one: *quatre-vingt*, *dix-huit*, *ढाई सौ*."""
    word = hit["word"].lower()
    if word not in lexicon.firsts:
        return None
    after = _NEXT.match(text, hit.end())
    found = lexicon.words.get(f"{word}_{after[1].lower()}") if after else None
    return Piece(hit.start(), after.end(), found) if after and found else None


def _figure(text: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Piece]:
    figure = text[start:end]
    if " " in figure and lexicon.language == "en" and _MONTH_BEFORE.search(text, max(0, start - 12), start):
        parts = [(start, start + figure.index(" ")), (start + figure.index(" ") + 1, end)]
        yield from (piece for begin, stop in parts for piece in _figure(text, lexicon, begin, stop))
        return
    before = text[max(0, start - 6) : start]
    code = bool(_LATIN_BEFORE.search(before)) and not _MONEY_BEFORE.search(before)
    if code and "ordinal_before" in lexicon.patterns and lexicon.patterns["ordinal_before"].search(text, max(0, start - 4), start):
        code = False
    if not code and regex.match(r"[A-Za-z](?![a-z]{2})", text[end : end + 4]):
        code = not (_UNIT_BEHIND.match(text, end) or _scale(text, lexicon, end) or _ending(text, lexicon, end))
    found = values(figure, english=lexicon.language == "en")
    if found and len(figure) < 22:
        yield Piece(start, end, Word("digits", found), True, "code" if code else "")
        return
    for part in regex.finditer(r"\p{Nd}+", figure):
        span = (start + part.start(), start + part.end())
        yield Piece(*span, Word("digits", (float(int(part[0][:18])),)), True, "date" if len(part[0]) <= 4 else "code")


def _scale(text: str, lexicon: Lexicon, at: int) -> bool:
    hit = regex.match(r"\p{L}+", text[at : at + 20])
    if hit is None:
        return False
    word = lexicon.words.get(hit[0].lower())
    return hit[0] in lexicon.letters or (word is not None and word.role == "scales")


def _ending(text: str, lexicon: Lexicon, at: int) -> bool:
    return "ordinal_end" in lexicon.patterns and lexicon.patterns["ordinal_end"].match(text, at) is not None


def _word(text: str, lexicon: Lexicon, start: int, end: int, word: str) -> Piece | None:
    """What a word is worth; a part before or behind its apostrophe, or without its clitics, may be the number."""
    found = lexicon.letters.get(text[start:end])
    if found and text[max(0, start - 2) : start].rstrip("\u00a0\u202f ")[-1:].isdecimal():
        return Piece(start, end, found)
    found = _looked_up(lexicon, word)
    if found:
        return Piece(start, end, found)
    for mark in "'’":
        if mark in word:
            front, back = word.split(mark, maxsplit=1)[0], word.rsplit(mark, maxsplit=1)[-1]
            if inner := _looked_up(lexicon, back) if lexicon.language in ("fr", "it") else None:
                return Piece(end - len(back), end, inner)
            if inner := _looked_up(lexicon, front):
                return Piece(start, start + len(front), inner)
    for clitic in lexicon.clitics:
        if word.startswith(clitic) and (found := lexicon.words.get(word[len(clitic) :])):
            return Piece(start + len(clitic), end, found)
    return None


def _looked_up(lexicon: Lexicon, word: str) -> Word | None:
    found = lexicon.words.get(word)
    if found or len(word) < 5:
        return found
    hit = lexicon.compound.fullmatch(word)
    if hit is None:
        return None
    parts = [lexicon.pieces[piece] for piece in hit.captures("piece")]
    value = worth(parts)
    ordinal = (hit["tail"] or "") in ("te", "ten", "ter", "tes", "tem", "ste", "sten", "ster", "stes", "stem", "de")
    return Word("ordinals" if ordinal else "cardinals", (value,), word not in lexicon.words and value > 1) if value else None
