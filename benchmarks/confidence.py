"""This file measures, on labelled news that lies beside the project, what each card's confidence and its alarms really are.

    python benchmarks/confidence.py [--data ../shared/data] [SET ...]

Without a SET it takes wild, pe and native, and judges as `audit rules measure` does. The others are for reading, not for judging: humans
(a human translation holds real calques and slips, a sentence a line), gap (native, but tokens were glued together again, so rules of
typography find what is truly there) and mqm (raters pass over typography and over what they marked once). It prints figures only.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from pathlib import Path

from audit.commands.measure import as_json, table
from audit.config import Config
from audit.labelled import Text, read
from audit.load import rows
from audit.measure import measure

FILES = {"wild": ("wild",), "pe": ("pe_news_fren",), "native": ("native_news", "native_wild"), "gap": ("gap",), "mqm": ("mqm_news_zhen",)}
CLEAN = ("native", "gap")
JUDGED = ("wild", "pe", "native")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of labelled data")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", action="store_true", help="all figures, for programs")
    parser.add_argument("sets", nargs="*", choices=[*FILES, "humans", []])
    asked = parser.parse_args()
    if not asked.data.is_dir():
        print(f"{asked.data}: no such folder; there is nothing to measure on")
        return
    texts = [text for name in asked.sets or JUDGED for text in texts_of(asked.data, name)]
    found = measure(texts, Config(), jobs=asked.jobs)
    print((as_json if asked.json else table)(found), end="")


def texts_of(data: Path, name: str) -> list[Text]:
    if name == "humans":
        return humans(data / "news_systems.dev.jsonl.gz")
    return [text for file in FILES[name] for text in read(data / f"{file}.dev.jsonl.gz", clean=name in CLEAN)]


def humans(path: Path) -> list[Text]:
    """What human translators made of the news of which there are machine translations too."""
    entries = []
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            document = json.loads(line)
            for translator, sentences in document["refs"].items():
                name, text = f"{document['id']}|{translator}", "\n".join(sentences)
                entries.append(json.dumps({"id": name, "text": text, "source_lang": document["lang_pair"].split("-")[0]}).encode())
    return [Text(row.document, "clean") for row in rows(entries, str(path)) if row.document]


if __name__ == "__main__":
    main()
