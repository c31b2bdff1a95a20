"""This file tests that sentences find their counterparts when a translation merges, splits, drops, adds or moves them."""

from pathlib import Path

import pytest
import yaml

from audit import encode, original
from audit.align import align
from audit.analyse import analyse
from audit.model import Alignment, Couple, Document
from audit.segment import segment
from audit.spans import Span

PARALLEL: dict[str, list[list[str]]] = yaml.safe_load((Path(__file__).parent.parent / "data" / "parallel.yaml").read_text(encoding="utf-8"))
UNSPACED = {"zh", "ja"}
LINKED = 0.97
"""The F1 over couples of sentences that is promised."""

Line = tuple[str, frozenset[int]]
"""A sentence and the numbers of the sentences of the article that it stands for."""


def sides(language: str, change: str, seed: int) -> tuple[list[Line], list[Line]]:
    """The two sides of an article after one change: the translation's lines, the source's lines."""
    rows = PARALLEL[language]
    there = [(row[0], frozenset((at,))) for at, row in enumerate(rows)]
    here = [(row[1], frozenset((at,))) for at, row in enumerate(rows)]
    at = 1 + seed * 5 % (len(rows) - 2)
    if change == "merged":
        first, second = here[at], here[at + 1]
        joined = f"{first[0].rstrip('.')}, while {second[0][0].lower()}{second[0][1:]}"
        here[at : at + 2] = [(joined, first[1] | second[1])]
    elif change == "split":
        cut = here[at][0].find(" ", len(here[at][0]) // 2)
        first_half, second_half = here[at][0][:cut] + ".", here[at][0][cut + 1 :].capitalize()
        here[at : at + 1] = [(first_half, here[at][1]), (second_half, here[at][1])]
    elif change == "dropped":
        del here[at]
    elif change == "added":
        here.insert(at, ("Our newspaper first reported on this affair many weeks ago.", frozenset()))
    elif change == "moved":
        here.append(here.pop(at))
    return here, there


def laid_out(lines: list[Line], separator: str) -> tuple[str, list[tuple[Span, frozenset[int]]]]:
    text, places = "", []
    for line, numbers in lines:
        places.append((Span(len(text), len(text) + len(line)), numbers))
        text += line + separator
    return text.rstrip(), places


def aligned(here: str, there: str, language: str) -> Alignment:
    document = Document("text", here, source=there, source_language=language)
    return align(analyse(document, segment(document)), original.read(there, language))


def numbers(span: Span, places: list[tuple[Span, frozenset[int]]]) -> set[int]:
    return {number for place, stands_for in places if place.overlaps(span) for number in stands_for}


def counted(change: str, seeds: range, separator: str) -> tuple[int, int, int, list[str]]:
    """Right links, links, links wanted over all languages, and what went wrong."""
    right = found = wanted = 0
    wrong = []
    for language in PARALLEL:
        for seed in seeds:
            here, there = sides(language, change, seed)
            text, ours = laid_out(here, separator)
            source, theirs = laid_out(there, "" if language in UNSPACED and separator == " " else separator)
            gold = {number for _, stands_for in ours for number in stands_for}
            links = {
                (mine, yours)
                for couple in aligned(text, source, language).couples
                for mine in numbers(couple.here, ours)
                for yours in numbers(couple.there, theirs)
                if not (mine != yours and mine in numbers(couple.there, theirs) and yours in numbers(couple.here, ours))
            }
            true = {(number, number) for number in gold}
            right, found, wanted = right + len(links & true), found + len(links), wanted + len(true)
            wrong += [f"{language} {change} {seed}: {sorted(links ^ true)}"] if links != true else []
    return right, found, wanted, wrong


@pytest.mark.skipif(not encode.available(), reason="the extra `align` is not installed")
@pytest.mark.parametrize("separator", ["\n", " "])
def test_couples_are_found_when_sentences_are_merged_split_dropped_added_and_moved(separator: str) -> None:
    right = found = wanted = 0
    wrong: list[str] = []
    for change in ("same", "merged", "split", "dropped", "added", "moved"):
        one = counted(change, range(2), separator)
        right, found, wanted, wrong = right + one[0], found + one[1], wanted + one[2], wrong + one[3]
    score = 2 * right / (found + wanted)
    assert score >= LINKED, f"F1 {score:.3f}: " + "; ".join(wrong)


FRENCH = [line for line, _ in PARALLEL["fr"]]
ENGLISH = [line for _, line in PARALLEL["fr"]]


def of(spans: tuple[Span, ...], text: str) -> list[str]:
    return [span.of(text) for span in spans]


def texts(couples: tuple[Couple, ...], here: str, there: str) -> list[tuple[str, str]]:
    return [(couple.here.of(here), couple.there.of(there)) for couple in couples]


@pytest.mark.skipif(not encode.available(), reason="the extra `align` is not installed")
def test_what_was_dropped_and_what_was_added_is_listed() -> None:
    here = "\n".join([*ENGLISH[:3], "Our newspaper first reported on this affair many weeks ago.", *ENGLISH[3:6], ENGLISH[7]])
    there = "\n".join(FRENCH)
    alignment = aligned(here, there, "fr")
    assert of(alignment.added, here) == ["Our newspaper first reported on this affair many weeks ago."]
    assert of(alignment.lost, there) == [FRENCH[6]]
    assert alignment.method == "embeddings"


@pytest.mark.skipif(not encode.available(), reason="the extra `align` is not installed")
def test_a_sentence_that_was_moved_is_coupled_and_named_as_moved() -> None:
    here, there = "\n".join([*ENGLISH[1:], ENGLISH[0]]), "\n".join(FRENCH)
    alignment = aligned(here, there, "fr")
    assert texts(alignment.moved, here, there) == [(ENGLISH[0], FRENCH[0])]
    assert alignment.moved[0] in alignment.couples
    assert not alignment.added
    assert not alignment.lost


@pytest.mark.skipif(not encode.available(), reason="the extra `align` is not installed")
def test_the_wide_spans_of_a_couple_reach_over_its_neighbours() -> None:
    here, there = "\n".join(ENGLISH), "\n".join(FRENCH)
    couple = aligned(here, there, "fr").couples[1]
    assert couple.wide_here.of(here) == "\n".join(ENGLISH[:3])
    assert couple.wide_there.of(there) == "\n".join(FRENCH[:3])


def test_without_the_encoder_anchors_and_lengths_couple_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encode, "available", lambda: False)
    here, there = "\n".join(ENGLISH), "\n".join(FRENCH)
    alignment = aligned(here, there, "fr")
    assert alignment.method == "anchors"
    assert (ENGLISH[1], FRENCH[1]) in texts(alignment.couples, here, there)
    assert set(texts(alignment.couples, here, there)) <= set(zip(ENGLISH, FRENCH, strict=True))


def test_an_empty_side_gives_no_couples() -> None:
    document = Document("text", "One sentence.", source=" ", source_language="fr")
    assert align(analyse(document, segment(document)), original.read(" ", "fr")).couples == ()
