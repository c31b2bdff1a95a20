"""This file cuts translations and references into segments that stand for one another: line for line, or as they were aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from audit.model import AuditError, Reference, Span
from audit.score.groups import Shared

MANY = 100
"""Texts with as many lines as one another, and so many, are a test set: nobody asks whether its lines belong together."""
ASTRAY = 0.3
"""Share of a text's letters that may be aligned across lines before the lines are no longer believed."""


@dataclass(frozen=True, slots=True)
class Segments:
    """As many segments of each text. `note` says how they were made; `lines`, whether they are lines, `numbers` which lines they are."""

    translations: tuple[tuple[str, ...], ...]
    references: tuple[tuple[str, ...], ...]
    note: str
    lines: bool
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A translation cut into sentences (`cuts`), and its references aligned with it. `given` are the references with their lines."""

    text: str
    cuts: tuple[Span, ...]
    references: tuple[Reference, ...]
    given: tuple[str, ...]


def lined(translations: Sequence[str], references: Sequence[str]) -> list[list[tuple[int, str]]] | None:
    """The lines of all texts, each with where it begins, where they match one another: as many, and no reference blank beside another text.

    They are tried as they stand, then without blank lines at both ends, then without any.
    """
    whole = [list(_lines(text)) for text in (*translations, *references)]
    for rows in (whole, [_stripped(lines) for lines in whole], [[line for line in lines if line[1]] for lines in whole]):
        if len({len(lines) for lines in rows}) == 1 and rows[0] and (len(rows[0]) >= MANY or _paired(rows, len(translations))):
            return rows
    return None


def segments(translations: Sequence[str], references: Sequence[str], beside: Sequence[Beside] = ()) -> Segments:
    """The segments of translations and references. `beside`: the alignment of each translation, where lines may not do.

    Raises AuditError for an empty text.
    """
    if not references:
        raise AuditError("no reference: give a human translation to compare with")
    _refuse_empty(translations, "translation")
    _refuse_empty(references, "reference")
    rows = lined(translations, references)
    if rows is not None and (not beside or not _astray(rows, beside, len(translations))):
        return _by_line(rows, len(translations))
    return _by_sentence(beside) if beside else _as_one(translations, references)


def by_lines(translations: Sequence[str]) -> Segments:
    """The lines of translations that have no reference. Raises AuditError for an empty text, or one that has more lines than another."""
    _refuse_empty(translations, "translation")
    rows = lined(translations, ())
    if rows is None:
        raise AuditError("without a reference translations are compared line for line, and these have not as many lines as one another")
    return replace(_by_line(rows, len(translations)), note=f"{len(rows[0])} lines, without a reference")


def _refuse_empty(texts: Sequence[str], what: str) -> None:
    for number, text in enumerate(texts, 1):
        if not text.strip():
            which = f"{what} {number}" if len(texts) > 1 or what == "reference" else f"the {what}"
            raise AuditError(f"{which} is empty: give a text to compare")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines as a file's reader finds them: form feeds and U+2028 end none, as for sacrebleu; str.splitlines would also cut there."""
    start = 0
    for line in text.replace("\r\n", " \n").replace("\r", "\n").removesuffix("\n").split("\n"):
        yield start, line.rstrip()
        start += len(line) + 1


def _stripped(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    full = [at for at, line in enumerate(lines) if line[1]]
    return lines[full[0] : full[-1] + 1] if full else []


def _paired(rows: list[list[tuple[int, str]]], many: int) -> bool:
    """A line may be missing from one of `many` translations, but no reference may be blank where another text is not."""
    lines = [[line[1] for line in row] for row in zip(*rows, strict=True)]
    return all(all(row[many:]) or not any(row) for row in lines)


def _by_line(rows: list[list[tuple[int, str]]], many: int) -> Segments:
    texts = tuple(tuple(line for _, line in lines) for lines in rows)
    counts = [sum(map(any, zip(*texts, strict=True)))] * len(texts)
    return Segments(texts[:many], texts[many:], _counted(counts, "line", many), True, tuple(range(1, len(texts[0]) + 1)))


def _counted(counts: Sequence[int], what: str, many: int = 1) -> str:
    """The sizes of `many` translations against those of their references."""
    told = [f"{count} {what}{'s' * (count != 1)}" for count in counts]
    return f"{' and '.join(told[:many])} against {' and '.join(told[many:])}"


def _astray(rows: list[list[tuple[int, str]]], beside: Sequence[Beside], many: int) -> bool:
    """Do the alignments speak against the lines: does much of a text stand for another line of a reference?"""
    for at, one in enumerate(beside):
        for number, reference in enumerate(one.references):
            couples = reference.alignment.couples
            here, there = rows[at], rows[many + number]
            away = [couple for couple in couples if not _rows(here, couple.here) & _rows(there, couple.there)]
            letters = sum(couple.here.end - couple.here.start for couple in couples)
            if sum(couple.here.end - couple.here.start for couple in away) > ASTRAY * letters:
                return True
    return False


def _rows(lines: list[tuple[int, str]], span: Span) -> set[int]:
    return {at for at, (start, line) in enumerate(lines) if start < span.end and span.start < start + len(line)}


def _as_one(translations: Sequence[str], references: Sequence[str]) -> Segments:
    texts = [" ".join(text.split()) for text in (*translations, *references)]
    counts = [sum(bool(line) for _, line in _lines(text)) for text in (*translations, *references)]
    firsts, others = tuple((text,) for text in texts[: len(translations)]), tuple((text,) for text in texts[len(translations) :])
    return Segments(firsts, others, "as one text: " + _counted(counts, "line", len(translations)), False, (1,))


def _by_sentence(beside: Sequence[Beside]) -> Segments:
    """The least groups of sentences that every text has a part in: what is lost or added joins its neighbour, so that it costs."""
    firsts = [(one.text, one.cuts) for one in beside]
    others = [(of.original.text, tuple(passage.span for passage in of.original.sentences)) for of in beside[0].references]
    texts = [*firsts, *others]
    shared = Shared([len(cuts) for _, cuts in texts])
    for at, one in enumerate(beside):
        for number, reference in enumerate(one.references, len(beside)):
            for couple in (*reference.alignment.couples, *reference.alignment.unsure):
                shared.join([(at, couple.here), (number, couple.there)], [cuts for _, cuts in texts])
    groups = shared.groups()
    cut = tuple(
        tuple(" ".join(chain.from_iterable(cuts[index].of(text).split() for index in group[at])) for group in groups)
        for at, (text, cuts) in enumerate(texts)
    )
    many = f"{len(groups)} segment{'s' * (len(groups) != 1)}"
    note = f"aligned by sentences into {many}: {_counted([len(cuts) for _, cuts in texts], 'sentence', len(beside))}"
    return Segments(cut[: len(beside)], cut[len(beside) :], note, False, tuple(range(1, len(groups) + 1)))
