"""This file tells how well a source text supports an English name: whether it is there, in whatever script or spelling."""

from __future__ import annotations

from functools import lru_cache

from audit.naming.known import cousins, famous, romanised
from audit.naming.letters import latin
from audit.naming.phones import alike, heard, phones, seen
from audit.naming.there import Word, Words, aloud, short
from audit.spans import Span

ENOUGH = 0.66
"""From this likeness on, a word of the source may be the name."""
_SMALL_WORD = 0.82
"""A word without a capital must be more like it, where names have capitals."""
_SYLLABLES = 7
_INITIAL, _SPELLED = 0.85, 0.9


def support(sound: str, there: Words, within: Span) -> tuple[float, Word | None]:
    """How well the words of a stretch of the source support a name given in plain small letters, from 0 to 1, and the best of them."""
    forms = _forms(sound)
    best, word = 0.0, None
    for candidate in there.within(within):
        if there.particle(candidate):
            continue
        value = max(_value(form, candidate, there) for form in forms)
        if value > best:
            best, word = value, candidate
            if best >= 1:
                return best, word
    if best < ENOUGH:
        if _elsewhere(sound, within.of(there.text)):
            return 1.0, word
        if there.syllabic:
            best = max(best, *(_syllables(form, within.of(there.text)) for form in forms))
    return best, word


def hidden(sound: str, there: Words, within: Span) -> bool:
    """Does the source spell the name out where no word of it was seen: across words, or in hiragana?"""
    text = within.of(there.text)
    if there.language == "ja":
        return len(sound) > 4 and short(sound) in aloud(text)
    return there.syllabic and len(sound) > 3 and any(_syllables(form, text) >= _SPELLED for form in _forms(sound))


@lru_cache(maxsize=20_000)
def _forms(sound: str) -> tuple[str, ...]:
    """The name itself and the other ways to write it."""
    forms = {sound, *romanised().get(sound, ()), *cousins().get(sound, ())}
    return tuple(sorted(forms))


def _value(form: str, word: Word, there: Words) -> float:
    if len(word.sound) == 1:
        return _INITIAL if form[0] == word.sound and word.kind == "capital" else 0.0
    if there.caseless and not word.text[0].isascii():
        return max(spoken(form, word.sound), _begins(form, word.sound) if word.kind == "capital" else 0.0)
    value = alike(form, word.sound)
    if word.kind != "word" or there.caseless:
        return value
    return value if value >= _SMALL_WORD and len(word.sound) > 3 else value / 2


@lru_cache(maxsize=100_000)
def spoken(one: str, other: str) -> float:
    """How alike two names are where the other script keeps little but the sound: consonants count most."""
    if one == other:
        return 1.0
    return 0.75 * heard(one, other) + 0.25 * seen(one, other)


@lru_cache(maxsize=20_000)
def _begins(one: str, run: str) -> float:
    """How alike a name and the beginning or end of a longer run of katakana are, which holds a common word besides."""
    long = len(phones(one))
    if long < 3 or len(phones(run)) < long + 2:
        return 0.0
    cuts = [*(run[:at] for at in range(3, len(run))), *(run[at:] for at in range(1, len(run) - 2))]
    return max((spoken(one, cut) for cut in cuts if abs(len(phones(cut)) - long) < 2), default=0.0)


def _elsewhere(sound: str, text: str) -> bool:
    """Does the text hold what this name is called elsewhere?"""
    forms = famous().get(sound, ())
    lowered = text.lower() if forms else ""
    return any(form.lower() in lowered for form in forms)


@lru_cache(maxsize=20_000)
def _spelled(text: str) -> tuple[str, ...]:
    """Each syllable of a run of Han or Hangul in Latin letters; an empty one where the run breaks."""
    return tuple(latin(letter) if letter.isalpha() and not letter.isascii() else "" for letter in text)


@lru_cache(maxsize=20_000)
def _syllables(sound: str, text: str) -> float:
    """How well some run of syllables of the text sounds like the name."""
    spelled = _spelled(text)
    whole = len(phones(sound))
    best = 0.0
    for start in range(len(spelled)):
        run = ""
        for length in range(_SYLLABLES):
            at = start + length
            if at >= len(spelled) or (not spelled[at] and text[at] not in "·・ "):
                break
            run += spelled[at]
            if run == sound:
                return 1.0
            many = len(phones(run))
            if many > whole + 3:
                break
            if many >= whole - 1:
                best = max(best, spoken(sound, run))
    return best
