"""This file tests how XLIFF 1.2 and 2.x are read: which side is which, inline tags, states, what is passed over, what is refused."""

import pytest

from audit.bilingual import read
from audit.model import AuditError


def one(body: str, source: str = "fr", target: str | None = "en", head: str = "") -> str:
    to = f' target-language="{target}"' if target else ""
    return (
        f'{head}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="{source}"{to}>'
        f"<body>{body}</body></file></xliff>"
    )


def two(body: str, target: str = "en") -> str:
    return f'<xliff version="2.1" srcLang="fr" trgLang="{target}" xmlns="urn:oasis:names:tc:xliff:document:2.0">{body}</xliff>'


def unit(target: str, source: str = "Oui", **attributes: str) -> str:
    told = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<trans-unit id="1"{told}><source>{source}</source>{target}</trans-unit>'


@pytest.mark.parametrize(
    ("target", "prose"),
    [
        ('The <g id="1">port</g>s', "The ports"),
        ('The port<x id="1"/>s', "The ports"),
        ('The <bpt id="1">&lt;b&gt;</bpt>port<ept id="1">&lt;/b&gt;</ept>', "The port"),
        ('One<x id="1" ctype="lb"/>two', "One\u2028two"),
        ('Hello <x id="1" equiv-text="{{name}}"/>!', "Hello {{name}}!"),
        ('Hello <x id="1" equiv-text="&lt;br/&gt;"/>you', "Hello you"),
        ('Hello <ph id="1">{0}</ph>!', "Hello {0}!"),
        ('Hello<ph id="1">&lt;br/&gt;</ph>!', "Hello!"),
        ("R&amp;D costs &#8364;5", "R&D costs €5"),
        ("R&amp;amp;D &lt;b&gt;costs&lt;/b&gt; &amp;euro;5", "R&D costs €5"),
        ("<![CDATA[R&D <i>costs</i> 5]]> more", "R&D costs 5 more"),
        ("<![CDATA[a < b & c]]>", "a < b & c"),
        ("One\n      two", "One two"),
        ("One<!-- never --> two<?nor this?>", "One two"),
        ('<mrk mtype="term">One</mrk> two', "One two"),
    ],
)
def test_the_words_of_a_target_are_read_and_its_codes_are_not(target: str, prose: str) -> None:
    of = read(one(unit(f"<target>{target}</target>")), "a.xlf", ".xlf")
    assert of.prose == prose
    assert of.segments[0].here.of(of.prose) == prose


def test_line_ends_that_are_to_be_kept_end_a_line() -> None:
    text = one(unit('<target xml:space="preserve">One\ntwo\n\nthree</target>'))
    assert read(text, "a.xlf", ".xlf").prose == "One\ntwo\n\nthree"


def test_a_segment_knows_its_source_and_its_id() -> None:
    of = read(one(unit("<target>Yes</target>", "Oui &amp; <g id='1'>non</g>")), "a.xlf", ".xlf")
    assert [(s.id, s.here.of(of.prose), s.there.of(of.source)) for s in of.segments] == [("1", "Yes", "Oui & non")]
    assert of.language == "fr"


def test_marked_sentences_are_segments_of_their_own() -> None:
    marked = '<mrk mtype="seg" mid="{}">{}</mrk>'
    there = marked.format(1, "Oui.") + " " + marked.format(2, "Non.") + marked.format(3, "Si.")
    here = marked.format(1, "<g id='1'>Yes</g>.") + " " + marked.format(2, "No.")
    body = f"<trans-unit id='7'><source>Oui. Non. Si.</source><seg-source>{there}</seg-source><target>{here}</target></trans-unit>"
    of = read(one(body), "a.xlf", ".xlf")
    assert [(s.id, s.here.of(of.prose), s.there.of(of.source)) for s in of.segments] == [("7/1", "Yes.", "Oui."), ("7/2", "No.", "Non.")]
    assert [failure.reason for failure in of.unread] == ["1 of 3 segments has no translation and could not be looked at: 7/3"]


def test_a_target_without_marks_stands_for_the_whole_unit() -> None:
    body = (
        "<trans-unit id='7'><source>Oui. Non.</source><seg-source><mrk mtype='seg' mid='1'>Oui.</mrk></seg-source>"
        "<target>Yes. No.</target></trans-unit>"
    )
    of = read(one(body), "a.xlf", ".xlf")
    assert [(s.id, s.here.of(of.prose), s.there.of(of.source)) for s in of.segments] == [("7", "Yes. No.", "Oui. Non.")]


