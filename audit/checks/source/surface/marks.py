"""This file finds marks that cut an English sentence where the source has none, and full stops that the text lost."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.checks.source.both import Sides
from audit.found import Found
from audit.frequency import everyday
from audit.model import Couple, Paragraph, Span

_SIGN = r"(?<=[\p{L}\d,.%])(?P<sign>[_~^@|])(?=[ ,]|\.(?:\s|$))"
_ASKING = r"(?<=\p{Ll}|,)(?P<asking>[?!])(?=[ ]\p{Ll}{2})"
_TWO = r"(?<=\p{L}[,;:])(?P<two>[?!;:,]|\.(?![.\d\p{L}]))(?=[ ])|(?<=\p{L}[?!])(?P<two>[,;:])(?=[ ]\p{Ll})"
_STOP = r"(?<=\p{Ll}{3}|,)(?P<stop>\.)(?=[ ]\p{Ll}{2})"
_TICK = r"(?<=[\p{L},](?<!s))(?P<tick>['’])(?=[ ]\p{L})"
_HYPHEN = r"(?<=\p{Ll}{2}|,)(?P<hyphen>-)(?=[ ]\p{L}{2})(?![ ](?:and|or|und|y|et|but)\b)"
_NOUN_COMES = "the|a|an|of|from|into|its|their|his|our|your|my|every|very"
_GOES_ON = r"[ ](?:and|or|but|it|he|she|they|we|this|that|there|the)\b"
_CUT = (
    rf"(?<=(?<![\p{{L}}'’-])(?:{_NOUN_COMES}))(?P<cut>,)(?!{_GOES_ON})(?=[ ][\p{{L}}\d]+(?:[ ][\p{{L}}\d'’-]+){{2}}[^,]{{0,40}}(?:$|[.]))"
    rf"|(?<=(?<![\p{{L}}'’-])(?:{_NOUN_COMES}|these|those|than|to|should|could|may|might|has|have|was|were|is|be|been|at|for|by|with|in|on|and|or))"
    r"(?P<cut>[;:])(?=[ ]\p{Ll})"
)
_BEFORE = r"(?<=\p{Ll})(?P<before>[;:])(?=[ ](?:of|than|itself|themselves|himself)\b(?! (?:these|those|which|whom|them)\b))"
_MARK = f"{_TWO}|{_SIGN}|{_ASKING}|{_STOP}|{_TICK}|{_HYPHEN}|{_CUT}|{_BEFORE}"
_THERE = {
    "sign": r"[_~^@|]",
    "asking": r"[?!？！؟]",
    "two": r"(?!)",
    "stop": r"(?:\p{L}|…|\d)[.…]\s|[。।]|\.\.\.|\p{L}\.\p{L}|\p{Lu}\.",
    "tick": r"(?<!\p{L})['‘’]|['’](?!\p{L})|[‚‹›「『]",
    "hyphen": r"\p{L}-[ ]|[ ][-–—]",
    "quote": r"[\"“”„«»「」『』《》]|''|,,",
    "cut": r"[:：;；]",
    "before": r"[;:：；]",
}
_HEADLINE = 16
"""Words."""
_LAST = regex.compile(r"(?P<word>[\p{L}\d][\p{L}\d'’-]*)[)\]]?[”\"’']?\Z")
_CLOSED = regex.compile(r"(?:(?<![.\s]\p{L})[.。।॥؟?!！？۔]|…)[\"'”’»«“)）」』]*\s*\Z")


def stray_mark(sides: Sides) -> Iterator[Found]:
    """`the first; Chinese consulate`, `at the beginning_ of`, `is home- to`: a mark that cuts what belongs together."""
    for couple in sides.couples:
        there = couple.there.of(sides.source)
        for hit in expression(_MARK).finditer(sides.text, couple.here.start, couple.here.end):
            kind = str(hit.lastgroup)
            if not regex.search(_THERE[kind], there[:-1]) and not _excused(sides, couple, hit, kind):
                yield _without(Span(*hit.span()), hit[0])
        yield from _odd_quotes(sides, couple, there)


def _without(span: Span, mark: str) -> Found:
    return Found(span, {"mark": mark})


def _excused(sides: Sides, couple: Couple, hit: regex.Match[str], kind: str) -> bool:
    """A tick that closes something, a dot of an abbreviation, a mark in a quoted word."""
    before = sides.text[couple.here.start : hit.start()]
    if kind == "tick":
        word = regex.search(r"(\p{Ll}+),?\Z", before)
        return word is None or not everyday(word[1]) or regex.search(r"(?<![\p{L}\d])['‘]", couple.here.of(sides.text)) is not None
    if kind == "stop":
        word = regex.search(r"\p{L}+\Z", before)
        return word is None or word[0].lower() in _SHORT or "." in word[0]
    if kind == "asking":
        return bool(regex.search(r"[“\"‘«][^”\"’»]*\Z", before)) and before.count('"') % 2 == 1
    return False


_SHORT = frozenset(
    "approx dept depts incl excl misc govt corp bros vols feat "
    "est etc vs resp prof gen gov sen rep capt lieut maj col inc ltd max min".split()
)


def _odd_quotes(sides: Sides, couple: Couple, there: str) -> Iterator[Found]:
    """A single straight quotation mark in a text whose source quotes nothing."""
    places = [hit.start() for hit in regex.finditer('"', sides.text, pos=couple.here.start, endpos=couple.here.end)]
    if len(places) != 1 or regex.search(_THERE["quote"], there) or regex.search(r"[“”]|''|``", couple.here.of(sides.text)):
        return
    at = places[0]
    if not sides.text[at - 1 : at].isdigit() and not _begins_or_ends_speech(sides, couple, at):
        yield _without(Span(at, at + 1), '"')


def _begins_or_ends_speech(sides: Sides, couple: Couple, at: int) -> bool:
    """A speech of several sentences has one mark in its first and one in its last; the source may set dashes, or nothing."""
    before, after = sides.text[couple.here.start : at].rstrip(), sides.text[at + 1 : couple.here.end].strip(" .")
    if not before or before[-1] in ".,!?…:":
        return True
    return not after and couple.wide_here.of(sides.text).count('"') % 2 == 0


def final_stop_lost(sides: Sides) -> Iterator[Found]:
    """The sentence ends in a letter, and its source in a full stop."""
    for couple in sides.couples:
        here = couple.here.of(sides.text).rstrip()
        last = _LAST.search(here)
        if last is None or len(here.split()) < 4 or not _closed(sides, couple):
            continue
        end = couple.here.start + len(here)
        paragraph = sides.analysis.paragraph_at(end - 1)
        if paragraph is None or sides.text[end : paragraph.span.end].strip() or _title(sides, couple, paragraph, here):
            continue
        yield Found(Span(couple.here.start + last.start(), end), {"better": f"{last[0]}."}, (f"{last[0]}.",))


def _closed(sides: Sides, couple: Couple) -> bool:
    """Does the source end this sentence with a mark, and its line with this sentence? `Yahoo!ニュース` goes on."""
    beyond = sides.source[couple.there.end : couple.there.end + 1]
    return (not beyond or beyond.isspace()) and bool(_CLOSED.search(couple.there.of(sides.source)))


def _title(sides: Sides, couple: Couple, paragraph: Paragraph, here: str) -> bool:
    """A short line of a longer text is a headline here, whatever mark closes it there; so is the first line where the source exclaims."""
    paragraphs = sides.analysis.paragraphs
    if len(paragraphs) == 1:
        return False
    exclaims = couple.there.of(sides.source).rstrip()[-1:] in "!！"
    return (paragraph.heading and len(here.split()) <= _HEADLINE) or (exclaims and paragraph.span == paragraphs[0].span)
