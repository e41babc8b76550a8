"""The console in headless Chromium, against `parley dev`: what a supervisor sees and does."""

import os
import shutil
import time
import urllib.parse

import pytest

from cable import Cable
from conftest import ROOT, start_dev
from console import Desk, Stage
from working_day import working_day

EMAIL, PASSWORD = "ada@example.com", "correct horse battery"
TALK = ("I would like to book an oil change", f"{working_day()} at ten", "Maria Garcia", "415 555 0199")


@pytest.fixture(scope="module")
def stage():
    stage = Stage()
    yield stage
    stage.close()


@pytest.fixture
def desk(dev):
    return Desk(dev)


def follow(stage, dev, session, **options):
    view = stage.open(f"{dev.supervisor}#{session}", **options)
    view.until(f"parley.chosen === '{session}' && document.querySelector('#link').innerText === 'Live'")
    return view


def lines(count):
    return f"parley.lines.length >= {count}"


# Where the keyboard is, and whether one sees it there; the composer shows it around all it holds.
FOCUS = """(() => {
    const here = document.activeElement;
    const shown = getComputedStyle(here).outlineStyle !== "none"
        || getComputedStyle(here.closest(".compose") ?? here).boxShadow !== "none";
    return [here.id, here === document.body || shown];
})()"""


def enabled(selector):
    return f"!document.querySelector('{selector}').disabled"


def test_a_chat_is_shown_as_it_happens(stage, dev, desk):
    session = desk.chat()
    view = follow(stage, dev, session)
    for message in TALK:
        answer = desk.say(session, message)[0]
        view.until(f"parley.lines.at(-1)?.content === {answer!r}", 5)
    view.until("document.querySelectorAll('#slots .filled').length >= 3")
    view.until("document.querySelectorAll('#latency li').length >= 1")
    assert view.page.locator(".node.lit").count() == 1
    assert view.page.locator("#lines .line").count() == len(view.page.evaluate("parley.lines"))
    view.shoot("console-chat")
    assert view.errors == []


def test_what_was_said_before_is_there_for_who_comes_late(stage, dev, desk):
    session = desk.chat(*TALK[:2])
    view = follow(stage, dev, session)
    view.until(lines(4))
    shown = view.page.evaluate("[...document.querySelectorAll('.line p')].map(line => line.innerText)")
    assert shown[0] == TALK[0] and TALK[1] in shown, shown


def test_a_whisper_goes_through_its_steps_by_keyboard_alone(stage, dev, desk):
    session = desk.chat(TALK[0])
    view = follow(stage, dev, session)
    view.until(enabled("#whisper-begin"))
    view.press("w", "Enter")
    view.until("parley.state.whisper === 'held'", 10)
    assert "You have control" in view.text("#lease-text")
    view.until("document.querySelector('#mode').innerText === 'On hold'", 10)
    view.until("document.activeElement.id === 'words'")
    view.page.keyboard.type("Offer a loan car as well.")
    view.shoot("console-whisper")
    view.press("Enter")
    view.until("['acknowledged', 'resumed'].includes(parley.state.whisper)", 10)
    desk.say(session, TALK[1])
    view.until("parley.state.whisper === 'resumed' && document.querySelectorAll('#steps .done').length === 6", 10)
    applied = "[...parley.state.commands.values()].find(one => one.command === '{}' && one.status === 'applied')?.turn"
    for command in ("whisper.begin", "whisper.inject"):
        view.until(f"Number.isInteger({applied.format(command)})", 10)
    view.until("document.querySelector('#mode').innerText === 'Agent'", 10)
    assert view.errors == []


def test_words_are_said_in_the_agents_voice(stage, dev, desk):
    session = desk.chat(TALK[0])
    view = follow(stage, dev, session)
    view.until(enabled("#more"))
    view.press("s")
    view.page.keyboard.type("We close at noon today.")
    view.press("Enter")
    view.until("parley.lines.some(({content}) => content === 'We close at noon today.')", 10)
    view.page.click("#tab-work")
    view.until("document.querySelector('#commands .applied')?.innerText.includes('Say')")


def test_control_is_taken_and_given_back(stage, dev, desk):
    session = desk.chat(TALK[0])
    view = follow(stage, dev, session)
    view.until(enabled("#take"))
    view.press("c")
    view.until("document.querySelector('#lease').dataset.state === 'mine'")
    view.press("h")
    view.until("parley.state.mode.name === 'held'", 10)
    view.press("h")
    view.until("parley.state.mode.name === 'ai'", 10)
    view.press("c")
    view.until("document.querySelector('#lease').dataset.state === 'free'")
    view.page.click("#tab-record")
    view.until("document.querySelectorAll('#trail li').length >= 4")


