"""This file trains the judges of knowledge/coverage/weights.json on faults planted in human translations that lie beside the project.

    python benchmarks/coverage.py [--data ../shared/data] [--texts 72]

A sentence of a professional translation gets a word or phrase that the source has not, loses one, or has one put in place of another
(benchmarks/plant.py); the judges learn to tell these from the words of the good translation. Only weights are kept, no text. It prints
what share of the planted faults is found in texts that were kept aside, at so many alarms per 1,000 words looked at. Half of the texts
are taken sentence by sentence, as segments come without their neighbours. The verdict (audit/coverage/verdict.py) is fitted on texts
that the judges were not taught on.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from network import fit, importance, judged
from plant import Garden, Planted, planted, written
from spoilt import analysed, texts, verdict_line

from audit import encode
from audit.analyse import analyse
from audit.coverage import asked, features, kinds, lexical
from audit.coverage.facing import Facing, Words, _within, deepened, together, words
from audit.coverage.scorer import FILE
from audit.model import Analysis, Couple, Document
from audit.segment import segment
from audit.spans import Span

HELD, PLAIN = 0.4, 0.5
SURE = 0.8
ASIDE, MORE = 6, 40
"""Every sixth text is kept aside; so many further ones teach the verdict."""


@dataclass(frozen=True)
class Rows:
    """What is learnt from one planted sentence: features and answers of its English words and of its source words (-1: not known)."""

    kind: str
    text: int
    here: Any
    added: Any
    replaced: Any
    there: Any
    gone: Any


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of labelled data")
    parser.add_argument("--texts", type=int, default=72)
    asked_for = parser.parse_args()
    path = asked_for.data / "news_systems.dev.jsonl.gz"
    if not path.is_file():
        print(f"{path}: no such file; there is nothing to train on")
        return
    read = list(texts(path))
    random.Random(5).shuffle(read)
    rows = list(_rows([analysed(*text) for text in read[: asked_for.texts]]))
    place = Path("knowledge", FILE)
    learnt = {"here": _here(rows), "there": _there(rows), "verdict": json.loads(place.read_text(encoding="utf-8"))["verdict"]}
    place.write_text(json.dumps(learnt, separators=(",", ":")) + "\n", encoding="utf-8")
    learnt["verdict"] = verdict_line([analysed(*text) for text in read[asked_for.texts : asked_for.texts + MORE]])
    place.write_text(json.dumps(learnt, separators=(",", ":")) + "\n", encoding="utf-8")


def _rows(texts: Sequence[Analysis]) -> Iterator[Rows]:
    dice = random.Random(0)
    garden = Garden([analysis.tokens[one.first : one.last] for analysis in texts for one in analysis.sentences if one.last - one.first > 4])
    for number, analysis in enumerate(texts):
        jobs = [
            job
            for couple in analysis.alignment.couples
            if couple.confidence >= SURE
            for job in _jobs(analysis, couple, garden, dice, number % 2 == 0)
        ]
        yield from _learnt(number, analysis, jobs)


@dataclass(frozen=True)
class Job:
    sentence: Any
    base: Facing
    before: Sequence[encode.Encoded]
    after: Sequence[encode.Encoded]
    there: Words
    fault: Planted


def _jobs(analysis: Analysis, couple: Couple, garden: Garden, dice: random.Random, lone: bool) -> Iterator[Job]:
    """The faults planted in the sentence of a couple, where it has but one, and the good sentence; `lone` leaves out its neighbours."""
    own = [one for one in analysis.sentences if couple.here.start <= one.span.start and one.span.end <= couple.here.end]
    sides = {side: [one for one in analysis.alignment.vectors[side] if one.words] for side in ("here", "there")}
    inside = _within(sides["here"], couple.here)
    around = list(inside if lone else _within(sides["here"], couple.wide_here))
    beyond = _within(sides["there"], couple.there)
    if len(own) != 1 or own[0].last - own[0].first < 6 or len(inside) != 1 or not beyond:
        return
    at = next(k for k, one in enumerate(around) if one is inside[0])
    sentence = list(analysis.tokens[own[0].first : own[0].last])
    there = _words(beyond, beyond if lone else _within(sides["there"], couple.wide_there))
    base = next(together([(couple, _words(inside, around), there)]))[1]
    for fault in (Planted(written(sentence), "good"), *planted(sentence, garden, dice)):
        yield Job(sentence, base, around[:at], around[at + 1 :], there, fault)


def _words(inside: Sequence[encode.Encoded], around: Sequence[encode.Encoded]) -> Words:
    return words(inside, around, np.concatenate(list(deepened(around))))


def _learnt(number: int, analysis: Analysis, jobs: Sequence[Job]) -> Iterator[Rows]:
    texts = [job.fault.text.replace("\n", " ") for job in jobs]
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)]).tolist()
    document = Document("faults", "\n".join(texts))
    tokens = list(analyse(document, segment(document)).tokens)
    places = np.asarray([token.idx for token in tokens])
    encoded = encode.encode(document.text, [Span(start, start + len(text)) for start, text in zip(starts, texts, strict=False)])
    for job, one, start in zip(jobs, encoded, starts, strict=False):
        if not one.words:
            continue
        here = _words([one], [*job.before, one, *job.after])
        facing = next(together([(Couple(Span(0, 0), Span(0, 0), 1.0, Span(0, 0), Span(0, 0)), here, job.there)]))[1]
        those = [tokens[max(0, int(np.searchsorted(places, word.start, side="right")) - 1)] for word in one.words]
        heard = np.array([asked(token) for token in those])
        source = facing.there.spans[facing.there.inner]
        mine, theirs = _lexical(analysis, facing, document.text)
        yield Rows(
            job.fault.kind,
            number,
            np.concatenate([features.here(facing), kinds.here(those), mine], axis=1)[heard],
            _within_any(one.words, job.fault.added, start)[heard],
            _within_any(one.words, job.fault.replaced, start)[heard],
            np.concatenate(
                [features.there(facing), kinds.there(analysis.original.text, source, analysis.original.language), theirs], axis=1
            ),
            _gone(job),
        )


def _lexical(analysis: Analysis, facing: Facing, planted_: str) -> tuple[Any, Any]:
    """The rows of words by themselves: the couple's own English words stand in the planted text, their neighbours in the good one."""
    inner = range(facing.here.inner.start, facing.here.inner.stop)
    ours = [span.of(planted_ if k in inner else analysis.text).lower() for k, span in enumerate(facing.here.spans)]
    return lexical.compared(facing, ours, [span.of(analysis.original.text).lower() for span in facing.there.spans])


