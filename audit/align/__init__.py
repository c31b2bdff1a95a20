"""This file tells which sentences of the source each sentence of the translation stands for."""

from __future__ import annotations

from audit.align.couple import coupled
from audit.align.given import given
from audit.model import Alignment, Analysis, Original


def align(analysis: Analysis, original: Original) -> Alignment:
    """The couples of a translation and its source, in the order of the translation, and what has no counterpart."""
    return given(analysis, original) if analysis.document.segments else coupled(analysis, original)
