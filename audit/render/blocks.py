"""This file sets an article's text in paragraphs, with what is marked in it and the cards beside it."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import SEVERITIES, Finding, Result, Span
from audit.render.highlight import Stretch, cut, piece_at, pieces, place
from audit.render.page import Block, Card, Segment, look


def blocks(
    result: Result, found: Sequence[tuple[Span, Finding]], cards: Sequence[Card], home: str, linked_to: set[str]
) -> tuple[Block, ...]:
    """The paragraphs of an article with their cards beside them. `linked_to`: anchors that tables lead to."""
    document = result.document
    cuts = pieces(document.prose, result.paragraphs)
    evidence = [(index, place(document, related.span)) for index, (_, finding) in enumerate(found) for related in finding.related]
    anchors = {card.place for card in cards} | {entry.href for card in cards for entry in card.evidence} | linked_to
    borders = [*(piece.span.start for piece in cuts), *(int(href.rpartition("-c")[2]) for href in linked_to)]
    linked: set[int] = set()
    segments: list[list[Segment]] = [[] for _ in cuts]
    for stretch in cut(len(document.prose), [span for span, _ in found], evidence, borders):
        anchor = f"{home}-c{stretch.span.start}"
        here = _segment(stretch, document.prose, cards, anchor if anchor in anchors else "", linked)
        anchors.discard(anchor)
        linked.update(stretch.findings[:1])
        segments[piece_at(cuts, stretch.span.start)].append(here)
    beside: list[list[Card]] = [[] for _ in cuts]
    for (span, _), card in zip(found, cards, strict=True):
        beside[piece_at(cuts, span.start)].append(card)
    return tuple(Block(piece.heading, tuple(inside), tuple(notes)) for piece, inside, notes in zip(cuts, segments, beside, strict=True))


def _segment(stretch: Stretch, prose: str, cards: Sequence[Card], anchor: str, linked: set[int]) -> Segment:
    text = stretch.span.of(prose)
    covering = [cards[index] for index in stretch.findings]
    severity = max((card.severity for card in covering), key=SEVERITIES.index, default="")
    return Segment(
        text=text,
        look=look(text),
        anchor=anchor,
        href=covering[0].anchor if covering else "",
        severity=severity,
        title="; ".join(f"{card.number} {card.severity}: {card.rule}" for card in covering),
        cover=" ".join(str(card.index) for card in covering),
        ends=" ".join(str(cards[index].index) for index in stretch.ending),
        numbers=",".join(str(cards[index].number) for index in stretch.ending),
        witness=" ".join(str(cards[index].index) for index in stretch.evidence),
        again=bool(stretch.findings) and stretch.findings[0] in linked,
    )
