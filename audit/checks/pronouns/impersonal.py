"""This file finds `he` and `she` for an impersonal pronoun of the source: `He is necessary that`, `He rains`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

import regex

from audit.found import Found
from audit.model import Analysis, Span

_BE = (
    r"(?:[ ](?:would|will|may|might|should|must|could|can)(?:[ ]not)?(?:[ ]also|[ ]therefore)?[ ](?:be|have[ ]been|become|seem|appear)"
    r"|[ ](?:is|was|has[ ]been|had[ ]been|becomes|became|seems|seemed|remains|remained|appears|appeared)|[’']s)"
)
_DEGREE = (
    r"(?:[ ](?:not|also|now|very|quite|more|still|therefore|thus|often|always|already|hardly|absolutely|so|too"
    r"|even|only|all[ ]the[ ]more|highly|really|then))*"
)
_OF_THINGS = (
    "necessary|possible|impossible|important|essential|obvious|evident|true|unacceptable|regrettable|inevitable|probable|improbable|imperative"
    "|noteworthy|desirable|undeniable|indisputable|conceivable|inconceivable|paradoxical|unthinkable|preferable|advisable|customary"
    "|premature|worthwhile|understandable|deplorable|surprising|interesting|strange|likely|unlikely|unclear|crucial|vital|urgent|logical|symptomatic"
)
_WITH_TO = (
    "necessary|possible|impossible|important|essential|imperative|desirable|advisable|customary|premature|preferable|worthwhile|unthinkable"
    "|inconceivable|interesting|urgent|useful|useless|crucial|vital|permissible|logical|illogical|normal"
)
_STRANDED = regex.compile(
    r"[ ](?!in|on|at|for|with|as|by|from|of|because|when|if|and|or|but|than|unless|without|until|after|before|to)\p{L}"
)
"""An object behind the infinitive: in `he is impossible to beat at home` it is he."""
_PARTICIPLES = (
    "noted|emphasi[sz]ed|stressed|recalled|remembered|mentioned|pointed[ ]out|underlined|admitted|recogni[sz]ed|assumed|feared|hoped"
)
_SAID = "said|reported|decided|known|found|believed|expected|estimated|announced|agreed|alleged|claimed|thought|suggested|argued|proposed"
_IMPERSONAL = rf"""
    (?<![\p{{L}}\p{{N}}’'-])(?P<he>[Hh]e|[Ss]he)
    (?: {_BE}{_DEGREE}[ ](?:{_OF_THINGS})[ ](?:that|whether|for[ ][\p{{L}} ]{{2,30}}[ ]to)\b
      | {_BE}{_DEGREE}[ ](?P<adj>{_WITH_TO})[ ]to[ ](?P<verb>\p{{Ll}}+)
      | [ ](?:should|must|may|can|could|might|needs[ ]to|has[ ]to|is[ ]to)[ ](?:also[ ]|not[ ])?be[ ](?:{_PARTICIPLES})[ ]that\b
      | [ ](?:seems|seemed|appears|appeared|turns[ ]out|turned[ ]out|happens|happened
         |follows|followed|emerges|emerged|goes[ ]without[ ]saying)[ ]that\b
      | [ ](?:remains|is|was)[ ]to[ ]be[ ](?:seen|hoped|feared|noted|expected)[ ](?:that|whether|if|how|what)\b
      | [ ](?:is|was)[ ](?:(?:about|high)[ ]time[ ]|(?:now[ ])?time[ ](?:to|for|that)[ ])
      | [ ](?:is|was|remains)[ ](?:(?:not|still|too|very)[ ])?(?:hard|difficult|easy|early|soon|impossible)[ ]to[ ]
        (?:say|tell|know|predict|judge|estimate|imagine|believe|see)[ ](?:who|what|how|whether|if|when|why|where|that)\b
      | [ ](?:is|was|would[ ]be)[ ](?:better|best)[ ]to[ ]
        (?:wait|avoid|say|know|use|have|be|go|stay|start|speak|talk|let|keep|take|do|make)\b
      | [ ](?:is|was)[ ]no[ ](?:doubt|secret|coincidence|wonder|accident|surprise)[ ]that\b
      | [ ](?:is|was)[ ]a[ ](?:fact|pity|shame|matter[ ]of[ ]fact)[ ]that\b
      | [ ](?:is|was|will[ ]be)[ ]up[ ]to[ ](?!the[ ](?:task|job|challenge))(?:\p{{L}}+[ ]){{1,4}}to[ ]\p{{Ll}}+
      | [ ](?:depends|depended|will[ ]depend)[ ]on[ ](?:\p{{L}}+[ ]){{1,5}}(?:whether|if)\b
      | [ ](?:takes|took)[ ](?:(?:a[ ]lot[ ]of|much|great|some)[ ])?(?:courage|guts|patience)[ ]to[ ]
      | [ ](?:is|was|has[ ]been|will[ ]be)[ ](?:(?:almost|nearly|now|already|exactly|about)[ ])?
        (?:\d+|\p{{Ll}}+)[ ](?:years?|months?|weeks?|days?)[ ]since\b
      | [ ](?:is|was|has[ ]been|had[ ]been|will[ ]be)[ ](?:also[ ]|not[ ])?(?:{_SAID})[ ]that\b
    )"""
_WEATHER = r"""
    (?<![\p{L}\p{N}’'-])(?P<he>[Hh]e|[Ss]he)
    (?: [ ](?:rains|rained|snows|snowed|drizzled)\b(?![ ](?:his|her|their|the|them|us|down|on|blows|praise))
      | [ ](?:hailed[ ](?:all|for|during|heavily)|thundered[ ](?:all|and|during))\b
      | [ ](?:is|was|has[ ]been|had[ ]been|will[ ]be|started|began)(?:[ ](?:also|still|already))?[ ](?:raining|snowing|drizzling)\b
      | [ ](?:will|would|may|might|could)[ ](?:rain|snow)\b(?![ ](?:down|on|blows|in[ ]the[ ]air))
      | [ ](?:is|was)[ ](?:(?:about|around|nearly|almost|already)[ ])?(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six
          |seven|eight|nine|ten|eleven|twelve)
        [ ]?(?:o[’']clock|a\.?m\.?\b|p\.?m\.?\b)
      | [ ](?:is|was|gets|got|grew)[ ](?:(?:already|still|now)[ ])?dark(?=[ ](?:at|when|by|and|in|outside|before|after)[ ]|[,.])
      | [ ](?:is|was)[ ](?:very[ ])?(?:foggy|windy|sunny|rainy|cloudy|stormy)\b
    )"""


@cache
def _expression(template: str) -> regex.Pattern[str]:
    return regex.compile(template, regex.VERBOSE)


def _impersonal(template: str, analysis: Analysis) -> Iterator[Found]:
    for hit in _expression(template).finditer(analysis.text):
        groups = hit.groupdict()
        if groups.get("verb") and not _infinitive(analysis, hit, groups.get("adj") or ""):
            continue
        word = hit["he"]
        yield Found(Span(*hit.span("he")), {"phrase": hit[0].strip()}, ("It" if word[0].isupper() else "it",))


def _infinitive(analysis: Analysis, hit: regex.Match[str], adjective: str) -> bool:
    """`He is possible to reduce the debt`, not `he is necessary to the team`, `he is impossible to beat`."""
    token = analysis.tokens.char_span(*hit.span("verb"))
    if token is None or token[0].tag_ != "VB":
        return False
    alone = {"necessary", "advisable", "premature", "preferable", "customary", "permissible", "imperative", "unthinkable"}
    return adjective in alone or _STRANDED.match(analysis.text, hit.end("verb")) is not None


FAULTS: dict[str, Callable[[Analysis], Iterator[Found]]] = {
    "impersonal": partial(_impersonal, _IMPERSONAL),
    "weather": partial(_impersonal, _WEATHER),
}
