"""This file knows the English names of the languages of the news."""

from __future__ import annotations


def name(language: str) -> str:
    """English name of a language of the news, else its code."""
    return _NAMES.get(language, language)


_CODES = "fr es it pt de nl ru uk pl cs tr ar fa zh ja ko id fi sv da no el ro hu bg sr hr he vi hi ca th is ha"
_ENGLISH_NAMES = (
    "French Spanish Italian Portuguese German Dutch Russian Ukrainian Polish Czech Turkish Arabic Persian Chinese Japanese Korean "
    "Indonesian Finnish Swedish Danish Norwegian Greek Romanian Hungarian Bulgarian Serbian Croatian Hebrew Vietnamese Hindi Catalan "
    "Thai Icelandic Hausa"
)
_NAMES = dict(zip(_CODES.split(), _ENGLISH_NAMES.split(), strict=True))
