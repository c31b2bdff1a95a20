"""This file says how common words are, in English and elsewhere: wordfreq's lists (R. Speer, 3.1.1), kept in a form that loads quickly.

Frequencies are Zipf values: the logarithm of how often a word stands in a billion; 7 for `the`, 3 for a word once in a million.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from typing import NamedTuple

from audit.cache import digest, kept

LANGUAGES = ("fr", "es", "it", "pt", "ca", "ro", "de", "nl", "sv", "da", "nb", "is", "fi", "hu", "pl", "cs", "sk", "sl", "sh", "tr", "id")
"""Languages in Latin letters whose frequency lists wordfreq carries."""
_CYRILLIC = frozenset(("ru", "uk", "bg", "mk"))
KNOWN = 2.3
"""Zipf frequency from which on an English reader may know a word."""
_SHORTEST, _RAREST, _NEAR = 4, 3.5, 0.3
_FADED = 160
"""Hundredths of the Zipf value below which a word of another language counts as unknown."""
_ZIPF, _BEST = 10, 5  # bits


class Foreign(NamedTuple):
    """What is known of a word that English hardly knows: how common it is where it is commonest, in English, and whose it may be."""

    zipf: float
    english: float
    languages: tuple[str, ...]


def zipf(word: str) -> float:
    """How common a lower-case word is in English; 0 for one that wordfreq never met. Raises ImportError without wordfreq."""
    return _english().get(word, 0) / 100


def everyday(word: str) -> bool:
    """Is it among the some 30,000 commonest words of English?"""
    return _english().get(word, 0) >= 300


def common(least: float) -> Iterator[str]:
    """The words of English, letters alone, that are at least so common."""
    return (word for word, value in _english().items() if value >= least * 100 and word.isalpha())


def abroad(word: str, language: str) -> float:
    """How common a lower-case word is in another language; 0 for one rarer than 1.6. Raises LookupError for a language without a list."""
    if language in LANGUAGES or language in _CYRILLIC:
        return _of(language).get(word, 0) / 100
    import wordfreq

    common = float(wordfreq.zipf_frequency(word, language))
    return common if common * 100 >= _FADED else 0.0


@cache
def foreign(word: str) -> Foreign | None:
    """What is known of a word of four letters or more that some language uses often and English hardly; nothing for any other."""
    code = _abroad().get(word)
    if code is None:
        return None
    best, those = code >> _ZIPF & (1 << _BEST) - 1, code >> _ZIPF + _BEST
    others = (language for index, language in enumerate(LANGUAGES) if those >> index & 1 and index != best)
    return Foreign((code & (1 << _ZIPF) - 1) / 100, zipf(word), (LANGUAGES[best], *others))


def stamp() -> str:
    return digest(version("wordfreq"), repr((LANGUAGES, KNOWN, _SHORTEST, _RAREST, _NEAR)))


@cache
def _english() -> Mapping[str, int]:
    """Hundredths of Zipf values."""
    return kept("words-english", stamp(), lambda: hundredths("en", "large"))


@cache
def _of(language: str) -> Mapping[str, int]:
    """Hundredths of Zipf values, of words that are not too rare to matter: the whole list takes a second to load."""
    made_from = digest(stamp(), str(_FADED))
    return kept(
        f"frequencies-{language}", made_from, lambda: {word: code for word, code in hundredths(language, "best").items() if code >= _FADED}
    )


@cache
def as_common_abroad(languages: tuple[str, ...], rarest: float, less: float, much_less: float) -> frozenset[str]:
    """The English words that are about as common in (the middle one of) other languages: names, mostly. Doubt leaves a word out.

    A word rarer than 3 may be `much_less` common there, any other `less`.
    """
    made_from = digest(stamp(), repr((languages, rarest, less, much_less)))
    return kept("words-as-abroad", made_from, lambda: frozenset(_shared(languages, rarest, less, much_less)))


def _shared(languages: tuple[str, ...], rarest: float, less: float, much_less: float) -> Iterator[str]:
    lists = [hundredths(language, "best") for language in languages]
    for word, common in _english().items():
        if common >= rarest * 100:
            middle = statistics.median(one.get(word, 0) for one in lists)
            if middle >= common - 100 * (less if common >= 300 else much_less):
                yield word


@cache
def _abroad() -> Mapping[str, int]:
    """Words with what `foreign` says of them in one number: a hundred thousands of tuples would take a second to load."""
    return kept("words-abroad", stamp(), _gathered)


def _gathered() -> dict[str, int]:
    found: dict[str, list[tuple[int, int]]] = {}
    for index, language in enumerate(LANGUAGES):
        for word, value in hundredths(language, "small").items():
            if value >= (_RAREST - _NEAR) * 100 and len(word) >= _SHORTEST:
                found.setdefault(word, []).append((value, index))
    return {word: _code(those) for word, those in found.items() if max(those)[0] >= _RAREST * 100 and _unknown(word)}


def _unknown(word: str) -> bool:
    return not everyday(word) and not everyday(word.removesuffix("s")) and zipf(word) < KNOWN


def _code(found: Sequence[tuple[int, int]]) -> int:
    """The highest value, its language, and every language that comes near it."""
    most, best = max(found, key=lambda one: (one[0], -one[1]))
    near = sum(1 << index for value, index in found if value > most - _NEAR * 100)
    return most | best << _ZIPF | near << _ZIPF + _BEST


def hundredths(language: str, size: str) -> dict[str, int]:
    import wordfreq

    frequencies = wordfreq.get_frequency_dict(language, wordlist=size)
    return {word: round(100 * (math.log10(frequency) + 9)) for word, frequency in frequencies.items()}
