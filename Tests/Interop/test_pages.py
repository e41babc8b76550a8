"""Both pages in headless Chromium, with a recording as the microphone, against `parley dev`."""

import asyncio
import os
import pathlib
import wave

import pytest

from browser import Browser, BrowserError

SCREENSHOTS = pathlib.Path(os.environ.get("PARLEY_SCREENSHOTS") or ".build/screenshots").absolute()
# The agent greets first; the recorded caller waits for it, and the line stays quiet after the question.
GREETING = 9
QUIET = 60


def microphone(folder, *recordings):
    """A WAV file for Chromium: silence, each recording followed by silence."""
    path = folder / "microphone.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16000)
        out.writeframes(bytes(2 * 16000 * GREETING))
        for recording in recordings:
            with wave.open(recording) as file:
                assert file.getnchannels() == 1 and file.getframerate() == 16000
                out.writeframes(file.readframes(file.getnframes()))
            out.writeframes(bytes(2 * 16000 * QUIET))
    return str(path)


def lines(role):
    return f"parley.lines.filter(line => line.role === '{role}').map(line => line.content).join(' ').toLowerCase()"


async def energy(page):
    """What has been heard so far, and how many packets brought it."""
    report = await page.evaluate("parley.statistics()")
    audio = [entry for entry in report if entry.get("kind") == "audio"]
    return (sum(entry.get("totalAudioEnergy", 0) for entry in audio),
            sum(entry.get("packetsReceived", 0) for entry in audio))


async def shoot(page, name):
    await page.screenshot(str(SCREENSHOTS / f"{name}.png"))


def test_a_call_on_the_caller_page_and_its_supervision(dev, recording, tmp_path):
    async def scenario():
        async with Browser(microphone(tmp_path, recording("opening-hours"))) as browser:
            page = await browser.open(dev.caller)
            await shoot(page, "caller-ready")
            await page.click("#call")
            try:
                await page.wait_for("parley.state === 'live'", 30, "the agent is heard")
            except BrowserError as error:
                status = await page.text("#status")
                raise AssertionError(f"{error}; the page says: {status}; {dev.program.errors}") from None
            session = await page.evaluate("parley.session()")
            supervisor = await browser.open(f"{dev.supervisor}#{session}", 1440, 920)

            await page.wait_for(f"{lines('assistant')}.length > 0", 20, "the greeting")
            answer = f"{lines('user')}.includes('opening hours') && {lines('assistant')}.includes('monday')"
            await page.wait_for(answer, 60, "the answer in the transcript")
            heard, packets = await energy(page)
            assert packets > 100 and heard > 0.001, (heard, packets)
            await asyncio.sleep(1.5)
            shown = await page.evaluate("[...document.querySelectorAll('.line p')].map(line => line.innerText)")
            assert len(shown) == len(set(shown)), shown
            await page.wait_for("parley.state === 'live'", 1)
            await shoot(page, "caller-in-call")

            await supervisor.wait_for(f"parley.chosen === '{session}'", 10)
            await supervisor.wait_for(answer, 20, "the transcript on the supervisor page")
            await supervisor.wait_for("document.querySelectorAll('#latency li').length > 0", 20, "a measured turn")
            await shoot(supervisor, "supervisor")

            await page.click("#mute")
            assert await page.evaluate("document.querySelector('#mute').getAttribute('aria-pressed')") == "true"
            await page.click("#hang-up")
            await page.wait_for("parley.state === 'ended'", 10)
            ended = f"parley.calls.find(call => call.session_id === '{session}')?.status === 'ended'"
            await supervisor.wait_for(ended, 30, "the end of the call on the supervisor page")
            assert page.errors == [] and supervisor.errors == []

    asyncio.run(scenario())


def test_typing_instead_of_speaking(dev):
    async def scenario():
        async with Browser() as browser:
            page = await browser.open(dev.caller, 390, 844)
            await page.evaluate("document.querySelector('.try').click()")
            await page.wait_for(f"{lines('assistant')}.includes('monday')", 20, "the answer")
            await asyncio.sleep(0.5)
            await shoot(page, "caller-phone")
            assert page.errors == []

    asyncio.run(scenario())


def test_no_microphone_is_told_in_a_sentence(dev):
    async def scenario():
        async with Browser() as browser:
            page = await browser.open(dev.caller)
            await page.click("#call")
            await page.wait_for("parley.state === 'failed'", 15)
            assert "No microphone was found" in await page.text("#status")

    asyncio.run(scenario())


def test_a_refused_microphone_is_told_in_a_sentence(dev):
    async def scenario():
        async with Browser(extra=["--use-fake-device-for-media-stream", "--deny-permission-prompts"]) as browser:
            page = await browser.open(dev.caller)
            await page.click("#call")
            await page.wait_for("parley.state === 'failed'", 15)
            assert "microphone is blocked" in await page.text("#status")

    asyncio.run(scenario())


def test_a_server_that_goes_away_is_told_and_found_again(own_dev):
    async def scenario():
        async with Browser() as browser:
            page = await browser.open(own_dev.supervisor)
            await page.wait_for("document.querySelector('#link').textContent === 'Live'", 15)
            caller = await browser.open(own_dev.caller)
            own_dev.program.stop()
            await page.wait_for("document.querySelector('#link').textContent.startsWith('Connection lost')", 15)
            await caller.evaluate("document.querySelector('.try').click()")
            await caller.wait_for("document.querySelector('#status').textContent.includes('cannot be reached')", 20)

    asyncio.run(scenario())


@pytest.mark.parametrize("path", ["", "supervisor"])
def test_dark_pages(dev, path):
    async def scenario():
        async with Browser() as browser:
            page = await browser.open(dev.caller + path, dark=True)
            await shoot(page, f"dark-{path or 'caller'}")
            colour = await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            assert sum(int(part) for part in colour.strip("rgb()").split(",")) < 200, colour
            assert page.errors == []

    asyncio.run(scenario())
