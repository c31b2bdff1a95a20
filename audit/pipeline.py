"""This file is the straight line: segment, analyse, align, keep the ledger, apply, trace, weigh, merge, score. Open it first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from audit import baseline, cache, claims, decisions, facts, ledger, original, references, reopen, rulebook, statements, style, triggers
from audit.agreed import agree
from audit.align import align, misfit
from audit.analyse import analyse
from audit.apply import apply
from audit.band import banded
from audit.bundled import folder
from audit.config import Config
from audit.engines.ask import asking
from audit.engines.choose import Engines, choose
from audit.identify import SURE, identify, identify_source
from audit.languages import name
from audit.merge import merge
from audit.model import Analysis, AuditError, Check, Document, Failure, Finding, Layout, Result, Rule, Score
from audit.origin import trace
from audit.quality import own_scores
from audit.score import measured
from audit.score.along import along
from audit.score.segments import Beside, segments
from audit.segment import segment
from audit.weigh import weigh

LINES = 4
"""Choices of rules that are kept built in the cache, some 8 MB each."""


@dataclass(frozen=True)
class Line:
    """The rules and settings of one run, with the checks built once from them. Each worker process has its own."""

    config: Config
    rules: Mapping[str, Rule]

    @cached_property
    def checks(self) -> Sequence[Check]:
        return rulebook.build(self.rules.values())

    @cached_property
    def facts(self) -> facts.Facts:
        return facts.read([Path(place) for place in self.config.knowledge])

    @cached_property
    def book(self) -> decisions.Book:
        """What people have decided of findings."""
        return decisions.merged(decisions.read_all(self.config.decisions), decisions.today()) if self.config.decisions else decisions.Book()

    @cached_property
    def baseline(self) -> baseline.Baseline | None:
        return baseline.read(Path(self.config.baseline)) if self.config.baseline else None

    @cached_property
    def engines(self) -> Engines:
        """The grammar engines to ask, of those that a chosen card speaks for."""
        speaking = {rule.settings.name for rule in self.rules.values() if rule.check == "engine"}
        return choose(self.config.engines, self.config.languagetool, speaking)

    def audit(self, document: Document) -> Result:
        """One document, once through every stage. Raises AuditError for what the user must mend."""
        layout = segment(document)
        document, failures = self._identified(_with_source_language(document), layout)
        told = asking(self.engines.asked, layout.flat)
        analysis, unfit = self._beside(replace(analyse(document, layout), facts=self.facts))
        beside, unlike = references.beside(document.name, analysis.text, document.references, force=self.config.force)
        analysis = ledger.keep(replace(analysis, references=beside.references))
        answer = told()
        analysis = replace(analysis, statements=statements.read(analysis), complaints=answer.complaints)
        found, unseen = apply(self.checks, analysis)
        matches = list(triggers.turn(found, self.rules, analysis))
        origin = trace(matches, self.rules, analysis)
        findings, untold = weigh(matches, self.rules, document, origin)
        findings, reopened = reopen.only(findings, analysis)
        found_now = merge(agree(findings, analysis), document)
        merged, unused = decisions.settle(found_now, document, self.book, layout.paragraphs, self.rules, decisions.today())
        scored = along(beside)
        scores, unmeasured, compared = _scores(analysis, beside, merged, ter=self.config.ter is not False)
        undated = statements.undated(analysis) if any(rule.check == "facts" for rule in self.rules.values()) else ()
        failures += [*document.unread, *unfit, *unlike, *answer.failures, *unseen, *untold, *undated, *unmeasured, *_not_compared(analysis)]
        return Result(
            document,
            merged,
            tuple(failures),
            banded(analysis, merged, beside, scored, scores),
            analysis.ledger,
            layout.paragraphs,
            origin,
            claims.rank(analysis),
            analysis.original,
            analysis.alignment and replace(analysis.alignment, vectors={}),
            (*document.notes, *reopened, *compared, *unused),
            analysis.references,
            scored,
        )

    def _beside(self, analysis: Analysis) -> tuple[Analysis, list[Failure]]:
        """The analysis with its source beside it, cut into sentences and aligned, where there is one that fits."""
        document = analysis.document
        if document.source is None:
            return analysis, []
        source = original.read(document.source, document.source_language)
        told = misfit.wrong_language(document.source, document.source_language, identify_source(document.source))
        wrong = told or misfit.wrong_length(analysis, source)
        aligned = None if wrong else align(analysis, source)
        wrong = wrong or (misfit.stranger(aligned, source) if aligned else "")
        if not wrong:
            beside = replace(analysis, original=source, alignment=aligned)
            earlier = document.earlier
            return reopen.compare(beside, original.read(earlier.text, source.language)) if earlier else beside, []
        if not self.config.force:
            raise AuditError(f"{document.name}: its source text {wrong}; --force audits without it")
        return analysis, [Failure("source", f"the source text {wrong}; it was not used")]

    def _identified(self, document: Document, layout: Layout) -> tuple[Document, list[Failure]]:
        language, probability = identify(layout)
        if language == "en" or probability < SURE:
            return document, []
        found = f"reads like {name(language)} (probability {probability:.2f}), not English"
        if not self.config.force:
            if document.source and (identify_source(document.source) or ("", 0.0))[0] == "en":
                found += ", and its source reads like English: swap the two files"
            raise AuditError(f"{document.name}: {found}; --force audits it all the same")
        return replace(document, language=language), [Failure("language", f"the text {found}: findings and silence mean little")]


def line(config: Config) -> Line:
    """Reads the rules that the configuration chooses, builds their checks, lets engines start. Raises AuditError for a broken card."""
    chosen = (config.folders, config.select, config.ignore, config.style)
    made_from = (*config.folders, folder("knowledge"), Path(__file__).parent, *map(Path, config.style))
    rules, checks = cache.kept(
        f"line-{int(cache.digest(repr(chosen)), 16) % LINES}", cache.digest(repr(chosen), cache.state(*made_from)), lambda: _built(config)
    )
    of = Line(config, rules)
    vars(of)["checks"] = checks
    _ = of.engines, of.book, of.baseline
    return of


def _built(config: Config) -> tuple[Mapping[str, Rule], Sequence[Check]]:
    rules = rulebook.gather(config.folders, config.select, config.ignore)
    of = Line(config, {rule.name: rule for rule in style.dress(rules, style.read_sheets(config.style), config.select)})
    return of.rules, of.checks


def _with_source_language(document: Document) -> Document:
    """The document with the language of its source text, where nobody said it and the source shows it."""
    if document.source is None or document.source_language:
        return document
    found = identify_source(document.source)
    return replace(document, source_language=found[0]) if found and found[1] >= SURE and found[0] != "en" else document


def _scores(
    analysis: Analysis, beside: Beside, findings: Sequence[Finding], *, ter: bool
) -> tuple[tuple[Score, ...], list[Failure], list[str]]:
    """The audit's own figures, and with references sacrebleu's, with how they were compared."""
    document = analysis.document
    if not beside.references or not document.prose.strip():
        return own_scores(analysis, findings, {}), [], []
    metrics, note = measured(segments([document.prose], beside.given, [beside]), ter=ter)
    own = own_scores(analysis, findings, {score.metric: score.value for score in metrics})
    unmeasured = [] if not ter or any(score.metric == "ter" for score in metrics) else [Failure("reference/ter", note)]
    which = "the reference" if len(beside.references) == 1 else f"{len(beside.references)} references"
    return (*own, *metrics), unmeasured, [f"compared with {which}: {note}"]


def _not_compared(analysis: Analysis) -> list[Failure]:
    """What of the source was not compared with the translation, and why."""
    original, alignment = analysis.original, analysis.alignment
    if analysis.document.source is None:
        said = "no source text: nothing was compared with the original; omissions and changed facts cannot be seen. Give --source"
        return [Failure("source", said)]
    if original is None or alignment is None:
        return []
    if not original.language:
        return [Failure("source", "the language of the source text is not known, so nothing was compared with it; give --source-lang")]
    if alignment.unsure:
        some = "1 passage" if len(alignment.unsure) == 1 else f"{len(alignment.unsure)} passages"
        said = f"{some} could not be aligned with the source surely enough and {'was' if some[0:2] == '1 ' else 'were'} not compared"
        return [Failure("source/alignment", f"{said}; the report lists them")]
    return []
