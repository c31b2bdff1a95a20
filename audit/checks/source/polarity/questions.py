"""This file finds questions of the source that the translation states, and statements that it asks."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.checks.source.both import Sides
from audit.found import Found
from audit.spans import Span

_MARK = regex.compile(r"(?<!\()[?？؟⁇⁈⁉]+(?!\))")
_ASKS = {
    "ja": r"か[。」』）)（(な]|(?:か|かな|の|だろう|でしょう)[。」』]?\s*\Z|とは(?![\p{Han}\p{Hiragana}\p{Katakana}])|[？?]",
    "zh": r"[吗嗎呢吧么麼][。”」』]|[能可会會]否|"
    r"(?:是否|何|吗|嗎|什么|什麼|怎么|怎麼|谁|誰|哪|几|多少|如何|为啥)[^。]{0,20}[。”」』]?\s*\Z",
    "ko": r"(?:까|니|나요|가요|는가|는지|ㄹ까)[.”\"'’」]?\s*\Z|까[.”\"]",
    "th": r"(?:ไหม|หรือ|อะไร|ทำไม|อย่างไร|เท่าไร|ใคร)",
    "el": r"[;;]",
    "hi": r"क्या|क्यों|कैसे|कौन|कब|कहाँ|कहां|कितन",
    "ar": r"(?<!\p{L})(?:هل|أليس|ألا|لماذا|كيف|ماذا|متى|أين)(?!\p{L})",
    "fa": r"(?<!\p{L})(?:آیا|چرا|چگونه|چه|کجا|چطور)(?!\p{L})",
    "tr": r"(?<!\p{L})m[ıiuü](?:y[ıiuü]z|s[ıiuü]n[ıiuü]?z?|d[ıiuü]r|yd[ıiuü]\p{L}*)?(?!\p{L})",
    "ru": r"(?<!\p{L})ли(?!\p{L})",
    "uk": r"(?<!\p{L})чи(?!\p{L})",
    "pl": r"(?<!\p{L})[Cc]zy(?!\p{L})",
    "cs": r"(?<!\p{L})zda|jestli(?!\p{L})",
    "fi": r"\p{L}k[oö](?:han|hän)?(?!\p{L})",
    "id": r"(?<!\p{L})(?:apakah|mengapa|kenapa|bagaimana|siapa|kapan|berapa)(?!\p{L})",
}
"""How a question shows in the source without its mark: then nothing is said."""
_UNSTOPPED = regex.compile(
    r"(?i)(?<!\p{L})(?:wie|was|warum|wer|wo|wann|weshalb|comment|pourquoi|qui|où|quand|combien|quel\p{L}*|que|cómo|qué|quién|dónde|cuándo"
    r"|cuánt\p{L}*|come|che|chi|dove|quando|perché|quanto|como|porque|por que|quem|onde|hoe|wat|waarom|wie|waar|wanneer"
    r"|как|что|почему|кто|где|когда|сколько|зачем|чего|чого|як|що|чому|хто|де|коли|скільки|jak|co|dlaczego|kto|gdzie|kiedy|ile|proč|kdo|kde|kdy|kolik"
    r"|nasıl|neden|niçin|kim|nerede|miten|miksi|kuka|missä)(?!\p{L})[^.!…]*[.\"”“»]*\s*\Z"
)
"""A heading with a word that asks: many languages put no mark behind it."""
_TAG = regex.compile(r"(?i)(?:,|[–—-])\s*(?:\p{L}+\s+){0,3}\p{L}+\s*[?？]")
_QUOTED = regex.compile(r"[\"“„«]\s*\p{L}+(?:\s\p{L}+)?\s*[?]")
_LAST = regex.compile(r"[^\s“”\"'’)]+[“”\"'’)]*\s*\Z")
_ASKED = regex.compile(
    r"(?i)\b(?:ask|asks|asked|asking|wonder\w*|question\w*|inquir\w*|enquir\w*|whether|how|why|who|whose|what|which|when|where|if|unclear|let|rhetoric\w*"
    r"|perhaps|maybe|may|might|surely|right|suppose|imagine|guess|doubt)\b"
)


def question_as_statement(both: Sides) -> Iterator[Found]:
    """The source asks, the translation says."""
    for couple in both.couples:
        asked = list(_MARK.finditer(both.source, couple.there.start, couple.there.end))
        if not asked or _MARK.search(both.text, couple.wide_here.start, couple.wide_here.end) or _ASKED.search(couple.here.of(both.text)):
            continue
        last = asked[-1]
        if _TAG.search(both.source, max(couple.there.start, last.start() - 30), last.end()) and len(asked) == 1:
            continue
        place = _LAST.search(both.text, couple.here.start, couple.here.end)
        span = Span(place.start(), place.start() + len(place[0].rstrip())) if place else couple.here
        yield Found(span, {"source": both.source[last.start() : last.end()]}, source_span=Span(*last.span()))


def statement_as_question(both: Sides) -> Iterator[Found]:
    """The translation asks what the source says."""
    shows = _ASKS.get(both.language)
    for couple in both.couples:
        asked = _MARK.search(both.text, couple.here.start, couple.here.end)
        if not asked or _MARK.search(both.source, couple.wide_there.start, couple.wide_there.end):
            continue
        there = couple.there.of(both.source)
        if (shows and regex.search(shows, there)) or _UNSTOPPED.search(there):
            continue
        yield Found(Span(_word(both.text, asked.start()), asked.end()))


def _word(text: str, at: int) -> int:
    """Where the word begins that ends at an offset."""
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at
