"""This file tests which names of a translation are told to be others than the source's, or to stand for nothing there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.align import align
from audit.analyse import analyse
from audit.checks.source import FAULTS
from audit.checks.source.both import Sides, sides
from audit.checks.source.naming import _kin
from audit.model import Document
from audit.original import read
from audit.segment import segment


def both(text: str, source: str, language: str) -> Sides:
    document = Document("a", text, source=source, source_language=language)
    analysis = analyse(document, segment(document))
    original = read(source, language)
    found = sides(replace(analysis, original=original, alignment=align(analysis, original)))
    assert found is not None
    return found


def told(fault: str, text: str, source: str, language: str) -> list[tuple[str, str]]:
    """The words of the translation and of the source that a fault is found at."""
    return [
        (found.span.of(text), found.source_span.of(source) if found.source_span else "")
        for found in FAULTS[fault](both(text, source, language))
    ]


@pytest.mark.parametrize(
    ("text", "source", "language", "found", "meant"),
    [
        ("We met Gregory Whitlock at noon.", "Мы встретили Нину Сидоренко в полдень.", "ru", "Gregory Whitlock", "Нину"),
        ("The harbour of Rohrdorf is closed.", "El puerto de Montevideo está cerrado.", "es", "Rohrdorf", "Montevideo"),
        (
            "California Governor Muddy Waters signed it.",
            "Le gouverneur de Californie, Bernard Lefort, l'a signé.",
            "fr",
            "Muddy Waters",
            "",
        ),
        ("The next match is for FIA.", "La prochaine partie est pour Valverde.", "fr", "FIA", "Valverde"),
        ("Prime Minister Lukashevich thanked them.", "Včera jim premiér Hrubeš poděkoval.", "cs", "Lukashevich", "Hrubeš"),
    ],
)
def test_a_name_that_took_the_place_of_another_is_told_with_it(text: str, source: str, language: str, found: str, meant: str) -> None:
    pairs = told("name-changed", text, source, language)
    assert [here for here, _ in pairs] == [found]
    assert meant in pairs[0][1]


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The brigade from Transbaikalia left.", "Бригада із Забайкальського краю пішла.", "uk"),
        ("In Akko there is a museum.", "À Acre, il y a un musée.", "fr"),
        ("Ten Shaheds were shot down by the air defence.", 'ППО збила десять "шахедів".', "uk"),
        ("The Praetorium stands beside the Antonia Fortress.", "Le prétoire est près de la forteresse Antonia.", "fr"),
        ("Fr. Baumann thanked Dr. Hauser, Ed.", "P. Baumann dankte Dr. Hauser.", "de"),
        ("The man and his wife went to Gamba Osaka.", "夫婦はＧ大阪に行った。", "ja"),
        ("Netokabu told of it.", "「ねとかぶ」が伝えた。", "ja"),
        ("Noeville Stadium was full on Sunday.", "ノエスタは日曜日に満員だった。", "ja"),
        ("Thaddeus Bellingshausen sailed south.", "Фаддей Беллинсгаузен пошёл на юг.", "ru"),
        ("The Grace of God fell on the town.", "La Grâce divine tomba sur la ville.", "fr"),
    ],
)
def test_a_name_in_another_form_is_no_other_name(text: str, source: str, language: str) -> None:
    assert not told("name-changed", text, source, language)
    assert not told("name-added", text, source, language)


@pytest.mark.parametrize("language", ["ha", "is", "sw"])
def test_names_of_a_language_that_nobody_measured_are_left_alone(language: str) -> None:
    assert not told("name-changed", "We met Gregory Whitlock at noon.", "Rafa Kwankwaso Zubairu ya zo da rana.", language)
    assert not told("name-added", "We met Gregory Whitlock at noon.", "Mun hadu da shi da rana.", language)


def test_a_name_that_stands_for_nothing_is_told_and_a_name_of_another_sentence_is_not() -> None:
    assert told("name-added", "Yesterday Stephen Galloway called again.", "Ayer volvió a llamar.", "es")
    text = "Stephen Galloway lives here. Yesterday Stephen Galloway called again."
    assert not told("name-added", text, "Stephen Galloway vive aquí. Ayer volvió a llamar.", "es")


@pytest.mark.parametrize(
    ("one", "other"), [("noevir", "noesuta"), ("lighthizer", "laihaizhe"), ("transbaikalia", "zabaykalskiy"), ("shahed", "shakhed")]
)
def test_short_forms_and_other_readings_are_kin(one: str, other: str) -> None:
    assert _kin(one, other)


@pytest.mark.parametrize(("one", "other"), [("whitlock", "sidorenko"), ("sankei", "wanga"), ("paul", "buras"), ("rohrdorf", "montevideo")])
def test_other_names_are_not_kin(one: str, other: str) -> None:
    assert not _kin(one, other)


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["zh", "ja", "ko", "ar", "hi", "de", "ru", "tr", "fr", "th", "xx"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_two_texts_are_compared_with_spans_in_bounds(text: str, source: str, language: str) -> None:
    facing = both(f"Anna met {text} in Rome.", f"{source}.", language)
    for fault in ("name-changed", "name-added"):
        for found in FAULTS[fault](facing):
            assert 0 <= found.span.start < found.span.end <= len(facing.text)
            assert found.source_span is None or 0 <= found.source_span.start <= found.source_span.end <= len(facing.source)
