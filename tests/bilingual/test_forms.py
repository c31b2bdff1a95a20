"""This file tests how TMX, PO and tables are read, and that every letter read stands where its place says, in all forms."""

import csv
import io
import re
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.bilingual import is_bilingual, read, read_source
from audit.bilingual.table import _rows, _value
from audit.model import AuditError, Document, Span

DATA = Path(__file__).parent.parent / "data" / "bilingual"


def tmx(*units: dict[str, str], srclang: str = "fr") -> str:
    body = "".join(
        "<tu>" + "".join(f'<tuv xml:lang="{code}"><seg>{words}</seg></tuv>' for code, words in unit.items()) + "</tu>" for unit in units
    )
    return f'<tmx version="1.4"><header srclang="{srclang}"/><body>{body}</body></tmx>'


def pairs(text: str, suffix: str, language: str | None = None) -> list[tuple[str, str, str]]:
    of = read(text, f"a{suffix}", suffix, language)
    return [(segment.id, segment.here.of(of.prose), segment.there.of(of.source)) for segment in of.segments]


def test_of_a_memory_english_is_the_translation_whatever_else_it_holds() -> None:
    text = tmx({"en-US": "Yes", "fr-FR": "Oui", "de": "Ja"}, {"de": "Nein", "fr": "Non"}, {"de": "Doch"}, {"en": "<hi>No</hi>"})
    of = read(text, "a.tmx", ".tmx")
    assert pairs(text, ".tmx") == [("1", "Yes", "Oui"), ("4", "No", "")]
    assert [failure.reason for failure in of.unread] == [
        "1 of 3 segments has no translation and could not be looked at: 2",
        "1 of 4 units are neither in English nor in the source's language",
    ]
    assert pairs(text, ".tmx", "de")[0] == ("1", "Yes", "Ja")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (tmx({"en": "Yes", "fr": "Oui", "de": "Ja"}, srclang="en"), "--source-lang de or --source-lang fr"),
        (tmx({"fr": "Oui", "de": "Ja"}), r"^a\.tmx:1: its translations are in"),
        ("<tmx><body><tu><tuv><seg>Yes</seg></tuv></tu></body></tmx>", r"^a\.tmx:1: its variants name no language"),
        ("<xliff/>", r"^a\.tmx:1: is no TMX"),
        ("<tmx/>", r"^a\.tmx: there is no English text in it: it holds no segments"),
    ],
)
def test_a_memory_without_one_clear_pair_is_refused(text: str, said: str) -> None:
    with pytest.raises(AuditError, match=said):
        read(text, "a.tmx", ".tmx")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('msgid "Oui"\nmsgstr "Yes"\n', [("1", "Yes", "Oui")]),
        ('msgid ""\n"Oui "\n"non"\nmsgstr ""\r\n"Yes "\n\t"no"', [("1", "Yes no", "Oui non")]),
        ('msgid "Oui"\nmsgstr "\\"Yes\\"\\tand\\nno \\303\\251\\x41 \\\\"', [("1", '"Yes" and\nno éA \\', "Oui")]),
        ('msgid "Oui"\nmsgstr "<b>Yes</b> &amp; <i>no</i>"', [("1", "Yes & no", "Oui")]),
        ('msgid "un"\nmsgid_plural "deux"\nmsgstr[0] "one"\nmsgstr[1] "two"', [("1[0]", "one", "un"), ("1[1]", "two", "deux")]),
        ('#~ msgid "Non"\n#~ msgstr "No"\n\nmsgid "Oui"\nmsgstr "Yes"', [("1", "Yes", "Oui")]),
        ('msgctxt "a"\nmsgid "Oui"\nmsgstr "Yes"\nmsgctxt "b"\nmsgid "Oui"\nmsgstr "Aye"', [("1", "Yes", "Oui"), ("2", "Aye", "Oui")]),
        ('msgid ""\nmsgstr "Language: en\\n"\n\n#. a note\nmsgid "Oui"\nmsgstr "Yes"', [("1", "Yes", "Oui")]),
    ],
)
def test_messages_of_a_catalogue_are_read(text: str, found: list[tuple[str, str, str]]) -> None:
    assert pairs(text, ".po") == found


