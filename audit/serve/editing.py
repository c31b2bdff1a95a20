"""This file tells an editor of findings in the Language Server Protocol's own values: diagnostics, hovers, quick fixes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types as lsp

from audit.model import Finding, Result, Rule, Severity, Span
from audit.render import encodable, open_findings, told
from audit.serve.places import Places

_SEVERITIES: Mapping[Severity, lsp.DiagnosticSeverity] = {
    "critical": lsp.DiagnosticSeverity.Error,
    "major": lsp.DiagnosticSeverity.Warning,
    "minor": lsp.DiagnosticSeverity.Information,
    "neutral": lsp.DiagnosticSeverity.Hint,
}
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&@:])")
_LONG = 160


@dataclass(frozen=True)
class Audited:
    """A state of an open document that was audited, and what came of it."""

    uri: str
    version: int | None
    result: Result
    rules: Mapping[str, Rule]
    encoding: str = "utf-16"

    @cached_property
    def places(self) -> Places:
        return Places(self.result.document.text, self.encoding)

    @cached_property
    def findings(self) -> Sequence[Finding]:
        return open_findings(self.result)

    def range(self, span: Span) -> lsp.Range:
        return lsp.Range(lsp.Position(*self.places.at(span.start)), lsp.Position(*self.places.at(span.end)))

    def diagnostics(self) -> list[lsp.Diagnostic]:
        """One for every open finding, in the order of the text."""
        return [self.diagnostic(finding) for finding in self.findings]

    def diagnostic(self, finding: Finding) -> lsp.Diagnostic:
        rule = self.rules.get(finding.rule)
        link = next((see for see in rule.see if see.startswith(("https://", "http://"))), None) if rule else None
        return lsp.Diagnostic(
            self.range(finding.span),
            encodable(told(finding)),
            severity=_SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=lsp.CodeDescription(link) if link else None,
            source="audit",
            related_information=[
                lsp.DiagnosticRelatedInformation(lsp.Location(self.uri, self.range(there.span)), encodable(there.label))
                for there in finding.related
            ],
        )

    def hover(self, position: lsp.Position, *, markdown: bool) -> lsp.Hover | None:
        """What is to be said of the place: reason and evidence of every finding there."""
        offset = self.places.offset(position.line, position.character)
        here = [finding for finding in self.findings if finding.span.start <= offset <= max(finding.span.end - 1, finding.span.start)]
        if not here:
            return None
        kind = lsp.MarkupKind.Markdown if markdown else lsp.MarkupKind.PlainText
        between = "\n\n---\n\n" if markdown else "\n\n"
        said = between.join(_page(self._lines(finding), markdown=markdown) for finding in here)
        return lsp.Hover(lsp.MarkupContent(kind, encodable(said)), self.range(here[0].span))

    def fixes(self, asked: lsp.Range, *, versioned: bool) -> list[lsp.CodeAction]:
        """A quick fix for every suggestion of the findings that the range touches; the only suggestion of one is preferred.

        `versioned`: does the editor know edits that hold for one version of a document only?
        """
        start = self.places.offset(asked.start.line, asked.start.character)
        end = self.places.offset(asked.end.line, asked.end.character)
        here = [finding for finding in self.findings if finding.span.start <= end and start <= finding.span.end]
        return [self._fix(finding, better, versioned=versioned) for finding in here for better in finding.better]

    def _fix(self, finding: Finding, better: str, *, versioned: bool) -> lsp.CodeAction:
        edit = lsp.TextEdit(self.range(finding.span), better)
        where = lsp.OptionalVersionedTextDocumentIdentifier(self.uri, self.version)
        whole = lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(where, [edit])])
        return lsp.CodeAction(
            f"Write “{_short(better)}”" if better else f"Delete “{_short(finding.quote)}”",
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(finding)],
            is_preferred=len(finding.better) == 1,
            edit=whole if versioned else lsp.WorkspaceEdit(changes={self.uri: [edit]}),
        )

    def _lines(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """What a hover says, as a title (or none) and words."""
        rule, text, source = self.rules.get(finding.rule), self.result.document.text, self.result.document.source
        yield "", told(finding)
        if rule:
            yield "Why", rule.why
        if finding.better:
            yield "Better", " / ".join(f"“{_short(better)}”" for better in finding.better)
        for there in finding.related:
            yield (
                there.label[:1].upper() + there.label[1:],
                f"“{_short(there.span.of(text))}”, line {self.places.at(there.span.start)[0] + 1}",
            )
        if finding.source_span and source is not None:
            yield "In the source", f"“{_short(finding.source_span.of(source))}”"
        for number, span in finding.reference_spans:
            yield f"In reference {number + 1}", f"“{_short(span.of(self.result.document.references[number]))}”"
        yield "", f"{finding.severity}, confidence {finding.confidence:.2f}, {finding.category}, rule {finding.rule}"


def _page(lines: Iterator[tuple[str, str]], *, markdown: bool) -> str:
    """The article's words may hold marks of Markdown; they are shown, never obeyed."""
    if not markdown:
        return "\n".join(f"{title}: {words}" if title else words for title, words in lines)
    return "\n\n".join(f"**{_plain(title)}**: {_plain(words)}" if title else _plain(words) for title, words in lines)


def _plain(words: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(words.split()))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONG else words[: _LONG - 1] + "…"
