"""The OpenAPI document against the program: requests made from it get the answers it promises (schemathesis)."""

import json
import os
import subprocess
import sys
import urllib.request

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from conftest import HERE, start_dev

# Streams do not end, and a reader of the whole answer waits for ever.
STREAMS = ["streamEvents", "streamFeed"]
CHECKS = ["never_fails", "status_code_conformance", "content_type_conformance", "response_schema_conformance"]
# Everybody is an admin here; an account that schemathesis makes for itself would be signed out by the next `logout`.
CONFIGURATION = "[auth]\nauto-signup = false\n"


@pytest.fixture(scope="module")
def dev(binary, tmp_path_factory):
    dev = start_dev(binary, tmp_path_factory.mktemp("openapi"), env={**os.environ, "PARLEY_RATE_LIMITS": "off"})
    yield dev
    dev.program.stop()


def read(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        return json.load(answer)


def test_the_document_is_openapi_3_1(dev):
    OpenAPIV31SpecValidator(read(f"{dev.api}/openapi.json")).validate()


def test_the_feeds_are_described(dev):
    document = read(f"{dev.api}/asyncapi.json")
    assert document["asyncapi"] == "3.0.0"
    assert {"session", "workspace"} == set(document["channels"])
    assert "transcript" in document["components"]["messages"]


def test_what_it_promises_is_kept(dev, tmp_path):
    """No 5xx but those that are documented, no undocumented status, type or shape."""
    (tmp_path / "schemathesis.toml").write_text(CONFIGURATION)
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{dev.api}/openapi.json", "--max-examples", "12",
        "--seed", "20", "--workers", "2", "--request-timeout", "20", "--phases", "examples,coverage,fuzzing",
        "--checks", ",".join(CHECKS), "--continue-on-failure", "--generation-database", "none", "--no-color",
        # A made-up token is refused before anything else is looked at.
        "--generation-with-security-parameters", "false",
    ]
    for name in STREAMS:
        command += ["--exclude-operation-id", name]
    environment = {**os.environ, "PYTHONPATH": str(HERE), "SCHEMATHESIS_HOOKS": "openapi_checks"}
    result = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=600)
    assert result.returncode == 0, result.stdout[-12000:] + result.stderr[-2000:]
    # The program is still there, and well.
    assert read(f"{dev.api}/health")["status"] != "unhealthy"
