"""This file tests that names of places left in another language are told from longer names, clubs and surnames."""

import pytest

from audit.config import Config
from audit.model import Document
from audit.pipeline import line


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("The army left Alemanha at noon, they said.", "Germany"),
        ("The ships crossed the Mar Negro at noon, they said.", "Black Sea"),
        ("The ships of Estados Unidos left at noon, they said.", "the United States"),
        ("They sailed down the Donau to Wien at noon, they said.", "Danube"),
        ("Frankreichs president spoke at noon, they said.", "France"),
        ("They met in Pechino's old town at noon.", "Beijing"),
    ],
)
def test_a_place_in_another_language_is_found_and_named_in_english(text: str, better: str) -> None:
    findings = line(Config(select=("title/foreign-place",))).audit(Document("t", text)).findings
    assert findings[0].better == (better,)


@pytest.mark.parametrize(
    "text",
    [
        "The Banco Central de Brasil raised its rate and Air Algérie flew home.",
        "The film “Roma, città aperta” was shown with “Deutschland 83” at noon.",
        "Ada Francia spoke first, and those who listened to Francia were few.",
        "The midfielder left for Napoli, and the coach of Sevilla was glad.",
        "Write to #Alemania, alemania@example.org or www.Alemania.example at noon.",
        "The island grenade was a swiss maurice, an argentine chili of Columbia in Congo.",
    ],
)
def test_a_longer_name_a_person_a_club_and_an_english_word_are_left_alone(text: str) -> None:
    assert line(Config(select=("title/foreign-place",))).audit(Document("t", text)).findings == ()
