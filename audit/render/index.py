"""This file makes the index page of several articles: the worst first, and counts by rule, by who found it, by source language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audit.languages import name as language_name
from audit.model import SEVERITIES, Finding, Report, Result, Rule
from audit.render import open_findings
from audit.render.figures import FIGURES
from audit.render.fill import filled
from audit.render.tallies import Tally, tally_crossed, tally_severities


@dataclass(frozen=True, slots=True)
class Row:
    """An article: `counts` has its open findings by severity, the worst first; `href` leads to its own report."""

    name: str
    href: str
    passed: bool
    counts: tuple[tuple[str, int], ...]
    settled: int
    quality: str
    words: int
    language: str
    unchecked: int


@dataclass(frozen=True, slots=True)
class Group:
    """Articles, or findings, that belong together. `rate` is findings per 1,000 words; empty where words do not divide so."""

    tally: Tally
    articles: int
    words: int = 0
    rate: str = ""
    quality: str = ""


@dataclass(frozen=True, slots=True)
class Mean:
    """A figure over the articles that have it."""

    title: str
    note: str
    articles: int
    mean: str
    least: str
    most: str


@dataclass(frozen=True, slots=True)
class Index:
    title: str
    passed: bool
    reason: str
    rows: tuple[Row, ...]
    severities: tuple[Tally, ...]
    rules: tuple[Group, ...]
    finders: tuple[Group, ...]
    languages: tuple[Group, ...]
    means: tuple[Mean, ...]
    version: str
    rule_count: int
    engines: tuple[tuple[str, str], ...]


def render(report: Report, hrefs: Sequence[str], passed: Sequence[bool]) -> str:
    """The page as HTML text. `hrefs` lead to the articles' own reports and `passed` says which pass, both in the order of the results."""
    return filled("index.html", view(report, hrefs, passed), ("style.css", "index.css"))


def view(report: Report, hrefs: Sequence[str], passed: Sequence[bool]) -> Index:
    """Everything that the template shows."""
    listed = sorted(zip(report.results, hrefs, passed, strict=True), key=lambda entry: _badness(entry[0]))
    found = [(result, finding) for result in report.results for finding in open_findings(result)]
    return Index(
        title=f"{len(listed)} articles",
        passed=report.verdict.passed,
        reason=report.verdict.reason,
        rows=tuple(_row(*entry) for entry in listed),
        severities=tally_severities(finding.severity for _, finding in found),
        rules=_grouped(found, lambda finding: finding.rule),
        finders=_grouped(found, lambda finding: _finder(report.rules.get(finding.rule))),
        languages=_languages(report.results),
        means=_means(report.results),
        version=report.meta.version,
        rule_count=report.meta.rules,
        engines=tuple(sorted(report.meta.engines.items())),
    )


def _badness(result: Result) -> tuple[object, ...]:
    """The more findings of the gravest kind the earlier; then the lower the quality."""
    counts = Counter(finding.severity for finding in open_findings(result))
    quality = _quality(result)
    return (*(-counts[severity] for severity in reversed(SEVERITIES)), 101.0 if quality is None else quality, result.document.name)


def _quality(result: Result) -> float | None:
    return next((score.value for score in result.scores if score.metric == "quality"), None)


def _row(result: Result, href: str, passed: bool) -> Row:
    unsettled, quality = open_findings(result), _quality(result)
    counts = Counter(finding.severity for finding in unsettled)
    return Row(
        name=result.document.name,
        href=href,
        passed=passed,
        counts=tuple((severity, counts[severity]) for severity in reversed(SEVERITIES)),
        settled=len(result.findings) - len(unsettled),
        quality="" if quality is None else f"{quality:.1f}",
        words=result.document.words,
        language=_language(result),
        unchecked=len(result.failures),
    )


def _language(result: Result) -> str:
    code = result.document.source_language or result.origin.known
    return language_name(code) if code else "not known"


def _finder(rule: Rule | None) -> str:
    """The grammar engine that a rule speaks for, else the audit itself."""
    if rule is None or rule.check != "engine":
        return "audit's own rules"
    return str(getattr(rule.settings, "name", "an engine"))


def _grouped(found: Sequence[tuple[Result, Finding]], key: Callable[[Finding], str]) -> tuple[Group, ...]:
    articles: defaultdict[str, set[int]] = defaultdict(set)
    for result, finding in found:
        articles[key(finding)].add(id(result))
    rows = tally_crossed(((key(finding), finding.severity) for _, finding in found), str)
    return tuple(Group(row, len(articles[row.name])) for row in rows)


def _languages(results: Sequence[Result]) -> tuple[Group, ...]:
    """By source language, also those without a finding, which stand last."""
    texts: defaultdict[str, list[Result]] = defaultdict(list)
    for result in results:
        texts[_language(result)].append(result)
    rows = tally_crossed(((_language(result), finding.severity) for result in results for finding in open_findings(result)), str)
    quiet = sorted(texts.keys() - {row.name for row in rows})
    groups = []
    for row in (*rows, *(Tally(name, name, 0, 0.0) for name in quiet)):
        own = texts[row.name]
        words = sum(result.document.words for result in own)
        grades = [grade for grade in map(_quality, own) if grade is not None]
        quality = f"{sum(grades) / len(grades):.1f}" if grades else ""
        groups.append(Group(row, len(own), words, f"{1000 * row.count / words:.1f}" if words else "", quality))
    return tuple(groups)


def _means(results: Sequence[Result]) -> tuple[Mean, ...]:
    """All figures, those of guests too, in the order of the first article that has them."""
    values: defaultdict[str, list[float]] = defaultdict(list)
    for result in results:
        for score in result.scores:
            values[score.metric].append(score.value)
    return tuple(
        Mean(*FIGURES.get(metric, (metric, "")), len(own), f"{sum(own) / len(own):.1f}", f"{min(own):.1f}", f"{max(own):.1f}")
        for metric, own in values.items()
    )
