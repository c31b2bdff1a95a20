"""This file reads realms in Chinese, Japanese and Korean, where names stand among other characters: the longest one wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from audit.realms.lexicon import lexicon
from audit.realms.realm import Entry, Realm
from audit.spans import Span

_KANA = re.compile(r"[ァ-ヶー]")
_HANGUL = re.compile(r"[가-힣]")
_VISIT = "访訪驻駐赴对對在旅留反亲親抗援返来抵离离與与和及至出"
_OFFICE = "方军軍媒警商企籍裔航股债債元国國政院总總"


def read(text: str, language: str) -> Iterator[Realm]:
    """The realms of a text, in its order."""
    found = list(_named(text, language))
    taken = {place for realm in found for place in range(realm.span.start, realm.span.end)}
    yield from sorted([*found, *_signs(text, language, taken)], key=lambda realm: realm.span)


def _named(text: str, language: str) -> Iterator[Realm]:
    for end, (written, entry) in _automaton(language).iter_long(text):
        start = end + 1 - len(written)
        inside = language == "ko" and start > 0 and bool(_HANGUL.match(text, start - 1))
        inside |= bool(_KANA.match(written) and (_KANA.match(text, end + 1) or (start and _KANA.match(text, start - 1))))
        yield Realm(Span(start, end + 1), entry.kind, entry.keys, entry.lands, entry.sure and len(written) > 1 and not inside)


@cache
def _automaton(language: str) -> Any:
    import ahocorasick

    known = lexicon(language)
    made = ahocorasick.Automaton()
    for written, entry in [*known.words.items(), *known.capitals.items()]:
        if not written.isascii():
            made.add_word(written, (written, entry))
    made.make_automaton()
    return made


def _signs(text: str, language: str, taken: set[int]) -> Iterator[Realm]:
    """Single characters that stand for countries beside one another or beside a word for going there, or for a government."""
    signs = lexicon(language).signs
    for place, letter in enumerate(text) if signs else ():
        entry: Entry | None = signs.get(letter)
        if entry is None or place in taken:
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if before in signs or after in signs or (before and before in _VISIT) or (after and after in _OFFICE):
            yield Realm(Span(place, place + 1), entry.kind, entry.keys, entry.lands, sure=False)
