"""This file measures what kind of word a word is, so that a light word is not asked for a counterpart as a heavy one is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from audit import frequency
from audit.cache import digest, expression, kept
from audit.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Token

    Floats = NDArray[Any]

CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
PLACES = ("amod", "advmod", "compound", "conj", "nsubj", "dobj", "pobj", "ROOT")
HERE = [*(f"is {kind}" for kind in CONTENT), *(f"as {place}" for place in PLACES), "common", "letters", "capital", "figure"]
THERE = ["common", "rare", "letters", "capital", "figure", "unspaced"]
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]"


def here(tokens: Sequence[Token]) -> Floats:
    """A row for each English word, columns as `HERE` has them."""
    import numpy as np

    rows = []
    for token in tokens:
        word = token.text
        kind = token.pos_
        place = token.dep_
        rows.append(
            (
                *(kind == one for one in CONTENT),
                *(place == one for one in PLACES),
                frequency.zipf(word.lower()) / 7,
                min(len(word), 12) / 12,
                word[0].isupper(),
                word[0].isdigit(),
            )
        )
    return np.asarray(rows, dtype=np.float32).reshape(len(rows), len(HERE))


def there(text: str, words: Sequence[Span], language: str) -> Floats:
    """A row for each source word, columns as `THERE` has them."""
    import numpy as np

    common = _common(language)
    wide = expression(_UNSPACED)
    rows = []
    for span in words:
        word = span.of(text)
        zipf = common.get(word.lower(), 0) / 100
        unspaced = wide.search(word) is not None
        rows.append((zipf / 7, zipf == 0, min(len(word), 12) / 12, word[0].isupper(), word[0].isdigit(), unspaced))
    return np.asarray(rows, dtype=np.float32).reshape(len(rows), len(THERE))


@cache
def _common(language: str) -> Mapping[str, int]:
    """Hundredths of Zipf values of a language's commoner words; none where there is no list."""
    import wordfreq

    if language not in wordfreq.available_languages("small"):
        return {}
    return kept(f"words-{language}", digest(frequency.stamp(), language), lambda: frequency.hundredths(language, "small"))
