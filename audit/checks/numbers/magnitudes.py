"""This file finds quantities said twice over: 3 million billion, 10 % percent, $5 dollars."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.found import Found
from audit.model import Analysis
from audit.numerals import NUMBER
from audit.spans import Span

_PLAIN = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|several"
    r"|a few|some)"
)
_TWO_SCALES = regex.compile(
    rf"(?<![\p{{L}}\d.,])(?P<n>(?i:{_PLAIN}))[ ](?P<scales>(?:(?P<one>thousand|million|billion|trillion)s?)[ ](?P<two>(?:million"
    rf"|billion|trillion)s?|thousands?))\b"
)
_SCIENCE = regex.compile(
    r"\b(?:stars?|atoms?|cells?|times|operations|galax\p{L}*|bacteria|molecules?|years|tons? of water|light|miles?|kilomet\p{L}*"
    r"|neurons?|synapses|calculations|possib\p{L}*|to one|viruses)\b"
)
_SIGN_AND_WORD = regex.compile(
    r"(?P<n>\d[\d.,]*[ ]?%)[ ](?P<word>percent|per[ ]cent|pct)\b|(?P<n2>\d[\d.,]*[ ](?:percent|per[ ]cent))[ ]?(?P<word2>%|percent\b"
    r"|per[ ]cent\b)"
)
_CURRENCIES = {
    "$": r"dollars?|bucks",
    "€": r"euros?",
    "£": r"pounds?(?![ ]of\b)",
    "¥": r"yen|yuan",
    "₽": r"rou?bles?",
    "₴": r"hryvnias?",
    "₹": r"rupees?",
}
_MONEY = regex.compile(
    rf"(?P<sign>[$€£¥₽₴₹])[ ]?(?P<n>{NUMBER.replace('[ ]', ' ')}|\d[\d.,]*\d(?:[ ](?:thousand|million|billion|trillion))?)[ ]"
    rf"(?P<word>(?:US |American |Canadian |Australian )?(?:{'|'.join(_CURRENCIES.values())}))\b(?!-)"
)


def doubled(analysis: Analysis) -> Iterator[Found]:
    """Two scale words, or the sign and the word for one unit. A thousand million is a billion in the older way of counting."""
    text = analysis.text
    for hit in _TWO_SCALES.finditer(text):
        if not _SCIENCE.search(text, hit.end(), hit.end() + 40) and hit["n"].lower() != "hundred":
            yield Found(Span(hit.start("n"), hit.end()), {"reason": f"'{hit['one']}' and '{hit['two']}' are both scales"})
    for hit in _SIGN_AND_WORD.finditer(text):
        name, word = ("n", "word") if hit["n"] else ("n2", "word2")
        yield Found(Span(hit.start(name), hit.end(word)), {"reason": "the per cent is said twice"}, (hit[name],))
    for hit in _MONEY.finditer(text):
        word = hit["word"].split()[-1]
        if regex.fullmatch(_CURRENCIES[hit["sign"]].replace("(?![ ]of\\b)", ""), word):
            yield Found(Span(*hit.span()), {"reason": "the currency is said twice"}, (hit["sign"] + hit["n"],))
