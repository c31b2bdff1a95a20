"""This file tests the action for GitHub and the examples for CI: by their published schemas, and the action's own step for real."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from audit.commands.reports import outputs

HOUSE = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((HOUSE / "action.yml").read_text("utf-8"))
CLEAN = "The bridge in the old town is open again, and nobody was hurt when it fell.\n"
SLIP = "“It is covered,” said he said. The bridge in the old town is open again.\n"
GITLAB = "gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"


def steps() -> Iterator[dict[str, Any]]:
    yield from ACTION["runs"]["steps"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("action.yml", "json.schemastore.org/github-action.json"),
        ("examples/ci/github.yml", "json.schemastore.org/github-workflow.json"),
        ("examples/ci/gitlab.yml", GITLAB),
    ],
)
def test_a_file_for_ci_is_valid_by_its_schema(file: str, name: str, schema: Callable[[str], Any]) -> None:
    # BaseLoader would make all values text, and the usual one reads a bare `on` as true.
    content = yaml.safe_load((HOUSE / file).read_text("utf-8").replace("\non:", '\n"on":'))
    assert [error.message for error in schema(name).iter_errors(content)] == []
    assert list(schema(name).iter_errors({**content, "runs": 1, "jobs": 1, "audit": 1})) != []


def test_no_input_is_ever_read_as_a_script() -> None:
    assert [step["run"] for step in steps() if "${{" in step.get("run", "")] == []


def test_every_input_is_used_and_described() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    assert all(one["description"] for one in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))


def test_the_example_for_github_gives_inputs_that_the_action_has() -> None:
    workflow = yaml.safe_load((HOUSE / "examples/ci/github.yml").read_text("utf-8"))
    ours = [step for step in workflow["jobs"]["audit"]["steps"] if "OWNER/audit" in step.get("uses", "")]
    assert len(ours) == 1
    assert set(ours[0]["with"]) <= set(ACTION["inputs"])


def test_the_example_for_gitlab_asks_for_the_reports_that_it_hands_over() -> None:
    job = yaml.safe_load((HOUSE / "examples/ci/gitlab.yml").read_text("utf-8"))["audit"]
    asked = re.findall(r"--format (\S+)", job["script"][0])
    written = {str(out.path) for out in outputs(asked, ["articles"], None, False) if out.path}
    assert {job["artifacts"]["reports"]["codequality"], job["artifacts"]["reports"]["junit"]} <= written


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, dict[str, str]]]:
    """Runs the action's step as GitHub's runner does: with bash, inputs as variables; gives status, log and outputs."""
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("this system has no bash")
    (script,) = [step["run"] for step in steps() if step.get("id") == "audit"]
    defaults = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    monkeypatch.chdir(tmp_path)
    (tmp_path / "audit.toml").write_text('select = ["attribution"]\n', "utf-8")

    def run(**inputs: str) -> tuple[int, str, dict[str, str]]:
        given = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
        environment = {
            **os.environ,
            **{name.upper().replace("-", "_"): value for name, value in given.items()},
            "GITHUB_OUTPUT": str(tmp_path / "outputs"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        (tmp_path / "outputs").write_text("", "utf-8")
        command = [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return (
            done.returncode,
            done.stdout + done.stderr,
            dict(line.split("=", 1) for line in (tmp_path / "outputs").read_text().splitlines()),
        )

    return run


@pytest.mark.slow
def test_the_step_annotates_fails_and_hands_over_its_reports(step: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(SLIP, "utf-8")
    (tmp_path / "news" / "b c.txt").write_text(CLEAN, "utf-8")
    status, log, handed = step(files="news/a.txt\nnews/b c.txt", fail_on="major", arguments="--date=2022-01-07\n--source-lang=fr")
    assert status == 1, log
    assert "::warning file=news/a.txt,line=1," in log
    assert handed == {"status": "1", "sarif": "audit-reports/audit.sarif", "report": "audit-reports/audit.html"}
    assert all((tmp_path / handed[name]).is_file() for name in ("sarif", "report"))
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("## audit failed")
    assert len(list((tmp_path / "audit-reports" / "audit.reports").iterdir())) == 2


@pytest.mark.slow
def test_an_input_that_looks_like_a_script_is_a_name_and_no_more(step: Callable[..., Any], tmp_path: Path) -> None:
    status, log, handed = step(files='a.txt"; touch stolen; $(touch stolen) `touch stolen`', changed_since="$(touch stolen)")
    assert (status, handed) == (2, {"status": "2"}), log
    assert not (tmp_path / "stolen").exists()
