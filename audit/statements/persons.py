"""This file reads what the article says of people whom the sheets know: their age, and that they act after their death."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Facts, When
from audit.model import Analysis, Span
from audit.statements.people import Named, named, nationality, spelling
from audit.statements.time import looks_elsewhen, other_year, point, sentence_of, written

_NEAR = datetime.timedelta(days=4)
"""An article may be read some days before or after the day it was written for."""
_AFTER_DEATH = datetime.timedelta(days=14)
_AGE_AFTER = expression(
    r"(?:,[ ](?:aged?[ ])?|[ ]\((?:aged?[ ])?)(?P<age>\d{1,3})(?=[,.;:)]|[ ]and\b)(?![.,]\d)|,?[ ]who[ ]is[ ](?P<is>\d{1,3})(?=[,.;:)]"
    r"|[ ]years[ ]old\b)(?![.,]\d)|[ ]is[ ](?P<old>\d{1,3})[ ]years[ ]old\b"
)
_AGE_BEFORE = expression(
    r"(?P<age>\d{1,3})[ -]year[ -]old[ ](?:(?!and\b|of\b|who\b|that\b|from\b|was\b|is\b|had\b|has\b)[\p{L}’'.-]+,?[ ]){0,6}\Z"
)
_DEATH = expression(r"(?i)\b(?:died|dies|dead|death|killed|late|passed[ ]away|funeral|buried|assassinated|mourn\w*|murdered)\b")
_ACTS = expression(
    r"[ ](?:(?:will|is[ ](?:to|set[ ]to|due[ ]to|expected[ ]to|scheduled[ ]to|planning[ ]to|likely[ ]to|about[ ]to))[ ](?!(?:be|always"
    r"|forever|never|lie|live[ ]on|go[ ]down|remain|rest|not|receive|also[ ]be|have|reign)\b)\p{Ll}+"
    r"|is[ ](?:visiting|meeting|travell?ing|seeking|hoping|preparing|attending|considering|holding|hosting|touring|calling|urging"
    r"|pressing)\b"
    r"|plans[ ]to|hopes[ ]to|intends[ ]to|wants[ ]to|(?:visits|meets|arrives|travels|urges|warns|announces"
    r"|calls)[ ](?:\p{L}+[ ]){0,6}?(?:on[ ])?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|tomorrow|next)\b"
    r"|has[ ](?:agreed|announced|called|arrived|met|told|urged|warned|promised|signed|vowed|accused|invited|ordered|appointed|asked"
    r"|decided|declined|refused|rejected)\b"
    r"|(?:said|told[ ](?:\p{L}+[ ]){1,3}?|announced|met|arrived|visited|warned|urged|called|spoke"
    r"|opened)[ ](?:(?:\p{L}+[ ]){0,8}?)?(?:yesterday|today|(?:on[ ](?!(?:this|that|the))|this[ ])?(?:Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday))\b)"
)
_NOT_THE_PERSON = expression(
    r"(?i)(?:\b(?:USS|HMS|of|the[ ]late|late|by|about|from|to|on|with|under|at|for|played|as|the|statue|like|and|between|movie|than"
    r"|over)|[“\"‘'])[ ]?\Z"
)
_ARTS = expression(
    r"(?i)\b(?:film|movie|play|series|opera|musical|book|novel|documentary|portrait|exhibition|museum|statue|actor|actress|stars?"
    r"|episode|season|biopic"
    r"|memoirs?|diar(?:y|ies)|letters?|archives?|recording|footage|posthumous\w*|anniversary|ghost|stamp|grave|tomb|memorial|foundation"
    r"|airport|institute|prize|award|cent(?:er|re))\b"
)


def persons(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    for person in named(analysis, facts):
        yield from _age(analysis, person)
        yield from _birth(analysis, person)
        yield from _dead(analysis, person)
        if person.full:
            yield from nationality(analysis, facts, person)
            yield from spelling(analysis, person)


def _age(analysis: Analysis, person: Named) -> Iterator[Statement]:
    text, born, on = analysis.text, person.known.born, analysis.ledger.as_of
    after = _AGE_AFTER.match(text, person.span.end)
    sentence = analysis.sentence_at(person.span.start)
    first = max(sentence.span.start if sentence else 0, person.span.start - 90)
    before = None if after else _AGE_BEFORE.search(text[first : person.span.start])
    if born is None or not (after or before):
        return
    group = next(name for name in ("age", "is", "old") if after[name]) if after else "age"
    stated = int(after[group] if after else before["age"])  # type: ignore[index]
    at = Span(*after.span(group)) if after else Span(first + before.start("age"), first + before.end("age"))  # type: ignore[union-attr]
    whole = Span(min(at.start, person.span.start), max(at.end, person.span.end))
    unknown = Statement("age", whole, "not known")
    died = person.known.died
    if died and _DEATH.search(sentence_of(analysis, whole)):
        ages = _ages(born, died.first, died.last)
        day = point(died)
        fact = f"{person.known.name} was born on {point(born)} and died on {day}"
    elif on is None or (died and died.first < on):
        yield unknown
        return
    else:
        ages = _ages(born, on - _NEAR, on + _NEAR)
        exact = born.first == born.last
        fact = (
            f"{person.known.name} was born {'on' if exact else 'in'} {point(born) or born.first.year}, so on {written(on)} was "
            f"{' or '.join(map(str, sorted(_ages(born, on, on))))}{_source(person)}"
        )
    if stated in ages:
        yield Statement("age", whole, "agrees", fact)
    elif (
        stated < 15 or other_year(analysis, whole) or (looks_elsewhen(analysis, whole) and not _DEATH.search(sentence_of(analysis, whole)))
    ):
        yield unknown
    else:
        right = sorted(_ages(born, on, on)) if on and not died else []
        better = tuple(text[whole.start : at.start] + str(age) + text[at.end : whole.end] for age in right)
        yield Statement("age", whole, "contradicts", fact, better if len(right) == 1 else (), ((at, "the age"),))


_BORN = expression(
    r"(?:,[ ]|[ ]\(|[ ])?(?:who[ ]was[ ]|was[ ])?\bborn[ ](?:in[ ]\p{Lu}[\p{L} ,-]{2,40}?[ ])?(?:in|on)?[ ]?"
    r"(?:\d{1,2}[ ]\p{Lu}\p{Ll}+,?[ ]|\p{Lu}\p{Ll}+[ ](?:\d{1,2},?[ ])?)?"
    r"(?P<year>1[89]\d\d|20\d\d)\b"
)


def _birth(analysis: Analysis, person: Named) -> Iterator[Statement]:
    """`Liz Truss, born in 1965`."""
    born, hit = person.known.born, _BORN.match(analysis.text, person.span.end)
    if born and hit and born.first.year == born.last.year:
        whole = Span(person.span.start, hit.end())
        fact = f"{person.known.name} was born {'on' if born.first == born.last else 'in'} {point(born)}{_source(person)}"
        right = int(hit["year"]) == born.first.year
        better = () if right else (analysis.text[whole.start : hit.start("year")] + str(born.first.year),)
        yield Statement("age", whole, "agrees" if right else "contradicts", fact, better)


def _source(person: Named) -> str:
    return f" ({person.known.source})" if person.known.source else ""


def _ages(born: When, first: datetime.date, last: datetime.date) -> set[int]:
    """All ages that somebody born then can have between two days."""
    youngest, oldest = _years(born.last, first), _years(born.first, last)
    return set(range(youngest, oldest + 1))


def _years(born: datetime.date, on: datetime.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _dead(analysis: Analysis, person: Named) -> Iterator[Statement]:
    died, on = person.known.died, analysis.ledger.as_of
    if died is None or on is None or on <= died.last + _AFTER_DEATH:
        return
    text = analysis.text
    acts = _ACTS.match(text, person.span.end)
    sentence = analysis.sentence_at(person.span.start)
    if not acts or not sentence:
        return
    whole = Span(person.span.start, acts.end())
    around = sentence_of(analysis, whole)
    if _NOT_THE_PERSON.search(text[sentence.span.start : person.span.start]) or _ARTS.search(around) or _DEATH.search(around):
        return
    if other_year(analysis, whole) or looks_elsewhen(analysis, whole, former=False) or analysis.quoted(whole):
        return
    fact = f"{person.known.name} died {'on' if died.first == died.last else 'in'} {point(died) or died.first.year}{_source(person)}"
    yield Statement("dead", whole, "contradicts", fact, (), ((person.span, "named here"),))
