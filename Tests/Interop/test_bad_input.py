"""What goes wrong in the world: one clear sentence and the right exit status; nothing hangs, no other call suffers."""

import os
import random
import socket
import struct
import subprocess
import urllib.parse
import urllib.request

import pytest

from program import Call, Program


def run(binary, *arguments, seconds=60, **environment):
    """Exit status and standard error."""
    env = {**os.environ, **environment}
    done = subprocess.run([binary, *arguments], capture_output=True, text=True, timeout=seconds, env=env,
                          stdin=subprocess.DEVNULL)
    return done.returncode, done.stderr.strip()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def assert_sentence(text):
    lines = text.splitlines()
    assert len(lines) == 1 and lines[0].startswith("parley: ") and lines[0].endswith("."), text


def test_no_server(binary, recording):
    url = f"ws://127.0.0.1:{free_port()}"
    status, text = run(binary, "call", "--url", url, "--say", recording("opening-hours"))
    assert status == 2
    assert_sentence(text)
    status, text = run(binary, "rooms", "list", "--url", url)
    assert status == 2
    assert_sentence(text)


def test_a_port_that_speaks_something_else(binary, recording):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        url = f"ws://127.0.0.1:{listener.getsockname()[1]}"
        process = Program(binary, "call", "--url", url, "--say", recording("opening-hours"))
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"220 mail.example.org ESMTP\r\n" * 3)
            assert process.wait(60) == 2
    assert_sentence(process.errors)


@pytest.mark.parametrize("command", ["call", "rooms"])
def test_wrong_key(binary, dev, recording, command):
    more = ["--say", recording("opening-hours")] if command == "call" else []
    status, text = run(binary, command, *more, "--url", dev.livekit, LIVEKIT_API_KEY="devkey", LIVEKIT_API_SECRET="another-secret")
    assert status == 2
    assert_sentence(text)
    assert "another-secret" not in text
    status, text = run(binary, command, *more, "--url", dev.livekit, LIVEKIT_API_KEY="nobody", LIVEKIT_API_SECRET="secret")
    assert status == 2
    assert_sentence(text)


def test_missing_secret(binary, recording):
    status, text = run(binary, "call", "--url", "wss://rooms.example.org", "--say", recording("opening-hours"),
                       LIVEKIT_API_KEY="", LIVEKIT_API_SECRET="")
    assert status == 64
    assert_sentence(text)


@pytest.mark.parametrize("option", ["--api-port", "--room-port", "--media-port"])
def test_port_taken(binary, tmp_path, option):
    kind = socket.SOCK_DGRAM if option == "--media-port" else socket.SOCK_STREAM
    with socket.socket(socket.AF_INET, kind) as taken:
        taken.bind(("127.0.0.1", 0))
        if kind == socket.SOCK_STREAM:
            taken.listen()
        port = taken.getsockname()[1]
        ports = {"--api-port": "0", "--room-port": "0", "--media-port": "0", option: str(port)}
        arguments = [part for pair in ports.items() for part in pair]
        status, text = run(binary, "dev", *arguments, "--database", str(tmp_path / "d.sqlite"), "--log-level", "error",
                           seconds=120)
    assert status == 2
    assert_sentence(text)
    assert str(port) in text


