"""This file finds words that do not agree in number: `these measure`, `one of the minister`, `they has`, `the rebels was`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import SHORT, Found, Tokens, after, before, following, opens_clause, preceding, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANY = frozenset("these those several few many various numerous".split())
_ONE = frozenset("a an another every each".split())
_AMOUNTS = frozenset(
    "couple dozen hundred thousand million billion lot bit handful few number sports record total score trillion minimum maximum".split()
)
_GROUP = frozenset("the his her its their our my these those".split())
_AFTER_NOUN = frozenset({"IN", "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "TO", ".", ",", ":"})
"""Tags after which a noun has ended: no second noun and no `and` makes it part of something longer."""
_NOUN_PLACES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj"})
_WHERE = frozenset("one abroad aboard ashore inside outside opposite overseas upstairs downstairs downtown next alive asleep else".split())
_OBJECT_CLAUSE = frozenset({"that", "whether", "if", "to"})
"""What follows a verb that was taken for a noun: `few doubt that`, `many hope to`."""
_PLURAL_VERBS = frozenset({"have", "are"})
_SINGULAR_VERBS = frozenset({"has", "is", "was", "does"})
_CLAUSE_BEFORE = frozenset("after because when while although until before since once but".split())
_THEN = frozenset("then also still already always never later often".split())
_DISAGREES = {"he": _PLURAL_VERBS, "she": _PLURAL_VERBS, "it": _PLURAL_VERBS, "they": _SINGULAR_VERBS, "we": _SINGULAR_VERBS}


def determiner(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`these measure`, `a measures`, `each countries`: a determiner of one number before a noun of the other."""
    for tokens in sentences:
        for token in tokens:
            word = token.lower_
            if word not in _MANY | _ONE or not (token.is_lower or token.is_sent_start):
                continue
            if word in {"a", "an"} and (last := _compound(token)) is not None:
                yield Found(span(token, last), values={"determiner": token.text, "noun": last.text})
                continue
            noun = _noun(token, adjectives=2 if word in _MANY else 0)
            if noun is not None and token.dep_ in {"det", "amod"} and ((word in _MANY and _one(noun)) or (word in _ONE and _several(noun))):
                yield Found(span(token, noun), values={"determiner": token.text, "noun": noun.text})


