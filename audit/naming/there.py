"""This file reads the words of a source text that may be names, in any script, and spells each in Latin letters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from audit.cache import expression
from audit.frequency import abroad
from audit.naming.letters import latin
from audit.spans import Span

Kind = Literal["name", "capital", "opening", "word"]
"""A name by a tagger's word; a capital inside the sentence; a capital where anything has one; anything else."""

_WORD = r"[\p{L}\p{M}\p{N}]+(?:[’'ʼ][\p{L}\p{M}]+)*"
_ELISION = r"^(?:[dlnsmtjc]|qu|all|dall|dell|nell|sull|un|quell|gl|aujourd|jusqu|lorsqu|puisqu)[’'ʼ](?=\p{L})"
_KANA = r"[\p{Katakana}ー]{2,}"
_HAN = r"\p{Han}+"
_LATIN_RUN = r"[\p{Latin}\p{M}\p{N}]+"
_OPENERS = " \t\"'“„«»‹‘’¿¡([—–-•*"
_SYLLABIC = frozenset(("zh", "ko"))
"""Languages whose names stand inside longer runs of letters: they are looked for syllable by syllable."""
_PARTICLES, _COMMON = frozenset(("hi", "ar", "fa")), 5.8
"""Languages without capitals whose frequency lists are known, and how common (Zipf) a word is that is surely no name."""
CASELESS = frozenset(("zh", "ja", "ko", "ar", "fa", "he", "hi", "th", "ur", "bn", "ta", "te", "mr"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the source. `sound` is its spelling in plain small Latin letters; `also` other ways to read it."""

    span: Span
    text: str
    sound: str
    kind: Kind
    role: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a source in order, and the text for those languages whose names are looked for inside it."""

    text: str
    language: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def within(self, span: Span) -> Sequence[Word]:
        return self.words[bisect_left(self.starts, span.start) : bisect_right(self.starts, span.end - 1)]

    def particle(self, word: Word) -> bool:
        """Is it so common a word that it sounds like a name by accident only?"""
        return self.language in _PARTICLES and len(word.sound) < 6 and abroad(word.text, self.language) >= _COMMON

    @property
    def syllabic(self) -> bool:
        return self.language in _SYLLABIC

    @property
    def caseless(self) -> bool:
        return self.language in CASELESS


def read(text: str, language: str, openings: Sequence[int]) -> Words:
    """The words of a text. `openings` are the offsets at which its sentences begin."""
    reader = _READERS.get(language, _spaced)
    words = tuple(reader(text, frozenset(openings)))
    return Words(text, language, words, tuple(word.span.start for word in words))


def _spaced(text: str, openings: frozenset[int]) -> Iterator[Word]:
    """Words between blanks. An elided article before a name is none of it, nor is what follows an apostrophe in Turkish."""
    elided = expression(_ELISION, 2)
    for hit in expression(_WORD).finditer(text):
        start, end, word = hit.start(), hit.end(), hit[0]
        cut = elided.match(word)
        if cut:
            start, word = start + cut.end(), word[cut.end() :]
        mark = max(word.find("'"), word.find("’"))
        if mark > 2:
            end, word = start + mark, word[:mark]
        sound = latin(word)
        if sound:
            yield Word(Span(start, end), word, sound, _kind(text, word, start, openings))


def _kind(text: str, word: str, start: int, openings: frozenset[int]) -> Kind:
    if not word[0].isupper():
        return "word"
    before = start
    while before and text[before - 1] in _OPENERS:
        before -= 1
    opening = start in openings or before in openings or before == 0 or text[before - 1] in ".!?:;…\n·|"
    return "opening" if opening else "capital"


def _foreign(text: str, start: int, end: int) -> Iterator[Word]:
    """Words in Latin letters inside a text of another script."""
    for hit in expression(_LATIN_RUN).finditer(text, start, end):
        yield Word(Span(hit.start(), hit.end()), hit[0], latin(hit[0]), "capital" if hit[0][0].isupper() else "word")


@cache
def _chinese() -> Any:
    import rjieba

    return rjieba.Jieba() if hasattr(rjieba, "Jieba") else rjieba


def _han(text: str, _: frozenset[int]) -> Iterator[Word]:
    """Chinese words, with what the segmenter takes for names of persons (nr), places (ns), bodies (nt) and things (nz)."""
    at = 0
    for word, tag in _chinese().tag(text):
        start, at = at, at + len(word)
        if word[0].isascii() and word[0].isalnum():
            yield from _foreign(text, start, at)
        elif tag[:2] in ("nr", "ns", "nt", "nz") and word.strip():
            yield Word(Span(start, at), word, latin(word), "name", {"nr": "person", "ns": "place"}.get(tag[:2], "body"))
        elif word[0].isalpha():
            yield Word(Span(start, at), word, latin(word), "word")


@cache
def _japanese() -> Any:
    from lindera import TokenizerBuilder

    builder = TokenizerBuilder()
    builder.set_dictionary("embedded://ipadic")
    builder.set_mode("normal")
    return builder.build()


_ROLES = {"人名": "person", "地域": "place", "組織": "body"}


def _kana(text: str, _: frozenset[int]) -> Iterator[Word]:
    """Japanese words: runs of katakana, which spell foreign names and loan words, and proper nouns by the dictionary's reading."""
    runs = [(hit.start(), hit.end()) for hit in expression(_KANA).finditer(text)]
    covered = {index for start, end in runs for index in range(start, end)}
    found = [Word(Span(start, end), text[start:end], latin(text[start:end]), "capital") for start, end in runs]
    found += _foreign(text, 0, len(text))
    at = 0
    for token in _japanese().tokenize(text):
        surface = token.surface
        start = text.find(surface, at)
        if start < 0:
            continue
        at = start + len(surface)
        details = token.details
        if start in covered or at - 1 in covered or len(details) < 8 or surface.isascii():
            continue
        proper = details[1] == "固有名詞"
        if proper or expression(_HAN).match(surface):
            kind: Kind = "name" if proper else "word"
            found.append(Word(Span(start, at), surface, latin(details[7]), kind, _ROLES.get(details[2], "")))
    yield from sorted(found, key=lambda word: word.span)


def aloud(text: str) -> str:
    """How a Japanese text is read, in plain small letters without blanks; long vowels are short."""
    found = []
    for token in _japanese().tokenize(text):
        details = token.details
        found.append(latin(details[7] if len(details) > 7 and not token.surface.isascii() else token.surface))
    return short("".join(found))


def short(word: str) -> str:
    """The word without the long vowels that romanisations write or not: Minpo, minpou."""
    return expression(r"(?<=o)[uo]|(?<=u)u|(?<=a)a|(?<=e)e|(?<=i)i").sub("", word)


_READERS: dict[str, Callable[[str, frozenset[int]], Iterator[Word]]] = {"zh": _han, "ja": _kana}
