"""This file finds shares that their figures contradict: 12 of the 30 members, or 60 per cent; one in five (40 %)."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.numbers.found import amount, compiled, searched
from audit.found import Found
from audit.model import Analysis, Related
from audit.numerals import said, value
from audit.spans import Span

_OR = (
    r"[ ]?(?:,[ ]?(?:or|i\.e\.,?|that[ ]is,?|meaning)[ ]|,[ ]|[ ]or[ ]|[ ]?[(\[]|[ ][–—-][ ](?:or[ ]|that[ ]is[ ])?)(?:(?:or|i\.e\."
    r"|only|just|that[ ]is)[ ])?"
)
_HEDGED = (
    r"(?P<hedge>(?:about|around|some|nearly|almost|roughly|approximately|more[ ]than|less[ ]than|over|under|just[ ]over|just[ ]under"
    r"|at[ ]least|only|just)[ ])?"
)
_PART = (
    rf"(?P<inexact>(?:about|around|some|nearly|almost|roughly|approximately|more[ ]than|over|at[ ]least)[ ])?@a@"
    rf"(?:[ ]\p{{Ll}}+){{0,2}}?[ ](?:out[ ])?of[ ](?:(?:the|its|their|his|her|our|all|some|those)[ ])*(?:(?:total|current|about"
    rf"|around|roughly|nearly)[ ])?@b@(?:[ ](?!or\b)\p{{Ll}}[\p{{L}}-]*){{0,4}}?{_OR}{_HEDGED}@p@(?![ ](?:more|less|higher|lower"
    rf"|fewer|up|down|above|below|of)\b)"
)
_TURNED = (
    rf"@a@(?:[ ]\p{{Ll}}+){{0,2}}?{_OR}{_HEDGED}@p@,?[\])]?[ ](?:out[ ])?of[ ](?:the|its|their|all|our)[ ](?:(?:total"
    rf"|current)[ ])?@b@(?=[ ](?:\p{{Ll}}+[ ]){{0,2}}?\p{{Ll}}*(?:s|people|men|women|children)\b)(?P<inexact>)"
)


_OUT_OF = (
    rf"\b(?P<inexact>)(?:[Oo]ut[ ]of|[Oo]f)[ ](?:the[ ]|its[ ]|all[ ])?(?:(?:total|about|some)[ ])?@b@(?:[ ](?!and\b"
    rf"|or\b)\p{{Ll}}[\p{{L}}-]*){{1,4}}?,?"
    rf"[ ](?:only[ ]|just[ ]|some[ ]|about[ ])?@a@(?:[ ]\p{{Ll}}+){{0,2}}?{_OR}{_HEDGED}@p@(?![ ](?:more|less|higher|lower|fewer|up"
    rf"|down|above|below|of)\b)"
)


def part_of_whole(analysis: Analysis) -> Iterator[Found]:
    """A part, its whole and the per cent that they are said to make."""
    for template in (_PART, _TURNED, _OUT_OF):
        for hit in searched(analysis, compiled(template, "a", "b", "p")):
            part, whole, told = (amount(hit, name) for name in ("a", "b", "p"))
            if part is None or whole is None or told is None or told.unit != "%" or part.unit != whole.unit or part.number > whole.number:
                continue
            low = (part.number - part.loose) / (whole.number + whole.loose) * 100
            high = (part.number + part.loose) / max(1e-9, whole.number - whole.loose) * 100
            slack = max(1.0, 0.03 * told.number) * (4 if hit["hedge"] or hit["inexact"] else 1)
            if not low - slack <= told.number <= high + slack:
                related = (
                    Related(Span(min(part.span.start, whole.span.start), max(part.span.end, whole.span.end)), "the part and the whole"),
                )
                yield Found(told.span, {"right": f"{said((low + high) / 2)} per cent"}, (), related)


_FRACTIONS = {
    "every second": 50,
    "every other": 50,
    "every third": 33.3,
    "every fourth": 25,
    "every fifth": 20,
    "every tenth": 10,
    "half": 50,
    "one half": 50,
    "a third": 33.3,
    "one third": 33.3,
    "one-third": 33.3,
    "two thirds": 66.7,
    "two-thirds": 66.7,
    "a quarter": 25,
    "one quarter": 25,
    "one-quarter": 25,
    "three quarters": 75,
    "three-quarters": 75,
    "a fifth": 20,
    "one fifth": 20,
    "one-fifth": 20,
    "two fifths": 40,
    "two-fifths": 40,
    "three fifths": 60,
    "four fifths": 80,
    "a sixth": 16.7,
    "a tenth": 10,
    "one tenth": 10,
}
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_FRACTION = (
    rf"(?<![\p{{L}}\d-]|percent[ ]and[ ])(?P<inexact>(?i:about|around|some|nearly|almost|roughly|more[ ]than|less[ ]than|over"
    rf"|just[ ]over|just[ ]under|at[ ]least|close[ ]to)[ ])?(?:(?P<word>"
    rf"(?i:{'|'.join(sorted(_FRACTIONS, key=len, reverse=True)).replace(' ', '[ ]')}))|(?P<part>(?i:{_SMALL}))[ ](?:in|out[ ]of)[ ]"
    rf"(?:every[ ])?(?P<whole>(?i:{_SMALL})))\b(?P<of>(?:[ ](?!or\b|and\b|but\b|in\b|than\b)\p{{L}}[\p{{L}}’'-]*){{0,5}}?)"
    rf"(?:,?[ ]or[ ]|[ ]\((?:or[ ])?|,[ ](?:that[ ]is|i\.e\.),?[ ]|[ ][–—-][ ](?:or[ ]|that[ ]is,?[ ]))(?P<hedge>(?:about|around|some"
    rf"|nearly|almost|roughly|more[ ]than|less[ ]than|over|just[ ]over|just[ ]under|at[ ]least|only|exactly)[ ])?@p@(?![ ](?:more"
    rf"|less|higher|lower|fewer|up|down)\b)"
)


_REVERSED = (
    rf"(?P<hedge>(?:about|around|some|nearly|almost|roughly|more[ ]than|less[ ]than|over|at[ ]least)[ ])?@p@(?:,?[ ]or[ ]|[ ]\((?:or[ ])?)"
    rf"(?P<inexact>(?:about|around|some|nearly|almost|roughly|more[ ]than|less[ ]than|over|at[ ]least)[ ])?"
    rf"(?P<word>(?!))?(?P<part>(?i:{_SMALL}))[ ](?:in|out[ ]of)[ ](?:every[ ])?(?P<whole>(?i:{_SMALL}))(?P<of>)(?=[,.;)]|[ ]\p{{Ll}})"
)


def fraction(analysis: Analysis) -> Iterator[Found]:
    """`one in five, or 40 per cent`; `a third (25 %)`. A fraction in words is round, so only a clear difference counts."""
    hits = (hit for template in (_FRACTION, _REVERSED) for hit in searched(analysis, compiled(template, "p"), 1))
    for hit in hits:
        told = amount(hit, "p")
        if told is None or told.unit != "%":
            continue
        if " of" in hit["of"] and regex.match(r"[ ]of\b", analysis.text, pos=told.span.end):
            continue  # a quarter of the money, or 40 per cent of the grants
        if hit["word"]:
            meant, slack = float(_FRACTIONS[hit["word"].lower()]), 3.5
        else:
            part, whole = value(hit["part"]), value(hit["whole"])
            if not part or not whole or part >= whole:
                continue
            meant = 100 * part / whole
            slack = max(1.0, 0.13 * meant)
        slack *= 2 if hit["hedge"] or hit["inexact"] else 1
        if abs(told.number - meant) > slack:
            named = "word" if hit["word"] else "part"
            other = Span(hit.start(named), hit.end("word") if hit["word"] else hit.end("whole"))
            yield Found(told.span, {"right": f"{said(meant)} per cent"}, (), (Related(other, "the same as a fraction"),))
