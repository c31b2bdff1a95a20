"""This file finds reporting clauses that kept the word order of their source, lost their subject or came out twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from audit.model import Analysis, Match, Rule, Span
from audit.speech import (
    FINITE,
    clause_before,
    expression,
    opens_sentence,
    quote_ending_at,
    quoted_sentence_before,
    tokens_from,
    verb_follows,
)

Fault = Literal["date-inside", "medium-inside", "and-inverted", "doubled", "framed-twice", "no-subject", "pronoun-and-speaker", "stranded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which fault of the reporting clause the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Attribution:
    """Looks at reporting verbs beside quotations and at the end of sentences."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for span, better, values in FAULTS[rule.settings.fault](analysis):
                yield Match(rule.name, span, values, better)


Found = tuple[Span, tuple[str, ...], dict[str, str]]
_AFTER_QUOTE = r"(?<=[”\"»’],?[ ](?:[–—-][ ])?)"
_WHERE = (
    r"(?:[ ]\(\d{1,2}\))?(?:,?[ ](?:(?:in|at)[ ]\p{Lu}[\p{L}-]+|(?:on|in|at)[ ](?:the[ ]|an?[ ])?\p{Ll}{4,}"
    r"|on[ ]\p{Lu}[\p{L}-]+[ ]\p{Lu}[\p{L}-]+))?"
)
_PAST_QUOTE = (
    _AFTER_QUOTE + r"(?P<verb>%(verb)s)(?P<comma>,?)[ ](?P<when>%(when)s" + _WHERE + r")(?:,[ ]|[ ])"
    r"(?:(?P<who>%(who)s|%(body)s)|(?P<anyone>the[ ](?:\p{Ll}[\p{L}’'-]+[ ]){0,5}[\p{L}’'-]+)(?=[.,;]|$))"
)
_PAST_CLAUSE = (
    r"(?<=[\p{L}\d%%)],[ ])(?P<verb>%(verb)s)(?P<comma>,?)[ ](?P<when>%(when)s(?:[ ]in[ ]\p{Lu}[\p{L}-]+)?),?[ ]"
    r"(?P<who>(?!an?[ ]|%(name)s[ ]|the[ ]new)(?:%(who)s|%(body)s))(?P<anyone>)(?=[.,])"
)


def _date_inside(analysis: Analysis) -> Iterator[Found]:
    """`” insisted Friday the president`: the date stands between the reporting verb and its subject (French, Spanish, Italian)."""
    hits = [*expression(_PAST_QUOTE).finditer(analysis.text)]
    hits += [hit for hit in expression(_PAST_CLAUSE).finditer(analysis.text) if clause_before(analysis, hit.start())]
    for hit in hits:
        who = hit["who"] or (hit["anyone"] if quoted_sentence_before(analysis, hit.start()) else None)
        named_for_a_day = who is not None and " " not in f"{hit['when']}{who}"  # `said Friday Okafor`
        if who and not named_for_a_day and not verb_follows(analysis, hit.end()):
            when = hit["when"] if hit["when"][0].islower() else f"on {hit['when']}"
            yield Span(*hit.span()), (f"{who} {hit['verb']} {when}",), {"verb": hit["verb"], "when": hit["when"]}


_SITE = (
    r"Facebook|Twitter|X|Telegram|Instagram|TikTok|YouTube|AFP|Reuters|AP|CNN|BBC|TASS|RIA|Interfax|Efe|EFE|DPA|ANSA|"
    r"reporters|journalists|television|radio"
)
_GENRE = (
    r"statement|interview|press[ ]conference|news[ ]conference|speech|letter|video|message|press[ ]release|tweet|"
    r"post|hearing|briefing|note|communiqué|broadcast|newspaper|daily|agency|press"
)
_PLACELESS = r"in[ ](?:statements|remarks|comments)|(?:on|to|in)[ ]\p{Lu}[\p{L}-]+(?:[ ]\p{Lu}[\p{L}-]+)?(?=[ ]the[ ])"
_MEDIUM = (
    rf"(?:(?:(?:on|in|via|to|at|during)[ ])?(?:{_SITE}|(?:an?|the|his|her|its)[ ](?:[\p{{L}}-]+[ ]){{0,2}}(?:{_GENRE}))|{_PLACELESS})"
    rf"(?:[ ](?:to|with|on|for)[ ](?:the[ ])?(?:{_SITE}|press|newspaper|agency))?"
)
_MEDIUM_INSIDE = (
    _AFTER_QUOTE + rf"(?P<verb>%(verb)s),?[ ](?P<medium>{_MEDIUM}),?[ ](?P<who>%(office)s|%(body)s|%(full_name)s)"
    r"(?=[.,]|[ ](?:on|in|at|after|during)[ ])"
)


