"""This file measures what each rule costs, as a share of parsing, and prints the dearest.

    python benchmarks/cost.py [--most 20]

Run it after writing a rule: a regular expression that looks behind at every character can cost more than the parser.
"""

from __future__ import annotations

import argparse
import time

from speed import articles

from audit import pipeline
from audit.analyse import analyse, model
from audit.checks import CHECKS
from audit.config import Config
from audit.segment import segment

WORDS = 8_000
DEAR = 0.02
"""A rule above this share of parsing deserves a better anchor or a `hint`."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=20, help="how many rules to show (default: 20)")
    most = parser.parse_args().most
    documents = articles(WORDS)
    model()
    start = time.process_time()
    analyses = [analyse(document, segment(document)) for document in documents]
    parse = time.process_time() - start
    costs = []
    for rule in pipeline.line(Config()).rules.values():
        check = CHECKS[rule.check]([rule])
        list(check.find(analyses[0]))
        start = time.process_time()
        for analysis in analyses:
            list(check.find(analysis))
        costs.append(((time.process_time() - start) / parse, rule.name))
    print(f"{sum(document.words for document in documents)} words; each rule alone, as a share of parsing them\n")
    for share, name in sorted(costs, reverse=True)[:most]:
        print(f"{name:44} {share:7.3f} x{'   dear' if share > DEAR else ''}")
    print(f"{'all rules, one by one':44} {sum(share for share, _ in costs):7.3f} x")


if __name__ == "__main__":
    main()
