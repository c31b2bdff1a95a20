"""This file tests what the HTML report says, without a browser."""

from __future__ import annotations

import base64
import datetime
import hashlib
import re
from dataclasses import replace
from html import unescape

import pytest

from audit.bundled import folder
from audit.model import Document, Failure, Finding, Meta, Related, Report, Result, Rule, Run, Score, Span, Verdict
from audit.render.html import render


def _finding(text: str, start: int, end: int, **fields: object) -> Finding:
    plain = Finding("calque/word", Span(start, end), text[start:end], "a message", "accuracy/mistranslation", "major", 0.9)
    return replace(plain, **fields)


def _report(*results: Result, why: str = "a reason") -> Report:
    rule = Rule(
        "calque/word",
        "",
        why,
        "accuracy/mistranslation",
        "major",
        0.9,
        "phrase",
        None,
        (),
        (),
        see=("https://example.org/a", "javascript:x"),
    )
    return Report(results, {"calque/word": rule}, Verdict(False, "1 critical finding"), Meta("1.2.3", 7, {"spacy": "3.8"}))


def test_nested_findings_share_a_segment_whose_link_leads_to_the_inner_one() -> None:
    text = "He said the old port said so."
    outer, inner = _finding(text, 3, 25, fingerprint="outer"), _finding(text, 8, 20, fingerprint="inner", severity="critical")
    page = render(_report(Result(Document("a.txt", text), (outer, inner))))
    marks = re.findall(r'<a class="mark ?" href="#([^"]*)".*? data-s="(\w+)" data-f="([\d ]+)".*?>([^<]*)</a>', page)
    assert marks == [("f-outer", "major", "0", "said "), ("f-inner", "critical", "1 0", "the old port"), ("f-outer", "major", "0", " said")]


def test_a_finding_without_width_has_a_caret_that_links_to_its_card() -> None:
    page = render(_report(Result(Document("a.txt", "He said so"), (_finding("He said so", 10, 10, fingerprint="end"),))))
    assert re.search(r'He said so<a class="mark caret" href="#f-end" id="d1-c10"[^>]* aria-label="1 major: calque/word"></a></p>', page)


def test_a_finding_in_markup_is_marked_where_a_reader_sees_it() -> None:
    text = "<p>Caf&eacute; open</p>"
    runs = (Run(Span(0, 3), Span(3, 6)), Run(Span(3, 4), Span(6, 14)), Run(Span(4, 9), Span(14, 19)))
    document = Document("a.html", text, "Café open", runs)
    assert ">Café</a> open</p>" in render(_report(Result(document, (_finding(text, 3, 14),))))


def test_a_card_says_all_that_is_known_of_its_finding() -> None:
    text = "One port.\nAnother Port."
    finding = _finding(
        text, 18, 22, better=("port",), related=(Related(Span(4, 8), "first spelling"),), source_span=Span(0, 4), confidence=0.72
    )
    page = render(_report(Result(Document("a.txt", text, source="Port autre"), (finding,)), why="It came twice."))
    card = re.search(r'<section class="card".*?</section>', page, re.DOTALL)
    assert card
    words = " ".join(re.sub(r"<[^>]*>", " ", card[0]).split())
    assert words == (
        "1 Major a message Text Port Better port Why It came twice. Evidence first spelling: port in the source: Port "
        "See https://example.org/a calque/word Accuracy: mistranslation likely (0.72) line 2 Link"
    )
    assert 'href="#d1-c4"' in card[0]
    assert '<span class="place" id="d1-c4" data-w="0">port</span>' in page


def test_the_policy_allows_the_two_inline_blocks_by_hash_and_nothing_else() -> None:
    page = render(_report(Result(Document("a.txt", "Fine."), ())))
    policy = unescape(re.findall('http-equiv="Content-Security-Policy" content="(.*?)"', page)[0])
    blocks = [re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[0] for tag in ("style", "script")]
    style, script = (base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks)
    allowed = f"style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:"
    assert policy == f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def test_verdict_scores_signatures_engines_and_failures_are_on_the_page() -> None:
    scores = (Score("quality", 71.26, "formula-1"), Score("bleu", 31.25, "nrefs:1|tok:13a"))
    document = Document("a.txt", "Fine words.", source_language="fr", date=datetime.date(2022, 1, 7))
    page = render(_report(Result(document, (), (Failure("source/numbers", "give --source"),), scores)))
    words = " ".join(re.sub(r"<(style|script)>.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL).split())
    for part in (
        "Not passed",
        "1 critical finding",
        "71.3",
        "formula-1",
        "BLEU 31.2",
        "nrefs:1|tok:13a",
        "2 words",
        "fr → en",
        "2022-01-07 no source text",
    ):
        assert part in words
    for part in ("source/numbers give --source", "audit 1.2.3, report format 1, 7 rules", "spacy 3.8", "has not been approved"):
        assert part in words


def test_several_documents_open_with_a_table_that_links_to_each() -> None:
    results = [Result(Document(name, "A word."), (_finding("A word.", 2, 6, fingerprint="same"),)) for name in ("a.txt", "b.txt")]
    page = render(_report(*results))
    assert re.findall(r'<th scope="row"><a href="#(d\d)"><bdi>(.*?)</bdi>', page) == [("d1", "a.txt"), ("d2", "b.txt")]
    assert re.findall(r'<section class="card" id="(.*?)" data-i="(\d)" data-n="(\d)"', page) == [
        ("f-same", "0", "1"),
        ("f-same.2", "1", "1"),
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    result = Result(Document("a.txt", "A word."), (_finding("A word.", 2, 6),))
    assert render(_report(result)) == render(_report(result))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2] if len(colour) == 7 else colour[at // 2 + 1] * 2, 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_every_colour_can_be_read_on_what_it_stands_on(theme: int) -> None:
    roots = re.findall(r":root \{(.*?)\}", (folder("reports") / "html" / "style.css").read_text("utf-8"), re.DOTALL)
    colours = [dict(re.findall(r"--([\w-]+): (#\w+);", root)) for root in roots][theme]
    pairs = [
        (ink, paper) for ink in ("ink", "soft", "link", "good", "critical", "major", "minor", "neutral") for paper in ("paper", "sheet")
    ]
    pairs += [(ink, f"{tone}-tint") for tone in ("critical", "major", "minor", "neutral") for ink in (tone, "ink")]
    for ink, paper in pairs:
        light, dark = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{ink} on {paper}"
