"""This file tests that what `make wheel` builds works without the checkout it was built from."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from audit import __version__

HOUSE = Path(__file__).resolve().parent.parent


def build(house: Path, target: str, into: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(into)]
    subprocess.run(command, cwd=house, check=True, capture_output=True)
    (built,) = into.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(HOUSE, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    shutil.unpack_archive(wheel, folder, "zip")
    return folder


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_carries_every_card_sheet_and_template(wheel: Path) -> None:
    files = {path.relative_to(HOUSE).as_posix() for name in ("rules", "knowledge", "reports") for path in (HOUSE / name).rglob("*.*")}
    carried = {name.removeprefix("audit/data/") for name in contents(wheel) if name.startswith("audit/data/")}
    assert files
    assert files <= carried


def test_the_wheel_carries_the_licence_and_no_tests(wheel: Path) -> None:
    names = contents(wheel)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names} == {"audit", f"mt_audit-{__version__}.dist-info"}


def test_a_wheel_made_from_the_source_archive_is_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = build(HOUSE, "sdist", tmp_path / "sdist")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "source", filter="data")
    again = build(tmp_path / "source" / f"mt_audit-{__version__}", "wheel", tmp_path / "again")
    assert contents(again) == contents(wheel)


def test_an_unpacked_wheel_runs_and_finds_its_own_folders(unpacked: Path, tmp_path: Path) -> None:
    here = {**os.environ, "PYTHONPATH": str(unpacked)}
    version = subprocess.run(
        [sys.executable, "-m", "audit", "--version"], cwd=tmp_path, env=here, capture_output=True, text=True, check=True
    )
    assert __version__ in version.stdout
    program = "from audit.bundled import folder; print(*map(folder, ('rules', 'knowledge', 'reports')), sep='\\n')"
    folders = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=here, capture_output=True, text=True, check=True)
    assert folders.stdout.split() == [str(unpacked / "audit" / "data" / name) for name in ("rules", "knowledge", "reports")]


@pytest.mark.slow
def test_a_wheel_in_an_empty_environment_audits_as_the_checkout_does(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=True)
    programs = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin")
    # pip wants a hash for the wheel too once it sees one; which versions were tested is all that matters here.
    pins = re.findall(r"^[\w.-]+==\S+(?: ; [^\\\n]+)?", (HOUSE / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    (tmp_path / "pins.txt").write_text("\n".join(pins), encoding="utf-8")
    install = [programs / "pip", "install", "--quiet", "--no-compile", "--constraint", tmp_path / "pins.txt", f"{wheel}[align]"]
    subprocess.run(install, cwd=tmp_path, check=True, capture_output=True)
    article = HOUSE / "examples" / "river-talks" / "translation.txt"
    shutil.copytree(article.parent, tmp_path / "river-talks")
    spoken = [
        subprocess.run(
            [program, "--format", "json", "--no-report", "--engine", "none", article.name],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        for program, folder in ((programs / "audit", tmp_path / "river-talks"), (Path(sys.executable).with_name("audit"), article.parent))
    ]
    assert spoken[0].returncode in (0, 1), spoken[0].stderr
    here, there = (json.loads(one.stdout) for one in spoken)
    assert here["documents"][0]["findings"]
    assert here["documents"] == there["documents"]
    assert here["verdict"] == there["verdict"]
    assert here["meta"]["rule_set"] == there["meta"]["rule_set"]
