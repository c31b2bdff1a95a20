"""This file reads the names in an English text: runs of capitalised words that are no ordinary words, and acronyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audit.cache import expression
from audit.facts.names import plain
from audit.frequency import everyday, zipf
from audit.model import Analysis, Sentence, Span
from audit.naming.known import famous, generic, given, proper
from audit.naming.letters import latin

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset(
    "de da do dos das del della di du des la le las los van von der den ter ten zu al el bin ibn bint abu ben y e o of the and".split()
)
_LINKS = frozenset(("of", "the", "and"))
_NAME = r"^\p{Lu}[\p{L}\p{M}\p{N}.'’]*$"
_STOPS = frozenset('.!?”"’…;:')
_BEFORE = frozenset("\"“”‘’'«»„([:*•–—/")
"""Behind these, any word may have a capital."""
_TITLES = frozenset(
    "mr mrs ms dr sir lady lord st mx prof gen col lt sgt rev hon sen rep gov capt maj cpl pvt adm jr sr fr br messrs mme mlle".split()
)
_OFFICES = frozenset(
    "president minister governor senator secretary chairman chairwoman chief premier chancellor officer judge justice mayor ambassador "
    "commissioner director general colonel captain sheriff inspector sergeant congressman congresswoman representative spokesman "
    "spokeswoman counsellor counselor coach manager founder sir dame lord".split()
)
"""Behind these begins another name: California Governor, Prime Minister."""
_PERSONAL = frozenset("mr mrs ms dr prof gen col lt sgt rev sen gov capt maj adm messrs mme mlle".split())
"""Behind these stands a person."""
_NO_NAME = frozenset("ed eds no nos vol fig p pp para art sec ch ext op ph phd md ba ma".split())
_OPENERS = frozenset(
    "the a an in on at by for from with to of and but or if as when while after before since until because although though however so yet "
    "he she it we they i you this that these those his her its their our my there here what who how why where which not no both all some "
    "many most one today yesterday tomorrow now then also only even according former late young old mr mrs".split()
)
"""Words that only begin the sentence and are no part of the name behind them."""
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december "
    "i ok tv pm am gmt utc bst cet est edt pst pdt christmas easter ramadan eid internet english god".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name. `sound` is its plain spelling; `proper`: it is no ordinary word; `given`: a given name."""

    span: Span
    text: str
    sound: str
    proper: bool
    given: bool
    acronym: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words with the small words between them. `opening`: it begins its sentence; `titled`: Mr stands before it."""

    span: Span
    parts: tuple[Part, ...]
    opening: bool
    titled: bool = False

    @property
    def telling(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.proper)

    @property
    def person(self) -> bool:
        """Does it look like a given name with a surname? A surname may be an ordinary word, but none that ends a place or body."""
        return 1 < len(self.parts) < 5 and self.parts[0].given and not any(part.sound in generic() for part in self.parts)


def names(analysis: Analysis, sentence: Sentence) -> Iterator[Name]:
    """The names of a sentence in order. None of a heading in title case or a line in capitals: nothing there tells a name from a word."""
    tokens = [token for token in analysis.tokens[sentence.first : sentence.last] if not token.is_space]
    words = [token for token in tokens if token.is_alpha and len(token.text) > 3]
    titled = sum(token.text[0].isupper() for token in words) > (0.75 * len(words) if len(words) > 5 else len(words) - 0.5)
    if titled and (sentence.heading or tokens[-1].text not in _STOPS):
        return
    at = 0
    while at < len(tokens):
        if not _capital(tokens[at]):
            at += 1
            continue
        end = _end(tokens, at)
        opening = at == 0 or tokens[at - 1].text in _BEFORE or not any(token.is_alpha or token.is_digit for token in tokens[:at])
        name = _name(tokens[at:end], opening, tokens[at - 1].lower_.rstrip(".") if at else "")
        if name is not None:
            yield name
        at = end


def _capital(token: Token) -> bool:
    return bool(expression(_NAME).match(token.text)) and token.lower_ not in _CALENDAR and not token.text.startswith(("'", "’"))


def _end(tokens: list[Token], at: int) -> int:
    """Where the run that begins here ends: small words and hyphens count only between two capitals."""
    end = at + 1
    while end < len(tokens):
        if _capital(tokens[end]) and not (tokens[end - 1].text == "." and len(tokens[end - 2].text) > 3):
            if tokens[end - 1].lower_ in _OFFICES and tokens[end].lower_ not in _OFFICES:
                break
            end += 1
        elif tokens[end].text == "-" and end + 1 < len(tokens) and tokens[end].idx == tokens[end - 1].idx + len(tokens[end - 1]):
            if not tokens[end + 1].text[0].isalpha():
                break
            end += 2
        elif tokens[end].text in _INSIDE - _LINKS and end + 1 < len(tokens) and _capital(tokens[end + 1]):
            end += 2
        else:
            break
    return end


def _name(tokens: list[Token], opening: bool, before: str) -> Name | None:
    titled = before in _PERSONAL
    parts: list[Part] = []
    for index, token in enumerate(tokens):
        word = token.lower_.strip(".")
        if not _capital(token) or word in _NO_NAME:
            continue
        if word in _TITLES:
            titled = titled or (not parts and word in _PERSONAL)
        elif parts or not opening or word not in _OPENERS:
            parts.append(_part(token, opening=opening and index == 0))
    if len(parts) > 1 and "." in parts[0].text:
        parts[0] = replace(parts[0], acronym=False)  # initials
    if all(part.text.lower() in _OPENERS for part in parts):
        return None
    if opening and len(parts) == 1 and not (parts[0].proper or parts[0].acronym or titled or len(tokens) > 1):
        return None
    return Name(Span(parts[0].span.start, parts[-1].span.end), tuple(parts), opening and parts[0].span.start == tokens[0].idx, titled)


def _part(token: Token, *, opening: bool) -> Part:
    text = token.text.rstrip(".’'")
    start = token.idx
    lower = plain(text).lower()
    letters = text.replace(".", "")
    acronym = 2 <= len(letters) <= 6 and (letters.isupper() or (len(letters) < 5 and letters[-1].isupper() and letters[0].isupper()))  # CoE
    known = lower in given() and (zipf(lower) < 4.6 or proper(lower))
    is_name = not acronym and not any(letter.isdigit() for letter in text) and (known or proper(lower))
    if opening and is_name and not known and everyday(lower) and lower not in famous():
        is_name = False
    return Part(Span(start, start + len(text)), text, latin(text), is_name, known, acronym)
