"""This file counts, for each rule, right and wrong findings on texts whose faults are known, and says what that makes of its card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from audit import odds
from audit.config import Config
from audit.corpus import audited
from audit.labelled import Text
from audit.load import Row
from audit.model import AuditError, Rule, Span
from audit.pipeline import line as build_line

Outcome = Literal["right", "wrong", "mended", "left", "edited", "alarms"]
"""A fault is marked there, or none is; an editor changed it, or let it stand; found in what the editor made, or in a clean text."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted for a rule. `words` are those of the clean texts in which it may speak at all."""

    rule: Rule
    counts: Counter[Outcome]
    words: int

    @property
    def alarms(self) -> int:
        return self.counts["alarms"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`seen`: the share of right findings, between bounds. `rate`: alarms per 100,000 clean words, between bounds."""

    tally: Tally
    seen: odds.Interval
    agreement: odds.Agreement
    rate: odds.Interval
    budget: odds.Budget
    advice: str

    @property
    def fails(self) -> bool:
        """Must the card be changed? An alarm over budget is pardoned where a second key holds it back."""
        return self.agreement in ("too high", "too low") or (self.budget == "over" and not self.tally.rule.only)


@dataclass(frozen=True, slots=True)
class Together:
    """What the cards say of these findings on average, and what is right."""

    right: int
    wrong: int
    said: float
    seen: odds.Interval
    agreement: odds.Agreement


@dataclass(frozen=True, slots=True)
class Measurement:
    """All rules, the worst first; `texts` and `words` by kind; `chance`: how often any word touches an editor's change."""

    judgements: tuple[Judgement, ...]
    texts: Mapping[str, int]
    words: Mapping[str, int]
    chance: float

    @property
    def together(self) -> Together:
        """All findings where all faults are marked: most rules are seen too seldom to be judged alone."""
        counts = [(judgement.tally.rule.confidence, judgement.tally.counts) for judgement in self.judgements]
        right, wrong = (sum(count[outcome] for _, count in counts) for outcome in ("right", "wrong"))
        said = sum(confidence * (count["right"] + count["wrong"]) for confidence, count in counts) / max(1, right + wrong)
        seen = odds.share(right, wrong)
        return Together(right, wrong, said, seen, odds.agreement(said, seen, right + wrong))


def measure(texts: Sequence[Text], config: Config, *, jobs: int = 1, tick: Callable[[int], None] = lambda done: None) -> Measurement:
    """Audits the texts, as `audit corpus` does, and judges each rule. Raises AuditError for a text that cannot be audited."""
    line = build_line(replace(config, force=True))
    counts: dict[str, Counter[Outcome]] = {name: Counter() for name in line.rules}
    clean: Counter[str | None] = Counter()  # words by the source language that was known or surely estimated
    rows = (Row(number, text.document, id=text.document.name) for number, text in enumerate(texts, 1))
    for done, (text, entry) in enumerate(zip(texts, audited(line, rows, jobs), strict=True), 1):
        if "error" in entry:
            raise AuditError(entry["error"])
        for finding in entry["findings"]:
            counts[finding["rule"]][_outcome(finding, text)] += 1
        if text.kind == "clean":
            clean[entry["source_language"]] += text.document.words
        tick(done)
    chance = _chance(texts)
    judged = []
    for name, rule in line.rules.items():
        heard = sum(number for language, number in clean.items() if _may_speak(rule, language))
        judged.append(_judge(Tally(rule, counts[name], heard), chance))
    words: Counter[str] = Counter()
    for text in texts:
        words[text.kind] += text.document.words
    return Measurement(tuple(sorted(judged, key=_badness)), Counter(text.kind for text in texts), words, chance)


def _outcome(finding: Mapping[str, Any], text: Text) -> Outcome:
    if text.kind == "clean":
        return "alarms"
    if text.kind == "edited":
        return "edited"
    here = _touches(Span(finding["start"], finding["end"]), text.marks)
    if text.kind == "mended":
        return "mended" if here else "left"
    return "right" if here else "wrong"


def _touches(span: Span, marks: Sequence[Span]) -> bool:
    """Do they share a character? A span without width stands for the character that follows it."""
    return any(span.start < max(mark.end, mark.start + 1) and mark.start < max(span.end, span.start + 1) for mark in marks)


def _chance(texts: Sequence[Text]) -> float:
    """How often a word of a mended text touches a change."""
    touched = count = 0
    for text in texts:
        if text.kind == "mended":
            at = 0
            for word in text.document.text.split():
                at = text.document.text.index(word, at)
                touched += _touches(Span(at, at + len(word)), text.marks)
                at, count = at + len(word), count + 1
    return touched / count if count else 0.0


def _may_speak(rule: Rule, language: str | None) -> bool:
    """A second key that stays locked keeps a rule silent, which proves nothing of it."""
    return not rule.only or language in rule.only


def _judge(tally: Tally, chance: float) -> Judgement:
    """Marked faults decide; what an editor changed tells less, and is asked where there is much more of it."""
    right, wrong, mended, left = (tally.counts[outcome] for outcome in ("right", "wrong", "mended", "left"))
    seen = odds.share(right, wrong)
    count = right + wrong
    if mended + left > odds.EDITS * count:
        seen, count = odds.behind(odds.share(mended, left), chance), (mended + left) // odds.EDITS
    agreement = odds.agreement(tally.rule.confidence, seen, count)
    budget = odds.budget(tally.alarms, tally.words)
    return Judgement(
        tally, seen, agreement, odds.rate(tally.alarms, tally.words), budget, _advice(tally.rule, seen, agreement, over=budget == "over")
    )


def _advice(rule: Rule, seen: odds.Interval, agreement: odds.Agreement, *, over: bool) -> str:
    """What to do about the card, in the words of its keys."""
    advice = [f"confidence: between {seen.low:.2f} and {seen.high:.2f}"] if agreement in ("too high", "too low") else []
    if over and rule.only:
        advice.append("narrow it: its second key does not suffice")
    elif over:
        key = f"only: [{', '.join(rule.languages)}]" if rule.languages else "a second key (only:)"
        advice.append(f"enabled: false, or {key}")
    return "; ".join(advice)


def _badness(judgement: Judgement) -> tuple[object, ...]:
    tally, counts = judgement.tally, judgement.tally.counts
    return (
        not judgement.fails,
        judgement.budget != "over",
        judgement.agreement != "too high",
        -counts["alarms"] - counts["wrong"],
        -counts["left"] - counts["edited"],
        -counts.total(),
        tally.rule.name,
    )
