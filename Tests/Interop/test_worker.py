"""`parley worker` and `parley api` as processes of their own, beside a server."""

import json
import os
import socket
import urllib.request

from program import Call, Program


def keys(**more):
    return {**os.environ, "LIVEKIT_API_KEY": "devkey", "LIVEKIT_API_SECRET": "secret", **more}


def test_a_worker_that_is_asked_for_by_name(binary, dev, recording, tmp_path):
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port = place.getsockname()[1]
    worker = Program(binary, "worker", "--agent-name", "second", "--drain", "0", "--database", str(tmp_path / "d.sqlite"),
                     env=keys(LIVEKIT_URL=dev.livekit, PARLEY_METRICS_LISTEN=f"127.0.0.1:{port}"))
    worker.complaint("registered", 120)
    call = Call(Program(binary, "call", "--json", "--url", dev.livekit, "--agent", "second",
                        "--say", recording("location"), env=keys()), 90)
    assert call.status == 0, call.errors
    assert "river road" in call.words("assistant")
    assert "located" in call.words("user")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        measured = answer.read().decode()
    assert "worker_capacity " in measured and 'provider_seconds_count{kind="stt",provider="embedded"}' in measured, measured
    worker.stop()
    assert any("job assigned" in line for line in worker.complaints), "the other worker took the call"


def test_a_worker_ends_its_calls_when_it_is_stopped(binary, dev, recording, tmp_path):
    worker = Program(binary, "worker", "--agent-name", "third", "--drain", "0", "--database", str(tmp_path / "d.sqlite"),
                     env=keys(LIVEKIT_URL=dev.livekit))
    worker.complaint("registered", 120)
    call = Program(binary, "call", "--json", "--url", dev.livekit, "--agent", "third", "--linger", "60",
                   "--say", recording("location"), env=keys())
    call.event("answer", 60)
    worker.stop(30)
    outcome = Call(call, 30)
    # The only line was answered, so the caller's call went well.
    assert outcome.status == 0, outcome.errors
    assert outcome.events[-1]["reason"] == "the agent left"
    assert "goodbye" in outcome.words("assistant"), outcome.words("assistant")


def test_a_worker_without_the_right_secret(binary, dev, tmp_path):
    worker = Program(binary, "worker", "--database", str(tmp_path / "d.sqlite"), "--log-level", "critical",
                     env=keys(LIVEKIT_URL=dev.livekit, LIVEKIT_API_SECRET="wrong"))
    assert worker.wait(120) == 2
    assert worker.errors.splitlines() == [
        "parley: the server refuses the API key or its secret; check LIVEKIT_API_KEY and LIVEKIT_API_SECRET."]


def test_an_api_beside_a_server(binary, dev, tmp_path):
    api = Program(binary, "api", "--port", "0", "--json", "--database", str(tmp_path / "d.sqlite"),
                  env=keys(LIVEKIT_URL=dev.livekit))
    address = json.loads(api.line(60))["api"]
    session = post(address + "/api/sessions", {"channel": "chat"})["session_id"]
    answer = post(address + "/api/chat", {"session_id": session, "message": "what are your opening hours"})
    assert "Monday to Friday" in answer["response"]
    voice = post(address + "/api/sessions", {"channel": "voice"})["session_id"]
    assert post(address + "/api/voice/token", {"session_id": voice})["url"].rstrip("/") == dev.livekit.rstrip("/")
    with socket.create_connection((address.split("/")[2].split(":")[0], int(address.rsplit(":", 1)[1]))):
        api.stop()


def post(url, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)
