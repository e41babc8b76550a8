"""One conversation in several processes, whose sessions are in a real Redis and whose bookings are in a real PostgreSQL."""

import json
import os
import subprocess

import pytest

from stores import PostgreSQL, Redis
from working_day import working_day

STATE = {
    "session_id", "messages", "current_agent", "detected_intent", "confidence", "customer", "booking_slots", "pending_tasks",
    "notifications_queue", "escalation_in_progress", "human_agent_status", "turn_count", "created_at", "last_updated",
}


@pytest.fixture
def redis(tmp_path):
    server = Redis(tmp_path)
    yield server
    server.end()


@pytest.fixture
def postgres(tmp_path):
    folder = tmp_path / "postgres"
    folder.mkdir()
    server = PostgreSQL(folder)
    yield server
    server.end()


def chat(binary, lines, redis=None, postgres=None):
    """One process that hears these lines; its replies."""
    environment = dict(os.environ)
    if redis:
        environment["REDIS_URL"] = redis.url
    if postgres:
        environment["DATABASE_URL"] = postgres.url
    done = subprocess.run([binary, "chat", "--json", "--session", "sess_stores"], input="".join(f"{line}\n" for line in lines),
                          text=True, capture_output=True, timeout=90, env=environment)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_conversation_wanders_through_processes(binary, redis, postgres):
    first = chat(binary, [f"i'd like an oil change on {working_day()} at ten thirty"], redis, postgres)
    assert first[-1]["question"] == "name"
    second = chat(binary, ["my name is maria garcia"], redis, postgres)
    assert second[0]["question"] == "name"
    assert second[-1]["question"] == "phone"
    third = chat(binary, ["five one two five five five oh one nine nine", "yes"], redis, postgres)
    assert third[-1]["question"] == "anything_else"
    assert postgres.ask("SELECT scheduled_time, status FROM appointments") == "10:30|scheduled"


def test_the_state_in_redis_is_what_the_document_says(binary, redis, postgres):
    chat(binary, ["what are your opening hours"], redis, postgres)
    state = json.loads(redis.ask("GET", "session:sess_stores"))
    assert STATE <= set(state)
    assert state["session_id"] == "sess_stores"
    assert state["detected_intent"] == "faq"
    assert [message["type"] for message in state["messages"]] == ["ai", "human", "ai"]
    assert all(set(message) == {"type", "content"} for message in state["messages"])
    assert 0 < int(redis.ask("TTL", "session:sess_stores")) <= 1800


def test_servers_that_are_not_there_are_named_and_no_password_is_shown(binary):
    cases = [("REDIS_URL", "redis://:hunter2@127.0.0.1:9"), ("DATABASE_URL", "postgresql://p:hunter2@127.0.0.1:9/x")]
    for variable, url in cases:
        done = subprocess.run([binary, "chat", "--json"], input="hello\n", text=True, capture_output=True, timeout=60,
                              env={**os.environ, variable: url})
        assert done.returncode == 1, (variable, done.stdout)
        assert done.stderr.startswith("parley: "), done.stderr
        assert "hunter2" not in done.stderr + done.stdout
