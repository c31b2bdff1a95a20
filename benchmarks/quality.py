"""This file shows what the exponents in audit/quality.py are worth: how often they order two translations of one source as people do.

    python benchmarks/quality.py [--data ../shared/data] [--documents 40] [--segments 100]

The data hold whole documents by several systems with a human score each, and segments with professional MQM scores; both with references.
It prints each part alone, sacrebleu's chrF, and the product for a grid of exponents. Ties count as wrong.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from audit.config import Config
from audit.model import Document
from audit.pipeline import line
from audit.quality import WITH, quality

Row = dict[str, float]
Pair = tuple[Row, Row]
GRID = {"penalty": (0, 0.08, 0.2, 0.35), "fluency": (0, 0.2, 0.35), "meaning": (0.5, 1.0), "chrf++": (0.5, 0.75, 1.0)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of labelled data")
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--segments", type=int, default=100)
    asked = parser.parse_args()
    sets = {"documents": list(documents(asked.data, asked.documents)), "segments": list(segments(asked.data, asked.segments))}
    for name, groups in sets.items():
        pairs = list(itertools.chain.from_iterable(map(ordered, groups)))
        print(f"{name}: {len(pairs)} pairs; as built {right(pairs, quality):.3f}")
        for part, sign in (("penalty", -1), ("fluency", 1), ("meaning", 1), ("chrf++", 1), ("chrf", 1)):
            print(f"  {part:8} {right(pairs, lambda row, part=part, sign=sign: sign * row[part]):.3f}")
        for powers in itertools.product(*GRID.values()):
            WITH.update(zip(GRID, powers, strict=True))
            print("  ", " ".join(f"{name}^{power}" for name, power in WITH.items()), f"{right(pairs, quality):.3f}")


def ordered(group: list[tuple[float, Row]]) -> Iterator[Pair]:
    """The better and the worse of every two that people told apart."""
    for (one, row), (other, second) in itertools.combinations(group, 2):
        if one != other:
            yield (row, second) if one > other else (second, row)


def right(pairs: list[Pair], of: Callable[[Row], float]) -> float:
    return sum(of(better) > of(worse) for better, worse in pairs) / max(1, len(pairs))


def documents(data: Path, most: int) -> Iterator[list[tuple[float, Row]]]:
    rows = [row for row in read(data / "news_systems.dev.jsonl.gz") if any(i.get("human") is not None for i in row["system_info"].values())]
    random.Random(0).shuffle(rows)
    for row in rows[:most]:
        beside = {"source": "\n".join(row["source"]), "references": tuple("\n".join(lines) for lines in row["refs"].values())}
        judged = {name: row["system_info"].get(name, {}).get("human") for name in row["systems"]}
        language = row["lang_pair"][:2]
        yield [(judged[k], parts("\n".join(v), language, **beside)) for k, v in row["systems"].items() if judged[k] is not None]


def segments(data: Path, most: int) -> Iterator[list[tuple[float, Row]]]:
    groups: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for row in read(data / "mqm_news_zhen.dev.jsonl.gz"):
        if row["refs"] and not row.get("is_human"):
            groups[row["doc_id"], row["seg"]].append(row)
    for key in random.Random(0).sample(sorted(groups), most):
        yield [(-row["mqm"], parts(row["mt"], "zh", row["source"], tuple(row["refs"]))) for row in groups[key]]


def parts(text: str, language: str, source: str, references: tuple[str, ...]) -> Row:
    document = replace(Document("row", text), source=source, source_language=language, references=references)
    scores = {score.metric: score.value for score in LINE.audit(document).scores}
    return {name: scores[name] for name in ("fluency", "meaning", "chrf++", "chrf")} | {"penalty": scores["penalty_per_100_words"]}


def read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(row) for row in file]


LINE = line(Config(force=True))
if __name__ == "__main__":
    main()
