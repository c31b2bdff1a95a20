"""This file tests which cards of which folders become the rules of a run, and that each check is built once from all of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.model import AuditError
from audit.rulebook import build, gather, read_cards

CARD = """\
message: {message}
why: A test.
category: accuracy/mistranslation
severity: minor
confidence: 0.9
enabled: {enabled}
check:
  {check}
bad: [<odd word>, an <odd word>]
good: [odd, word]
"""


def card(folder: Path, name: str, message: str = "m", enabled: str = "true", check: str = "phrase: {any: [odd word]}") -> Path:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CARD.format(message=message, enabled=enabled, check=check))
    return path


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name in ("style/long", "style/longer", "name/title", "style-guide/dash"):
        card(tmp_path, name)
    card(tmp_path, "style/shy", enabled="false")
    return tmp_path


def names(*folders: Path, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    return [rule.name for rule in gather(folders, select, ignore)]


def test_a_rules_name_is_its_path_and_families_stand_together(house: Path) -> None:
    assert [rule.name for rule in read_cards(house)] == ["name/title", "style/long", "style/longer", "style/shy", "style-guide/dash"]


def test_hidden_folders_hold_no_cards(house: Path) -> None:
    card(house, ".trash/old")
    assert ".trash/old" not in names(house)


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), ["name/title", "style-guide/dash", "style/long", "style/longer"]),
        (("style",), (), ["style/long", "style/longer", "style/shy"]),
        (("style/",), (), ["style/long", "style/longer", "style/shy"]),
        (("style/long",), (), ["style/long", "style/longer"]),
        (("style/longer", "name"), (), ["name/title", "style/longer"]),
        ((), ("style",), ["name/title", "style-guide/dash"]),
        (("style",), ("style/long",), ["style/shy"]),
        (("style/shy",), (), ["style/shy"]),
        (("style",), ("style",), []),
    ],
)
def test_rules_are_selected_and_ignored_by_the_beginning_of_their_names(
    house: Path, select: tuple[str, ...], ignore: tuple[str, ...], left: list[str]
) -> None:
    assert names(house, select=select, ignore=ignore) == left


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_name_that_no_rule_has_is_refused_with_the_nearest(house: Path, option: str) -> None:
    with pytest.raises(AuditError, match=r"^stile: no rule's name begins so; did you mean 'style'\?$"):
        names(house, **{option: ("stile",)})
    with pytest.raises(AuditError, match=r"did you mean 'style/longer'\?$"):
        names(house, **{option: ("style/lnger",)})


def test_a_half_family_name_selects_nothing(house: Path) -> None:
    with pytest.raises(AuditError, match=r"^sty: "):
        names(house, select=("sty",))


def test_the_houses_card_replaces_one_of_the_same_name(tmp_path: Path) -> None:
    card(tmp_path / "ours", "style/long", "ours")
    card(tmp_path / "theirs", "style/long", "theirs")
    (rule,) = gather([tmp_path / "ours", tmp_path / "theirs"])
    assert rule.message == "theirs"


def test_a_folder_that_is_missing_or_empty_or_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=r"no: no such folder of rules$"):
        read_cards(tmp_path / "no")
    with pytest.raises(AuditError, match=r"holds no cards \(\*\.yaml\)$"):
        read_cards(tmp_path)
    with pytest.raises(AuditError, match=r"a\.yaml: no such folder of rules$"):
        read_cards(card(tmp_path, "a"))


def test_a_card_that_would_be_passed_over_is_refused(house: Path) -> None:
    card(house, "style/lost").rename(house / "style/lost.yml")
    with pytest.raises(AuditError, match=r"style/lost\.yml: a card's name ends in \.yaml; rename it$"):
        read_cards(house)


def test_one_broken_card_is_named_among_many(house: Path) -> None:
    card(house, "name/zz", check="phrase: {any: odd word}")
    with pytest.raises(AuditError, match=r"name/zz\.yaml:8: phrase\.any: "):
        read_cards(house)


def test_each_check_is_built_once_from_all_of_its_rules(house: Path) -> None:
    card(house, "typography/odd", check="regex: {find: odd}")
    checks = build(gather([house]))
    assert [type(check).__name__ for check in checks] == ["Phrase", "Regex"]
    assert build([]) == ()
