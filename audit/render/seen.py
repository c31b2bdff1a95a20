"""This file makes any text safe to print on a terminal."""

from __future__ import annotations

import unicodedata

_UNSEEN = ("Cc", "Cf", "Cs", "Co")


def visible(text: str) -> str:
    """Text that cannot steer a terminal: every white space is a space; controls, bidi marks and unseen signs are U+FFFD."""
    return "".join(" " if letter.isspace() else "\ufffd" if unicodedata.category(letter) in _UNSEEN else letter for letter in text)
