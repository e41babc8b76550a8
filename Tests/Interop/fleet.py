"""Several processes of the program that share a PostgreSQL and a Redis, and what asks and watches them from outside."""

import json
import os
import pathlib
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from program import Program
from stores import PostgreSQL, Redis


class Answer:
    """What an API answered, and after how long."""

    def __init__(self, status, body, took):
        self.status, self.body, self.took = status, body, took

    def __repr__(self):
        return f"{self.status} after {self.took:.2f} s: {json.dumps(self.body)[:600]}"

    def __getitem__(self, key):
        return self.body[key]


class API:
    """A `parley api`."""

    def __init__(self, program):
        self.program = program
        self.address = json.loads(program.line(60))["api"].rstrip("/")

    def ask(self, method, path, body=None, seconds=30, **headers):
        """Status 0: nobody answered."""
        data = None if body is None else json.dumps(body).encode()
        fields = {"content-type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
        request = urllib.request.Request(self.address + path, data, fields, method=method)
        begin = time.monotonic()
        try:
            with urllib.request.urlopen(request, timeout=seconds) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read()
        except OSError as error:
            status, text = 0, json.dumps(str(error)).encode()
        return Answer(status, json.loads(text or b"{}"), time.monotonic() - begin)

    def get(self, path, seconds=30):
        return self.ask("GET", path, seconds=seconds)

    def chat(self, session, message):
        return self.ask("POST", "/api/chat", {"session_id": session, "message": message})

    def command(self, session, kind, wait=5, **fields):
        return self.ask("POST", f"/api/sessions/{session}/commands", {"type": kind, **fields}, Prefer=f"wait={wait}",
                        Idempotency_Key=os.urandom(8).hex())

    def until(self, path, isThere, seconds):
        """Asks again and again; the answer that was wanted, and how long it took until it came."""
        begin = time.monotonic()
        while True:
            answer = self.get(path, seconds=10)
            if isThere(answer):
                return answer, time.monotonic() - begin
            assert time.monotonic() - begin < seconds, f"{path}: not within {seconds} s, {answer}"
            time.sleep(0.05)

    def events(self, session):
        """The whole log of a session."""
        events, after = [], 0
        while True:
            answer = self.get(f"/api/sessions/{session}/events?after={after}&limit=200")
            assert answer.status == 200, answer
            if not answer["events"]:
                return events
            events += answer["events"]
            after = events[-1]["seq"]


class Feed:
    """A supervisor's socket of one session, read by a thread of its own. `frames` are those of the log, `others` the rest."""

    def __init__(self, api, session, after=None):
        address = api.address.replace("http", "ws", 1) + f"/ws/{session}" + ("" if after is None else f"?after_seq={after}")
        self.frames, self.others, self.code, self.reason = [], [], None, None
        self.socket = connect(address, subprotocols=["voiceworker.v1"], open_timeout=10, max_size=None)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        try:
            for text in self.socket:
                frame = json.loads(text)
                (self.frames if "seq" in frame and frame["type"] not in META else self.others).append(frame)
        except ConnectionClosed:
            pass
        received = self.socket.protocol.close_rcvd
        self.code, self.reason = (received.code, received.reason) if received else (1006, "")

    @property
    def last(self):
        return self.frames[-1]["seq"] if self.frames else 0

    def until(self, isThere, seconds, what):
        """The first frame of the log for which this holds."""
        deadline = time.monotonic() + seconds
        while True:
            found = next((frame for frame in list(self.frames) if isThere(frame)), None)
            if found:
                return found
            assert time.monotonic() < deadline, f"{what}: not within {seconds} s; {[f['type'] for f in self.frames[-20:]]}"
            time.sleep(0.02)

    def closed(self, seconds):
        """The code of the close frame, 1006 when the connection broke."""
        self.reader.join(seconds)
        assert self.code is not None, f"the feed is still open after {seconds} s"
        return self.code

    def close(self):
        self.socket.close()
        self.reader.join(10)


META = {"hello", "snapshot", "resync", "gap", "heartbeat", "shutdown", "pong", "ping"}


class Fleet:
    """Redis, PostgreSQL and a room server, and the processes that are started beside them."""

    def __init__(self, binary, folder: pathlib.Path):
        self.binary, self.folder, self.programs = binary, folder, []
        for name in ("redis", "postgres"):
            (folder / name).mkdir()
        with ThreadPoolExecutor(2) as pool:
            redis, postgres = pool.submit(Redis, folder / "redis"), pool.submit(PostgreSQL, folder / "postgres")
            self.redis, self.postgres = redis.result(), postgres.result()
        rooms = self.start("rooms", "rooms", "serve", "--port", "0", "--media-port", "0", "--json")
        self.livekit = json.loads(rooms.line(30))["livekit"]

    def start(self, name, *arguments):
        environment = {
            **os.environ, "DATABASE_URL": self.postgres.url, "REDIS_URL": self.redis.url, "AUTH_MODE": "open",
            "PARLEY_RATE_LIMITS": "off", "XDG_DATA_HOME": str(self.folder / name), "LIVEKIT_API_KEY": "devkey",
            "LIVEKIT_API_SECRET": "secret",
        }
        if hasattr(self, "livekit"):
            environment["LIVEKIT_URL"] = self.livekit
        self.programs.append(Program(self.binary, *arguments, env=environment))
        return self.programs[-1]

    def api(self, name):
        return API(self.start(name, "api", "--port", "0", "--json"))

    def worker(self, name):
        worker = self.start(name, "worker", "--drain", "0")
        worker.complaint("registered", 120)
        return worker

    def call(self, api, *arguments):
        """A caller, and the session of the call."""
        program = self.start("caller", "call", "--json", "--api", api.address, *arguments)
        return program, program.event("joined", 30)["room"]

    def close(self):
        for program in self.programs:
            if program.process.poll() is None:
                program.kill()
        for store in (self.redis, self.postgres):
            if store.process.poll() is None:
                store.process.kill()
                store.process.wait(10)
