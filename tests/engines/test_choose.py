"""This file tests which engines a run asks, and what it says of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.engines.choose import choose
from audit.engines.languagetool.jars import version
from audit.model import AuditError

BOTH = ("harper", "languagetool")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting from outside, and nothing installed."""
    monkeypatch.delenv("AUDIT_ENGINES", raising=False)
    monkeypatch.delenv("AUDIT_LANGUAGETOOL", raising=False)
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path))


@pytest.mark.usefixtures("bare")
def test_what_is_at_hand_is_asked_and_the_rest_says_how_to_get_it() -> None:
    engines = choose((), "", BOTH)
    assert list(engines.asked) == ["harper"]
    assert engines.versions()["languagetool"] == "did not run: not installed; audit engines install languagetool does it"


@pytest.mark.usefixtures("own_place")
def test_nobody_s_server_is_started_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUDIT_ENGINES", raising=False)
    engines = choose((), "", BOTH)
    assert list(engines.asked) == ["harper"]
    assert engines.versions()["languagetool"] == (
        "did not run: its server does not run; audit engines start keeps one running, --engine languagetool starts one for the run"
    )


def test_a_server_that_the_user_names_is_asked(languagetool: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUDIT_ENGINES", raising=False)
    engines = choose((), languagetool, BOTH)
    assert list(engines.asked) == ["harper", "languagetool"]
    assert engines.versions()["languagetool"] == version()
    assert engines.address() == languagetool
    assert engines.at_hand()


@pytest.mark.usefixtures("bare")
def test_a_server_that_cannot_be_had_is_told_with_the_reason() -> None:
    engines = choose(["languagetool"], "http://127.0.0.1:9", BOTH)
    assert engines.versions()["languagetool"].startswith("did not run: the LanguageTool server at http://127.0.0.1:9 cannot be reached")
    assert engines.address() == ""
    assert not engines.at_hand()


def test_nobody_is_asked_where_no_rule_needs_it_or_nobody_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUDIT_ENGINES", raising=False)
    assert choose((), "", ()).versions() == dict.fromkeys(BOTH, "did not run: no rule that was chosen needs it")
    assert choose(["none"], "", BOTH).versions() == dict.fromkeys(BOTH, "did not run: not asked for")


def test_the_environment_names_engines_where_nobody_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_ENGINES", "none")
    assert choose((), "", BOTH).asked == {}
    assert list(choose(["harper"], "", BOTH).asked) == ["harper"]


def test_an_unknown_engine_is_refused_in_one_line() -> None:
    with pytest.raises(AuditError, match="engine vale: no such engine; one of harper, languagetool, or none"):
        choose(["vale"], "", BOTH)
