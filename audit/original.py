"""This file cuts a source text of any language into paragraphs, sentences and quotations."""

from __future__ import annotations

import re

import regex

from audit.cache import expression
from audit.sides import Original, Passage
from audit.spans import Span

HEADING_LETTERS = 120
_CLOSERS = "\"'”“’»«›‹)）]］」』】〉》〕"
_OPENERS = "\"'“„‚«»‹›‘’¿¡(（[［「『【〈《〔–—-"
_WIDE = r"[。！？｡]+"
_SPACED = r"(?:[.!?…।॥؟۔։]+)"
_CLOSING = rf"(?:[{re.escape(_CLOSERS)}]|[ \u00a0\u202f]»(?!\w))*"
_CJK = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_END = rf"(?:(?P<wide>{_WIDE}|[!?]+(?={_CLOSING}{_CJK}))|(?P<spaced>{_SPACED})){_CLOSING}"
_ABBREVIATED = frozenset(
    # titles and stock abbreviations of the languages of the news, without their stop; single letters are initials anywhere
    "dr prof mr mrs ms st sr sra sres jr ing mgr ph etc vs no nr núm num art op pp p s vol ed eds cf al ca approx bzw usw z b u a d h i e "
    "sog str tel inkl evtl ggf vgl jh jhdt mio mrd tsd mm mme mlle me dott sig sigg on avv p.es es ecc pág págs av avda ud uds "
    "dña excmo ej aprox ee uu dhr mevr drs ir o.a bijv enz resp nl vb vs örn yy tr т г гг в вв тыс млн млрд руб коп им ул д стр рис "
    "т.е т.д т.п т.к ст кв р рр ін див грн обл м с тис ul al os woj tzw tj np itd itp im godz r w hab inż red tzn mld mln tys "
    "tzv např atd tj č čj ing bc mudr judr phdr kč mil p.n.l dr prof drs hal jl yth esim mm ns klo eur milj mrd v".split()
)
_ORDINAL_STOPS = frozenset(("de", "cs", "sk", "fi", "pl", "da", "no", "nb", "nn", "tr", "hu", "hr", "sr", "sl", "et", "is"))
_QUOTES = regex.compile(
    r"「[^「」\n]{1,2000}」|『[^『』\n]{1,2000}』|“[^“”\n]{1,2000}”|„[^“”„\n]{1,2000}[“”]|«[^«»\n]{1,2000}»|»[^«»\n]{1,2000}«"
    r"|(?<![\w\"])\"[^\"\n]{1,2000}\"(?!\w)"
)


def read(text: str, language: str | None) -> Original:
    """The source text with its sentences. Each line is a paragraph; offsets count in `text`."""
    passages: list[Passage] = []
    lines = [(hit.start(), hit.end()) for hit in re.finditer(r"[^\n\r\u2028\u2029]+", text) if not hit[0].isspace()]
    for index, (start, end) in enumerate(lines):
        sentences = _sentences(text, start, end, language)
        heading = len(sentences) == 1 and end - start <= HEADING_LETTERS and not _stopped(text[start:end]) and index < len(lines) - 1
        passages += [Passage(span, index, heading) for span in sentences]
    return Original(text, language, tuple(passages), tuple(Span(*hit.span()) for hit in _QUOTES.finditer(text)))


def _stopped(line: str) -> bool:
    return bool(expression(_END + r"\s*$").search(line))


def _sentences(text: str, start: int, end: int, language: str | None) -> list[Span]:
    """The sentences of one line, each without the white space round it."""
    spans: list[Span] = []
    begin = start
    for hit in expression(_END).finditer(text, start, end):
        if hit.end() > begin and (hit["wide"] or _ends(text, hit, end, language)):
            spans += _stripped(text, begin, hit.end())
            begin = hit.end()
    return spans + _stripped(text, begin, end)


def _stripped(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []


def _ends(text: str, hit: regex.Match[str], end: int, language: str | None) -> bool:
    """Does this full stop end a sentence? White space must follow, then something that may begin one; no abbreviation before it."""
    rest = text[hit.end() : end]
    after = rest.lstrip()
    if not after:
        return True
    if rest[0] == after[0] and not (hit["spaced"][0] in "।॥؟۔" or text[hit.end() - 1] in "」』"):
        return False
    first = after.lstrip(_OPENERS + " ")[:1]
    if not first or first.islower():
        return False
    return hit["spaced"] != "." or not _shortens(text, hit, language)


def _shortens(text: str, hit: regex.Match[str], language: str | None) -> bool:
    """Does this full stop belong to an initial, an ordinal or an abbreviation?"""
    before = re.search(r"[^\s(\"'«„“]*$", text[max(0, hit.start() - 20) : hit.start()])
    word = before[0] if before else ""
    initial = len(word) == 1 and word.isalpha() and not _caseless(word)
    ordinal = word.isdigit() and len(word) <= 2 and language in _ORDINAL_STOPS
    return initial or ordinal or word.lower() in _ABBREVIATED


def _caseless(letter: str) -> bool:
    return letter.lower() == letter.upper()