@pytest.fixture(scope="module")
def careful(binary, tmp_path_factory):
    """A `parley dev` whose business wants a person to approve each booking."""
    folder = tmp_path_factory.mktemp("careful")
    business = folder / "business"
    shutil.copytree(ROOT / "Sources/Graph/Dealership/Business", business)
    tools = business / "tools.yaml"
    free, watched = "- name: book_appt\n", "- name: book_appt\n  policy: approve\n  approval: 5m\n"
    text = tools.read_text()
    assert free in text
    tools.write_text(text.replace(free, watched))
    running = start_dev(binary, folder, "--business", str(business))
    yield running
    running.program.stop()


def approval(stage, careful):
    desk = Desk(careful)
    session = desk.chat(*TALK, "yes, please book it")
    view = follow(stage, careful, session)
    view.until("document.querySelectorAll('.approval:not(.closed)').length === 1", 10)
    return desk, session, view


def test_a_tool_is_approved_on_its_card(stage, careful):
    desk, session, view = approval(stage, careful)
    assert "Maria Garcia" in view.text(".approval")
    view.until(r"/^[0-9]:[0-5][0-9]$/.test(document.querySelector('.approval .left').innerText)")
    view.shoot("console-approval")
    view.press("a")
    assert view.page.evaluate("document.activeElement.innerText") == "Approve"
    view.press("Enter")
    view.until("document.querySelector('.approval.closed.approved')", 10)
    # In a chat the caller reads it with the next answer.
    view.until("/A colleague has confirmed it/.test(document.body.textContent)", 10)
    answer = desk.say(session, "thank you")[0]
    assert answer.startswith("A colleague has confirmed it. You have an oil change")
    assert view.errors == []


def test_a_tool_is_rejected_on_its_card(stage, careful):
    _, _, view = approval(stage, careful)
    view.page.click(".approval button.warn")
    view.until("document.querySelector('.approval.closed.rejected')", 10)


def test_a_broken_connection_is_told_and_nothing_is_lost(stage, dev, desk):
    target = urllib.parse.urlsplit(dev.api)
    cable = Cable(target.hostname, target.port)
    try:
        session = desk.chat(TALK[0])
        view = stage.open(f"http://127.0.0.1:{cable.port}/supervisor#{session}")
        view.until(lines(2))
        for round_ in range(3):
            cable.cut()
            view.until("!document.querySelector('#banner').hidden")
            assert "Connection lost" in view.text("#banner")
            desk.say(session, f"what does an oil change cost, for the {round_ + 2}. time")
            if round_ == 0:
                view.shoot("console-connection-lost")
            cable.mend()
            view.page.click("#banner-retry", force=True)
            view.until(f"document.querySelector('#banner').hidden && {lines(4 + 2 * round_)}", 30)
        log = desk.request("GET", f"/api/sessions/{session}/events?after=0&limit=200")["events"]
        said = [event["content"] for event in log if event["type"] == "transcript"]
        assert view.page.evaluate("parley.lines.map(({content}) => content)") == said
    finally:
        cable.close()


def test_everything_is_reached_by_keyboard(stage, dev, desk):
    sessions = [desk.chat(TALK[0]) for _ in range(3)]
    view = follow(stage, dev, sessions[0])
    view.press("l")
    first = view.until("document.activeElement.closest('.call-row')?.dataset.key")
    view.press("ArrowDown")
    second = view.until(f"(key => key !== '{first}' && key)(document.activeElement.dataset.key)")
    view.press("Enter")
    view.until(f"parley.chosen === '{second}'")
    view.press("/")
    view.page.keyboard.type("nobody of this name")
    view.until("document.querySelectorAll('.call-row').length === 0")
    view.press("Escape", "?")
    view.until("document.querySelector('#help').open")
    view.press("Escape", "n")
    view.until("document.activeElement.id === 'words'")
    view.press("Escape")
    reached = set()
    for _ in range(60):
        view.press("Tab")
        here, seen = view.page.evaluate(FOCUS)
        assert seen, here
        reached.add(here)
    assert {"search", "take", "tab-call", "scroll", "words", "theme"} <= reached, reached


