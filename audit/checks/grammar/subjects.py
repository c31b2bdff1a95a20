"""This file finds subjects that stand twice, stand behind their clause, or belong to a second sentence joined by a comma alone."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, OPENERS, QUOTES, Found, Tokens, conjugated, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset(
    "man woman boy girl victim suspect driver brother sister father mother son daughter wife husband friend rival partner colleague "
    "teammate predecessor successor opponent neighbour neighbor aide assistant adviser advisor ally cousin uncle aunt nephew niece winner "
    "star guest host candidate widow widower nurse teacher farmer worker student resident officer soldier priest hero champion".split()
)
_TIMES = frozenset("month year week day hour morning evening night months years weeks days hours time today yesterday".split())
_WORKS = frozenset("book film novel play opera song album painting ship company firm restaurant band character role company".split())
_AGREES = {"he": {"NN", "NNP"}, "she": {"NN", "NNP"}, "they": {"NNS"}}
_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "IN", "POS", "CD", "VBN", "VBG", "PRP$", "HYPH"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def subject_behind(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`They are tired, the residents of the quarter, and ...`: a pronoun holds the place of a subject that follows its clause."""
    for tokens in sentences:
        pronoun = tokens[0].lower_
        if pronoun not in {"he", "she", "they", "it"} or len(tokens) < 6 or analysis.quoted(span(tokens[0], tokens[0])):
            continue
        for index, token in enumerate(tokens[3:-2], 3):
            phrase = _phrase_after(tokens, index) if token.text == "," else []
            if phrase and _fits(pronoun, phrase) and _ends_clause(tokens, index, phrase):
                yield Found(
                    span(token, phrase[-1]), values={"pronoun": tokens[0].text, "subject": span(phrase[0], phrase[-1]).of(analysis.text)}
                )
                break


def _phrase_after(tokens: Tokens, comma: int) -> Tokens:
    """The noun phrase behind a comma, if a comma or full stop ends it."""
    end = next((at for at in range(comma + 1, len(tokens)) if tokens[at].tag_ not in _PHRASE or tokens[at].text in QUOTES), len(tokens))
    phrase = tokens[comma + 1 : end]
    closed = end < len(tokens) and tokens[end].text in {",", "."} and 1 <= len(phrase) <= 9
    return phrase if closed and not any(word.tag_ == "JJS" or word.lower_ in OPENERS for word in phrase) else []


def _head(phrase: Tokens) -> Token | None:
    """The last of the first row of nouns."""
    head = None
    for word in phrase:
        if word.tag_ in _NOUNS:
            head = word
        elif head is not None:
            break
    return head


def _fits(pronoun: str, phrase: Tokens) -> bool:
    """Can the phrase be what the pronoun stands for: `he` the mayor or a full name, `they` the residents, `it` this job?"""
    head = _head(phrase)
    if head is None:
        return False
    if pronoun == "it":
        return phrase[0].lower_ == "this" and head.tag_ == "NN" and head.lower_ not in _TIMES
    if pronoun == "they":
        return phrase[0].lower_ in {"the", "these", "those"} and head.tag_ == "NNS" and head.lower_ not in _TIMES
    if phrase[0].lower_ in {"the", "this"}:
        return any(word.lower_ in sheet("titles") | _PERSONS for word in phrase[: head.i - phrase[0].i + 1])
    return _full_name(phrase)


def _full_name(phrase: Tokens) -> bool:
    return len(phrase) in {2, 3} and phrase[0].text in sheet("given-names") and all(word.tag_ == "NNP" for word in phrase)


def _ends_clause(tokens: Tokens, comma: int, phrase: Tokens) -> bool:
    """Does the comma close the clause of the pronoun, so that the phrase explains no noun before it?"""
    before, segment = tokens[comma - 1], _segment(tokens, comma)
    if not any(token.tag_ in FINITE for token in tokens[1:comma]) or (segment and segment[0].lower_ in OPENERS):
        return False
    if [word.lower_ for word in segment[:2]] == ["according", "to"]:
        return before.tag_ != "NNP" and before.lower_ not in sheet("titles") | _PERSONS
    if before.tag_ not in _NOUNS:
        return before.lower_ not in {"and", "or"} and before.tag_ not in {"PRP", "DT", "IN"} and before.text != ","
    if before.lower_ in _TIMES:
        return True
    people = sheet("titles") | _PERSONS | _WORKS
    if (
        before.tag_ != "NN"
        or tokens[0].lower_ not in {"he", "she"}
        or any(token.lower_ in people for token in tokens[max(0, comma - 9) : comma])
    ):
        return False
    return _full_name(phrase) or any(word.lower_ in sheet("titles") for word in phrase[:3])


def _segment(tokens: Tokens, comma: int) -> Tokens:
    """The tokens between the comma and the one before it."""
    start = next((at for at in range(comma - 1, -1, -1) if tokens[at].text == ","), -1)
    return tokens[start + 1 : comma]


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


_HARMED = conjugated(
    "kill injure wound hurt hospitalize hospitalise arrest detain evacuate destroy damage rescue find burn take close block cancel "
    "extinguish open launch cut save treat bury trap seize".split(),
    "en",
)


@cache
def _told() -> frozenset[str]:
    return conjugated(sheet("reporting-verbs") | {"think", "believe", "know", "hope", "fear"}, "s", "ed")


def comma_splice(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`A bus hit a lorry, eleven passengers were injured.`: a second sentence hangs on a comma."""
    for tokens in sentences:
        commas = [index for index, token in enumerate(tokens) if token.text == ","]
        for comma in commas:
            verb = _passive(tokens, comma + 1)
            if verb and _main_clause(tokens[:comma]) and not any(token.lower_ in {"and", "or", "but"} for token in tokens[comma:verb]):
                if any(token.text == "," and tokens[at + 1].lower_ in {"and", "or"} for at, token in enumerate(tokens[verb:-1], verb)):
                    continue
                yield Found(span(tokens[comma], tokens[verb]))
                break


def _passive(tokens: Tokens, start: int) -> int | None:
    """Index of `injured` in `eleven passengers were injured`, when that phrase begins at `start`."""
    if start >= len(tokens) - 2 or tokens[start].tag_ not in {"CD", "DT", "JJ"}:
        return None
    for index in range(start + 1, min(start + 6, len(tokens) - 1)):
        if tokens[index].lower_ in {"was", "were"} and tokens[index - 1].tag_ in {"NN", "NNS", "CD", "NNP"}:
            return index + 1 if tokens[index + 1].lower_ in _HARMED else None
        if tokens[index].tag_ not in {"NN", "NNS", "JJ", "CD", "IN", "NNP", "DT"}:
            return None
    return None


def _main_clause(tokens: Tokens) -> bool:
    """A subject, its verb in the simple past, and no other clause, quotation or reporting verb."""
    if len(tokens) < 4 or tokens[0].tag_ not in {"DT", "NNP", "NNS", "CD", "NN", "JJ", "PRP$"}:
        return False
    if any(token.lower_ in OPENERS | _told() or token.text in QUOTES | {",", ":", ";", "(", "–", "—"} for token in tokens):
        return False
    return any(
        token.dep_ not in {"relcl", "acl"} and (token.tag_ == "VBD" or (token.tag_ == "VBN" and previous.tag_ in {"NN", "NNS", "NNP"}))
        for previous, token in itertools.pairwise(tokens)
    )


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "subject-behind": subject_behind,
    "double-subject": double_subject,
    "comma-splice": comma_splice,
}
