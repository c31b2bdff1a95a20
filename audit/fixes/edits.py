"""This file makes edits of findings whose better wording is certain, each as small as can be, and puts them into a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from audit.model import Document, Finding, Result, Rule, Span
from audit.reread import again


@dataclass(frozen=True, slots=True)
class Edit:
    """What takes the place of `span`, in prose; `place` is where that is written in the text as given."""

    finding: Finding
    whole: Span
    span: Span
    place: Span
    new: str


def edits(result: Result, rules: Mapping[str, Rule], least: float) -> list[Edit]:
    """The edits of a result, in order. Of findings that overlap and ask for different things, none is mended.

    Mended are findings whose one suggestion is safe (the card says `fix: safe`, the confidence is `least` or more), and accepted ones.
    """
    document = result.document
    wanted = [edit for one in result.findings if _is_safe(one, rules, least) and (edit := _edit(one, document))]
    distinct = {(edit.span, edit.new): edit for edit in reversed(wanted)}
    ordered = sorted(distinct.values(), key=lambda edit: (edit.whole, edit.span))
    return [edit for edit in ordered if not any(other is not edit and _meet(edit, other) for other in ordered)]


def _is_safe(finding: Finding, rules: Mapping[str, Rule], least: float) -> bool:
    if len(finding.better) != 1 or finding.status == "dismissed":
        return False
    rule = rules.get(finding.rule)
    return finding.status == "accepted" or (rule is not None and rule.fix == "safe" and finding.confidence >= least)


def _edit(finding: Finding, document: Document) -> Edit | None:
    """The edit of a finding, without what stays the same at either end; none where markup stands within."""
    whole = document.to_prose(finding.span)
    old, new = whole.of(document.prose), finding.better[0]
    before = _alike(old, new)
    after = _alike(old[before:][::-1], new[before:][::-1])
    span = Span(whole.start + before, whole.end - after)
    place = _place(span, document)
    new = new[before : len(new) - after]
    return None if place is None or (span.start == span.end and not new) else Edit(finding, whole, span, place, new)


def _alike(one: str, other: str) -> int:
    """With how many characters both begin."""
    return next((at for at, (here, there) in enumerate(zip(one, other, strict=False)) if here != there), min(len(one), len(other)))


def _place(span: Span, document: Document) -> Span | None:
    if span.start == span.end:
        end = document.to_text(Span(span.start - 1, span.start)).end if span.start else document.to_text(Span(0, 1)).start
        return Span(end, end)
    first = max(0, bisect_right(document.runs, span.start, key=lambda run: run.prose.start) - 1)
    over = list(takewhile(lambda run: run.prose.start < span.end, islice(document.runs, first, None)))
    joined = all(one.text.end == two.text.start and one.prose.end == two.prose.start for one, two in pairwise(over))
    return document.to_text(span) if joined else None


def _meet(one: Edit, other: Edit) -> bool:
    return one.whole.start < other.whole.end and other.whole.start < one.whole.end


def edited(document: Document, chosen: Iterable[Edit]) -> Document | None:
    """The document with the edits in it; none where its form does not carry them: they must change the prose as meant, and no more."""
    text, prose = document.text, document.prose
    for edit in sorted(chosen, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.place.start] + edit.new + text[edit.place.end :]
        prose = prose[: edit.span.start] + edit.new + prose[edit.span.end :]
    if not prose.strip():
        return None
    after = again(document, text)
    return after if (after.prose, after.source) == (prose, document.source) else None
