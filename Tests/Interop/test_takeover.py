"""A supervisor's own voice: listening in, taking over with the microphone, handing back; two Chromiums and `parley dev`."""

import pytest

from console import Stage
from test_console import follow

MICROPHONE = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]


@pytest.fixture(scope="module")
def stage():
    stage = Stage(*MICROPHONE)
    yield stage
    stage.close()


@pytest.fixture
def call(stage, dev):
    """A call that lives, as its caller sees it, and the session's id."""
    view = stage.open(dev.caller, permissions=["microphone"])
    view.page.click("#call")
    view.until("parley.state === 'live'", 60)
    yield view, view.page.evaluate("parley.session()")
    view.page.click("#hang-up")


HEARD = "parley.statistics().then(all => all.reduce((sum, one) => sum + (one.packetsReceived ?? 0), 0))"


def test_a_supervisor_listens_in_unheard(stage, dev, call):
    caller, session = call
    view = follow(stage, dev, session)
    view.until("!document.querySelector('#listen').disabled")
    view.press("o")
    view.until("document.querySelector('#desk').dataset.state === 'monitor'", 20)
    assert "Nobody hears you" in view.text("#desk-text")
    view.until("Number(document.querySelector('#desk-meter').getAttribute('aria-valuenow')) > 0", 20)
    assert view.text("#mode") == "Agent" and caller.page.evaluate("parley.state") == "live"
    view.shoot("console-listening")
    view.press("o")
    view.until("document.querySelector('#desk').hidden")
    assert view.errors == []


def test_a_supervisor_takes_over_and_hands_back(stage, dev, call):
    caller, session = call
    view = follow(stage, dev, session, permissions=["microphone"])
    view.until("!document.querySelector('#takeover').disabled")
    view.page.click("#takeover")
    view.press("Enter")
    view.until("document.querySelector('#desk').dataset.state === 'human'", 20)
    view.until("parley.state.mode.name === 'human'", 15)
    assert view.text("#mode") == "Person"
    before = caller.page.evaluate(HEARD)
    caller.until(f"{HEARD}.then(count => count > {before + 20})", 15)
    view.until("Number(document.querySelector('#desk-meter').getAttribute('aria-valuenow')) > 0", 20)
    view.shoot("console-takeover")
    view.press("m")
    view.until("document.querySelector('#desk').dataset.state === 'muted'")
    view.page.click("#desk-back")
    view.page.keyboard.type("Agreed on Friday at ten.")
    view.page.click("#ask-submit")
    view.until("document.querySelector('#desk').hidden && parley.state.mode.name === 'ai'", 20)
    assert view.text("#mode") == "Agent"
    assert view.errors == []