def _medium_inside(analysis: Analysis) -> Iterator[Found]:
    """`” told AFP the mayor.`, `” said in a statement Ana Velk.`: hearer or medium between the verb and its subject."""
    for hit in expression(_MEDIUM_INSIDE).finditer(analysis.text):
        if not verb_follows(analysis, hit.end()):
            yield Span(*hit.span()), (f"{hit['who']} {hit['verb']} {hit['medium']}",), {"verb": hit["verb"], "medium": hit["medium"]}


_AND_INVERTED = r"(?<=[,.!?][”\"»][ ])and[ ](?P<verb>%(verb)s)[ ](?P<who>%(who)s)(?=[.])"


def _and_inverted(analysis: Analysis) -> Iterator[Found]:
    """`“...,” and demanded the minister.`: the quotation opens the sentence, so `and` joins the verb to nothing."""
    for hit in expression(_AND_INVERTED).finditer(analysis.text):
        quote = quote_ending_at(analysis, hit.start())
        if quote is not None and opens_sentence(analysis, quote):
            yield Span(*hit.span()), (f"{hit['verb']} {hit['who']}", f"{hit['who']} {hit['verb']}"), {"verb": hit["verb"]}


_CLAUSE_END = r"(?=[ ]*[.,;:–—]|\s*$|[ ](?:in|on|at|during|after|before|when|while|yesterday)[ ])"
_DOUBLED = _AFTER_QUOTE + r"(?P<first>%(verb)s)[ ](?P<rest>(?:he|she|they|it|I|we|%(who)s)[ ](?:%(verb)s))" + _CLAUSE_END
_SAYING = "said|says|added|stated|noted|stressed|explained|announced|claimed|insisted|emphasi[sz]ed|warned"
_SAID_AGAIN = (
    r"(?<!\b(?i:what|whatever|all|as|everything|words|things|what[ ]little|how)[ ])\b"
    rf"(?P<rest>(?P<who>(?i:he|she|they))[ ](?P<verb>{_SAYING}))"
    rf",?[ ](?i:(?P=who))[ ](?P=verb)(?=[ ](?:in|on|at|to|that|during|after|late|outside)\b|[.,])"
    rf"|\b(?P<verb>{_SAYING}),[ ](?P<rest>(?:he|she|they)[ ](?P=verb))(?=[,.])"
    rf"|{_AFTER_QUOTE}(?P<verb>said|says)[ ](?P<rest>the[ ](?:(?!who\b|that\b)\p{{Ll}}+[ ]){{1,3}}(?P=verb))"
    r"(?=[ ](?:in|on|at|outside|after|before|during|late|yesterday|this|last)\b|[.,])"
)


def _doubled(analysis: Analysis) -> Iterator[Found]:
    """`” said he said.`, `she said, she said`, `the minister added, he added,`: the verb before and after its subject."""
    for template in (_DOUBLED, _SAID_AGAIN):
        for hit in expression(template).finditer(analysis.text):
            yield Span(*hit.span()), (hit["rest"],), {}


_SAYS = "said|says|stated|noted|added|stressed|explained|emphasized|emphasised|told|continued"
_FRAMED = (
    rf"\b(?:{_SAYS})(?:[ ](?:that|the[ ]following))?[:,]?[ ](?:that[ ])?[“\"«][^“”\"«»\n]{{40,}}?[,.]?[”\"»],?[ ]"
    r"(?P<span>(?:he|she|they)[ ](?:said|says|stated|noted|added|stressed|explained))(?=[.])"
)


def _framed_twice(analysis: Analysis) -> Iterator[Found]:
    """`X said, “...,” he said.`: one quotation with a reporting clause on both sides (Turkish, Chinese, Korean, Japanese)."""
    for hit in expression(_FRAMED).finditer(analysis.text):
        yield Span(*hit.span("span")), (), {}


