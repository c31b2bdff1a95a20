"""This file tests that the house keeps its own rules: floors, first sentences, names, pins, and nothing private in the files."""

import ast
import re
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from audit.prove import prove
from audit.rulebook import read_card

HOUSE = Path(__file__).resolve().parent.parent
SETTINGS = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
PINS = (HOUSE / "constraints.txt").read_text(encoding="utf-8")
PINNED = {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", PINS, re.MULTILINE)}
CODE = sorted(path for folder in ("audit", "tests", "benchmarks") for path in (HOUSE / folder).rglob("*.py"))

# In pieces, or this very file would hold what it forbids.
REGISTRIES = [
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("crates", "io"),
    ("maven", "org"),
    ("debian", "org"),
    ("golang", "org"),
]
REGISTRY = re.compile("|".join(rf"\b{re.escape('.'.join(host))}\b" for host in REGISTRIES))
ABSOLUTE = re.compile(rf"(?<![\w.*])(?:/(?:work|tmp|root)/\w|/(?:home|Users)/\w+/|{re.escape(str(HOUSE))}\b)")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: there is no list of tracked files")
    return [HOUSE / name for name in listed.stdout.split("\0") if name and (HOUSE / name).is_file()]


def requirements() -> list[Requirement]:
    project = SETTINGS["project"]
    lines = [*SETTINGS["build-system"]["requires"], *project["dependencies"]]
    return [Requirement(line) for line in lines + [line for extra in project["optional-dependencies"].values() for line in extra]]


def test_every_file_stands_on_one_floor_and_imports_only_downwards() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_file_opens_with_one_sentence_that_says_what_it_is(path: Path) -> None:
    opening = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert re.fullmatch(r"This file [^\n]+(\n[^\n]+)?[.:]", opening.split("\n\n")[0]), opening


def test_no_file_or_folder_has_a_name_that_fits_anything() -> None:
    shapeless = {"utils", "util", "base", "manager", "helper", "helpers", "core", "common", "misc"}
    places = [path.relative_to(HOUSE) for path in CODE]
    assert [place.as_posix() for place in places if shapeless & {*place.parts[:-1], *place.stem.split("_")}] == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in CODE if path.is_relative_to(HOUSE / "audit")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_no_file_holds_a_registry_address_or_a_path_of_one_machine() -> None:
    found = []
    for path in tracked():
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            if REGISTRY.search(line) or ABSOLUTE.search(line):
                found.append(f"{path.relative_to(HOUSE)}:{number}: {line.strip()[:100]}")
    assert found == []


@pytest.mark.parametrize("line", ["see /" + "home/ann/a.txt", "find-links=/" + "tmp/wheels", "https://" + "pypi" + ".org/simple"])
def test_the_search_for_private_paths_and_addresses_would_find_one(line: str) -> None:
    assert REGISTRY.search(line) or ABSOLUTE.search(line)


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_a_dependency_is_pinned_to_a_version_that_its_range_allows(requirement: Requirement) -> None:
    version = PINNED.get(canonicalize_name(requirement.name))
    assert version is not None, f"{requirement.name} is missing in constraints.txt: run `make pins`"
    assert version in requirement.specifier


def test_every_pin_carries_a_hash_and_no_line_an_address() -> None:
    assert len(PINNED) > 50
    entries = re.split(r"^(?=[\w.-]+==)", PINS, flags=re.MULTILINE)
    assert [entry.split()[0] for entry in entries if entry.strip() and "--hash=sha256:" not in entry] == []
    assert [line for line in PINS.splitlines() if "://" in line or line.startswith("-")] == []


@pytest.mark.parametrize("kind", ["config", "manifest"])
def test_the_pre_commit_files_are_valid(kind: str) -> None:
    file = {"config": ".pre-commit-config.yaml", "manifest": ".pre-commit-hooks.yaml"}[kind]
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", f"validate-{kind}", file], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_card_in_the_contributors_guide_proves_itself(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(.*?)```", (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    card = tmp_path / "in-the-measure-where.yaml"
    card.write_text(textwrap.dedent(shown[1]), encoding="utf-8")
    assert list(prove(read_card(card, "calque/in-the-measure-where"))) == []