def test_a_catalogue_tells_its_languages_and_what_is_fuzzy() -> None:
    of = read(
        'msgid ""\nmsgstr "Language: en_GB\\nX-Source-Language: fr_FR\\n"\n\n#, c-format, fuzzy\nmsgid "O"\nmsgstr "Y"', "a.po", ".po"
    )
    assert (of.language, of.notes, of.segments[0].state) == ("fr", ("1 segment is marked fuzzy: 1",), "fuzzy")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "a"\nmsgstr "b"', r"^a\.po:1: its translations are in German"),
        ('msgid "a"\nmsgstr "b\n', r"^a\.po:2: the string is not closed"),
        ('msgid "a"\nmsgstr "b" c\n', r"^a\.po:2: the string is not closed, or something stands after it"),
        ('msgid "a"\nmsg "b"\n', r"^a\.po:2: is no line of a PO file"),
        ('"a"\n', r"^a\.po:1: is no line of a PO file"),
        ('msgid "a"\nmsgstr ""\n', r"^a\.po: there is no English text in it: 1 of 1 segment has no translation"),
    ],
)
def test_a_broken_catalogue_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(AuditError, match=said):
        read(text, "a.po", ".po")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("source,target\nOui,Yes\n", [("1", "Yes", "Oui")]),
        ("Target;Source;ID\nYes;Oui;a7\n", [("a7", "Yes", "Oui")]),
        ('src\ttgt\r\nOui\t"Yes," he said\r\n', [("1", '"Yes," he said', "Oui")]),
        ('fr,en-GB\n"Oui, ""non""","Yes, ""no"""\n', [("1", 'Yes, "no"', 'Oui, "non"')]),
        ("fr|en|de\nOui|Yes|Ja\n", [("1", "Yes", "Oui")]),
        ('Source (fr),Target (en)\n\nOui,"Yes\nor no"\n', [("1", "Yes\nor no", "Oui")]),
        ("id,en\nYa,Yes\n", [("1", "Yes", "Ya")]),
        ("id,fr,en\na,Oui,Yes\n", [("a", "Yes", "Oui")]),
        ("source,en,comment\nOui,Yes\n", [("1", "Yes", "Oui")]),
    ],
)
def test_the_columns_of_a_table_are_known_by_their_names(text: str, found: list[tuple[str, str, str]]) -> None:
    assert pairs(text, ".csv", "fr") == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,price\na,b\n", r"^a\.csv:1: names no column of the source"),
        ("fr,de\na,b\n", r"^a\.csv:1: has columns in .*, but none in English"),
        ("source,target (fr)\na,b\n", r"^a\.csv:1: its translations are in French"),
        ("en,fr,de\na,b,c\n", r"^a\.csv:1: holds French and German beside English"),
        ('source,target\na,b\n"c,d\n', r"^a\.csv:3: a field opens with a quotation mark"),
        ("source,target\n", r"^a\.csv: there is no English text"),
        ("source,target\na\n", r"^a\.csv: there is no English text in it: 1 of 1 segment has no translation"),
    ],
)
def test_a_table_that_does_not_tell_its_sides_is_refused(text: str, said: str) -> None:
    with pytest.raises(AuditError, match=said):
        read(text, "a.csv", ".csv")


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n",;'), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_rows_are_read_as_the_standard_library_reads_them(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    read_here = [[_value(field) for field in row] for row in _rows(stream.getvalue(), "a", ",")]
    assert read_here == list(csv.reader(io.StringIO(stream.getvalue())))


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n\t"\\&<>;é '), min_size=1, max_size=30)


def written(suffix: str, words: str) -> str:
    """A file that says these words in English, with other words round them."""
    if suffix == ".po":
        escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'msgid "Le premier"\nmsgstr "First"\n\nmsgid "Oui"\nmsgstr ""\n"{escaped}"\n'
    if suffix in (".csv", ".tsv"):
        doubled = words.replace('"', '""') if suffix == ".csv" else re.sub(r'[\t\n"]', " ", words)
        return f'source,target\nLe premier,First\nOui,"{doubled}"\n'.replace(",", "\t" if suffix == ".tsv" else ",")
    if suffix == ".tmx":
        return tmx({"fr": "Le premier", "en": "First"}, {"fr": "Oui", "en": escape(words)})
    units = f"<trans-unit id='1'><source>Oui</source><target>First</target></trans-unit>\
<trans-unit id='2'><source>Oui</source><target>{escape(words)}<g>!</g></target></trans-unit>"
    return f'<xliff version="1.2"><file source-language="fr" target-language="en"><body>{units}</body></file></xliff>'


@given(st.sampled_from([".po", ".csv", ".tsv", ".tmx", ".xlf"]), WORDS)
def test_every_letter_stands_where_its_place_says(suffix: str, words: str) -> None:
    text = written(suffix, words)
    try:
        of = read(text, "a", suffix)
    except AuditError:
        return
    document = Document("a", text, of.prose, of.runs, of.source, segments=of.segments)
    last = Span(0, 0)
    for run in of.runs:
        assert last.end <= run.text.start < run.text.end <= len(text)
        if run.exact and not run.prose.of(of.prose).isspace():
            assert run.prose.of(of.prose) == run.text.of(text) or run.prose.end - run.prose.start == 1
        last = run.text
    for segment in of.segments:
        assert segment.here.end <= len(of.prose)
        assert segment.there.end <= len(of.source)
        assert document.to_prose(document.to_text(segment.here)) == segment.here


@given(st.sampled_from([".po", ".csv", ".tsv", ".tmx", ".xlf", ".xliff"]), st.integers(0, 10_000), WORDS)
def test_a_file_that_is_spoilt_anywhere_is_read_or_refused_in_one_line(suffix: str, at: int, words: str) -> None:
    text = (DATA / f"harbour{suffix}").read_text("utf-8")
    at %= len(text)
    try:
        of = read(text[:at] + words + text[at + 3 :], "a", suffix, "fr")
    except AuditError as problem:
        said = str(problem)
    else:
        said = of.prose.strip().replace("\n", " ")
    assert said
    assert "\n" not in said


@pytest.mark.parametrize("path", sorted(DATA.iterdir()), ids=lambda path: path.suffix)
def test_the_same_page_reads_alike_in_every_form(path: Path) -> None:
    of = read(path.read_text("utf-8"), path.name, path.suffix, "fr")
    assert "measure where the wind" in " ".join(of.prose.split())
    assert "In the measure where" not in of.prose
    assert (of.language, is_bilingual(path)) == ("fr", True)
    assert "dans la mesure où" in read_source(path.read_text("utf-8"), path.name, path.suffix).text


def test_a_table_of_other_things_is_not_taken_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("name,price\nbread,3\n", "utf-8")
    (tmp_path / "broken.csv").write_text('"name\n', "utf-8")
    assert [is_bilingual(path) for path in sorted(tmp_path.iterdir())] == [False, False]
