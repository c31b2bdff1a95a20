"""This file tells of findings as LanguageTool's API does (version 1), so that clients made for it show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from audit import __version__
from audit.model import Document, Finding, Result, Rule, Span
from audit.render import encodable, told
from audit.serve.places import utf16

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "en-AU": "English (Australian)",
    "en-CA": "English (Canadian)",
    "en-GB": "English (GB)",
    "en-NZ": "English (New Zealand)",
    "en-US": "English (US)",
    "en-ZA": "English (South African)",
}
SOFTWARE = {"name": "audit", "version": __version__, "buildDate": None, "apiVersion": 1, "premium": False, "status": ""}
_AROUND = 40
_KINDS: Sequence[tuple[str, str, str, str]] = (
    ("accuracy/mistranslation", "mistranslation", "SEMANTICS", "Meaning"),
    ("accuracy/omission", "omission", "SEMANTICS", "Meaning"),
    ("accuracy/addition", "addition", "SEMANTICS", "Meaning"),
    ("accuracy/untranslated", "untranslated", "SEMANTICS", "Meaning"),
    ("accuracy", "mistranslation", "SEMANTICS", "Meaning"),
    ("linguistic-conventions/grammar", "grammar", "GRAMMAR", "Grammar"),
    ("linguistic-conventions/spelling", "misspelling", "TYPOS", "Possible Typo"),
    ("linguistic-conventions/punctuation", "typographical", "PUNCTUATION", "Punctuation"),
    ("linguistic-conventions/character-encoding", "characters", "TYPOGRAPHY", "Typography"),
    ("linguistic-conventions", "grammar", "GRAMMAR", "Grammar"),
    ("terminology", "terminology", "FALSE_FRIENDS", "Terms and false friends"),
    ("locale-conventions/typography", "typographical", "TYPOGRAPHY", "Typography"),
    ("locale-conventions", "locale-violation", "TYPOGRAPHY", "Typography"),
    ("consistency", "inconsistency", "SEMANTICS", "Meaning"),
    ("style/register", "register", "STYLE", "Style"),
    ("style", "style", "STYLE", "Style"),
    ("", "uncategorized", "MISC", "Miscellaneous"),
)
"""Our categories (the longest beginning first), the issue type of ITS 2.0 that each is, and LanguageTool's category with its name."""


def kind_of(finding: Finding) -> tuple[str, str, str]:
    """Issue type, category's id, category's name."""
    return next(rest for beginning, *rest in _KINDS if finding.category.startswith(beginning))  # type: ignore[return-value]


def answer(
    result: Result | None, findings: Sequence[Finding], rules: Mapping[str, Rule], language: str, trouble: str = ""
) -> dict[str, Any]:
    """The whole answer of /v2/check. `trouble`: why the text could not be audited, or not wholly."""
    about = {"name": LANGUAGES[language], "code": language}
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": bool(trouble), **({"incompleteResultsReason": encodable(trouble)} if trouble else {})},
        "language": {**about, "detectedLanguage": {**about, "confidence": 1.0 if result else 0.0, "source": "audit"}},
        "matches": _matches(result, findings, rules) if result else [],
        "sentenceRanges": [],
    }


def _matches(result: Result, findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[dict[str, Any]]:
    place = utf16(result.document.text)
    paragraphs = [result.document.to_text(paragraph.span) for paragraph in result.paragraphs]
    return [_match(result.document, finding, rules.get(finding.rule), place, paragraphs) for finding in findings]


def _match(
    document: Document, finding: Finding, rule: Rule | None, place: Callable[[int], int], paragraphs: Sequence[Span]
) -> dict[str, Any]:
    issue, identity, title = kind_of(finding)
    span = finding.span
    around = next((paragraph for paragraph in paragraphs if paragraph.contains(span)), span)
    return {
        "message": encodable(told(finding)),
        "shortMessage": title,
        "replacements": [{"value": encodable(better)} for better in finding.better],
        "offset": place(span.start),
        "length": place(span.end) - place(span.start),
        "context": _context(document.text, span),
        "sentence": encodable(around.of(document.text)),
        "type": {"typeName": "UnknownWord" if issue == "misspelling" else "Other"},
        "rule": {
            "id": finding.rule,
            "description": rule.why if rule else finding.rule,
            "issueType": issue,
            "category": {"id": identity, "name": title},
            "urls": [{"value": link} for link in (rule.see if rule else ())],
            "isPremium": False,
            "confidence": finding.confidence,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _context(text: str, span: Span) -> dict[str, Any]:
    """The words round a finding in one line, as long as the finding itself is where it stands."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before = ("..." if start else "") + text[start : span.start]
    after = text[span.end : end] + ("..." if end < len(text) else "")
    whole = before + span.of(text) + after
    place = utf16(whole)
    flat = "".join(" " if letter in "\r\n\t\u2028\u2029\x0b\x0c\x85" else letter for letter in whole)
    return {"text": encodable(flat), "offset": place(len(before)), "length": place(len(before) + len(span.of(text))) - place(len(before))}
