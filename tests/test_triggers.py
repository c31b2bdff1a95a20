"""This file tests that the source turns the second key: it holds the expression that a card says was misread, or it does not."""

from __future__ import annotations

import pytest

from audit import original, triggers
from audit.analyse import analyse
from audit.cards import settings_of
from audit.model import Alignment, Analysis, Couple, Document, Example, Match, Rule
from audit.segment import segment
from audit.spans import Span

TEXT = "The word stands here."


def beside(source: str, language: str) -> Analysis:
    document = Document("a", TEXT, source=source, source_language=language)
    analysis = analyse(document, segment(document))
    here, there = Span(0, len(TEXT)), Span(0, len(source))
    object.__setattr__(analysis, "original", original.read(source, language))
    object.__setattr__(analysis, "alignment", Alignment((Couple(here, there, 1.0, here, there),)))
    return analysis


def turned(said: str, source: str, language: str, *languages: str) -> bool | None:
    settings = settings_of("phrase").validate_python({"any": ["word"]})
    rule = Rule(
        "false-friend/word", "m", "w", "accuracy/mistranslation", "major", 0.8, "phrase", settings,
        (Example("a"),), (Example("b"),), languages=languages or (language,),
    )  # fmt: skip
    match = Match(rule.name, Span(4, 8), {"source": said})
    return next(triggers.turn([match], {rule.name: rule}, beside(source, language))).trigger


SHOWN = [
    ("actuellement", "Il est actuellement à Lyon.", "fr"),
    ("actuel", "La crise actuelle dure.", "fr"),
    ("éventuel / eventuale", "Un'eventuale riforma è attesa.", "it"),
    ("jouer le jeu du dialogue", "Il veut jouer au jeu du dialogue.", "fr"),
    ("seinen Senf dazugeben", "Jeder wollte seinen Senf dazugeben.", "de"),
    ("в ходе", "Об этом он сказал в ходе встречи.", "ru"),
    ("最后一公里", "要打通服务群众的最后一公里。", "zh"),
    ("足を引っ張る", "景気の足を引っ張っている。", "ja"),
    ("على خلفية", "اعتقل على خلفية الاحتجاجات.", "ar"),
]
ABSENT = [
    ("actuellement", "Il est vraiment à Lyon.", "fr"),
    ("seinen Senf dazugeben", "Jeder wollte seine Meinung sagen.", "de"),
    ("最后一公里", "他走了一公里。", "zh"),
    ("в ходе", "Об этом он сказал вчера.", "ru"),
]


@pytest.mark.parametrize(("said", "source", "language"), SHOWN)
def test_an_expression_is_known_again_in_its_inflected_forms(said: str, source: str, language: str) -> None:
    assert turned(said, source, language) is True


@pytest.mark.parametrize(("said", "source", "language"), ABSENT)
def test_an_expression_that_is_not_there_is_absent(said: str, source: str, language: str) -> None:
    assert turned(said, source, language) is False


def test_nothing_is_told_of_a_card_for_another_language_or_in_another_script() -> None:
    assert turned("actuellement", "Er ist derzeit in Lyon.", "de", "fr") is None
    assert turned("最后一公里", "Il est à Lyon.", "fr") is None


def test_nothing_is_told_of_a_row_without_a_source_expression() -> None:
    assert turned("", "Il est actuellement à Lyon.", "fr") is None


def kept(shown: str, source: str) -> bool:
    """Is a match kept whose card says that the source may show the fault itself?"""
    settings = settings_of("phrase").validate_python({"any": ["word"]})
    rule = Rule(
        "calque/word", "m", "w", "style/unidiomatic", "minor", 0.8, "phrase", settings,
        (Example("a"),), (Example("b"),), unless_source=shown,
    )  # fmt: skip
    return bool(list(triggers.turn([Match("calque/word", Span(4, 8))], {"calque/word": rule}, beside(source, "fr"))))


def test_what_the_source_shows_itself_is_no_fault_of_the_translation() -> None:
    assert not kept(r"\(\d+\)", "Le mot (34) est ici.")
    assert kept(r"\(\d+\)", "Le mot est ici.")
    assert kept("", "Le mot (34) est ici.")
