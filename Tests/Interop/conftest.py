"""What the interop tests share: the program under test, on ports of its own, and recordings of callers."""

import json
import os
import pathlib

import pytest

from program import Program

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent


def pytest_configure(config):
    # The well-known secret of development servers is short.
    config.addinivalue_line("filterwarnings", "ignore:The HMAC key is")


@pytest.fixture(scope="session")
def binary():
    """The program under test: PARLEY_BINARY, else the debug build."""
    path = pathlib.Path(os.environ.get("PARLEY_BINARY") or ROOT / ".build/debug/parley").absolute()
    assert path.is_file(), f"{path} is missing: run `swift build` first, or set PARLEY_BINARY"
    return str(path)


@pytest.fixture
def recording():
    """The path of a recorded caller by name."""

    def find(name):
        path = HERE / "Recordings" / f"{name}.wav"
        assert path.is_file(), f"{path} is missing"
        return str(path)

    return find


class Dev:
    """A running `parley dev`."""

    def __init__(self, program, ready, database):
        self.program = program
        self.caller = ready["caller"]
        self.supervisor = ready["supervisor"]
        self.livekit = ready["livekit"]
        self.api = ready["api"].rstrip("/")
        self.database = str(database)


def start_dev(binary, folder, *options, env=None):
    """Starts `parley dev` on ports that the system chooses and waits until it is ready."""
    database = folder / "dealership.sqlite"
    program = Program(binary, "dev", "--json", "--api-port", "0", "--room-port", "0", "--media-port", "0",
                      "--database", str(database), *options, env=env)
    # The first start on a machine compiles language models.
    line = program.line(120)
    return Dev(program, json.loads(line), database)


@pytest.fixture(scope="session")
def dev(binary, tmp_path_factory):
    """One `parley dev` for all tests that do not harm it."""
    running = start_dev(binary, tmp_path_factory.mktemp("dev"))
    yield running
    running.program.stop()


@pytest.fixture
def own_dev(binary, tmp_path):
    """A `parley dev` for one test alone."""
    running = start_dev(binary, tmp_path)
    yield running
    running.program.stop()