def test_many_calls_and_a_long_talk_stay_quick(stage, dev, desk):
    session = desk.chat("hello")
    view = follow(stage, dev, session)
    view.page.evaluate("""(() => {
        const frame = (fields) => parley.state.apply(fields);
        for (let count = 0; count < 10000; count += 1)
            frame({ type: "transcript", role: count % 2 ? "user" : "assistant", content: `Line ${count}`, agent_type: "faq" });
    })()""")
    desk.say(session, "what are your opening hours")
    view.until("parley.lines.length > 10001")
    assert view.page.locator("#lines .line").count() < 1000
    began = time.monotonic()
    for _ in range(20):
        view.page.evaluate("document.querySelector('#scroll').scrollTop -= 2000")
        view.page.evaluate("new Promise(requestAnimationFrame)")
    assert time.monotonic() - began < 5
    view.press("t", "End")


@pytest.mark.parametrize("dark", [False, True])
def test_contrast_and_axe(stage, dev, desk, dark):
    session = desk.chat(*TALK)
    # Nothing fades: a colour on its way to another is not one that is read.
    view = follow(stage, dev, session, dark=dark, reduced_motion="reduce")
    view.until(f"{lines(8)} && document.querySelectorAll('#slots .filled').length > 2 && {enabled('#whisper-begin')}")
    found = view.contrasts(".line.user p", ".line.assistant p", ".line .who", "#mode", "#lease-text", "#take", "#count",
                           ".call-row .facts", ".call-row time", "#slots dt", "#slots dd", "#hint", "#steps li", "#end",
                           "#whisper-begin", "#filters [aria-pressed=true]", "#link", "#role")
    assert {selector: round(ratio, 2) for selector, ratio in found.items() if ratio < 4.5} == {}
    assert view.violations() == []
    for tab in ("work", "record"):
        view.page.click(f"#tab-{tab}")
        assert view.violations() == []
    view.press("?")
    assert view.violations() == []
    view.shoot(f"console-{'dark' if dark else 'light'}-help")


def test_the_colours_can_be_chosen(stage, dev):
    view = stage.open(dev.supervisor)
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = view.page.evaluate(paper)
    view.page.click("#theme")
    assert view.page.evaluate(paper) != light
    view.page.reload()
    assert view.page.evaluate(paper) != light


def test_it_fits_a_phone(stage, dev, desk):
    session = desk.chat(*TALK)
    view = follow(stage, dev, session, width=360, height=740)
    view.until(lines(8))
    for tab in ("talk", "call", "work", "record"):
        view.page.click(f"#tab-{tab}")
        assert view.page.evaluate("document.documentElement.scrollWidth") == 360, tab
        view.shoot(f"console-phone-{tab}")
    view.page.click("#back")
    assert view.page.locator(".fleet").is_visible() and not view.page.locator("#session").is_visible()
    assert view.page.evaluate("document.documentElement.scrollWidth") == 360
    assert view.violations() == []
    view.shoot("console-phone-list")


def test_news_move_nothing(stage, dev, desk):
    session = desk.chat(*TALK[:2])
    view = follow(stage, dev, session)
    view.until(f"{lines(4)} && {enabled('#whisper-begin')}")
    view.page.evaluate("""(() => {
        window.shifts = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) for (const { node } of entry.sources)
                if (!node?.parentElement?.closest("#scroll, .side")) window.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: false });
    })()""")
    desk.say(session, *TALK[2:])
    view.until(lines(8))
    time.sleep(0.5)
    assert view.page.evaluate("shifts") < 0.02


@pytest.fixture(scope="module")
def locked(binary, tmp_path_factory):
    """A `parley dev` that lets in only whom it knows."""
    env = {**os.environ, "AUTH_MODE": "users", "PARLEY_ADMIN_EMAIL": EMAIL, "PARLEY_ADMIN_PASSWORD": PASSWORD}
    running = start_dev(binary, tmp_path_factory.mktemp("locked"), env=env)
    yield running
    running.program.stop()


def sign_in(view, password):
    view.until("document.querySelector('#sign-in').open")
    view.page.fill("[name=email]", EMAIL)
    view.page.fill("[name=password]", password)
    view.press("Enter")


def test_one_signs_in_stays_so_and_signs_out(stage, locked):
    view = stage.open(locked.supervisor)
    sign_in(view, "not the password at all")
    view.until("document.querySelector('#sign-in-error').innerText.includes('wrong')")
    view.shoot("console-sign-in")
    assert view.violations() == []
    sign_in(view, PASSWORD)
    view.until("document.querySelector('#link').innerText === 'Live'")
    assert view.text("#role") == "admin"
    kept = view.page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    assert "eyJ" not in kept and "refresh" not in kept, kept
    view.page.reload()
    view.until("document.querySelector('#link').innerText === 'Live'")
    view.page.click("#sign-out")
    view.until("document.querySelector('#sign-in').open")
    view.page.reload()
    view.until("document.querySelector('#sign-in').open")
