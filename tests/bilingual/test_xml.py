"""This file tests that XML is read with the place of each letter, and that hostile XML reaches nothing and costs nothing."""

import time
from pathlib import Path

import pytest

from audit.bilingual import read
from audit.bilingual.xml import events
from audit.model import AuditError


def test_every_event_ends_where_the_next_begins() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>\r\n<a xml:lang="fr">é𝄞&amp;b\r\n<!-- c --><b/><![CDATA[<z>]]>&#x41;</a>'
    found = [(event.kind, event.name, event.span.of(text)) for event in events(text, "a")]
    assert found == [
        ("open", "a", '<a xml:lang="fr">'),
        ("text", "é𝄞", "é𝄞"),
        ("text", "&", "&amp;"),
        ("text", "b", "b"),
        ("text", "\n", "\r\n"),
        ("open", "b", "<b/>"),
        ("close", "b", ""),
        ("text", "<z>", "<z>"),
        ("text", "A", "&#x41;"),
        ("close", "a", "</a>"),
    ]


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE tmx [{BOMB}]>",
        '<!DOCTYPE tmx [<!ENTITY a11 SYSTEM "secret.txt">]>',
        '<!DOCTYPE tmx [<!ENTITY % far SYSTEM "secret.txt"> %far;]>',
        '<!DOCTYPE tmx [<!ENTITY a11 PUBLIC "x" "secret.txt">]>',
        '<!DOCTYPE tmx SYSTEM "secret.txt">',
    ],
)
def test_entities_of_its_own_are_refused_before_they_grow_or_read_a_file(
    doctype: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.txt").write_text("<!ENTITY a11 'secret'>", "utf-8")
    monkeypatch.chdir(tmp_path)
    text = f'{doctype}\n<tmx><body><tu><tuv xml:lang="en"><seg>It says &a11;</seg></tuv></tu></body></tmx>'
    start = time.perf_counter()
    with pytest.raises(AuditError, match=r"^a\.tmx:\d+: defines or uses an entity of its own") as refusal:
        read(text, "a.tmx", ".tmx")
    assert "secret'" not in str(refusal.value)
    assert time.perf_counter() - start < 2


def test_a_very_deep_document_is_read_without_a_deep_call() -> None:
    deep = 50_000
    text = (
        '<xliff version="1.2"><file source-language="fr" target-language="en"><body><trans-unit id="1"><source>Oui</source><target>'
        + "<g>" * deep
        + "Yes"
        + "</g>" * deep
        + "</target></trans-unit></body></file></xliff>"
    )
    assert read(text, "a.xlf", ".xlf").prose == "Yes"


def test_many_segments_cost_time_in_proportion() -> None:
    unit = '<trans-unit id="1"><source>Oui</source><target>Yes &amp; no</target></trans-unit>'
    body = '<xliff version="1.2"><file source-language="fr" target-language="en"><body>{}</body></file></xliff>'

    def seconds(times: int) -> float:
        start = time.process_time()
        assert len(read(body.format(unit * times), "a.xlf", ".xlf").segments) == times
        return time.process_time() - start

    seconds(200)
    assert seconds(8_000) < 40 * (seconds(1_000) + 0.05)