def one_of(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`one of the minister`: after `one of` stands a plural."""
    for tokens in sentences:
        for token in tokens:
            if token.lower_ in _GROUP and before(token, 2) == ["one", "of"] and not _pronoun_one(token.nbor(-2)):
                noun = _noun(token, adjectives=3)
                if noun is not None and _one(noun):
                    yield Found(span(token.nbor(-2), noun), values={"noun": noun.text})


def _compound(article: Token) -> Token | None:
    """The plural of `a cooperation agreements`: one singular noun between, and nothing behind that the words could belong to."""
    words = list(itertools.islice(after(article), 3))
    if len(words) < 3 or words[0].tag_ != "NN" or words[0].lower_ in _AMOUNTS or not _several(words[1]) or not words[1].is_lower:
        return None
    inside = words[1].lower_ in sheet("number-exceptions") or "-" in words[0].text or not words[0].is_lower
    return words[1] if words[2].tag_ in {"IN", ".", ","} and article.head.i == words[1].i and not inside else None


def _pronoun_one(one: Token) -> bool:
    """`the first one of the year`: here `one` stands for a noun."""
    previous = preceding(one)
    return previous is not None and previous.tag_ in {"DT", "JJ", "JJS", "WDT"}


def _noun(determiner: Token, adjectives: int) -> Token | None:
    """The noun that a determiner stands before, when nothing after it can belong to it."""
    word = following(determiner)
    for _ in range(adjectives):
        if word is not None and word.tag_ in {"JJ", "JJS", "RBS"}:
            word = following(word)
    if word is None or not (word.is_lower and word.is_alpha) or word.lower_ in sheet("number-exceptions"):
        return None
    rest = following(word)
    return word if rest is None or (rest.tag_ in _AFTER_NOUN and rest.lower_ not in _OBJECT_CLAUSE) else None


def _one(noun: Token) -> bool:
    """A singular noun in a noun's place: `few doubt that` has a verb, `those aboard` an adverb, whatever their tags."""
    return noun.tag_ == "NN" and noun.dep_ in _NOUN_PLACES and not noun.lower_.endswith(("s", "men", "ing")) and noun.lower_ not in _WHERE


def _several(noun: Token) -> bool:
    return noun.tag_ == "NNS" and noun.lower_.endswith("s") and not noun.lower_.endswith(("ss", "ics", "us", "is", "os"))


def pronoun(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`he have`, `they was`: only where the pronoun opens a clause, so that no auxiliary or conjunction before it asks for the form."""
    for tokens in sentences:
        for token in tokens:
            wrong = _DISAGREES.get(token.lower_)
            verb = following(token) if wrong else None
            if wrong and verb is not None and verb.lower_ in wrong and opens_clause(token):
                yield Found(span(token, verb), values={"subject": token.text, "verb": verb.text})


def subject(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The rebels was`, `The minister have`: subject and verb side by side at the start of a clause."""
    for tokens in sentences:
        for token in tokens:
            if token.lower_ not in {"the", "these", "those"} or not opens_clause(token):
                continue
            noun = following(token)
            verb = following(noun) if noun is not None else None
            if noun is None or verb is None or not noun.is_lower or noun.lower_ in sheet("number-exceptions"):
                continue
            if verb.lower_ == "of" and _several(noun):
                verb = _after_complement(verb)
            if (_several(noun) and verb.lower_ in _SINGULAR_VERBS) or (noun.lower_ in sheet("titles") and verb.lower_ in _PLURAL_VERBS):
                yield Found(span(token, verb), values={"subject": span(token, noun).of(analysis.text), "verb": verb.text})


def bare_verb(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`Brodin then walk to the door`, `after the minister Karl Mose withdraw`: one person and a verb without -s."""
    singular = _names_with(sentences, "VBZ") - _names_with(sentences, "VBP")
    for tokens in sentences:
        for index, verb in enumerate(tokens[1:], 1):
            if verb.tag_ not in {"VB", "VBP"} or not verb.is_lower:
                continue
            last = index - 2 if tokens[index - 1].lower_ in _THEN else index - 1
            sure = last < index - 1 or verb.lower_ in sheet("bare-verbs")
            first = _subject_start(tokens, last) if sure and last >= 0 else None
            if first is not None and (tokens[last].lower_ in {"he", "she", "it"} or _one_person(tokens[first : last + 1], singular)):
                yield Found(span(tokens[last], verb), values={"subject": tokens[last].text, "verb": verb.text})


def _names_with(sentences: Sequence[Tokens], tag: str) -> set[str]:
    """Names that stand before a verb with that tag, with at most one adverb between, somewhere in the document."""
    found = set()
    for tokens in sentences:
        for name, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
            verb = third if second.tag_ == "RB" else second
            if name.tag_ == "NNP" and verb.tag_ == tag and verb.lower_ not in SHORT and second.lower_ not in _THEN - {"always", "never"}:
                found.add(name.text)
    return found


def _subject_start(tokens: Tokens, last: int) -> int | None:
    """Index of the first word of a name, title and name, or pronoun that opens its clause and ends at `last`."""
    first = last
    while first >= 0 and (tokens[first].tag_ == "NNP" or tokens[first].lower_ in sheet("titles") | {"the", "former"} or first == last):
        first -= 1
    if last - first > 7 or (first >= 0 and tokens[first].lower_ not in _CLAUSE_BEFORE):
        return None
    return first + 1 if first >= 0 or tokens[0].is_sent_start else None


def _one_person(name: Tokens, singular: set[str]) -> bool:
    """A title makes it one person; else the document must have joined the name to a singular verb elsewhere."""
    return name[-1].tag_ == "NNP" and (name[-1].text in singular or any(token.lower_ in sheet("titles") for token in name[:-1]))


def _after_complement(of: Token) -> Token:
    """The first word after `of` and a complement of at most three words; `of` itself where the complement is longer."""
    for word in itertools.islice(after(of), 4):
        if word.tag_ not in {"DT", "JJ", "NN", "NNP", "PRP$"}:
            return word if word.i > of.i + 1 else of
    return of


def there_is(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`there is several reasons`: the verb agrees with what follows."""
    for tokens in sentences:
        for token in tokens:
            if token.lower_ not in {"is", "was"} or before(token, 1) != ["there"]:
                continue
            count = following(token)
            while count is not None and count.tag_ == "RB":
                count = following(count)
            noun = _noun(count, adjectives=2) if count is not None and (count.lower_ in _MANY | {"no"} or _above_one(count)) else None
            if noun is not None and _several(noun):
                yield Found(span(token, noun), values={"noun": noun.text})


def _above_one(count: Token) -> bool:
    return count.tag_ == "CD" and count.lower_ not in {"1", "one"} and not count.is_title


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "determiner-number": determiner,
    "one-of-singular": one_of,
    "pronoun-verb": pronoun,
    "subject-verb": subject,
    "bare-verb": bare_verb,
    "there-is-several": there_is,
}
