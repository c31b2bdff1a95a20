"""This file defines the two sides of a translation: the source text cut into sentences, and which of its sentences stands for which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from audit.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST = 0.5
"""Couples below this confidence yield no findings."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the source text; `paragraph` counts from 0."""

    span: Span
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Original:
    """The source text, cut as the translation is. Offsets count in `text`. `language` is an ISO 639-1 code, where it is known.

    `quotations` are the stretches between quotation marks, marks included.
    """

    text: str
    language: str | None
    sentences: tuple[Passage, ...]
    quotations: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Couple:
    """Sentences of the translation (`here`) and the sentences of the source that they stand for (`there`).

    `confidence` from 0 to 1. `wide_here` and `wide_there` reach over the neighbours on both sides: what is missing in the couple may
    have moved there, and what stands there is not added.
    """

    here: Span
    there: Span
    confidence: float
    wide_here: Span
    wide_there: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the two sides correspond. `added` has no source, `lost` no translation, `unsure` could not be aligned and is not compared.

    `confidence` is that of the whole; `method` says what it rests on (embeddings, or anchors and lengths). `vectors` holds what the word
    links need and is nobody else's business.
    """

    couples: tuple[Couple, ...]
    added: tuple[Span, ...] = ()
    lost: tuple[Span, ...] = ()
    unsure: tuple[Couple, ...] = ()
    moved: tuple[Couple, ...] = ()
    confidence: float = 1.0
    method: str = "anchors"
    vectors: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """A human translation of the same article: its text cut into sentences, and which of them each sentence of the translation matches.

    It is laid out as a source is, so what compares two sides can read it: `original.language` is "en", and in `alignment` everything
    `there` counts in `original.text`, which is the reference as given but for soft line breaks. `tags` are its words and their tags.
    """

    original: Original
    alignment: Alignment
    tags: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence of the translation (`span`, in prose) with its sentence chrF++, 0 to 100.

    Sentences that stand together for the same of a reference share one value; None: no reference, or none has a counterpart.
    """

    span: Span
    value: float | None = None
