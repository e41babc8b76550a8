"""A program under test: started, read line by line, and ended by its process id. Every wait has a deadline."""

import json
import queue
import signal
import subprocess
import threading
import time


class Program:
    def __init__(self, *command, env=None):
        self.command = [str(part) for part in command]
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, env=env)
        self.lines = queue.Queue()
        self.output = []
        self.complaints = []
        self.readers = [threading.Thread(target=self._read, daemon=True),
                        threading.Thread(target=self._read_complaints, daemon=True)]
        for reader in self.readers:
            reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.output.append(line.rstrip("\n"))
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def _read_complaints(self):
        for line in self.process.stderr:
            self.complaints.append(line.rstrip("\n"))

    @property
    def errors(self):
        return "\n".join(self.complaints)

    def line(self, seconds):
        """The next line of standard output."""
        try:
            line = self.lines.get(timeout=seconds)
        except queue.Empty:
            self.kill()
            raise AssertionError(f"{self.command}: no line within {seconds} s\n{self.errors}") from None
        if line is None:
            self.wait(10)
            raise AssertionError(f"{self.command} ended with {self.process.returncode}\n{self.errors}")
        return line

    def complaint(self, words, seconds):
        """Waits for a line of standard error that holds these words."""
        deadline = time.monotonic() + seconds
        while not any(words in line for line in self.complaints):
            assert self.process.poll() is None, f"{self.command} ended with {self.process.returncode}\n{self.errors}"
            if time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"{self.command}: not '{words}' within {seconds} s\n{self.errors}")
            time.sleep(0.05)

    def event(self, name, seconds):
        """The next JSON line whose `event` is this; others are passed over."""
        deadline = time.monotonic() + seconds
        while True:
            event = json.loads(self.line(max(0.1, deadline - time.monotonic())))
            if event["event"] == name:
                return event

    def wait(self, seconds):
        """The exit status."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"{self.command} did not end within {seconds} s\n{self.errors}") from None
        for reader in self.readers:
            reader.join(5)
        return status

    def stop(self, seconds=15):
        """Asks the program to end, which it must do cleanly and soon."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.wait(seconds)
        assert status == 0, f"{self.command} ended with {status}\n{self.errors}"

    def kill(self):
        self.process.kill()
        self.process.wait(10)


class Call:
    """The outcome of `parley call --json`."""

    def __init__(self, program, seconds):
        self.status = program.wait(seconds)
        self.errors = program.errors
        self.events = [json.loads(line) for line in program.output]

    def all(self, name):
        return [event for event in self.events if event["event"] == name]

    def words(self, role):
        """What was said, in lower case: the final transcripts, joined."""
        texts = [event["text"] for event in self.all("transcript") if event["role"] == role and event["final"]]
        return " ".join(texts).lower()
