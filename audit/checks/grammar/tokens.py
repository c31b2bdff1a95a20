"""This file says what words can be in a clause: finite verbs, openers of clauses, parts of one noun phrase.

Stray labels are common in bad text, so these questions look at the spelling beside the tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from audit.inflect import forms
from audit.knowledge import words
from audit.model import Analysis, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens: TypeAlias = "Sequence[Token]"

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORT = frozenset({"'s", "’s", "'re", "’re", "'ll", "’ll", "'d", "’d", "'ve", "’ve", "'m", "’m"})
"""Short forms that are, or may be, finite verbs."""
QUOTES = frozenset('“”"«»„')
OPENERS = frozenset(
    "that which who whose whom if because while when whenever where wherever whether what how why as after before until till since "
    "although though unless once than".split()
)
"""Words that open a clause with a verb of its own."""
_JOINTS = frozenset(", ; : — – but because while although".split())


class Found(NamedTuple):
    """A fault: where, better wordings (the best first), and values for the message of the card."""

    span: Span
    better: tuple[str, ...] = ()
    values: Mapping[str, str] = {}


def sentences(analysis: Analysis) -> list[Tokens]:
    """The tokens of each sentence of running text; headings have a grammar of their own."""
    return [
        [token for token in analysis.tokens[sentence.first : sentence.last] if not token.is_space]
        for sentence in analysis.sentences
        if not sentence.heading
    ]


def span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))


def finite(token: Token) -> bool:
    """Could this be a finite verb? A form in -ed counts, whatever its tag; so do short forms."""
    if token.tag_ in FINITE or token.lower_ in SHORT:
        return True
    if token.tag_ == "VB" and before(token, 1) == ["to"]:
        return False
    return token.tag_ in {"VBN", "VB"} and token.lower_.endswith(("d", "t"))


def until_opener(tokens: Tokens) -> Tokens:
    """The tokens up to the first word that opens another clause."""
    return tokens[: next((index for index, token in enumerate(tokens) if token.lower_ in OPENERS), len(tokens))]


def before(token: Token, count: int) -> list[str]:
    """Up to `count` words before the token in its sentence, folded to lower case, the nearest last."""
    start = max(token.sent.start, token.i - count)
    return [other.lower_ for other in token.doc[start : token.i] if not other.is_space]


def after(token: Token) -> Iterator[Token]:
    """The tokens of the sentence that follow, nearest first."""
    return (other for other in token.doc[token.i + 1 : token.sent.end] if not other.is_space)


def following(token: Token) -> Token | None:
    return next(after(token), None)


def preceding(token: Token) -> Token | None:
    return next((other for other in reversed(token.doc[token.sent.start : token.i]) if not other.is_space), None)


def opens_clause(token: Token) -> bool:
    """Does a clause begin at this token: the sentence, or after a mark or a conjunction that joins clauses?"""
    previous = preceding(token)
    return previous is None or previous.text in QUOTES or previous.lower_ in _JOINTS


def conjugated(verbs: Iterable[str], *wanted: str) -> frozenset[str]:
    """Spellings of the wanted forms (base, s, ing, ed, en) of all the verbs."""
    return frozenset(spelling for verb in verbs for form in wanted for spelling in forms(verb)[form])


@cache
def sheet(name: str) -> frozenset[str]:
    """The words of the sheet knowledge/words/<name>.yaml as a set."""
    return frozenset(words(f"words/{name}"))
