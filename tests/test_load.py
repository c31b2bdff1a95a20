"""This file tests that texts come in whole, or are refused in one line that says where, what is wrong and what to do."""

from __future__ import annotations

import codecs
import datetime
import io
import json
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.load import Options, Row, documents, read_text, rows
from audit.model import AuditError, Document, Span

STORY = "The bridge will close on Monday.\n"


def write(folder: Path, **files: str | bytes) -> list[str]:
    """Files of a folder, `a_txt` being a.txt; their paths."""
    paths = [folder / name.replace("_", ".") for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(path) for path in paths]


def one(folder: Path, options: Options | None = None, **files: str | bytes) -> Document:
    """The document of the first of some files."""
    (document,) = documents(write(folder, **files)[:1], options or Options())
    return document


def refusal(names: list[str], options: Options | None = None) -> str:
    with pytest.raises(AuditError) as refused:
        documents(names, options or Options())
    assert len(str(refused.value).splitlines()) == 1
    return str(refused.value)


def jsonl(*lines: object, limit: int = 1000) -> list[Row]:
    return list(rows([line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines], "in.jsonl", limit))


def test_a_text_file_is_its_own_prose(tmp_path: Path) -> None:
    document = one(tmp_path, a_txt=STORY)
    assert (document.name, document.text, document.prose, document.runs) == (str(tmp_path / "a.txt"), STORY, STORY, ())
    assert (document.source, document.references, document.date, document.language) == (None, (), None, "en")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("“Café”\r\n".encode(encoding))
    assert read_text(path) == "“Café”\r\n"


def test_big_endian_texts_are_read_by_their_mark(tmp_path: Path) -> None:
    assert one(tmp_path, a_txt=codecs.BOM_UTF16_BE + STORY.encode("utf-16-be")).text == STORY


