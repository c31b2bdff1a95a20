"""This file tests how LanguageTool is asked: real answers with exact offsets, and every way in which a server may fail to give one."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.engines.languagetool import talk
from audit.engines.languagetool.jars import version
from audit.engines.trouble import EngineError


def test_a_real_server_says_its_version_and_that_it_is_well(languagetool: str) -> None:
    assert talk.healthy(languagetool, 5)
    assert talk.release(languagetool) == version()


def test_complaints_of_a_real_server_stand_exactly_where_the_words_are_after_emoji_too(languagetool: str) -> None:
    text = "😀 The council 𝒳 signed a agreement 🇫🇷 today. 😀\nThe rain depend of the 🌧 weather, and it is an dog."
    found = [(complaint.rule, complaint.span.of(text)) for complaint in talk.complain(languagetool, text, ["EN_A_VS_AN"])]
    assert found == [("EN_A_VS_AN", "a"), ("EN_A_VS_AN", "an")]
    first = talk.complain(languagetool, text, ["EN_A_VS_AN"])[0]
    assert (first.engine, first.kind, first.better) == ("languagetool", "MISC", ("an",))


def test_whole_categories_can_be_asked_for(languagetool: str) -> None:
    text = "The improvements always depend of the weather. It is a agreement."
    assert {complaint.kind for complaint in talk.complain(languagetool, text, kinds=["GRAMMAR"])} == {"GRAMMAR"}
    assert len(talk.complain(languagetool, text)) >= 2


def test_a_long_text_goes_in_pieces_and_keeps_its_offsets(languagetool: str) -> None:
    text = "".join(f"Line {number} is of no interest to anybody, and 😀 is right.\n\n" for number in range(700)) + "It is a agreement."
    (complaint,) = talk.complain(languagetool, text, ["EN_A_VS_AN"])
    assert complaint.span.start == len(text) - len("a agreement.")


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_units_of_utf_16_are_counted_as_java_counts_them(text: str) -> None:
    units = talk._units(text)
    at = 0
    for index, letter in enumerate(text):
        assert units[at] == index
        at += len(letter.encode("utf-16-le")) // 2
    assert units[at] == len(text)
    assert len(units) == at + 1


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (413, "Text is too long", "over the limit of the LanguageTool server .*Text is too long.*maxTextLength"),
        (400, "Error: the text exceeds the limit, too long", "over the limit"),
        (500, "Internal Error", "refused the text .500: Internal Error."),
        (200, "<html>", "none of LanguageTool's"),
        (200, "[]", "none of LanguageTool's"),
        (200, "{}", "none of LanguageTool's"),
        (200, json.dumps({"matches": [{"offset": 0}]}), "cannot be read"),
        (200, json.dumps({"matches": [{"offset": 0, "length": 99, "rule": {"id": "R", "category": {"id": "C"}}}]}), "cannot be read"),
    ],
)
def test_an_answer_that_is_none_is_said_in_one_line(status: int, body: str, said: str) -> None:
    with _stub(status, body) as url, pytest.raises(EngineError, match=said) as raised:
        talk.complain(url, "A text.")
    assert "\n" not in str(raised.value)


def test_a_slow_answer_is_not_waited_for() -> None:
    with _stub(200, "{}", wait=2) as url, pytest.raises(talk.TooSlowError, match=r"did not answer within 0.2 s"):
        talk.complain(url, "A text.", seconds=0.2)


def test_a_server_that_is_not_there_is_said() -> None:
    assert not talk.healthy("http://127.0.0.1:9", 1)
    with pytest.raises(EngineError, match="cannot be reached"):
        talk.complain("http://127.0.0.1:9", "A text.")


@pytest.mark.parametrize("url", ["http://host:8081", "http://host:8081/", "http://host:8081/v2", "http://host:8081/v2/check"])
def test_an_address_may_be_written_as_servers_show_it(url: str) -> None:
    assert talk.base(url) == "http://host:8081"


@pytest.mark.parametrize("url", ["host:8081", "ftp://host", "", "http://"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(EngineError, match="not the address of a server"):
        talk.base(url)


@contextmanager
def _stub(status: int, body: str, wait: float = 0) -> Iterator[str]:
    """A server that answers everything with the same."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            time.sleep(wait)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """The one who asked may be gone."""

    stub = Quiet(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=stub.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{stub.server_port}"
    finally:
        stub.shutdown()
        thread.join()
        stub.server_close()
