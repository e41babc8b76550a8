"""Calls through coturn: the room server announces it and wants relays only."""

import json
import os

import pytest

from conftest import start_dev
from program import Call, Program
from turn import Turn


@pytest.fixture(scope="module")
def turn(tmp_path_factory):
    running = Turn(tmp_path_factory.mktemp("turn"))
    yield running
    running.stop()


@pytest.mark.parametrize("kind", ["udp", "tcp", "tls"])
def test_a_call_through_a_relay(binary, turn, recording, tmp_path, kind):
    environment = {**os.environ, "PARLEY_ICE_SERVERS": json.dumps([turn.server(kind)]), "PARLEY_FORCE_RELAY": "1",
                   "SSL_CERT_FILE": str(turn.authority)}
    before = turn.allocations()
    dev = start_dev(binary, tmp_path, env=environment)
    try:
        call = Call(Program(binary, "call", "--json", "--api", dev.api, "--say", recording("opening-hours"),
                            env=environment), 90)
        assert call.status == 0, call.errors
        assert "opening hours" in call.words("user")
        assert "monday to friday" in call.words("assistant")
        # The caller and the agent each.
        assert turn.allocations() >= before + 2
    finally:
        dev.program.stop()