def test_windows_line_ends_stay_in_the_text_and_are_line_feeds_in_the_prose(tmp_path: Path) -> None:
    document = one(tmp_path, a_txt="One.\r\nTwo.\r\n")
    assert (document.text, document.prose) == ("One.\r\nTwo.\r\n", "One.\nTwo.\n")
    assert document.to_text(Span(5, 8)) == Span(6, 9)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", ": there is no text in it"),
        (b" \r\n\t", ": there is no text in it"),
        (codecs.BOM_UTF8, ": there is no text in it"),
        (
            b"one\ntwo\r\ncaf\xe9",
            ":3: byte 0xe9 is not UTF-8 (Latin-1 or Windows-1252?): convert the text, e.g. iconv -f WINDOWS-1252 -t UTF-8",
        ),
        (b"one\rcut off \xe2\x80", ":2: byte 0xe2 is not UTF-8"),
        (b"a\0b", ": this is a binary file"),
        (b"\x01\x02\xff\xfe\x00", ": this is a binary file"),
        (STORY.encode("utf-16-le"), ": this is UTF-16 without a byte order mark: convert the text, e.g. iconv -f UTF-16LE -t UTF-8"),
        (STORY.encode("utf-16-be"), ": this is UTF-16 without a byte order mark: convert the text, e.g. iconv -f UTF-16BE -t UTF-8"),
        ("cafés".encode("utf-16-le"), ": this is UTF-16 without"),
        (codecs.BOM_UTF16_LE + b"a\0b", ": begins as UTF-16 but breaks at byte"),
        (b"%PDF-1.7\n%\xe2\xe3", ": this is a PDF file"),
        (b"PK\x03\x04\x14\x00", ": this is a Word, OpenDocument or other zipped file"),
        (b"---\ndate: 2022-01-07\n---\n", ": there is no text in it besides its front matter"),
        (b"x" * 101, ": 101 characters, and the limit is 100: split the text"),
        ("é".encode() * 100_000, ": more than 100 characters, and the limit is 100: split the text"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    names = write(tmp_path, a_txt=content)
    assert refusal(names, Options(max_characters=100)).startswith(names[0] + reason)


def test_a_text_may_be_as_long_as_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("🙂" * 100, encoding="utf-32")
    assert len(read_text(path, 100)) == 100


def test_a_missing_file_a_folder_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    assert refusal([str(tmp_path / "no.txt")]) == f"{tmp_path / 'no.txt'}: no such file"
    assert refusal(["a\0b"]).startswith("a\0b: cannot be read")
    assert refusal(["x" * 5000]).endswith("cannot be read (File name too long)")
    assert refusal(["one\nline.txt"]) == "one line.txt: no such file"
    with pytest.raises(AuditError, match="is a folder; a file is needed here"):
        read_text(tmp_path)


def test_a_name_that_is_not_unicode_can_still_be_printed(tmp_path: Path) -> None:
    name = bytes(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 (a path in bytes)
            file.write(STORY)
    except OSError:
        pytest.skip("this file system wants Unicode names")
    (document,) = documents([str(tmp_path)])
    assert document.name.encode().endswith(b".txt")


def test_a_folder_means_its_texts_in_the_order_of_their_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    write(tmp_path, z_txt=STORY, c_md=STORY, B_HTML=STORY, e_markdown=STORY, f_htm=STORY, a_csv=STORY)
    write(tmp_path / "b", a_txt=STORY)
    write(tmp_path / ".hidden", a_txt=STORY)
    (tmp_path / ".a.txt").write_text(STORY)
    (tmp_path / "z.audit.html").write_text(STORY)
    names = [document.name for document in documents([str(tmp_path)])]
    assert names == [f"{tmp_path}/{name}" for name in ("B.HTML", "b/a.txt", "c.md", "e.markdown", "f.htm", "z.txt")]


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    write(tmp_path, a_csv=STORY)
    assert "there is no text in this folder (.txt, .md" in refusal([str(tmp_path)])


def test_the_current_folder_gives_plain_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_txt=STORY)
    monkeypatch.chdir(tmp_path)
    assert [document.name for document in documents([".", "a.txt", "./a.txt"])] == ["a.txt", "a.txt", "./a.txt"]


@pytest.mark.parametrize(
    ("given_text", "prose"),
    [
        (STORY, STORY),
        ("<p>One", "<p>One"),
        ("\n<!DOCTYPE html><p>One", "One"),
        ("<HTML lang=en>One &amp; two", "One & two"),
        ("<htmlish", "<htmlish"),
    ],
)
def test_standard_input_is_plain_text_unless_it_begins_as_a_page(given_text: str, prose: str) -> None:
    (document,) = documents(["-"], stdin=io.BytesIO(given_text.encode()))
    assert (document.name, document.text, document.prose) == ("<stdin>", given_text, prose)


def test_an_empty_standard_input_is_refused() -> None:
    with pytest.raises(AuditError, match=r"^<stdin>: there is no text in it$"):
        documents(["-"], stdin=io.BytesIO(b""))


def test_markdown_and_pages_are_read_by_their_names(tmp_path: Path) -> None:
    assert one(tmp_path, a_md="# One\n*two*").prose == "One\n\ntwo"
    assert one(tmp_path, a_MARKDOWN="*two*").prose == "two"
    assert one(tmp_path, a_htm="<p>One&nbsp;two").prose == "One\u00a0two"
    assert one(tmp_path, a_txt="*two* &amp;").prose == "*two* &amp;"


@pytest.mark.parametrize("content", ["<script>x</script>", "<html></html>"])
def test_a_page_without_prose_is_refused(tmp_path: Path, content: str) -> None:
    assert refusal(write(tmp_path, a_html=content)).endswith("a.html: there is no text in it besides markup")


def test_front_matter_is_no_prose_and_says_what_belongs_to_the_text(tmp_path: Path) -> None:
    head = "---\ntitle: A bridge\ndate: 2022-01-07\nlanguage: en-GB\nsource: o.md\nsource-lang: fr\nreferences: [r.txt, r.html]\n---\n"
    document = one(tmp_path, a_md=head + "# Closed\n", o_md="---\nx: y\n---\n*Fermé*\n", r_txt="Shut\r\n", r_html="<p>Closed &amp; shut")
    assert (document.prose, document.text) == ("Closed", head + "# Closed\n")
    assert document.to_text(Span(0, 6)).of(document.text) == "Closed"
    assert (document.date, document.language, document.source_language) == (datetime.date(2022, 1, 7), "en", "fr")
    assert (document.source, document.references) == ("Fermé", ("Shut\n", "Closed & shut"))


def test_front_matter_counts_in_text_files_too(tmp_path: Path) -> None:
    document = one(tmp_path, a_txt="---\ndate: 2022-01-07\n---\nOne.\n")
    assert (document.prose, str(document.date)) == ("One.\n", "2022-01-07")
    assert document.to_text(Span(0, 4)) == Span(25, 29)


def test_what_the_user_says_goes_before_front_matter(tmp_path: Path) -> None:
    _, other = write(tmp_path, x_txt="x", other_html="<p>Autre")
    head = "---\ndate: 2022-01-07\nsource: gone.txt\nsource-lang: fr\nreference: gone.txt\n---\n"
    options = Options(source=other, source_language="es-MX", references=(other, other), date=datetime.date(2021, 2, 3))
    document = one(tmp_path, options, a_txt=head + STORY)
    assert (document.source, document.source_language, document.references) == ("Autre", "es", ("Autre", "Autre"))
    assert document.date == datetime.date(2021, 2, 3)


def test_what_front_matter_names_must_be_there(tmp_path: Path) -> None:
    names = write(tmp_path, a_txt="---\ntitle: x\nsource: gone.txt\n---\n" + STORY)
    assert refusal(names) == f"{names[0]}:3: source: {tmp_path / 'gone.txt'}: no such file"
    names = write(tmp_path, a_txt="---\nreference: empty.txt\n---\n" + STORY, empty_txt="")[:1]
    assert refusal(names) == f"{names[0]}:2: reference: {tmp_path / 'empty.txt'}: there is no text in it"


@pytest.mark.parametrize("options", [Options(source="s.txt"), Options(references=("r.txt",))])
def test_one_source_cannot_belong_to_two_texts(tmp_path: Path, options: Options) -> None:
    reason = refusal(write(tmp_path, a_txt=STORY, b_txt=STORY), options)
    assert "belongs to one text, but here are 2" in reason
    assert "front matter" in reason


def test_a_source_language_that_is_no_code_is_refused(tmp_path: Path) -> None:
    assert refusal(write(tmp_path, a_txt=STORY), Options(source_language="French")).startswith(
        "--source-lang: 'French' is not a language code"
    )


def test_documents_travel_between_processes(tmp_path: Path) -> None:
    document = one(tmp_path, a_md="# One\n*two*")
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 (made in the line itself)


@pytest.mark.parametrize("name", ["a_txt", "a_md", "a_html"])
def test_five_megabytes_are_read_or_refused_in_seconds(tmp_path: Path, name: str) -> None:
    names = write(tmp_path, **{name: STORY * 150_000})
    started = time.process_time()
    assert "more than 1,000,000 characters" in refusal(names)
    assert time.process_time() - started < 10  # what grows with the square of the length takes minutes


@pytest.mark.parametrize("name", ["a_txt", "a_md", "a_html"])
def test_a_line_of_200_000_characters_is_read_in_seconds(tmp_path: Path, name: str) -> None:
    started = time.process_time()
    assert len(one(tmp_path, **{name: "It’s a word, “and” so on; " * 8000}).prose) >= 199_999
    assert time.process_time() - started < 10  # what grows with the square of the length takes minutes


def test_a_row_gives_its_document_with_all_that_belongs_to_it() -> None:
    (row,) = jsonl(
        {"id": "n1", "text": "One.\r\nTwo.", "source": "Un.", "source_lang": "fr_FR", "references": ["1.", "I."], "date": "2022-01-07"}
    )
    assert (row.line, row.id, row.error) == (1, "n1", "")
    assert row.document
    assert (row.document.name, row.document.text, row.document.prose) == ("n1", "One.\r\nTwo.", "One.\nTwo.")
    assert (row.document.source, row.document.source_language, row.document.references) == ("Un.", "fr", ("1.", "I."))
    assert row.document.date == datetime.date(2022, 1, 7)


def test_rows_are_plain_text_and_may_be_empty() -> None:
    first, second = jsonl({"id": 7, "text": "---\na: b\n---\n*x* &amp;"}, {"text": "", "source": None, "references": None})
    assert first.document
    assert (first.id, first.document.name, first.document.prose) == ("7", "7", "---\na: b\n---\n*x* &amp;")
    assert second.document
    assert (second.id, second.document.name, second.document.prose, second.document.references) == (None, "line 2", "", ())


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    found = jsonl(codecs.BOM_UTF8 + b'{"text": "a"}\n', b"\n", b" \r\n", {"text": "b"})
    assert [(row.line, row.document and row.document.text) for row in found] == [(1, "a"), (4, "b")]


@pytest.mark.parametrize(
    ("line", "identity", "reason"),
    [
        (b'{"id": "a", "text": ', None, "not JSON: "),
        (b"[1]", None, "not a JSON object"),
        (b"[" * 100_000, None, "not JSON that can be read"),
        (b'{"id": "a", "text": ' + b"9" * 5000 + b"}", None, "not JSON that can be read"),
        (b'{"text": "caf\xe9"}', None, "byte 0xe9 is not UTF-8"),
        (b'{"id": "a"}', "a", "no 'text'"),
        (b'{"id": "a", "text": null}', "a", "no 'text'"),
        (b'{"id": 5, "text": 5}', "5", "'text' must be a text"),
        (b'{"id": true, "text": "x"}', None, "'id' must be a text"),
        (b'{"id": "\\ud800", "text": "x"}', None, "'id' holds half a surrogate pair"),
        (b'{"id": "a", "text": "x\\ud800"}', "a", "'text' holds half a surrogate pair"),
        (b'{"id": "a", "text": "x", "source": ["x"]}', "a", "'source' must be a text"),
        (b'{"id": "a", "text": "x", "references": "x"}', "a", "'references' must be a list of texts"),
        (b'{"id": "a", "text": "x", "references": [1]}', "a", "'references' must be a text"),
        (b'{"id": "a", "text": "x", "date": "7.1.2022"}', "a", "'7.1.2022' is not a date"),
        (b'{"id": "a", "text": "x", "source_lang": "French"}', "a", "'French' is not a language code"),
        (json.dumps({"id": "a", "text": "x" * 1001}).encode(), "a", "1,001 characters, and the limit is 1,000"),
    ],
)
def test_a_row_that_cannot_be_read_says_why_and_the_next_is_read(line: bytes, identity: str | None, reason: str) -> None:
    broken, whole = jsonl(line, {"text": "x"})
    assert (broken.document, broken.id, whole.error) == (None, identity, "")
    assert broken.error.startswith(f"in.jsonl:1: {reason}"), broken.error
    assert len(broken.error.splitlines()) == 1


@given(
    st.lists(
        st.one_of(
            st.binary(max_size=40),
            st.text(max_size=20).map(str.encode),
            st.dictionaries(
                st.sampled_from(["id", "text", "date", "references"]),
                st.one_of(st.none(), st.text(max_size=5), st.integers(), st.floats(), st.lists(st.text(max_size=3))),
            ),
        ),
        max_size=5,
    )
)
def test_no_line_whatever_stops_the_reading(lines: list[object]) -> None:
    for row in jsonl(*lines):
        assert (row.document is None) == bool(row.error)
        row.error.encode()


@given(st.binary(max_size=80))
def test_any_bytes_on_standard_input_are_a_text_or_a_refusal_in_one_line(data: bytes) -> None:
    reason = ""
    try:
        documents(["-"], stdin=io.BytesIO(data))
    except AuditError as refused:
        reason = str(refused)
    assert len(reason.splitlines()) <= 1
