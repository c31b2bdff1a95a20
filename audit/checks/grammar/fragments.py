"""This file finds sentences that name a subject and describe it, and say nothing of it: every verb belongs to a clause within."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, OPENERS, QUOTES, SHORT, Found, Tokens, conjugated, following, preceding, span
from audit.knowledge import table
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"DT", "NNS", "PRP$", "NNP"})
_STYLISH = frozenset("a an one another no not every all any something nothing none what such that enough".split())
"""Openings of fragments that reporters write on purpose: `A decision that will be felt for years.`"""
_RELATIVES = frozenset({"which", "who", "whose", "whom", "that"})
_MARKS = QUOTES | frozenset("( ) : ; – — ? ! / * ' -- ... …".split())
_AUXILIARY = frozenset("has have had having is are was were be been being 's ’s 're ’re to do does did not n't n’t".split())
_BEFORE_NOUN = frozenset({"DT", "JJ", "PRP$", "RB", "IN", "CD", "CC", "POS", "RBS", "RBR"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PREPOSITIONS = frozenset({"before", "after", "since", "until", "till", "than", "as"})
_COMING = conjugated({"win", "occur", "marvel", "happen", "die", "arrive", "fall", "come", "go", "remain", "rise", "begin"}, "ed")
"""Pasts that can hardly be participles behind a noun (`the mare, a long shot, won by a nose`)."""
_PRESENTS = frozenset("run come become hit cost set cut put hurt let".split())
"""Participles that are present forms too: `the weapons run at`."""
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_PRESENTS = frozenset("run come become hit cost set cut put hurt let".split())
"""Participles that are present forms too: `the weapons run at`."""
_LONG = 10
"""Tokens: a shorter stretch without a verb may be a caption or an exclamation."""


def verbless_sentence(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The company, which has announced losses and which employs 400 people.`, `Thousands of people fleeing the north`: no main verb."""
    for tokens in sentences:
        if not _whole(analysis, tokens) or _speaks(tokens) or any(map(_unclear, tokens)):
            continue
        verbs = [token for token in tokens if _may_be_finite(token)]
        openers = [token for token in tokens[1:] if token.lower_ in OPENERS - _PREPOSITIONS]
        if openers and not _describes(tokens, openers[0]):
            continue
        if not openers and tokens[0].tag_ == "NNP":
            continue
        clauses = sum(opener.tag_ != "IN" or opener.lower_ in _RELATIVES for opener in openers) + sum(map(_joined, verbs))
        if len(verbs) <= (clauses if openers else 0) and not any(map(_mistaken, tokens[1:])):
            yield Found(span(tokens[0], tokens[-1]))


def _speaks(tokens: Tokens) -> bool:
    """More finite verbs than words that could open a clause for them: decides most sentences at a glance."""
    return sum(token.tag_ in FINITE for token in tokens) > sum(token.lower_ in OPENERS or token.tag_ == "CC" for token in tokens)


def _whole(analysis: Analysis, tokens: Tokens) -> bool:
    """A sentence from its capital to its full stop, not cut at an abbreviation or a number, and not a list or a quotation."""
    first = tokens[0]
    if len(tokens) < _LONG or tokens[-1].text != "." or first.tag_ not in _SUBJECTS or not first.is_title or first.lower_ in _STYLISH:
        return False
    before = analysis.text[max(0, first.idx - 8) : first.idx].rstrip(" ")
    if tokens[1].tag_ in {"JJR", "RBR"}:  # `The longer the queue, the louder the shouts.`
        return False
    return not before or before[-1] == "\n" or (before[-1] in '.!?”"' and before[-3:-1].isalpha() and before[-3:-1].islower())


def _unclear(token: Token) -> bool:
    """A mark that lets a sentence do without a verb, or a word that no English tagger knows."""
    dash = token.text == "-" and bool(token.whitespace_)
    return (
        dash or token.text in _MARKS or token.lower_ in SHORT - {"'s", "’s"} or (token.is_lower and not token.is_ascii and token.is_alpha)
    )


def _mistaken(token: Token) -> bool:
    """May the tagger have missed a verb here: `the wording ... evoke the titles`, `the weapons run at`, `the Crescent strove to`?"""
    if token.tag_ in FINITE or not token.is_lower:
        return False
    previous, follows = preceding(token), following(token)
    if token.lower_ in _COMING:
        return token.tag_ != "VBN" or (previous is not None and previous.text == ",")
    if token.tag_ in {"NN", "JJ"}:
        noun = previous is not None and previous.tag_ in _BEFORE_NOUN
        return not noun and (token.lower_ in _strong_pasts() or (follows is not None and follows.lower_ in _ARTICLES))
    return token.lower_ in _PRESENTS and previous is not None and previous.tag_ == "NNS"


@cache
def _strong_pasts() -> frozenset[str]:
    """Pasts that are no participles: strove, took."""
    rows = table("words/irregular").values()
    return frozenset(past for row in rows for past in row.get("ed", ()) if past not in row.get("en", row["ed"]))


def _describes(tokens: Tokens, opener: Token) -> bool:
    """Is the first clause within a relative one that stands beside its noun, and the noun what the sentence hangs on?"""
    root = tokens[0].sent.root
    previous = preceding(opener)
    return opener.lower_ in _RELATIVES and root.tag_ in _NOUNS and root.i < opener.i and previous is not None and previous.text == ","


def _joined(verb: Token) -> bool:
    """`and now lives`: a second verb of the same clause."""
    previous = preceding(verb)
    if previous is not None and previous.tag_ == "RB":
        previous = preceding(previous)
    return previous is not None and previous.tag_ == "CC"


def _may_be_finite(token: Token) -> bool:
    """Counts what may be a verb, whatever its tag; a participle that stands before its noun or behind it with a preposition does not."""
    previous, follows = preceding(token), following(token)
    if previous is None or not token.is_alpha:
        return token.tag_ in FINITE or token.lower_ in SHORT
    if token.tag_ in FINITE:
        return True
    if token.tag_ == "VB":
        return previous.lower_ not in _AUXILIARY and previous.tag_ not in {"MD", "RB"}
    if token.tag_ == "VBN":
        return not (_auxiliary(previous) or _describing(previous, follows))
    if token.tag_ == "NNS":
        beside = previous.text == "," or previous.lower_ == "old" or previous.tag_ in {"NN", "NNP", "VBG"}
        return beside and (previous.text == "," or token.dep_ not in {"pobj", "conj", "dobj"})
    return token.tag_ == "NN" and previous.tag_ in {"NNS", "NNPS"}


def _auxiliary(token: Token) -> bool:
    """`has`, `may`, or an adverb after one of them."""
    if token.tag_ == "RB":
        token = preceding(token) or token
    return token.lower_ in _AUXILIARY or token.tag_ == "MD"


def _describing(previous: Token, follows: Token | None) -> bool:
    """`the closed road`, `the road closed by police`."""
    if follows is None:
        return False
    attribute = previous.tag_ in _BEFORE_NOUN and follows.tag_ in _NOUNS | {"JJ", "VBG"}
    return attribute or (follows.tag_ == "IN" and (previous.tag_ in _NOUNS | {"CC"} or previous.text == ","))


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"verbless-sentence": verbless_sentence}
