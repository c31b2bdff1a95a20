"""This file finds quotations whose speaker says *I* in the source and *he* in the translation."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.checks.source.both import Sides
from audit.checks.source.quotations.paired import pairs
from audit.found import Found
from audit.spans import Span

_OURS = regex.compile(r"(?i)(?<!\p{L})(?:I|me|my|mine|myself|we|us|our|ours|ourselves|let's)(?!\p{L})")
_THEIRS = regex.compile(r"(?i)(?<!\p{L})(?:he|she|his|her|him|hers|himself|herself)(?!\p{L})")
_I = {
    "fr": "je|j['’]|moi|mon|ma|mes|nous|notre|nos",
    "de": "ich|mich|mir|mein(?:e|en|em|er|es)?|wir|uns|unser(?:e|en|em|er|es)?",
    "es": "yo|mí|mi|mis|me|nosotros|nosotras|nuestr[oa]s?",
    "it": "io|mi|me|mio|mia|miei|mie|noi|nostr[oaie]",
    "pt": "eu|mim|me|meus?|minhas?|nós|noss[oa]s?",
    "nl": "ik|mij|me|mijn|wij|we|ons|onze",
    "ru": "я|меня|мне|мной|мо[йяеёи]|моего|моей|моему|моих|мою|мы|нас|нам|нами|наш(?:а|е|и|его|ей|ему|их|у)?",
    "uk": "я|мене|мені|мною|мій|моя|моє|мої|мого|моєї|моїх|мою|ми|нас|нам|нами|наш(?:а|е|і|ого|ої|ому|их|у)?",
    "pl": "ja|mnie|mną|mój|moja|moje|mojego|mojej|moich|moją|my|nas|nam|nami|nasz(?:a|e|ego|ej|ych|ą)?",
    "cs": "já|mě|mně|mnou|můj|moje|mého|mých|mou|my|nás|nám|námi|náš|naše|našeho|našich|naši",
    "tr": "ben|beni|bana|benim|biz|bizi|bize|bizim",
    "fi": "minä|minun|minua|minulle|minulla|me|meidän|meitä|meille",
    "id": "saya|aku|kami|kita",
    "ar": "أنا|نحن|إنني|إننا|أننا|لدينا|لي|لنا",
    "fa": "من|ما|مرا",
    "hi": "मैं|मैंने|मुझे|मेरा|मेरी|मेरे|हम|हमने|हमें|हमारा|हमारी|हमारे",
}
_GLUED = {"zh": "我", "ja": "私|僕|俺|我々|わたし|われわれ", "ko": "나는|저는|내가|제가|우리|나의|저희"}
_HE = {
    "zh": "他|她",
    "ja": "彼|氏|さん",
    "fr": "il|elle|lui|son|sa|ses|leur|leurs|l['’]|le|la|celui|celle|qui",
    "de": "er|sie|ihn|ihm|ihr(?:e|en|em|er)?|sein(?:e|en|em|er|es)?",
    "ru": "он|она|его|её|ее|ему|ей|ним|ней|сво[^\\s]+",
    "uk": "він|вона|його|її|йому|їй|ним|ній|сво[^\\s]+",
}


def person_shift(both: Sides) -> Iterator[Found]:
    """The source's quotation has a first person and the translation's none, but a third that the source has not."""
    first, third = first_person(both.language), _HE.get(both.language)
    if first is None:
        return
    for pair in pairs(both):
        here, there = pair.here.of(both.text), pair.there.of(both.source)
        told = _THEIRS.search(here)
        said = first.search(there)
        if not told or not said or _OURS.search(here) or (third and regex.search(_bounded(third, both.language), there)):
            continue
        yield Found(
            Span(pair.here.start + told.start(), pair.here.start + told.end()),
            {"source": said[0]},
            source_span=Span(pair.there.start + said.start(), pair.there.start + said.end()),
        )


def first_person(language: str) -> regex.Pattern[str] | None:
    """What says *I* or *we* in a language; None where it is not known."""
    words = _I.get(language) or _GLUED.get(language)
    return expression("(?i)" + _bounded(words, language)) if words else None


def _bounded(words: str, language: str) -> str:
    return words if language in _GLUED else rf"(?i)(?<![\p{{L}}\p{{M}}])(?:{words})(?:(?<=['’])|(?![\p{{L}}\p{{M}}]))"
