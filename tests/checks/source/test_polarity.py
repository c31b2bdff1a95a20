"""This file tests what is told of negations, questions and quotations that differ from the source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.align import align
from audit.analyse import analyse
from audit.checks.source import FAULTS
from audit.checks.source.both import sides
from audit.model import Analysis, Document
from audit.original import read
from audit.segment import segment


def told(fault: str, text: str, source: str, language: str) -> list[str]:
    """The words of the translation that a fault is found at."""
    document = Document("a", text, source=source, source_language=language)
    analysis: Analysis = analyse(document, segment(document))
    original = read(source, language)
    both = sides(replace(analysis, original=original, alignment=align(analysis, original)))
    assert both is not None
    return [found.span.of(text) for found in FAULTS[fault](both)]


def test_of_two_negations_here_and_one_there_the_nearer_is_left_alone() -> None:
    text = "The union did not call a strike last week, and the company says that it will not pay the bonus."
    source = "Die Gewerkschaft rief letzte Woche zum Streik auf, und das Unternehmen sagt, dass es den Bonus nicht zahlt."
    assert told("negation-added", text, source, "de") == ["did not"]


def test_what_one_word_denies_there_may_be_denied_word_by_word_here() -> None:
    assert not told("negation-added", "The town has no water, no bread.", "Das Dorf hat kein Wasser und Brot.", "de")


def test_a_negation_that_a_verb_swallows_is_not_lost() -> None:
    assert not told("negation-lost", "The talks failed.", "Переговоры не удались.", "ru")


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Everybody should heed the rules.", "Niemand sollte die Regeln missachten.", "de"),
        ("Is it time to go?", "N'est-il pas temps de partir ?", "fr"),
        ("The plan has grown and grown.", "Le plan n'a pas cessé de grandir.", "fr"),
    ],
)
def test_two_denials_and_a_polite_question_may_be_told_without_a_not(text: str, source: str, language: str) -> None:
    assert not told("negation-lost", text, source, language)


def test_what_is_missing_is_marked_at_the_verb_with_its_auxiliaries() -> None:
    source = "El alcalde dijo el lunes que la obra ha empezado y que el puente no ha sido inspeccionado."
    text = "The mayor said on Monday that the work has begun and that the bridge has since been inspected."
    assert told("negation-lost", text, source, "es") == ["has since been inspected"]


def test_without_a_verb_the_whole_line_is_marked() -> None:
    assert told("negation-lost", "More trains to the coast", "Keine Züge mehr zur Küste", "de") == ["More trains to the coast"]


def test_a_word_that_denies_by_its_meaning_acquits_the_words_that_stand_for_it() -> None:
    assert not told("negation-added", "The joy of the town just can't be described.", "Это неописуемая радость для всего города.", "ru")


def test_a_language_that_cannot_be_read_is_passed_over() -> None:
    assert not told("negation-added", "The talks did not fail.", "A tárgyalások sikeresek voltak.", "hu")


def test_not_until_answers_only_then() -> None:
    assert not told("negation-added", "The vote will not be held until May.", "Hlasování bude až v květnu.", "cs")


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The plan (?) dates from 1920.", "Der Plan stammt von 1920.", "de"),
        ("What the mayor knew?", "Co věděl starosta", "cs"),
        ("Did the club win?", "Победил ли клуб.", "ru"),
        ("Can the club win again?", "该俱乐部能否再次夺冠", "zh"),
        ("What can we expect of the talks?", "Чого чекати від переговорів", "uk"),
        ("I think: what if?", "Ich denke: Was wäre, wenn.", "de"),
    ],
)
def test_a_question_that_the_source_shows_without_a_mark_is_none_of_ours(text: str, source: str, language: str) -> None:
    assert not told("statement-as-question", text, source, language)


def test_a_short_quotation_may_lose_its_marks() -> None:
    assert not told("quotation-lost", "The so-called reform failed.", "Die „Reform“ scheiterte.", "de")


def test_a_mark_left_over_says_nothing_of_the_extent() -> None:
    source = "„Der Plan ist gut“, sagte der Minister in Rom vor vielen Journalisten, „und er kommt bald."
    text = "“The plan is good, and it will come soon, the minister told many reporters in Rome,” he said."
    assert not told("quotation-extent", text, source, "de")