def _within_any(spans: Sequence[Span], places: Sequence[tuple[int, int]], start: int) -> Any:
    return np.array([any(start + first <= span.start and span.end <= start + last for first, last in places) for span in spans])


def _gone(job: Job) -> Any:
    """Which source words lost their counterpart: those that chose an English word which is gone. -1 where the choice was doubtful."""
    start, like, inner = job.sentence[0].idx, job.base.likeness, job.base.there.inner
    answers = np.zeros(inner.stop - inner.start, dtype=int)
    gone = _within_any(job.base.here.spans, job.fault.gone, start)
    inside = range(job.base.here.inner.start, job.base.here.inner.stop)
    for at, column in enumerate(range(inner.start, inner.stop)):
        best = int(like[:, column].argmax())
        if gone[best] and best in inside:
            value, mutual = like[best, column], like[best].argmax() == column
            answers[at] = 1 if value >= PLAIN or (value >= HELD and mutual) else -1
    return answers


def _here(rows: Sequence[Rows]) -> dict[str, Any]:
    features_, added, replaced = (np.concatenate([getattr(row, name) for row in rows]) for name in ("here", "added", "replaced"))
    answers = np.stack([added, replaced], axis=1).astype(np.float32)
    which = np.concatenate([np.full(len(row.here), row.text) for row in rows])
    kind = np.concatenate([np.full(len(row.here), row.kind) for row in rows])
    learnt = fit(features_, answers, importance(kind, added, replaced), aside=which % ASIDE == 0, epochs=12)
    judged(learnt, features_, answers, kind, which % ASIDE == 0, ("added", "replaced"))
    return {"columns": [*features.NAMES, *kinds.HERE, *lexical.NAMES], "says": ["added", "replaced"], **learnt}


def _there(rows: Sequence[Rows]) -> dict[str, Any]:
    features_, gone = np.concatenate([row.there for row in rows]), np.concatenate([row.gone for row in rows])
    which = np.concatenate([np.full(len(row.there), row.text) for row in rows])
    kind = np.concatenate([np.full(len(row.there), row.kind) for row in rows])
    answers = (gone == 1).astype(np.float32)[:, None]
    learnt = fit(features_, answers, (gone >= 0).astype(np.float32)[:, None], aside=which % ASIDE == 0, epochs=12)
    judged(learnt, features_, answers, kind, which % ASIDE == 0, ("lost",))
    return {"columns": [*features.NAMES, *kinds.THERE, *lexical.NAMES], "says": ["lost"], **learnt}


if __name__ == "__main__":
    main()
