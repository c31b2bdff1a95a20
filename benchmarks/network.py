"""This file teaches a small network with one hidden layer, with numpy alone, and says how well it does on rows kept aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

HIDDEN, BATCH, RATE, DECAY = 24, 512, 3e-3, 1e-3
NETWORKS = 3
"""Networks taught from other beginnings; their mean is written as one that is so many times as wide."""


def fit(rows: Any, answers: Any, weights: Any, *, aside: Any, epochs: int) -> dict[str, Any]:
    """Adam on the cross-entropy of every answer (0 or 1), each with its weight. Rows kept `aside` are not learnt from."""
    rows, answers, weights = rows[~aside], answers[~aside], weights[~aside]
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    known = ((rows - mean) / scale).astype(np.float32)
    taught = [_taught(known, answers, weights, epochs, seed) for seed in range(NETWORKS)]
    values = [np.hstack([one[0] for one in taught]), np.hstack([one[1] for one in taught])]
    values += [np.vstack([one[2] for one in taught]) / NETWORKS, np.mean([one[3] for one in taught], axis=0)]
    short = [np.round(value.astype(float), 4).tolist() for value in (mean, scale, *values)]
    return {"mean": short[0], "scale": short[1], "layers": [[short[2], short[3]], [short[4], short[5]]]}


def importance(kind: Any, added: Any, replaced: Any) -> Any:
    """How much each English word counts for the answers added and replaced: a word in another's place says nothing of added ones, and
    the words of an added phrase, which lend each other context, say less than one that stands alone.
    """
    weights = np.stack([~replaced, ~added], axis=1).astype(np.float32)
    weights[kind == "add phrase", 0] *= 0.3
    return weights


def straight(rows: Any, answers: Any, weights: Any, *, steps: int = 60, ridge: float = 0.1) -> tuple[Any, float]:
    """The slopes and the offset of a logistic regression, by Newton's method."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    known = np.hstack([(rows - mean) / scale, np.ones((len(rows), 1))])
    values = np.zeros(known.shape[1])
    for _ in range(steps):
        odds = 1 / (1 + np.exp(-(known @ values)))
        slope = known.T @ (weights * (answers - odds)) - ridge * values
        bend = (known * (weights * odds * (1 - odds))[:, None]).T @ known + ridge * np.eye(len(values))
        values += np.linalg.solve(bend, slope)
    slopes = values[:-1] / scale
    return slopes, float(values[-1] - (slopes * mean).sum())


def _taught(known: Any, answers: Any, weights: Any, epochs: int, seed: int) -> list[Any]:
    dice = np.random.default_rng(seed)
    sizes = (known.shape[1], HIDDEN, answers.shape[1])
    values = [dice.normal(0, 1 / np.sqrt(sizes[0]), sizes[:2]), np.zeros(HIDDEN), dice.normal(0, 0.1, sizes[1:]), np.zeros(sizes[2])]
    values = [value.astype(np.float32) for value in values]
    first, second = [np.zeros_like(value) for value in values], [np.zeros_like(value) for value in values]
    steps = 0
    for epoch in range(epochs):
        order = dice.permutation(len(known))
        rate = RATE * (1 - epoch / epochs) + 1e-4
        for start in range(0, len(order), BATCH):
            which = order[start : start + BATCH]
            steps += 1
            for k, slope in enumerate(_slopes(values, known[which], answers[which], weights[which])):
                first[k] = 0.9 * first[k] + 0.1 * slope
                second[k] = 0.999 * second[k] + 0.001 * slope**2
                values[k] -= rate * (first[k] / (1 - 0.9**steps)) / (np.sqrt(second[k] / (1 - 0.999**steps)) + 1e-8)
    return values


def _slopes(values: Sequence[Any], rows: Any, answers: Any, weights: Any) -> tuple[Any, ...]:
    hidden = np.maximum(rows @ values[0] + values[1], 0)
    error = (1 / (1 + np.exp(-(hidden @ values[2] + values[3]))) - answers) * weights / len(rows)
    back = (error @ values[2].T) * (hidden > 0)
    return rows.T @ back + DECAY * values[0], back.sum(axis=0), hidden.T @ error + DECAY * values[2], error.sum(axis=0)


def judged(learnt: dict[str, Any], rows: Any, answers: Any, kind: Any, aside: Any, says: Sequence[str]) -> None:
    """Prints what share of each kind of fault is found at so many alarms per 1,000 good rows, on the rows kept aside."""
    (one, bias), (two, last) = learnt["layers"]
    value = (rows[aside] - np.asarray(learnt["mean"])) / np.asarray(learnt["scale"])
    odds = np.maximum(value @ np.asarray(one) + bias, 0) @ np.asarray(two) + last
    for column, answer in enumerate(says):
        good = np.sort(odds[kind[aside] == "good", column])
        for name in sorted(set(kind)):
            found = odds[(kind[aside] == name) & (answers[aside][:, column] == 1), column]
            if len(found):
                shares = ", ".join(
                    f"{(found > good[-max(1, int(len(good) * rate))]).mean():.2f} at {1000 * rate:g}" for rate in (0.001, 0.004)
                )
                print(f"{answer:10s} {name:16s} {len(found):6d}  {shares}")
