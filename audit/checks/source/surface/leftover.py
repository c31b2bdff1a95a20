"""This file finds words that stand in the translation as they stand in the source: the engine left them untranslated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from audit.checks.source.both import Sides
from audit.checks.source.surface.capitals import Capitals, Word, begins_longer
from audit.checks.source.surface.foreign import SEEN, UNSEEN, common, foreign, kept, particles, read
from audit.found import Found
from audit.frequency import everyday, zipf
from audit.glosses import glossed
from audit.knowledge import words
from audit.languages import name
from audit.model import Span

_WORD = regex.compile(
    r"(?<![\p{L}\p{N}@#/._\\'’&])(?:(?:[dlcns]|qu|(?:d|a|ne|da|su)ll|un)['’](?=\p{Ll}{3}))?"
    r"\p{L}[\p{L}\p{M}]*+(?![\p{N}@/_\\]|[.'’&]\p{L})"
)
_ANY = regex.compile(r"\p{L}[\p{L}\p{M}]*+")
_ELIDED = regex.compile(r"\p{L}+['’](\p{Ll}{3,})")
_OR = regex.compile(r" or\b")
_SINGLE = regex.compile(r"(?<!\w)['‘][^'‘’\n]{1,80}['’](?!\w)")
_QUOTED = 80
_QUOTED_WORDS = 10
"""A quotation of fewer words that the source has too is a title."""
_PLAIN = 3.0
_BEFORE_NAMES = frozenset(
    "le la les l du des de d un une el los las del lo al una di da dello della dei il gli do das dos der die dem den des von vom van "
    "zu zum zur het een ten ter y e und et i af av og och en te bin ibn ben abu".split()
)
"""Articles, prepositions and conjunctions that stand inside or in front of names."""


def left_in_source(sides: Sides) -> Iterator[Found]:
    """`The Trophäe was won`, `in the pokarmem of animals`: source words in an English sentence; those side by side are one."""
    if not read(sides.language):
        return
    known = _Source(sides)
    run: list[Word] = []
    for place, word, before, after in _words(sides):
        if not known.left(word, before, after, place) and not (run and known.continues(run[-1], word)):
            continue
        if run and known.joined(run[-1], word):
            run.append(word)
            continue
        if run:
            yield _found(sides, known, run)
        run = [word]
    if run:
        yield _found(sides, known, run)


def _found(sides: Sides, known: _Source, run: Sequence[Word]) -> Found:
    span = Span(run[0].span.start, run[-1].span.end)
    there = known.tokens.get(run[0].text) or known.tokens.get(run[0].low)
    return Found(span, {"language": name(sides.language)}, source_span=there)


def _words(sides: Sides) -> Iterator[tuple[bool, Word, str, str]]:
    """Each word with its neighbours in the same line ('' where a mark stands between), and whether it opens a sentence."""
    text = sides.text
    starts = {sentence.span.start for sentence in sides.analysis.sentences}
    hits = list(_WORD.finditer(text))
    for index, hit in enumerate(hits):
        low = hit[0].lower()
        if zipf(low) > SEEN.english and low not in particles(sides.language):
            continue
        before = hits[index - 1][0] if index and text[hits[index - 1].end() : hit.start()] in {" ", "-"} else ""
        after = hits[index + 1][0] if index + 1 < len(hits) and text[hit.end() : hits[index + 1].start()] in {" ", "-"} else ""
        opens = hit.start() in starts or (
            text[max(0, hit.start() - 2) : hit.start()].strip() in {'"', "“", "'", "‘"} and hit.start() - 1 in starts
        )
        yield opens, Word(Span(*hit.span()), hit[0]), before, after


class _Source:
    """What the source text has: its words with the place where each stands first."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.language = sides.language
        self.tokens: dict[str, Span] = {}
        for hit in _ANY.finditer(sides.source):
            self.tokens.setdefault(hit[0], Span(*hit.span()))
        self.capitals = Capitals(sides, self.tokens)

    def left(self, word: Word, before: str, after: str, opens: bool) -> bool:
        if word.low in particles(self.language) and word.text.islower():
            return word.text in self.tokens and self._particle(word, before, after)
        if word.text.islower():
            return self._small(word, before) and not self._kept(word)
        return self.capitals.left(word, before, after, opens) and not self._kept(word)

    def _particle(self, word: Word, before: str, after: str) -> bool:
        return not (self._hyphened(word) or self._set_phrase(word) or self._quoted(word)) and self._among_english(word.low, before, after)

    def _small(self, word: Word, before: str) -> bool:
        elided = _ELIDED.match(word.text)
        if elided:
            return word.text in self.sides.source and elided[1] not in kept() and foreign(elided[1], self.language, SEEN)
        seen = word.text in self.tokens or (self.language in {"de", "nl"} and begins_longer(word.text, self.tokens))
        if len(word.text) < 3 or self._of_name(before) or (not seen and self._hyphened(word)):
            return False
        return foreign(word.low, self.language, SEEN if seen else UNSEEN)

    def _among_english(self, low: str, before: str, after: str) -> bool:
        """A short word counts only beside words of English; between capitals, or as an article before one, it belongs to a name."""
        others = [other for other in (before, after) if other.islower()]
        plain = [other for other in others if everyday(other) and other not in particles(self.language) | _BEFORE_NAMES]
        if len(plain) < len(others) or (after[:1].isupper() and low in _BEFORE_NAMES):
            return False
        return len(plain) == 2 or bool(plain and len(low) > 1) or (not before and len(low) > 3)

    def _of_name(self, before: str) -> bool:
        """`Česká spořitelna`, `Kde domov můj`: the rest of a name in its own language."""
        if not before[:1].isupper():
            return False
        return not everyday(before.lower()) and common(before.lower(), self.language) >= _PLAIN

    def _hyphened(self, word: Word) -> bool:
        span, text = word.span, self.sides.text
        return "-" in (text[span.start - 1 : span.start], text[span.end : span.end + 1])

    def _kept(self, word: Word) -> bool:
        """Does English keep the word, or does the text explain or quote it?"""
        text, span = self.sides.text, word.span
        if word.low in kept() or (glossed(text, span) and not _OR.match(text, span.end)):
            return True
        return self._quoted(word)

    def _quoted(self, word: Word) -> bool:
        """Is it in single marks, or in a quotation that the source has too?"""
        text, span = self.sides.text, word.span
        if any(
            hit.start() < span.start and span.end < hit.end()
            for hit in _SINGLE.finditer(text, max(0, span.start - _QUOTED), span.end + _QUOTED)
        ):
            return True
        if not self.sides.analysis.quoted(span):
            return False
        quote = next(quote for quote in self.sides.analysis.quotations if quote.span.contains(span))
        inside = quote.inside.of(text).strip(" .,;")
        return len(inside.split()) < _QUOTED_WORDS and inside.lower() in self.sides.source.lower()

    def _set_phrase(self, word: Word) -> bool:
        around = self.sides.text[max(0, word.span.start - 20) : word.span.end + 20].lower()
        return any(phrase in around for phrase in words("untranslated/set-phrases"))

    def continues(self, last: Word, word: Word) -> bool:
        """Is it a short word of the source right behind a word that was left over?"""
        return word.text in particles(self.language) and word.text in self.tokens and word.span.start - last.span.end == 1

    def joined(self, last: Word, word: Word) -> bool:
        """Do two words of the source stand side by side, with nothing but more words of the source between?"""
        between = self.sides.text[last.span.end : word.span.start]
        return (
            "\n" not in between
            and len(between) < 40
            and all(hit[0] in self.tokens for hit in _ANY.finditer(between))
            and (not between.strip() or bool(_ANY.search(between)))
        )
