"""This file tests which pronouns and nouns of a translation are told to be of the other gender than in the source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit import ledger
from audit.align import align
from audit.analyse import analyse
from audit.checks.source import FAULTS
from audit.checks.source.both import Sides, sides
from audit.model import Document
from audit.original import read
from audit.segment import segment


def both(text: str, source: str, language: str) -> Sides:
    document = Document("a", text, source=source, source_language=language)
    analysis = ledger.keep(analyse(document, segment(document)))
    original = read(source, language)
    found = sides(replace(analysis, original=original, alignment=align(analysis, original)))
    assert found is not None
    return found


def told(fault: str, text: str, source: str, language: str) -> list[str]:
    return [found.span.of(text) for found in FAULTS[fault](both(text, source, language))]


@pytest.mark.parametrize(
    ("text", "source", "language", "found"),
    [
        ("He rejected the offer at once.", "Nabídku hned odmítla.", "cs", "He"),
        ("The tenant said he would appeal.", "La locataire a dit qu'elle ferait appel.", "fr", "he"),
        ("The engineer said she had seen the plans.", "工程师说，他看过那些图纸。", "zh", "she"),
        ("She added that the talks go on.", "Он добавил, что переговоры продолжаются.", "ru", "She"),
    ],
)
def test_a_pronoun_of_the_other_gender_is_told(text: str, source: str, language: str, found: str) -> None:
    assert told("gender-changed", text, source, language) == [found]


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The victim lost his wallet.", "La victime a dit qu'elle avait perdu le portefeuille.", "fr"),
        ("The ship lost her anchor.", "Корабль потерял якорь, и он утонул.", "ru"),
        ("He said her mother was ill.", "Il a dit que sa mère était malade.", "fr"),
        ("She said there was no time left.", "La directrice a dit qu'il n'y avait plus de temps.", "fr"),
        ("The company said it had told her the truth.", "Компания заявила, что она сказала правду Анне.", "ru"),
        ("He said they had left.", "他说，他们已经走了。", "zh"),
    ],
)
def test_what_grammar_alone_makes_a_woman_or_a_man_is_no_fault(text: str, source: str, language: str) -> None:
    assert not told("gender-changed", text, source, language)


@pytest.mark.parametrize(
    ("text", "source", "language", "found"),
    [
        ("The minister brought his sister.", "Le ministre a amené son frère.", "fr", "sister"),
        ("Two men were hurt.", "2人の女性がけがをした。", "ja", "men"),
        ("His wife was questioned.", "她的丈夫受到了询问。", "zh", "wife"),
        ("The king opened the session.", "Die Königin eröffnete die Sitzung.", "de", "king"),
    ],
)
def test_a_noun_of_the_other_gender_is_told(text: str, source: str, language: str, found: str) -> None:
    assert told("gendered-noun-changed", text, source, language) == [found]


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("A teacher who came with his wife smiled.", "夫婦で来た男性教師は笑った。", "ja"),
        ("The man and his wife won.", "Das Ehepaar gewann, sagte der Mann.", "de"),
        ("The waiter brought the bill.", "La serveuse a apporté l'addition.", "fr"),
        ("The siblings left.", "兄弟は去った。", "ja"),
        ("Human rights matter to women.", "Les droits de l'homme comptent pour les femmes.", "fr"),
    ],
)
def test_couples_and_words_for_either_gender_are_left_alone(text: str, source: str, language: str) -> None:
    assert not told("gendered-noun-changed", text, source, language)


@given(st.text(max_size=80), st.sampled_from(["zh", "ja", "ko", "ar", "hi", "de", "ru", "tr", "fr", "fi", "xx"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_source_is_compared_with_spans_in_bounds(source: str, language: str) -> None:
    facing = both("She said his mother and the king had left him.", f"{source} она, elle, er.", language)
    for fault in ("gender-changed", "gendered-noun-changed"):
        for found in FAULTS[fault](facing):
            assert 0 <= found.span.start < found.span.end <= len(facing.text)
            assert found.source_span is None or found.source_span.end <= len(facing.source)
