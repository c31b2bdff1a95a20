"""This file tests that a page carries its run's own JSON, and what is needed to mend its texts."""

from __future__ import annotations

import hashlib
import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model import Document, Finding, Meta, Report, Result, Run, Span, Verdict
from audit.render import FORMATS
from audit.render.embedded import embedded, hashed, texts
from audit.render.html import render

HOSTILE = st.lists(
    st.one_of(st.sampled_from(["</script>", "<!--", "<script>", "\r\n", "\x85", "\x00", "\u2028", "\ufffe", "\ud800", "😀"]), st.text()),
    max_size=9,
).map("".join)


def _element(page: str, name: str) -> str:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def _report(document: Document, *spans: Span) -> Report:
    found = tuple(Finding("a/b", span, span.of(document.text), document.name, "accuracy", "major", 0.9) for span in spans)
    return Report((Result(document, found),), {}, Verdict(True, document.name), Meta("1", 1))


def test_the_page_carries_exactly_what_the_json_format_prints(report: Report) -> None:
    inside = _element(render(report), "audit")
    assert inside.replace("\\u003c", "<") == FORMATS["json"](report)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_on_any_text_the_data_of_the_page_are_those_of_the_run(text: str, name: str) -> None:
    made = _report(Document(name, text), Span(0, len(text)))
    page = render(made)
    assert json.loads(_element(page, "audit")) == json.loads(FORMATS["json"](made))
    assert json.loads(_element(page, "texts"))[0]["text"] == re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_nothing_in_the_data_can_end_their_element() -> None:
    made = _report(Document("</script><script>alert(1)</script>", "<!-- </SCRIPT> "), Span(0, 4))
    assert "<" not in embedded(made) + texts(made)


def test_a_stretch_with_markup_in_it_is_told_from_a_plain_one() -> None:
    text = "a <b>bold</b> end"
    runs = (Run(Span(0, 2), Span(0, 2)), Run(Span(2, 6), Span(5, 9)), Run(Span(6, 10), Span(13, 17)))
    document = Document("a.html", text, prose="a bold end", runs=runs)
    entry = json.loads(texts(_report(document, Span(5, 9), Span(5, 17))))[0]
    assert (entry["marked"], entry["crossed"]) == (True, [1])
    assert json.loads(texts(_report(Document("a.txt", "plain"), Span(0, 5))))[0] == {"text": "plain", "marked": False, "crossed": []}


def test_the_hash_is_of_the_text_and_of_nothing_else() -> None:
    assert hashed(Document("one", "é")) == hashed(Document("two", "é")) == hashlib.sha256("é".encode()).hexdigest()
