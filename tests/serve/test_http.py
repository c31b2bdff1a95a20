"""This file tests the HTTP service's own face: its API against its own description, its page, and who is kept out."""

from __future__ import annotations

import http.client
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from openapi_pydantic import OpenAPI
from openapi_pydantic.v3.v3_1 import Schema

from audit.serve.app import description
from audit.serve.guard import is_loopback

TEXT = "The 😀 mayor gave them a blue slip, and the bridge in the old town was open again.\n"
SOURCE = "Le maire leur a donné un carton rouge, et le pont de la vieille ville a été rouvert.\n"
FORM = "application/x-www-form-urlencoded"
SHAPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict, "null": type(None)}


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Does a value fit what our description says? The few words of JSON Schema that it uses."""
    if "$ref" in schema:
        return fits(value, description()["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    kinds = schema.get("type", [])
    if kinds and not any(isinstance(value, SHAPES[kind]) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        return False
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return False
    if isinstance(value, list):
        return all(fits(item, schema.get("items", {})) for item in value)
    if isinstance(value, dict):
        inner = schema.get("properties", {})
        return set(schema.get("required", [])) <= set(value) and all(fits(value[key], inner[key]) for key in value if key in inner)
    return not isinstance(value, int | float) or schema.get("minimum", value) <= value <= schema.get("maximum", value)


def status_for(host: str, port: int) -> int:
    """What comes back for a request with such a Host."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.putrequest("GET", "/api/health", skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


def answer_schema(path: str, method: str) -> dict[str, Any]:
    schema: dict[str, Any] = description()["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
    return schema


def test_a_text_is_audited_and_the_answer_is_a_documents_entry(service: Any) -> None:
    answer = service.ask("api/audit", {"text": TEXT, "source": SOURCE, "source_lang": "fr", "date": "2022-01-07", "id": 7})
    assert answer.status == 200
    entry = answer.json
    (finding,) = entry["findings"]
    assert (entry["id"], entry["source_language"], entry["date"]) == ("7", "fr", "2022-01-07")
    assert (finding["rule"], finding["quote"], finding["suggestions"]) == ("slip/blue-slip", "blue slip", ["red card"])
    assert TEXT[finding["start"] : finding["end"]] == "blue slip", "offsets count code points"
    assert fits(entry, answer_schema("/api/audit", "post"))
    assert not fits({**entry, "findings": [{**finding, "severity": "grave"}]}, answer_schema("/api/audit", "post"))


def test_references_are_compared(service: Any) -> None:
    scores = service.ask(
        "api/audit", {"text": TEXT, "references": ["The mayor gave them a red card, and the bridge was reopened.\n"]}
    ).json["scores"]
    assert scores["bleu"]["signature"]


def test_the_description_is_openapi_and_tells_every_path(service: Any) -> None:
    told = service.ask("openapi.json").json
    whole = OpenAPI.model_validate(told)
    assert whole.components
    assert whole.components.schemas
    assert all(isinstance(schema, Schema) and not schema.model_extra for schema in whole.components.schemas.values())
    assert set(told["paths"]) >= {"/api/audit", "/api/rules", "/api/health", "/v2/check", "/v2/languages", "/v2/healthcheck"}
    for path, methods in told["paths"].items():
        for method in methods:
            assert service.ask(path, None if method == "get" else {}).status in {200, 400}, path


@pytest.mark.parametrize("path", ["/api/rules", "/api/health", "/v2/languages"])
def test_what_is_told_fits_the_description(service: Any, path: str) -> None:
    assert fits(service.ask(path).json, answer_schema(path, "get"))


def test_what_languagetools_clients_get_fits_the_description(service: Any) -> None:
    answer = service.ask("v2/check", {"language": "en", "text": TEXT}).json
    assert answer["matches"]
    assert fits(answer, answer_schema("/v2/check", "post"))


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        (b"{", 400, "not JSON"),
        (b"\xff", 400, "not UTF-8"),
        (b"[]", 400, "not a JSON object"),
        (b"{}", 400, "no 'text'"),
        (b'{"text": 1}', 400, "'text' must be a text"),
        (b'{"text": " "}', 400, "there is no text"),
        (b'{"text": "a", "references": "b"}', 400, "'references' must be a list"),
        (b'{"text": "a", "date": "soon"}', 400, "date"),
        (b'{"text": "\\ud800"}', 400, "half a surrogate pair"),
        (b"[" * 100_000, 400, "not JSON"),
        (b'{"text": "' + b"a" * 100_001 + b'"}', 413, "longer than 100,000 characters"),
        ('{"text": "Le maire leur a donné un carton rouge lundi, et le pont de la vieille ville a été rouvert."}'.encode(), 422, "French"),
    ],
)
def test_what_cannot_be_audited_is_refused_in_one_line(service: Any, body: bytes, status: int, told: str) -> None:
    answer = service.ask("api/audit", body, Content_Type="application/json")
    assert answer.status == status
    assert told in answer.json["error"]
    assert "\n" not in answer.json["error"]


