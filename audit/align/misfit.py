"""This file tells when a source text cannot be the original of a translation: another article, language or length, or the files swapped."""

from __future__ import annotations

from audit.languages import name
from audit.model import Alignment, Analysis, Original, Reference

SURE = 0.85
"""Probability from which the detector is believed against the user."""
ENOUGH_LETTERS = 80
LONG_LETTERS = 400
TIMES = 5.0
"""A source that is so many times longer or shorter than the translation is another text, or a part of it."""
WORDS_IN_A_SIGN = {"zh": 3.2, "ja": 2.4, "ko": 2.2}
"""English letters for one letter of the source, about; 1 elsewhere."""
SENTENCES = 3
STRANGE = 0.4
"""Confidence of the whole alignment below which the texts have nothing to do with each other (62 true pairs in nine languages: .66 to
1; 62 false ones: 0 to .35, Hausa .55)."""
UNLIKE = 0.45
"""Share of a text coupled with its reference below which they are two articles (200 true pairs: .93 to 1, but for eight translations that
were gibberish; 200 false ones: 0 to .40, but for two reports of one event)."""
RELATED = (
    frozenset(("ru", "uk", "be", "bg", "mk", "sr")),
    frozenset(("hr", "sr", "bs", "sh", "sl")),
    frozenset(("cs", "sk")),
    frozenset(("id", "ms")),
    frozenset(("no", "nb", "nn", "da", "sv")),
    frozenset(("es", "pt", "gl", "ca", "an", "ast")),
    frozenset(("nl", "af")),
    frozenset(("zh", "yue", "wuu")),
    frozenset(("fa", "ar", "ur", "ps", "ckb", "arz")),
    frozenset(("tr", "az")),
    frozenset(("hi", "mr", "ne")),
)
"""Languages that a detector takes for one another."""


def wrong_language(text: str, told: str | None, found: tuple[str, float] | None) -> str:
    """What is wrong with the language of a source: it is English, or not what was said. Empty when nothing is."""
    if found is None or found[1] < SURE or _letters(text, found[0]) < ENOUGH_LETTERS:
        return ""
    if found[0] == "en" and told != "en":
        return "reads like English: give the original, or swap the two files; a human translation belongs to --reference"
    if told and found[0] != told and not any({told, found[0]} <= family for family in RELATED):
        return f"reads like {name(found[0])}, not {name(told)}: give --source-lang {found[0]}, or the right file"
    return ""


def _letters(text: str, language: str) -> float:
    """About as many English letters as a text has in its language."""
    return sum(map(str.isalpha, text)) * WORDS_IN_A_SIGN.get(language, 1.0)


def wrong_length(analysis: Analysis, original: Original) -> str:
    """What is wrong with the length of a source. Empty when nothing is."""
    here = sum(map(str.isalnum, analysis.text))
    there = sum(map(str.isalnum, original.text)) * WORDS_IN_A_SIGN.get(original.language or "", 1.0)
    longer, shorter = max(here, there), max(1.0, min(here, there))
    if longer < LONG_LETTERS or longer / shorter < TIMES:
        return ""
    side = "longer" if there > here else "shorter"
    return f"is some {longer / shorter:.0f} times {side} than the translation: give the text that was translated, no more and no less"


def stranger(alignment: Alignment, original: Original) -> str:
    """Says that the two texts have nothing to do with each other. Empty when they may have."""
    if len(original.sentences) < SENTENCES or alignment.method != "embeddings" or alignment.confidence >= STRANGE:
        return ""
    return f"does not fit the translation: {alignment.confidence:.0%} of the text could be aligned; give the source of this article"


def foreign(text: str, found: tuple[str, float] | None) -> str:
    """Says that a reference is not in English. Empty when it may be."""
    if (
        found is None
        or found[0] == "en"
        or found[1] < SURE
        or sum(map(str.isalpha, text)) * WORDS_IN_A_SIGN.get(found[0], 1.0) < ENOUGH_LETTERS
    ):
        return ""
    return f"reads like {name(found[0])}, not English: give a human translation into English; the original belongs to --source"


def elsewhere(here: Original, reference: Reference) -> str:
    """Says that a reference has nothing to do with the translation. Empty when it may have."""
    there, alignment = reference.original, reference.alignment
    if min(len(here.sentences), len(there.sentences)) < SENTENCES:
        return ""
    shares = []
    for sentences, side in ((here.sentences, "here"), (there.sentences, "there")):
        letters = sum(one.span.end - one.span.start for one in sentences)
        spans = [(getattr(couple, side), couple.confidence) for couple in alignment.couples]
        shares.append(sum(sure * (span.end - span.start) for span, sure in spans) / max(1, letters))
    if max(shares) >= UNLIKE:
        return ""
    return f"does not fit the translation: {max(shares):.0%} of the text could be aligned; give a human translation of this article"
