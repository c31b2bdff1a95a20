"""This file tests that labelled texts are read with their marks in place, and that a broken line is named."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from audit.labelled import Text, read
from audit.model import AuditError


def write(path: Path, *lines: Any) -> Path:
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines), encoding="utf-8")
    return path


def marked(text: Text) -> list[str]:
    return [mark.of(text.document.text) for mark in text.marks]


def test_a_labelled_text_brings_its_marks_and_its_language(tmp_path: Path) -> None:
    line = {"id": 7, "text": "The mayor has reason.", "source_lang": "fr", "spans": [{"start": 10, "end": 20, "severity": "major"}]}
    (text,) = read(write(tmp_path / "a.jsonl", line))
    assert (text.kind, text.document.name, text.document.source_language, marked(text)) == ("labelled", "7", "fr", ["has reason"])


def test_an_empty_list_of_spans_says_that_nothing_is_wrong_in_a_translation(tmp_path: Path) -> None:
    (text,) = read(write(tmp_path / "a.jsonl", {"text": "Fine.", "spans": []}))
    assert (text.kind, text.marks) == ("labelled", ())


def test_a_clean_text_says_so_itself_or_its_file_is_named_as_clean(tmp_path: Path) -> None:
    bare, said = {"id": "a", "text": "Fine.", "lang": "en"}, {"id": "b", "text": "Fine.", "clean": True, "lang": "de"}
    path = write(tmp_path / "a.jsonl", said)
    assert [(text.kind, text.document.source_language) for text in read(path)] == [("clean", "de")]
    path = write(tmp_path / "b.jsonl", bare, said)
    assert [(text.kind, text.document.source_language) for text in read(path, clean=True)] == [("clean", None), ("clean", "de")]
    with pytest.raises(AuditError, match=re.escape(f"{path}:1: no 'spans'")):
        read(path)


def test_segments_of_a_post_edited_text_become_one_text_and_its_edited_counterpart(tmp_path: Path) -> None:
    segments = [
        {
            "id": "d/0",
            "doc_id": "d",
            "lang_pair": "fr-en",
            "mt": "He has reason.",
            "post_edit": "He is right.",
            "spans": [{"start": 3, "end": 13}],
        },
        {"id": "e/0", "doc_id": "e", "lang_pair": "fr-en", "mt": "Other.", "post_edit": "Other.", "spans": []},
        {
            "id": "d/1",
            "doc_id": "d",
            "lang_pair": "fr-en",
            "mt": "It rained.",
            "post_edit": "It poured.",
            "spans": [{"start": 3, "end": 9}],
        },
    ]
    mended, edited, *others = read(write(tmp_path / "a.jsonl", *segments))
    assert (mended.document.name, mended.document.source_language, mended.document.text) == ("d", "fr", "He has reason.\nIt rained.")
    assert (mended.kind, marked(mended)) == ("mended", ["has reason", "rained"])
    assert (edited.kind, edited.document.text, edited.marks) == ("edited", "He is right.\nIt poured.", ())
    assert [text.document.name for text in others] == ["e/0", "e/0"]


def test_segments_of_several_systems_stay_apart(tmp_path: Path) -> None:
    lines = [{"doc_id": "d", "system": system, "mt": f"{system} wrote.", "spans": []} for system in "ABAB"]
    assert [text.document.text for text in read(write(tmp_path / "a.jsonl", *lines))] == ["A wrote.\nA wrote.", "B wrote.\nB wrote."]


def test_a_gzipped_file_is_read_whatever_its_name_and_a_torn_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "texts"
    whole = gzip.compress(b'{"text": "Fine.", "spans": []}\n' * 3)
    path.write_bytes(whole)
    assert len(read(path)) == 3
    path.write_bytes(whole[:-10])
    with pytest.raises(AuditError, match="is gzipped, and broken"):
        read(path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{broken", "not JSON"),
        ('["text"]', "not a JSON object"),
        ('{"txt": "x", "spans": []}', "must be a text"),
        ('{"text": "x", "spans": {}}', "'spans' must be a list"),
        ('{"text": "x", "spans": [{"start": 0, "end": 2}]}', "span 1 needs 'start' and 'end', two numbers from 0 to 1"),
        ('{"text": "x", "spans": [{"start": 0, "end": 1}, {"start": true, "end": 1}]}', "span 2 needs"),
        ('{"text": "x", "spans": [[0, 1]]}', "span 1 needs"),
        ('{"text": "x", "clean": "yes"}', "'clean' must be true or false"),
        ('{"text": "x", "clean": true, "spans": [{"start": 0, "end": 1}]}', "is said to be clean"),
        ('{"mt": "x", "post_edit": 3, "spans": []}', "must be a text"),
        ('{"text": "x", "spans": [], "source_lang": "French?"}', "is not a language code"),
        ('{"text": "xxxxxxxxx", "spans": []}', "9 characters, and the limit is 8"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_its_file(tmp_path: Path, line: str, said: str) -> None:
    path = write(tmp_path / "a.jsonl", {"text": "Fine.", "spans": []}, "", line)
    with pytest.raises(AuditError, match=f"^{re.escape(f'{path}:3: ')}.*{re.escape(said)}"):
        read(path, max_characters=8)


def test_a_file_that_is_not_there_a_folder_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "none", "no such file"),
        (tmp_path, "cannot be read"),
        (write(tmp_path / "e"), "there is no text in it"),
    ):
        with pytest.raises(AuditError, match=re.escape(f"{path}: {said}")):
            read(path)
