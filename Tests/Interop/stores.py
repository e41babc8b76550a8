"""Real servers of data: PostgreSQL and Redis on loopback, at ports of their own, with their files in a folder of their own."""

import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert process.poll() is None, f"{process.args[0]} ended with {process.returncode}"
        try:
            socket.create_connection(("127.0.0.1", port), 0.5).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"{process.args[0]} does not listen after {seconds} s")


class Redis:
    def __init__(self, folder):
        program = shutil.which("redis-server")
        assert program, "redis-server is missing: apt-get install redis-server"
        self.port = free_port()
        self.command = [program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
                        "--dir", str(folder)]
        self.url = f"redis://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        """Empty, at the same port as before."""
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        wait_for(self.port, self.process)

    def ask(self, *command):
        done = subprocess.run(["redis-cli", "-p", str(self.port), *command], capture_output=True, text=True, check=True)
        return done.stdout.rstrip("\n")

    def end(self):
        self.process.terminate()
        self.process.wait(20)


class PostgreSQL:
    def __init__(self, folder):
        binaries = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        assert binaries, "PostgreSQL is missing: apt-get install postgresql"
        self.bin, self.port, self.folder = binaries[-1], free_port(), folder
        # The server refuses to be root.
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            os.chown(folder, pwd.getpwnam(self.user).pw_uid, -1)
            for parent in folder.parents:
                if parent.owner() == "root" and parent != parent.parent and str(parent).startswith("/tmp/"):
                    parent.chmod(parent.stat().st_mode | 0o011)
        self._run("initdb", "--pgdata", f"{folder}/data", "--auth", "trust", "--username", "parley", "--no-sync")
        self.url = f"postgresql://parley@127.0.0.1:{self.port}/postgres"
        self.start()

    def start(self):
        """With what it had, at the same port as before."""
        self.process = subprocess.Popen(
            [f"{self.bin}/postgres", "-D", f"{self.folder}/data", "-p", str(self.port), "-c", "listen_addresses=127.0.0.1",
             "-c", f"unix_socket_directories={self.folder}", "-c", "fsync=off"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=self.user)
        wait_for(self.port, self.process)

    def stop(self):
        """Cuts everybody off, in order: a fast shutdown."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(30)

    def _run(self, program, *arguments):
        subprocess.run([f"{self.bin}/{program}", *arguments], check=True, capture_output=True, user=self.user)

    def ask(self, statement):
        done = subprocess.run(["psql", self.url, "-Atc", statement], capture_output=True, text=True, check=True)
        return done.stdout.rstrip("\n")

    def end(self):
        self.process.terminate()
        self.process.wait(30)
