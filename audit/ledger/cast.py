"""This file lines up everybody that a pronoun may mean: persons, names that may be persons', nouns for persons, other pronouns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from audit.entries import Gender
from audit.ledger.cluster import Draft
from audit.ledger.names import Name, noun_behind
from audit.ledger.vocabulary import noun_gender, nouns
from audit.model import Analysis, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}


@dataclass(frozen=True, slots=True)
class Being:
    """Somebody in the text, at tokens `first` to `last` (half open) of a sentence. `person` counts in the list of persons."""

    first: int
    last: int
    sentence: int
    kind: Literal["name", "open", "noun", "pronoun"]
    gender: Gender | None = None
    person: int | None = None


class Cast:
    """All beings in order, and which token belongs to whom."""

    def __init__(self, analysis: Analysis, drafts: Sequence[Draft], genders: Sequence[Gender | None], open_names: Sequence[Name]) -> None:
        self.tokens = tuple(analysis.tokens)
        self._starts = [token.idx for token in self.tokens]
        self._firsts = [sentence.first for sentence in analysis.sentences]
        self._quotes = [quote.span for quote in analysis.quotations]
        self.count = len(self._firsts)
        self.at: dict[int, Being] = {}
        """Whom a token names; `titles`: whose title it is, the minister in `the minister Anna Velk`."""
        self.titles: dict[int, Being] = {}
        for index, draft in enumerate(drafts):
            for name, _ in draft.names:
                self._put(name.span, "name", genders[index], index)
                for span in (name.title, noun_behind(analysis.text, name.span.end)):
                    if span is not None:
                        self.titles.setdefault(self.token_at(span.start), self.at[self.token_at(name.span.start)])
        for name in open_names:
            if not analysis.sentences[self.sentence_of(self.token_at(name.span.start))].heading:
                self._put(name.span, "open", None, None)
        for token in self.tokens:
            if token.i not in self.at and (being := self._common(token)) is not None:
                self.at[token.i] = being
        self.beings = sorted({being.first: being for being in self.at.values()}.values(), key=lambda being: being.first)
        self._order = [being.first for being in self.beings]

    def token_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def quote_of(self, token: int) -> int:
        """The number of the quotation that a token stands in, or -1."""
        offset = self._starts[token]
        at = bisect_right(self._quotes, offset, key=lambda span: span.start) - 1
        return at if at >= 0 and offset < self._quotes[at].end else -1

    def span(self, being: Being) -> Span:
        last = self.tokens[being.last - 1]
        return Span(self._starts[being.first], last.idx + len(last))

    def sentence_of(self, token: int) -> int:
        return max(0, bisect_right(self._firsts, token) - 1)

    def sentence_start(self, sentence: int) -> int:
        return self._firsts[sentence]

    def between(self, first: int, last: int) -> Iterator[Being]:
        """The beings that begin at tokens from `first` up to `last`."""
        for at in range(bisect_right(self._order, first - 1), len(self.beings)):
            if self.beings[at].first >= last:
                return
            yield self.beings[at]

    def _put(self, span: Span, kind: Literal["name", "open"], gender: Gender | None, person: int | None) -> None:
        first, last = self.token_at(span.start), self.token_at(span.end - 1) + 1
        word = self.tokens[first].lower_
        if kind == "open" and last - first == 1 and word in noun_gender():  # Mother, in a story
            being = Being(first, last, self.sentence_of(first), "noun", noun_gender()[word])
        else:
            being = Being(first, last, self.sentence_of(first), kind, gender, person)
        self.at.update(dict.fromkeys(range(first, last), being))

    def _common(self, token: Token) -> Being | None:
        word = token.lower_
        if word in PRONOUNS:
            return Being(token.i, token.i + 1, self.sentence_of(token.i), "pronoun", PRONOUNS[word])
        if word not in _all_nouns() or token.i in self.titles or token.tag_ not in _NOUN_TAGS or token.dep_ == "compound":
            return None
        if self._describes(token):
            return None
        return Being(token.i, token.i + 1, self.sentence_of(token.i), "noun", _all_nouns()[word])

    def _describes(self, token: Token) -> bool:
        """A noun that says what somebody is and brings nobody new: `is a dancer`, `Velk, the singer`, `as a boy`."""
        if token.dep_ in ("amod", "nmod", "compound") and (token.head.i in self.titles or self._is_one(token.head)):
            return True
        if token.dep_ in ("attr", "oprd"):
            return any(child.dep_ in ("nsubj", "nsubjpass") and self._is_one(child) for child in token.head.children)
        if token.dep_ == "appos":
            return self._is_one(token.head)
        return token.dep_ == "pobj" and token.head.lower_ == "as"

    def _is_one(self, token: Token) -> bool:
        being = self.at.get(token.i)
        return (being is not None and being.kind == "name") or token.lower_ in PRONOUNS or token.lower_ == "who"


_NOUN_TAGS = frozenset({"NN", "NNP", "NNS", "NNPS", "JJ", "VB", "VBP"})
_IRREGULAR = {"women": "female", "men": "male", "wives": "female", "businesswomen": "female", "policemen": "male", "fiancées": "female"}


@cache
def _all_nouns() -> dict[str, Gender | None]:
    """Nouns for one person, and the gendered ones in the plural: `she` may be one of three sisters."""
    plural = {f"{word}s": gender for gender in ("female", "male") for word in nouns(gender)}
    return {**noun_gender(), **plural, **_IRREGULAR}  # type: ignore[dict-item]
