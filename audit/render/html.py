"""This file turns a report into one self-contained HTML page: first into plain values, then into the templates of reports/html."""

from __future__ import annotations

import re
from dataclasses import replace

from audit.model import Document, Finding, Report, Result, Rule, Span
from audit.render import locator
from audit.render.blocks import blocks
from audit.render.books import books
from audit.render.charts import charts
from audit.render.checklist import checklist
from audit.render.embedded import embedded, hashed, texts
from audit.render.figures import figure_of
from audit.render.fill import filled
from audit.render.highlight import place
from audit.render.page import (
    Article,
    Card,
    Evidence,
    Page,
    facts_of,
    settled,
    short,
    spoken,
)
from audit.render.provenance import provenance_of
from audit.render.sides import side_by_side
from audit.render.tallies import tally, tally_crossed, tally_severities

_SCRIPTS = ("places.js", "report.js", "tally.js", "decide.js", "export.js", "mend.js", "sides.js", "keys.js")
"""In this order: each uses what those before it gave."""

_SURENESS = ((0.95, "almost certain"), (0.85, "very likely"), (0.7, "likely"), (0.5, "possible"), (float("-inf"), "a hint"))


def render(report: Report) -> str:
    """The page as HTML text: asks for nothing outside itself, the same for the same report, safe for any text."""
    return filled("page.html", view(report), ("style.css", "charts.css", "decide.css"), _SCRIPTS)


def view(report: Report) -> Page:
    """Everything that the templates show of a report."""
    articles: list[Article] = []
    cards: list[Card] = []
    anchors: set[str] = set()
    for number, result in enumerate(report.results, 1):
        articles.append(_article(result, report, f"d{number}", len(cards), anchors))
        cards.extend(articles[-1].cards)
    still_open = [card for card in cards if card.status == "open"]
    return Page(
        title=articles[0].name if len(articles) == 1 else f"{len(articles)} documents",
        passed=report.verdict.passed,
        reason=report.verdict.reason,
        articles=tuple(articles),
        several=len(articles) != 1,
        total=len(cards),
        settled=len(cards) - len(still_open),
        open_severities=tally_severities(card.severity for card in still_open),
        open_categories=tally_crossed(((card.category, card.severity) for card in still_open), spoken),
        severities=tally_severities(card.severity for card in cards),
        categories=tally((card.category for card in cards), spoken),
        rules=tally((card.rule for card in cards), str),
        statuses=tally((card.status for card in cards), str.capitalize),
        failed=sum(len(article.failures) for article in articles),
        engines=tuple(sorted(report.meta.engines.items())),
        version=report.meta.version,
        format=report.meta.format,
        rule_count=report.meta.rules,
        data=embedded(report),
        texts=texts(report),
        sided=any(article.sides for article in articles),
    )


def _article(result: Result, report: Report, home: str, before: int, anchors: set[str]) -> Article:
    document = result.document
    found = sorted(
        ((place(document, finding.span), finding) for finding in result.findings), key=lambda pair: (pair[0].start, -pair[0].end)
    )
    locate, at = locator(document.text), {id(finding): at for at, finding in enumerate(result.findings)}
    cards = []
    for number, (span, finding) in enumerate(found, 1):
        numbers = before + number - 1, number, locate(finding.span.start)[0]
        places = home, _anchor(finding.fingerprint, anchors)
        card = _card(document, finding, report.rules.get(finding.rule), span, places, numbers)
        cards.append(replace(card, at=at[id(finding)]))
    anchors_of = {id(finding): card.anchor for (_, finding), card in zip(found, cards, strict=True)}
    figures = [figure_of(score) for score in result.scores]
    ledger_books, claims = books(result.ledger, document, home), checklist(result.claims, document, home)
    linked_to = {claim.href for claim in claims} | {
        link.href for book in ledger_books for row in book.rows for cell in row for link in cell
    }
    drawn, sides = charts(result, found, home), side_by_side(result, [anchors_of[id(finding)] for finding in result.findings], home)
    if sides:
        cards = [replace(card, row=sides.row_of.get(card.anchor, "")) for card in cards]
    linked_to |= {*(drawn.places if drawn else ()), *(row.place for row in (sides.rows if sides else ()))}
    return Article(
        anchor=home,
        hash=hashed(document),
        name=document.name,
        facts=(*facts_of(document), *result.notes),
        provenance=provenance_of(result.origin, document),
        quality=next((figure for figure in figures if figure.metric == "quality"), None),
        figures=tuple(figure for figure in figures if figure.metric != "quality"),
        open_severities=tally_severities(card.severity for card in cards if card.status == "open"),
        cards=tuple(cards),
        blocks=blocks(result, found, cards, home, linked_to - {""}),
        failures=tuple((failure.what, failure.reason) for failure in result.failures),
        claims=claims,
        books=ledger_books,
        sides=sides,
        charts=drawn,
    )


def _card(
    document: Document, finding: Finding, rule: Rule | None, span: Span, places: tuple[str, str], numbers: tuple[int, int, int]
) -> Card:
    """A finding, ready to be shown. `numbers`: its index in the report, its number in the article, its line."""
    index, number, line = numbers
    home, anchor = places
    evidence = [
        Evidence(related.label, short(related.span.of(document.text)), f"{home}-c{place(document, related.span).start}")
        for related in finding.related
    ]
    if finding.source_span and document.source is not None:
        evidence.append(Evidence("in the source", short(finding.source_span.of(document.source)), ""))
    return Card(
        index=index,
        number=number,
        anchor=anchor,
        place=f"{home}-c{span.start}",
        line=line,
        position=round(1000 * span.start / max(1, len(document.prose)), 1),
        severity=finding.severity,
        rule=finding.rule,
        category=finding.category,
        category_title=spoken(finding.category),
        confidence=f"{finding.confidence:.2f}",
        sureness=next((words for floor, words in _SURENESS if finding.confidence >= floor), "unknown"),
        quote=short(finding.quote),
        message=finding.message,
        why=rule.why if rule else "",
        better=finding.better,
        evidence=tuple(evidence),
        see=tuple(link for link in (rule.see if rule else ()) if link.startswith(("https://", "http://"))),
        status=finding.status,
        segment=finding.segment,
        fingerprint=finding.fingerprint,
        decided=settled(finding.decision),
        date=finding.decision.date if finding.decision else "",
    )


def _anchor(fingerprint: str, taken: set[str]) -> str:
    """An id for links: the same as long as the fingerprint is; a second finding of one fingerprint gets a number."""
    stem = "f-" + (re.sub("[^A-Za-z0-9_-]", "", fingerprint) or "x")
    anchor, number = stem, 1
    while anchor in taken:
        number += 1
        anchor = f"{stem}.{number}"
    taken.add(anchor)
    return anchor
