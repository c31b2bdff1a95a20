"""This file tests that no text breaks out of the HTML report, and that the article in it reads exactly as its prose."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model import (
    Alignment,
    Couple,
    Document,
    Failure,
    Finding,
    Meta,
    Original,
    Paragraph,
    Reference,
    Related,
    Report,
    Result,
    Rule,
    Score,
    Scored,
    Span,
    Verdict,
)
from audit.render.html import render

_VOID = {"meta", "link", "input"}
_HOSTILE = [
    "<b>",
    "</script>",
    "</style>",
    '"',
    "'",
    "&amp;",
    "<!--",
    "]]>",
    "{{ x }}",
    "{% if %}",
    " onclick=",
    "\0",
    "\r\n",
    "\ud800",
    "\u202e",
]


class _Reader(HTMLParser):
    """Collects each start tag with its attributes' names, and the text under `class="text"`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[dict[str, str]] = []
        self.article = ""
        self._open: list[bool] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.attributes.append({name: value or "" for name, value in attrs})
        if tag not in _VOID:
            self._open.append(("class", "text") in attrs or (bool(self._open) and self._open[-1]))

    def handle_endtag(self, tag: str) -> None:
        assert tag not in _VOID
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1]:
            self.article += data


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


def _visible(prose: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", prose.replace("\r", " "))


_texts = st.lists(
    st.one_of(st.sampled_from([*_HOSTILE, "word ", ". ", "\n", "\n\n", "  "]), st.text(st.characters(), max_size=6)), max_size=14
).map("".join)


@st.composite
def _hostile_results(draw: st.DrawFn) -> Result:
    text = draw(_texts)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(min(pair), max(pair)))
    words = st.one_of(st.just("x"), _texts)
    findings = st.builds(
        lambda span, words, severity, related: _finding(
            text,
            span.start,
            span.end,
            message=words,
            category=words,
            rule=words,
            fingerprint=words,
            severity=severity,
            better=(words,),
            related=related,
            reference_spans=((0, span),),
        ),
        spans,
        words,
        st.sampled_from(["neutral", "minor", "major", "critical"]),
        st.lists(st.builds(Related, spans, words), max_size=2).map(tuple),
    )
    paragraphs = draw(st.lists(st.builds(Paragraph, spans, st.booleans()), max_size=4))
    document = Document(draw(words), text, source=draw(words), source_language=draw(words))
    scored = draw(st.lists(st.builds(Scored, spans, st.one_of(st.none(), st.floats(0, 100))), max_size=4))
    return Result(
        document,
        tuple(draw(st.lists(findings, max_size=5))),
        (Failure(draw(words), "r"),),
        (Score("quality", 50.0, draw(words)), Score("chrf++", 50.0, draw(words))),
        paragraphs=tuple(paragraphs),
        references=(_reference(draw(words), draw(spans)),) * draw(st.integers(0, 2)),
        scored=tuple(sorted(scored, key=lambda one: one.span)),
    )


def _reference(text: str, here: Span) -> Reference:
    """A reference whose one couple is the whole of it, so that its words and those of the translation stand side by side."""
    whole = Span(0, len(text))
    return Reference(Original(text, "en", ()), Alignment((Couple(here, whole, 1.0, here, whole),), lost=(whole,)))


@settings(max_examples=60, deadline=None)
@given(_hostile_results())
def test_on_any_text_and_any_spans_the_article_reads_exactly_as_its_prose(result: Result) -> None:
    assert _Reader(render(_report(result))).article == _visible(result.document.prose)


@settings(max_examples=60, deadline=None)
@given(_hostile_results())
def test_no_text_adds_an_element_or_an_attribute_to_the_page(result: Result) -> None:
    page = render(_report(result, why=result.document.name))
    page.encode()
    reader = _Reader(page)
    counts = Counter(tag for tag, _ in reader.tags)
    assert (counts["script"], counts["style"], counts["b"], counts["img"]) == (3, 1, 0, 0)
    names = {name for _, attributes in reader.tags for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"style", "src", "srcdoc", "action"}}
    for attributes in reader.attributes:
        assert attributes.get("href", "#").startswith(("#", "https://example.org/a", "data:,"))
    ids = [attributes["id"] for attributes in reader.attributes if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {attributes["href"][1:] for attributes in reader.attributes if attributes.get("href", "").startswith("#")} <= set(ids)
