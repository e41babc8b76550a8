"""Consent to a recording on the caller page: headless Chromium with a microphone, against a `parley dev` that records."""

import os
import time

import pytest

from conftest import start_dev
from console import Stage


@pytest.fixture(scope="module")
def stage():
    stage = Stage("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
    yield stage
    stage.close()


@pytest.fixture(scope="module")
def recording_dev(binary, tmp_path_factory):
    """A desk that records calls, and the folder of its recordings."""
    folder = tmp_path_factory.mktemp("recordings")
    running = start_dev(binary, tmp_path_factory.mktemp("recording-dev"), env={**os.environ, "PARLEY_RECORDINGS": str(folder)})
    yield running, folder
    running.program.stop()


def test_nobody_is_asked_where_nothing_is_recorded(stage, dev):
    view = stage.open(dev.caller)
    assert not view.page.locator("#consent").is_visible()


@pytest.mark.parametrize("dark", [False, True])
def test_consent_to_a_recording_is_asked_for_plainly(stage, recording_dev, dark):
    view = stage.open(recording_dev[0].caller, dark=dark)
    box = view.page.get_by_label("I agree that this call is recorded; saying “stop recording” deletes it.")
    assert box.is_visible() and not box.is_checked()
    ratio = view.contrasts("#consent")["#consent"]
    assert ratio >= 4.5, ratio
    assert view.violations() == []
    # The sentence is part of what one clicks, and the keyboard does it too.
    view.page.click("#consent")
    assert box.is_checked()
    box.focus()
    view.press("Space")
    assert not box.is_checked()
    view.shoot(f"caller-consent-{'dark' if dark else 'light'}")


def test_the_box_fits_a_phone(stage, recording_dev):
    view = stage.open(recording_dev[0].caller, 360, 740)
    assert view.page.locator("#consent").is_visible()
    assert view.page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("agrees", [True, False])
def test_only_who_agrees_is_recorded_and_sees_it(stage, recording_dev, agrees):
    dev, folder = recording_dev
    view = stage.open(dev.caller)
    if agrees:
        view.page.check("#may-record")
    view.page.click("#call")
    view.until("parley.state === 'live'", 40)
    assert view.page.is_disabled("#may-record")
    session = view.page.evaluate("parley.session()")
    if agrees:
        view.until("!document.querySelector('#recorded').hidden", 30)
        assert view.text("#recorded") == "This call is being recorded."
        assert view.violations() == []
        assert view.contrasts("#recorded")["#recorded"] >= 4.5
        view.shoot("caller-recorded")
    else:
        view.until("parley.lines.some(({ role }) => role === 'assistant')", 30)
    view.page.click("#hang-up")
    view.until("parley.state === 'ended' && document.querySelector('#recorded').hidden")
    assert not view.page.is_disabled("#may-record")
    deadline = time.monotonic() + 10
    path = folder / f"{session}.opus"
    while agrees and not path.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert path.exists() == agrees
    assert view.errors == []
