"""This file finds a name in two of its known romanisations: Kiev and Kyiv, Zelensky and Zelenskyy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from audit.cache import expression
from audit.checks.consistency.found import Found
from audit.knowledge import table
from audit.model import Analysis, Span

_NAMED_BEFORE = regex.compile(
    r"\b(?:formerly|previously|once|then|also|spelled|spelt|written|known|called|name[d]?|transliterat\p{Ll}+|romani[sz]\p{Ll}+|Russian|Ukrainian|or)\b[^.]{0,40}\Z"
)
_NAMED_BEHIND = regex.compile(r"['’]?s?[ ]*[(/]|,?[ ](?:or|now|today|as[ ]it)\b|[”\"]")
_REACH = 60


class _Form(NamedTuple):
    """`key`: the name; `kind`: forms of one kind differ in capitals or hyphens only; `usual`: the form to write."""

    key: str
    kind: str
    usual: str


def two_romanisations(analysis: Analysis) -> Iterator[Found]:
    """The rarer romanisation, where it first stands; titles, quotations of words and set phrases apart."""
    places: dict[str, dict[str, list[tuple[Span, _Form]]]] = defaultdict(lambda: defaultdict(list))
    for hit in _pattern().finditer(analysis.text):
        for written in sorted({hit[0], hit[0].rsplit(" ", 1)[-1]} & _forms().keys()):  # a full name is a place of its surname too
            form, span = _forms()[written], Span(hit.end() - len(written), hit.end())
            if not _kept(analysis, span, form):
                places[form.key][form.kind].append((span, form))
    for kinds in places.values():
        if len(kinds) > 1:
            yield from _odd(analysis, kinds)


def _odd(analysis: Analysis, kinds: dict[str, list[tuple[Span, _Form]]]) -> Iterator[Found]:
    """Each kind but the commonest; of two that are as common, the usual one of today is right."""
    ranked = sorted(kinds.values(), key=lambda spots: (-len(spots), spots[0][1].kind != spots[0][1].usual, spots[0][0].start))
    keeps = ranked[0][0][0]
    for spots in ranked[1:]:
        span = spots[0][0]
        name, other = span.of(analysis.text), keeps.of(analysis.text)
        yield Found(span, keeps, {"name": name, "other": other}, f"here it is {other}", (other,))


def _kept(analysis: Analysis, span: Span, form: _Form) -> bool:
    """Is the form explained, quoted as a word, or a part of a longer name that keeps it?"""
    text = analysis.text
    around = text[max(0, span.start - _REACH) : span.end + _REACH]
    if any(phrase in around for phrase in table("names/romanisations")[form.key].get("unless", ())):
        return True
    if _NAMED_BEHIND.match(text, span.end) or _NAMED_BEFORE.search(text, max(0, span.start - _REACH), span.start):
        return True
    return analysis.quoted(span) or text[span.start - 1 : span.start] == "("


@cache
def _forms() -> dict[str, _Form]:
    rows = table("names/romanisations")
    found = {}
    for key, row in rows.items():
        kinds = {form: group[0] for group in row.get("same", ()) for form in group}
        for form in row["forms"]:
            found[str(form)] = _Form(key, kinds.get(form, str(form)), row["forms"][0])
    return found


@cache
def _pattern() -> regex.Pattern[str]:
    return expression(r"(?<![\p{L}\p{N}@#_./’'-])\L<forms>(?![\p{L}\p{N}@_]|\.\p{L}|-\p{L})", forms=sorted(_forms()))