_SOURCE = (
    r"message|statement|report|material|article|publication|press[ ]service|press[ ]office|ministry|department|agency|embassy|"
    r"administration|headquarters|company|service|committee|prosecutor's[ ]office|office"
)
_PLACE = (
    rf"(?:in|at|on)[ ]the[ ](?:[\p{{L}}’'-]+[ ]){{0,3}}(?i:{_SOURCE})"
    r"(?:[ ](?:of|for)[ ][^.,;:“”\"]{2,60})?(?:[ ](?:the[ ])?\p{Lu}[\p{L}’'-]*)*"
)
_NO_SUBJECT = (
    rf"(?:{_AFTER_QUOTE}|(?<=[\p{{L}}\d],[ ](?:[–—-][ ])?))"
    r"(?P<verb>said|stated|reported|noted|told|informed|added|explained|emphasized|emphasised|stressed|clarified|specified|indicated|assured|"
    r"says|states|notes|points[ ]out|pointed[ ]out|explains|informs|reminds|adds|stresses|emphasizes|underlines|underlined|specifies)"
    rf"[ ](?P<place>{_PLACE})(?=[.]|$)"
)


def _no_subject(analysis: Analysis) -> Iterator[Found]:
    """`”, – stated in the message.`, `..., reported in the ministry.`: nobody does the saying (Russian, Ukrainian)."""
    for hit in expression(_NO_SUBJECT).finditer(analysis.text):
        quote = quote_ending_at(analysis, hit.start())
        if opens_sentence(analysis, quote) if quote else clause_before(analysis, hit.start()):
            yield Span(*hit.span()), (), {"verb": hit["verb"], "place": hit["place"]}


_SAID = "said|added|stated|stressed|explained|declared|announced|emphasized|emphasised|confirmed|indicated|underlined"
_FILLER = r"(?:,?[ ](?:for[ ](?:his|her)[ ]part|in[ ]turn|in[ ]conclusion),?)?"
_TWO_SUBJECTS = (
    rf"\b(?P<pronoun>[Hh]e|[Ss]he|[Ii]t)[ ](?P<verb>{_SAID}){_FILLER}[ ](?P<who>%(body)s|%(office)s|(?!%(when)s)%(name)s)(?=[ ]that\b)"
    rf"|{_AFTER_QUOTE}(?P<pronoun>he|she)[ ](?P<verb>said|stated|stressed|added|explained){_FILLER}[ ]"
    r"(?P<who>%(full_name)s|the[ ]%(office)s)(?=[.,]|$)"
)


def _pronoun_and_speaker(analysis: Analysis) -> Iterator[Found]:
    """`He said al-Velk that`, `” he said for his part Tomas Velk.`: a pronoun fills the place of the subject that comes later."""
    for hit in expression(_TWO_SUBJECTS).finditer(analysis.text):
        following = [token for token in tokens_from(analysis, hit.end()) if token.lower_ not in (",", "that")]
        if hit["who"].split()[0] in _MONTHS_AND_DAYS or (following and following[0].tag_ in FINITE):
            continue
        yield Span(*hit.span()), (f"{hit['who']} {hit['verb']}",), {"pronoun": hit["pronoun"], "who": hit["who"]}


_MONTHS_AND_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_STRANDED = (
    r"(?<=(?<!\p{L})\p{Ll}{2,}[.][”\"]?[ ])(?P<who>He|She|%(name)s)[ ]"
    r"(?P<verb>said|added|stressed|noted|stated|claimed|emphasized|emphasised|pointed[ ]out|underlined)[.](?=\s|$)"
)


def _stranded(analysis: Analysis) -> Iterator[Found]:
    """`It cannot go on. Velk pointed out.`: the reporting clause became a sentence of its own."""
    for hit in expression(_STRANDED).finditer(analysis.text):
        who = hit["who"].lower() if hit["who"] in ("He", "She") else hit["who"]
        yield Span(hit.start(), hit.end() - 1), (), {"clause": f"{who} {hit['verb']}"}


FAULTS: dict[Fault, Callable[[Analysis], Iterator[Found]]] = {
    "date-inside": _date_inside,
    "medium-inside": _medium_inside,
    "and-inverted": _and_inverted,
    "doubled": _doubled,
    "framed-twice": _framed_twice,
    "no-subject": _no_subject,
    "pronoun-and-speaker": _pronoun_and_speaker,
    "stranded": _stranded,
}