def test_other_kinds_of_bodies_and_other_methods_are_refused(service: Any) -> None:
    assert service.ask("api/audit", b"text=a", Content_Type=FORM).status == 415
    assert service.ask("report", {"text": TEXT}).status == 415
    assert service.ask("api/audit").status == 405
    assert service.ask("etc/passwd").status == 404
    assert service.ask("..%2f..%2fpyproject.toml").status == 404


def test_sources_are_texts_and_never_files(service: Any, folder: Path) -> None:
    (folder / "secret.txt").write_text(SOURCE, "utf-8")
    answer = service.ask("api/audit", {"text": f"---\nsource: secret.txt\nsource-language: fr\n---\n{TEXT}", "source": None})
    assert answer.status == 200
    assert answer.json["source_language"] is None
    assert "no source text" in str(answer.json["failures"])


def test_the_report_comes_without_the_power_to_reach_the_service(service: Any) -> None:
    body = urlencode({"text": TEXT.replace("\n", "\r\n") + "<script>alert(1)</script>", "source": "", "reference": "", "date": ""}).encode()
    answer = service.ask("report", body, Content_Type=FORM, Origin=service.url.strip("/"))
    assert answer.status == 200
    assert "blue slip" in answer.text
    assert "<script>alert" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox ")
    assert "allow-same-origin" not in policy
    refused = service.ask("report", urlencode({"text": "<b>", "date": "<img>"}).encode(), Content_Type=FORM)
    assert refused.status == 400
    assert "<img>" not in refused.text
    assert "default-src 'none'" in refused.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/page.css", "/api/health", "/v2/healthcheck", "/nothing"])
def test_every_answer_is_hardened(service: Any, path: str) -> None:
    headers = service.ask(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:{port}", 200),
        ("127.0.0.1:{port}", 200),
        ("[::1]:{port}", 200),
        ("evil.example:{port}", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost.evil.example", 403),
        ("evil@localhost:{port}", 403),
        ("[::1", 403),
        ("", 403),
    ],
)
def test_a_name_that_is_not_ours_leads_nowhere(service: Any, host: str, status: int) -> None:
    assert status_for(host.format(port=service.port), service.port) == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://127.0.0.1:{port}"}, 200),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
    ],
)
def test_a_page_of_another_site_may_not_ask(service: Any, headers: dict[str, str], status: int) -> None:
    assert service.ask("api/health", **{key: value.format(port=service.port) for key, value in headers.items()}).status == status


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.9.9.9", True), ("0.0.0.0", False), ("::", False), ("a.example", False)],  # noqa: S104
)
def test_an_address_that_others_reach_is_known(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def test_who_opens_the_service_to_others_is_warned_and_may_name_it(folder: Path) -> None:
    everywhere = "0.0.0.0"  # noqa: S104  this is what is tested
    command = [sys.executable, "-m", "audit", "serve", "--host", everywhere, "--port", "0", "--name", "desk.example"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        port = int(process.stdout.readline().partition("/ (")[0].rpartition(":")[2])
        try:
            assert status_for("desk.example", port) == 200
            assert status_for("other.example", port) == 403
        finally:
            process.terminate()
        assert process.stderr.read() == f"audit: others can reach {everywhere}: there is no password, and texts travel in the clear\n"
        assert process.wait(30) == 0


def test_an_address_that_is_taken_is_refused_in_one_line(service: Any, folder: Path) -> None:
    command = [sys.executable, "-m", "audit", "serve", "--port", str(service.port)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"audit: --host 127.0.0.1 --port {service.port}: cannot listen there (")
    assert done.stderr.count("\n") == 1


def test_without_starlette_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "starlette.py").write_text("raise ModuleNotFoundError(name='starlette')\n", "utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from audit.cli import main; sys.argv = ['audit', 'serve']; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "audit: the HTTP service needs Starlette and uvicorn: pip install 'mt-audit[serve]'\n"
