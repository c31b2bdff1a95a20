"""This file plants faults in good translations: words and phrases that the source has not, words left out, words replaced."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

MODIFIERS = ("amod", "advmod", "compound")
TAGS = ("NN", "NNS", "JJ", "RB", "VB", "VBD", "VBN", "VBG", "VBZ", "NNP")
CLAUSES = ("advcl", "relcl", "acl", "conj", "ccomp", "xcomp", "appos")
LONGEST = 16


@dataclass(frozen=True)
class Planted:
    """A sentence with a fault. `added` and `replaced`: offsets of the words planted; `gone`: offsets in the good sentence."""

    text: str
    kind: str
    added: tuple[tuple[int, int], ...] = ()
    replaced: tuple[tuple[int, int], ...] = ()
    gone: tuple[tuple[int, int], ...] = ()


class Garden:
    """What grows in other texts: words by their tag, modifiers by the word they stand with, phrases."""

    def __init__(self, sentences: Sequence[Sequence[Any]]) -> None:
        self.words: dict[str, list[str]] = defaultdict(list)
        self.beside: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.phrases: list[str] = []
        for sentence in sentences:
            for token in sentence:
                if token.text.isalpha() and len(token.text) > 2 and token.dep_ not in ("aux", "auxpass", "neg", "det"):
                    self.words[token.tag_].append(token.text)
                    if token.dep_ in MODIFIERS:
                        self.beside[token.dep_, token.head.lemma_][token.text] += 1
                if token.dep_ in ("prep", "advcl", "relcl", "acl", "appos"):
                    first, last = subtree(token, sentence)
                    if 3 <= last - first <= 9:
                        self.phrases.append(written(sentence[first:last]))

    def modifier(self, dep: str, head: Any, dice: random.Random) -> str:
        known = self.beside.get((dep, head.lemma_), Counter())
        if len(known) > 1 and dice.random() < 0.6:
            return dice.choice(sorted(known))
        return dice.choice(self.words[{"amod": "JJ", "advmod": "RB", "compound": "NN"}[dep]])


def planted(sentence: Sequence[Any], garden: Garden, dice: random.Random) -> Iterator[Planted]:
    """Some faults for one parsed sentence, one each."""
    yield from _inserted(sentence, garden, dice, 2)
    yield from _phrase(sentence, garden, dice)
    yield from _replaced(sentence, garden, dice, 2)
    yield from _removed(sentence, dice, 2)
    yield from _cut(sentence, dice)


def subtree(token: Any, sentence: Sequence[Any]) -> tuple[int, int]:
    """Half-open indices in the sentence of a token with all that hangs on it."""
    children: Mapping[int, list[Any]] = _children(sentence)
    todo, found = [token], []
    while todo:
        one = todo.pop()
        found.append(one.i)
        todo += children.get(one.i, [])
    first = sentence[0].i
    return min(found) - first, max(found) - first + 1


def written(tokens: Sequence[Any]) -> str:
    return "".join(
        token.text + " " * (k + 1 < len(tokens) and tokens[k + 1].idx > token.idx + len(token.text)) for k, token in enumerate(tokens)
    )


def _children(sentence: Sequence[Any]) -> dict[int, list[Any]]:
    children: dict[int, list[Any]] = defaultdict(list)
    for token in sentence:
        if token.head.i != token.i:
            children[token.head.i].append(token)
    return children


def _at(sentence: Sequence[Any], index: int) -> int:
    return int(sentence[index].idx - sentence[0].idx)


def _put(sentence: Sequence[Any], place: int, words: str, kind: str) -> Planted:
    text = written(sentence)
    at = _at(sentence, place)
    return Planted(f"{text[:at]}{words} {text[at:]}", kind, added=((at, at + len(words)),))


def _inserted(sentence: Sequence[Any], garden: Garden, dice: random.Random, count: int) -> Iterator[Planted]:
    places = []
    for k, token in enumerate(sentence):
        if token.pos_ == "NOUN" and k and sentence[k - 1].dep_ not in ("compound", "amod", "punct"):
            places += [(k, "amod", token), (k, "amod", token), (k, "compound", token)]
        if token.pos_ == "NOUN" and k + 1 < len(sentence) and sentence[k + 1].pos_ not in ("NOUN", "PROPN"):
            places.append((k + 1, "compound", token))
        if token.pos_ in ("VERB", "ADJ") and k:
            places += [(k, "advmod", token), (min(k + 1, len(sentence) - 1), "advmod", token)]
    for place, dep, head in dice.sample(places, min(count, len(places))):
        yield _put(sentence, place, garden.modifier(dep, head, dice), f"add {dep}")


def _phrase(sentence: Sequence[Any], garden: Garden, dice: random.Random) -> Iterator[Planted]:
    places = [k for k, token in enumerate(sentence) if (k and sentence[k - 1].pos_ in ("NOUN", "VERB")) or token.text in ".,"]
    if places and garden.phrases and len(sentence) > 6:
        yield _put(sentence, dice.choice(places), dice.choice(garden.phrases), "add phrase")


def _replaced(sentence: Sequence[Any], garden: Garden, dice: random.Random, count: int) -> Iterator[Planted]:
    words = [t for t in sentence if t.tag_ in TAGS and t.text.isalpha() and len(t.text) > 2 and t.dep_ not in ("aux", "auxpass")]
    text = written(sentence)
    for token in dice.sample(words, min(count, len(words))):
        other = dice.choice(garden.words[token.tag_])
        at = token.idx - sentence[0].idx
        if other.lower() != token.text.lower():
            end = at + len(other)
            yield Planted(
                text[:at] + other + text[at + len(token.text) :], "replace", replaced=((at, end),), gone=((at, at + len(token.text)),)
            )


def _removed(sentence: Sequence[Any], dice: random.Random, count: int) -> Iterator[Planted]:
    whole = []
    for token in sentence:
        if token.pos_ in ("ADJ", "ADV", "NOUN", "VERB", "PROPN") and token.dep_ not in ("aux", "auxpass"):
            k = token.i - sentence[0].i
            whole.append((k, k + 1))
        if token.dep_ in ("prep", *CLAUSES):
            first, last = subtree(token, sentence)
            if 2 <= last - first <= LONGEST and last - first < len(sentence) * 0.6:
                whole += [(first, last)] * 3
    for first, last in dice.sample(whole, min(count, len(whole))):
        yield _without(sentence, first, last, "remove phrase" if last - first > 1 else "remove word")


def _cut(sentence: Sequence[Any], dice: random.Random) -> Iterator[Planted]:
    if len(sentence) > 14 and dice.random() < 0.4:
        yield _without(sentence, len(sentence) - dice.randint(4, min(12, len(sentence) // 2)), len(sentence) - 1, "remove end")


def _without(sentence: Sequence[Any], first: int, last: int, kind: str) -> Planted:
    text = written(sentence)
    start, end = _at(sentence, first), _at(sentence, last - 1) + len(sentence[last - 1].text)
    rest = text[:start].rstrip() + (" " if start and text[end : end + 1].isspace() else "") + text[end:].lstrip()
    return Planted(rest, kind, gone=((start, end),))
