"""This file tests that clients made for LanguageTool work against the service: language-tool-python, and requests as add-ons send them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import language_tool_python
import pytest
from language_tool_python.exceptions import LanguageToolError

from audit.serve.annotated import read_annotated
from audit.serve.refusal import RefusedError

SLIPS = "The 😀😀 mayor gave them a blue slip 😀 and a green slip, and then they saw a grey slip near the bridge.\n"


@pytest.fixture
def client(service: Any) -> language_tool_python.LanguageTool:
    return language_tool_python.LanguageTool("en-US", remote_server=service.url)


def checked(service: Any, **fields: str) -> Any:
    answer = service.ask("v2/check", urlencode({"language": "en-US", **fields}).encode())
    assert answer.status == 200, answer.text
    return answer.json


def rules(answer: Any) -> list[str]:
    return [match["rule"]["id"].rpartition("/")[2] for match in answer["matches"]]


def test_language_tool_python_finds_corrects_and_chooses(client: language_tool_python.LanguageTool) -> None:
    first, second = client.check(SLIPS)
    assert (first.rule_id, first.category, first.rule_issue_type) == ("slip/blue-slip", "SEMANTICS", "mistranslation")
    assert (second.rule_id, second.category, second.rule_issue_type) == ("slip/green-slip", "TYPOS", "misspelling")
    assert first.replacements == ["red card"]
    assert SLIPS[first.offset : first.offset + first.error_length] == "blue slip"
    assert SLIPS[second.offset : second.offset + second.error_length] == "green slip"
    assert first.sentence == SLIPS.strip()
    assert [match.matched_text for match in client.check(SLIPS.replace("😀", "old"))] == ["blue slip", "green slip"]
    assert client.correct(SLIPS.replace("😀", "")) == SLIPS.replace("😀", "").replace("blue slip", "red card").replace(
        "green slip", "red card"
    )
    client.picky = True
    assert len(client.check(SLIPS)) == 3, "what merely asks to look is for picky readers"
    client.disabled_rules = {"slip/blue-slip"}
    client.disable_spellchecking()
    assert [match.rule_id for match in client.check(SLIPS)] == ["slip/grey-slip"]


def test_language_tool_python_hears_why_a_request_is_refused(service: Any, client: language_tool_python.LanguageTool) -> None:
    with pytest.raises(LanguageToolError, match="Error: the text is longer than 100,000 characters"):
        client.check("word " * 30_000)
    with pytest.raises(ValueError, match="unsupported language"):
        language_tool_python.LanguageTool("de-DE", remote_server=service.url)


def test_offsets_count_code_units_of_utf_16(service: Any) -> None:
    (match, _) = checked(service, text=SLIPS)["matches"]
    units = SLIPS.encode("utf-16-le")
    assert units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le") == "blue slip"
    context = match["context"]["text"].encode("utf-16-le")
    start, length = 2 * match["context"]["offset"], 2 * match["context"]["length"]
    assert context[start : start + length].decode("utf-16-le") == "blue slip"


def test_the_context_of_a_finding_is_one_line_with_dots_where_the_text_goes_on(service: Any) -> None:
    text = "The bridge in the old town was open.\n\nThe police saw a blue slip,\nand nobody was hurt when the old bridge fell last year.\n"
    (match,) = checked(service, text=text)["matches"]
    told = match["context"]
    assert told["text"] == "...he old town was open.  The police saw a blue slip, and nobody was hurt when the old bridg..."
    assert told["text"][told["offset"] :][: told["length"]] == "blue slip"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, ["blue-slip", "green-slip"]),
        ({"level": "picky"}, ["blue-slip", "green-slip", "grey-slip"]),
        ({"enabledRules": "slip/grey-slip"}, ["blue-slip", "green-slip", "grey-slip"]),
        ({"enabledRules": "slip/grey-slip", "enabledOnly": "true"}, ["grey-slip"]),
        ({"enabledCategories": "TYPOS", "enabledOnly": "true"}, ["green-slip"]),
        ({"disabledRules": "slip"}, []),
        ({"disabledRules": "sli, slip/blue-slip"}, ["green-slip"]),
        ({"disabledCategories": "SEMANTICS,STYLE"}, ["green-slip"]),
        ({"language": "auto"}, ["blue-slip", "green-slip"]),
        ({"language": "en-gb", "motherTongue": "fr", "preferredVariants": "en-GB", "unheard": "of"}, ["blue-slip", "green-slip"]),
    ],
)
def test_rules_and_categories_are_chosen_as_languagetool_does(service: Any, fields: dict[str, str], found: list[str]) -> None:
    assert rules(checked(service, text=SLIPS, **fields)) == found


def test_parameters_come_in_the_address_or_as_json_as_well(service: Any) -> None:
    assert rules(service.ask("v2/check?" + urlencode({"language": "en", "text": SLIPS})).json) == ["blue-slip", "green-slip"]
    body = {"language": "en", "text": SLIPS, "disabledRules": ["slip/blue-slip"], "level": None}
    assert rules(service.ask("v2/check", body).json) == ["green-slip"]
    data = {"annotation": [{"text": SLIPS}]}
    assert rules(service.ask("v2/check", {"language": "en", "data": data}).json) == ["blue-slip", "green-slip"]


def test_markup_is_passed_over_and_counts(service: Any) -> None:
    annotation = [
        {"markup": "<p>"},
        {"text": "The 😀 mayor gave them a blue "},
        {"markup": "<b title='green slip'>"},
        {"text": "slip"},
        {"markup": "</b>"},
        {"text": "."},
        {"markup": "</p><p>", "interpretAs": "\n\n"},
        {"text": "Nobody saw a green slip near the bridge."},
    ]
    whole = "".join(piece.get("text", piece.get("markup", "")) for piece in annotation).encode("utf-16-le")
    matches = checked(service, data=json.dumps({"annotation": annotation}))["matches"]
    there = [whole[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le") for match in matches]
    assert there == ["blue <b title='green slip'>slip", "green slip"]


@pytest.mark.parametrize("text", ["", " \n ", "😀"])
def test_a_text_without_words_has_no_matches(service: Any, text: str) -> None:
    assert checked(service, text=text)["matches"] == []


def test_a_text_that_is_not_english_is_not_audited_and_the_answer_says_so(service: Any) -> None:
    french = "La préfecture a annoncé lundi que le port était fermé après l'échouement d'une péniche près de la jetée orientale.\n"
    answer = checked(service, text=french * 3, language="auto")
    assert answer["matches"] == []
    assert answer["warnings"]["incompleteResults"] is True
    assert answer["warnings"]["incompleteResultsReason"].startswith("reads like French")


@pytest.mark.parametrize(
    ("body", "kind", "status", "told"),
    [
        ("text=a", "application/x-www-form-urlencoded", 400, "Error: missing 'language'"),
        ("language=de&text=a", "application/x-www-form-urlencoded", 400, "Error: 'de' is not a language code known"),
        ("language=en", "application/x-www-form-urlencoded", 400, "Error: give either 'text' or 'data'"),
        ("language=en&text=a&data={}", "application/x-www-form-urlencoded", 400, "Error: give either 'text' or 'data'"),
        ("language=en&data={", "application/x-www-form-urlencoded", 400, "Error: 'data' is not JSON"),
        ("language=en&text=a&enabledOnly=true", "application/x-www-form-urlencoded", 400, "Error: enabledOnly=true wants"),
        ("language=en&text=%ff", "application/x-www-form-urlencoded", 400, "Error: not a form in UTF-8"),
        ("&".join(f"a{number}=1" for number in range(200)), "application/x-www-form-urlencoded", 400, "Error: not a form"),
        ("{", "application/json", 400, "Error: not JSON"),
        ("text", "text/plain", 415, "Error: send the parameters as a form"),
    ],
)
def test_a_wrong_request_is_refused_in_one_line(service: Any, body: str, kind: str, status: int, told: str) -> None:
    answer = service.ask("v2/check", body.encode("latin-1"), Content_Type=kind)
    assert answer.status == status
    assert answer.text.startswith(told)
    assert "\n" not in answer.text


@pytest.mark.parametrize(
    "data", ["[]", '{"annotation": {}}', '{"annotation": [1]}', '{"annotation": [{"text": "a", "markup": "b"}]}', "[" * 9999]
)
def test_annotations_that_are_none_are_refused(data: str) -> None:
    with pytest.raises(RefusedError):
        read_annotated(data, "text")


def test_annotations_know_where_each_letter_of_the_prose_is_written() -> None:
    pieces = [{"markup": "<h1>"}, {"text": "A\r\nb"}, {"markup": "&amp;", "interpretAs": "&"}, {"text": "c"}, {"markup": "</h1>"}]
    document = read_annotated(json.dumps({"annotation": pieces}), "text")
    assert document.prose == "A\n\nb&c"
    assert [document.text[run.text.start : run.text.end] for run in document.runs] == ["A\r\nb", "&amp;", "c"]
    assert read_annotated('{"annotation": [{"markup": "<p>"}]}', "text").prose == ""


def test_healthcheck_languages_and_limits_are_told(service: Any) -> None:
    assert service.ask("v2/healthcheck").text == "OK"
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in service.ask("v2/languages").json
    assert service.ask("v2/maxtextlength").text == "100000"
    assert service.ask("v2/info").json["software"]["apiVersion"] == 1
    assert service.ask("v2/nothing").status == 404


def test_browser_add_ons_are_let_in_where_that_was_asked_for_and_nowhere_else(service: Any) -> None:
    body = urlencode({"language": "en-US", "text": SLIPS}).encode()
    for origin in ("chrome-extension://oldceeleldhonbafppcapldpdifcinji", "moz-extension://2b2d-4a"):
        answer = service.ask("v2/check", body, Origin=origin)
        assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, origin)
        assert service.ask("api/audit", {"text": SLIPS}, Origin=origin).status == 403
    answer = service.ask("v2/check", body, Origin="https://example.org")
    assert (answer.status, "access-control-allow-origin" in answer.headers) == (403, False)
