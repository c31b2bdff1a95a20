"""This file reads the human and machine translations that the judges learn from, and teaches the verdict on texts with spoilt sentences."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from network import straight
from plant import Garden, planted

from audit import encode, original
from audit.align import align
from audit.analyse import analyse
from audit.coverage import verdict, weighed
from audit.model import Analysis, Document
from audit.segment import segment


def texts(path: Path) -> Iterator[tuple[str, str, str]]:
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        row = json.loads(line)
        language = row["lang_pair"][:2]
        if language in encode.LANGUAGES:
            best = [next(iter(row["systems"].values()))] if row["systems"] else []
            for translation in [*row["refs"].values(), *best]:
                yield "\n".join(translation), "\n".join(row["source"]), language


def analysed(text: str, source: str, language: str) -> Analysis:
    document = Document("text", text, source=source, source_language=language)
    analysis = analyse(document, segment(document))
    beside = original.read(source, language)
    return Analysis(
        document, analysis.text, analysis.paragraphs, analysis.quotations, analysis.sentences, analysis.tokens,
        original=beside, alignment=align(analysis, beside),
    )  # fmt: skip


def verdict_line(those: Sequence[Analysis]) -> dict[str, Any]:
    """The straight line, fitted on words that look added in texts with some sentences spoilt."""
    dice = random.Random(1)
    garden = Garden([analysis.tokens[one.first : one.last] for analysis in those for one in analysis.sentences if one.last - one.first > 4])
    rows, answers, weights = [], [], []
    for analysis in those:
        for _ in range(3):
            text, gold = _spoilt(analysis, garden, dice)
            again = analysed(text, analysis.original.text, analysis.original.language)
            for couple in weighed(again, analysis.original.language):
                which = [i for i, odds in enumerate(couple.added) if odds > -4]
                rows += list(verdict.rows(couple, again.text, again.original.text, which))
                kinds_ = [next((kind for first, last, kind in gold if first <= couple.here[i].start < last), "") for i in which]
                answers += [kind.startswith("add") for kind in kinds_]
                weights += [0.3 if kind == "add phrase" else 1.0 for kind in kinds_]
    slopes, offset = straight(np.asarray(rows, dtype=float), np.asarray(answers, dtype=float), np.asarray(weights))
    return {"columns": list(verdict.NAMES), "slopes": [round(float(one), 4) for one in slopes], "offset": round(float(offset), 4)}


def _spoilt(analysis: Analysis, garden: Garden, dice: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
    """The text with something added or replaced in about half of its sentences, and where."""
    out, at, gold = "", 0, []
    for one in analysis.sentences:
        sentence = list(analysis.tokens[one.first : one.last])
        faults = [fault for fault in planted(sentence, garden, dice) if fault.added or fault.replaced] if len(sentence) > 5 else []
        if not faults or dice.random() < 0.4:
            continue
        fault, start, end = dice.choice(faults), sentence[0].idx, sentence[-1].idx + len(sentence[-1].text)
        out += analysis.text[at:start]
        gold += [(len(out) + first, len(out) + last, fault.kind) for first, last in (*fault.added, *fault.replaced)]
        out, at = out + fault.text, end
    return out + analysis.text[at:], gold
