"""This file finds subjects that stand twice, or belong to a second sentence joined by a comma alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from audit.checks.grammar.tokens import FINITE, OPENERS, QUOTES, Found, Tokens, sheet, span
from audit.model import Analysis

_PERSONS = frozenset(
    "man woman boy girl victim suspect driver brother sister father mother son daughter wife husband friend rival partner colleague "
    "teammate predecessor successor opponent neighbour neighbor aide assistant adviser advisor ally cousin uncle aunt nephew niece winner "
    "star guest host candidate widow widower nurse teacher farmer worker student resident officer soldier priest hero champion".split()
)


def double_subject(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The ministry it announced a plan.`, `The president, who saw the damage, he promised help`: one subject too many."""
    for tokens in sentences:
        at = next((index for index, token in enumerate(tokens) if token.lower_ in {"he", "she", "it", "they"}), 0)
        if not 2 <= at < len(tokens) - 2 or tokens[0].lower_ not in {"the", "his", "her", "my", "our", "their"} or not _subject(tokens, at):
            continue
        verb = tokens[at + 1]
        if verb.tag_ not in FINITE or tokens[at + 2].text in {",", "."} | QUOTES or analysis.quoted(span(tokens[0], verb)):
            continue
        rest = _until_mark(tokens[at + 2 :])
        if tokens[at - 1].text == "," or not any(token.tag_ in FINITE for token in rest):
            yield Found(span(tokens[0], tokens[at]), values={"pronoun": tokens[at].text})


def _subject(tokens: Tokens, at: int) -> bool:
    """Is what stands before the pronoun one noun phrase, perhaps with a relative clause between commas, and nothing else?"""
    first = tokens[1:at]
    comma = next((index for index, token in enumerate(first) if token.text == ","), len(first))
    noun = first[:comma]
    if not noun or noun[-1].tag_ not in {"NN", "NNS"} or any(token.tag_ not in {"JJ", "NN", "NNS", "NNP"} for token in noun):
        return False
    speaks = noun[-1].lower_ in sheet("titles") | sheet("speaking-bodies") | _PERSONS
    clause = first[comma + 1 :]
    if not clause:
        return speaks and (comma == len(first) or (tokens[at + 2].lower_ == "that" and tokens[at + 1].lower_ in {"said", "says"}))
    return clause[0].lower_ in {"who", "which"} and clause[-1].text == "," and any(token.tag_ in FINITE for token in clause)


def _until_mark(tokens: Tokens) -> Tokens:
    return tokens[: next((index for index, token in enumerate(tokens) if token.text in ",;." or token.lower_ in OPENERS), len(tokens))]


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "double-subject": double_subject,
}