@pytest.mark.parametrize(
    ("body", "segments", "missing"),
    [
        (unit("") + unit("<target>Yes</target>"), 1, 1),
        (unit("<target/>") + unit("<target>Yes</target>"), 1, 1),
        (unit("<target> </target>") + unit("<target>Yes</target>"), 1, 1),
        (unit('<target state="needs-translation">Oui</target>') + unit("<target>Yes</target>"), 1, 1),
        (unit('<target state="new">Oui</target>') + unit('<target state="new">Yes</target>'), 1, 1),
        (unit("<target>No</target>", translate="no") + unit("<target>Yes</target>"), 1, 0),
        (f'<group translate="no">{unit("<target>No</target>")}</group>' + unit("<target>Yes</target>"), 1, 0),
        (unit("<target>Yes</target><alt-trans><source>N</source><target>No</target></alt-trans>"), 1, 0),
        (unit("<target>Yes</target><note>No</note>"), 1, 0),
    ],
)
def test_what_is_no_translation_is_passed_over_and_what_lacks_one_is_counted(body: str, segments: int, missing: int) -> None:
    of = read(one(body), "a.xlf", ".xlf")
    assert (len(of.segments), of.prose.split("\n\n")) == (segments, ["Yes"] * segments)
    assert len(of.unread) == missing


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        (unit('<target state="final">Yes</target>', approved="no"), ()),
        (unit("<target>Yes</target>", approved="yes"), ()),
        (unit("<target>Yes</target>", approved="no"), ("1 segment is marked not approved: 1",)),
        (unit('<target state="needs-review-l10n">Yes</target>') * 2, ("2 segments are marked needs-review-l10n: 1, 1",)),
    ],
)
def test_a_state_that_is_not_final_is_told(body: str, notes: tuple[str, ...]) -> None:
    assert read(one(body), "a.xlf", ".xlf").notes == notes


def test_units_of_version_two_hold_segments_and_what_lies_between_them_is_left_out() -> None:
    text = two(
        '<file id="f"><unit id="u"><notes><note>No</note></notes><originalData><data id="d">No</data></originalData>'
        '<segment id="s"><source>Oui</source><target>Yes<pc id="1">!</pc><ph id="2" subType="xlf:lb"/><cp hex="0007"/></target></segment>'
        "<ignorable><source> </source><target>No</target></ignorable>"
        '<segment state="translated"><source>Paris</source><target>Paris</target></segment>'
        "<segment><source>Si</source><target>Si</target></segment></unit>"
        '<unit id="v" translate="no"><segment><source>Non</source><target>No</target></segment></unit></file>'
    )
    of = read(text, "a.xliff", ".xliff")
    assert [(s.id, s.here.of(of.prose).strip("\u2028"), s.there.of(of.source)) for s in of.segments] == [
        ("u/s", "Yes!", "Oui"),
        ("u/2", "Paris", "Paris"),
    ]
    assert "u/3" in of.unread[0].reason


def test_elements_of_other_namespaces_are_nobodys_words() -> None:
    text = two(
        '<file id="f"><unit id="u"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#m"><source>N</source>'
        "<target>No</target></mtc:match></mtc:matches><segment><source>Oui</source><target>Yes</target></segment></unit></file>"
    )
    assert read(text, "a.xliff", ".xliff").prose == "Yes"


def test_of_several_files_those_into_english_are_read() -> None:
    text = one(unit("<target>Yes</target>")).replace(
        "</xliff>",
        '<file original="b" source-language="fr" target-language="de"><body>'
        + unit("<target>Ja</target>")
        + '</body></file><file original="c" source-language="fr" target-language="en-US"><body>'
        + unit("<target>No</target>")
        + "</body></file></xliff>",
    )
    of = read(text, "a.xlf", ".xlf")
    assert [segment.id for segment in of.segments] == ["a:1", "c:1"]
    assert [failure.reason for failure in of.unread] == ["b: 1 segment from French into German could not be looked at"]


def test_several_source_languages_must_be_told_apart() -> None:
    text = one(unit("<target>Yes</target>")).replace(
        "</xliff>",
        f'<file original="b" source-language="de" target-language="en"><body>{unit("<target>No</target>")}</body></file></xliff>',
    )
    with pytest.raises(AuditError, match="--source-lang de or --source-lang fr"):
        read(text, "a.xlf", ".xlf")
    assert read(text, "a.xlf", ".xlf", "de").prose == "No"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (one(unit("<target>Oui</target>"), "en", "fr"), r"^a\.xlf:1: its translations are in French"),
        (two("<file id='f'/>", "fr"), r"^a\.xlf:1: its translations are in French"),
        (one(""), r"^a\.xlf: there is no English text in it: it holds no segments"),
        (one(unit("")), r"^a\.xlf: there is no English text in it: 1 of 1 segment has no translation"),
        ("<html><body/></html>", r"^a\.xlf:1: is no XLIFF: its first element is <html>"),
        (one("\n<trans-unit>"), r"^a\.xlf:2: not well-formed XML \(mismatched tag\)"),
        ("Just text", r"^a\.xlf:1: not well-formed XML"),
    ],
)
def test_what_cannot_be_audited_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(AuditError, match=said) as refusal:
        read(text, "a.xlf", ".xlf")
    assert "\n" not in str(refusal.value)