def wav(channels=1, rate=16000, bits=16, kind=1, data=b"\x00\x20" * 16000):
    header = struct.pack("<HHIIHH", kind, channels, rate, rate * channels * bits // 8, channels * bits // 8, bits)
    body = b"WAVEfmt " + struct.pack("<I", 16) + header + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize("name, content", {
    "text": b"hello",
    "nothing": b"",
    "cut off": wav()[:1000],
    "eight bits": wav(bits=8),
    "floats": wav(kind=3, bits=32),
    "too many channels": wav(channels=6),
    "impossible rate": wav(rate=200),
    "unusual rate": wav(rate=192000),
    "no samples": wav(data=b""),
    "silence": wav(data=b"\x00\x00" * 16000),
}.items())
def test_wav_of_the_wrong_kind(binary, tmp_path, name, content):
    path = tmp_path / "line.wav"
    path.write_bytes(content)
    status, text = run(binary, "call", "--say", str(path))
    assert status == 64, name
    assert_sentence(text)


def test_wav_that_is_not_there(binary, tmp_path):
    for path in [tmp_path / "missing.wav", tmp_path]:
        status, text = run(binary, "call", "--say", str(path))
        assert status == 64
        assert_sentence(text)


@pytest.mark.parametrize("arguments", [
    [], ["nonsense"], ["call", "--timeout", "soon"], ["call", "--interrupt", "a.wav"], ["token"], ["rooms", "delete"],
])
def test_command_line(binary, arguments):
    status, text = run(binary, *arguments)
    if arguments:
        assert status == 64 and "Usage: parley" in text
    else:
        assert status == 0


def test_room_that_vanishes(binary, dev, recording):
    call = Program(binary, "call", "--json", "--url", dev.livekit, "--room", "vanishing", "--timeout", "20",
                   "--say", recording("opening-hours"))
    call.event("agent_audio_start", 60)
    status, text = run(binary, "rooms", "delete", "vanishing", "--url", dev.livekit)
    assert status == 0, text
    outcome = Call(call, 20)
    assert outcome.status == 1
    assert outcome.events[-1]["event"] == "ended" and outcome.events[-1]["answered"] == 0
    assert_sentence(outcome.errors)


def test_server_that_vanishes(binary, own_dev, recording):
    call = Program(binary, "call", "--json", "--url", own_dev.livekit, "--timeout", "15",
                   "--say", recording("opening-hours"))
    call.event("agent_audio_start", 60)
    own_dev.program.stop()
    outcome = Call(call, 60)
    assert outcome.status == 1
    assert outcome.events[-1]["event"] == "ended"


def test_an_interrupted_call_ends_at_once(binary, dev, recording):
    call = Program(binary, "call", "--json", "--api", dev.api, "--say", recording("opening-hours"))
    call.event("agent_joined", 60)
    call.process.terminate()
    outcome = Call(call, 10)
    assert outcome.status == 1
    assert outcome.events[-1]["reason"] == "interrupted"


def test_garbage_on_every_port(binary, dev, recording):
    noise = random.Random(20)
    ports = [urllib.parse.urlsplit(dev.api).port, urllib.parse.urlsplit(dev.livekit).port]
    openings = [b"", b"\x16\x03\x01\x02\x00", b"GET / HTTP/1.1\r\n", b"POST /api/sessions HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
                b"GET /rtc/v1?join_request=%%% HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"]
    sockets = []
    for port in ports:
        for opening in openings:
            for _ in range(4):
                connection = socket.create_connection(("127.0.0.1", port), timeout=5)
                sockets.append(connection)
                try:
                    connection.sendall(opening + noise.randbytes(noise.randrange(2000)))
                except OSError:
                    pass  # Closing the door on garbage is an answer.
    media = udp_ports(dev.program.process.pid)
    assert media, "the media port is open"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for port in media:
            for _ in range(2000):
                sender.sendto(noise.randbytes(noise.randrange(1, 1400)), ("127.0.0.1", port))
            for first in range(256):
                sender.sendto(bytes([first]) + noise.randbytes(noise.randrange(60)), ("127.0.0.1", port))
    call = Call(Program(binary, "call", "--json", "--api", dev.api, "--say", recording("opening-hours")), 90)
    for connection in sockets:
        connection.close()
    assert call.status == 0, call.errors
    with urllib.request.urlopen(dev.api + "/health", timeout=5) as answer:
        assert answer.status == 200


def udp_ports(pid):
    """The UDP ports on which a process listens."""
    inodes = set()
    for descriptor in os.listdir(f"/proc/{pid}/fd"):
        try:
            target = os.readlink(f"/proc/{pid}/fd/{descriptor}")
        except OSError:
            continue
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    ports = []
    with open("/proc/net/udp") as table:
        for row in list(table)[1:]:
            fields = row.split()
            if fields[9] in inodes:
                ports.append(int(fields[1].rsplit(":", 1)[1], 16))
    return ports
