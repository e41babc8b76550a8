"""The caller page in headless Chromium, against `parley dev`."""

import urllib.parse

import pytest

from cable import Cable
from console import Stage


@pytest.fixture(scope="module")
def stage():
    stage = Stage()
    yield stage
    stage.close()


def answered(word):
    return f"parley.lines.some(({{role, content}}) => role === 'assistant' && content.toLowerCase().includes('{word}'))"


def type_(view, words):
    view.page.fill("#message", words)
    view.press("Enter")


def test_without_a_microphone_one_types(stage, dev):
    view = stage.open(dev.caller)
    view.page.click("#call")
    view.until("parley.state === 'failed'")
    assert "type below" in view.text("#status")
    type_(view, "what are your opening hours")
    view.until(answered("monday"))
    # What the answer told gives way to what the feed tells, and is gone for a moment.
    view.until("document.querySelectorAll('.line.user').length === 1 && document.querySelector('.line.assistant')")
    view.shoot("caller-typing")
    assert view.errors == []


def test_a_broken_connection_is_told_and_found_again(stage, dev):
    target = urllib.parse.urlsplit(dev.api)
    cable = Cable(target.hostname, target.port)
    try:
        view = stage.open(f"http://127.0.0.1:{cable.port}/")
        type_(view, "what are your opening hours")
        view.until(answered("monday"))
        cable.cut()
        view.until("document.querySelector('#feed').innerText.includes('Connection lost')")
        type_(view, "how much is an oil change")
        view.until("document.querySelector('#status').innerText.includes('cannot be reached')")
        assert view.page.input_value("#message") == "how much is an oil change"
        cable.mend()
        view.until("document.querySelector('#feed').hidden", 30)
        view.press("Enter")
        view.until(answered("oil change"))
        said = view.page.evaluate("parley.lines.map(({content}) => content)")
        assert len(said) == len(set(said)) == 4, said
    finally:
        cable.close()


@pytest.mark.parametrize("dark", [False, True])
def test_contrast_and_axe(stage, dev, dark):
    view = stage.open(dev.caller, dark=dark)
    assert view.violations() == []
    view.page.click(".try")
    view.until(answered("monday"))
    found = view.contrasts("#headline", ".lead", "#status", "#hang-up", "#mute", ".line.user p", ".line.assistant p",
                           ".line .who", "#type button", ".bar nav a")
    assert {selector: round(ratio, 2) for selector, ratio in found.items() if ratio < 4.5} == {}
    assert view.violations() == []
    view.shoot(f"caller-{'dark' if dark else 'light'}")


def test_it_fits_a_phone(stage, dev):
    view = stage.open(dev.caller, 360, 740)
    view.page.click(".try")
    view.until(answered("monday"))
    assert view.page.evaluate("document.documentElement.scrollWidth") == 360
    view.shoot("caller-phone")


def test_the_keyboard_is_enough(stage, dev):
    view = stage.open(dev.caller)
    reached = []
    for _ in range(14):
        view.press("Tab")
        reached.append(view.page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"theme", "call", "try", "message"} <= set(reached), reached
