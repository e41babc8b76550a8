"""The pages in a real Chromium, driven by Playwright: what the tests of the console and of the caller page share."""

import json
import os
import pathlib
import shutil
import time
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

SCREENSHOTS = pathlib.Path(os.environ.get("PARLEY_SCREENSHOTS") or ".build/screenshots").absolute()
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"]


def chromium():
    """The system's Chromium; Playwright brings none of its own."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "Chromium is not installed: apt-get install --no-install-recommends chromium"
    return program


class Stage:
    """One browser, from which pages of any size and colour are opened; all are closed with it."""

    def __init__(self, *flags):
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *flags])

    def open(self, url, width=1440, height=900, dark=False, **options):
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light",
            is_mobile=width < 600, has_touch=width < 600, **options)
        view = View(context.new_page())
        view.page.goto(url)
        return view

    def close(self):
        self.browser.close()
        self.playwright.stop()


class View:
    """One page. `errors` holds what it threw and what its content security policy refused."""

    def __init__(self, page):
        self.page = page
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))

    def until(self, expression, seconds=15):
        """The first truthy value of an expression. (The page's policy forbids Playwright's own way, which is eval.)"""
        deadline = time.monotonic() + seconds
        while not (value := self.page.evaluate(expression)):
            assert time.monotonic() < deadline, f"not within {seconds} s: {expression}; {self.errors}"
            time.sleep(0.05)
        return value

    def text(self, selector):
        return self.page.locator(selector).inner_text()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def shoot(self, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(SCREENSHOTS / f"{name}.png"))

    def violations(self):
        """What axe-core finds against WCAG 2.1 A and AA."""
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
        found = Axe().run(self.page, options=rules).response["violations"]
        return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]

    def contrasts(self, *selectors):
        """The contrast of each element's text with what is rendered behind it (WCAG 2.1, 1.4.3)."""
        return {selector: self.page.evaluate(CONTRAST, selector) for selector in selectors}


CONTRAST = """(selector) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const pixel = (...colours) => {
        canvas.clearRect(0, 0, 1, 1);
        for (const colour of colours) {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
        }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = (rgb) => rgb.map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const target = document.querySelector(selector);
    const behind = [];
    for (let at = target; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const back = light(pixel("#fff", ...behind)), front = light(pixel("#fff", ...behind, getComputedStyle(target).color));
    return (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
}"""


class Desk:
    """The API as a caller or an integrator uses it."""

    def __init__(self, dev):
        self.api = dev.api

    def request(self, method, path, body=None, **headers):
        data = None if body is None else json.dumps(body).encode()
        fields = {"content-type": "application/json", **headers}
        request = urllib.request.Request(self.api + path, data, fields, method=method)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read() or b"{}")

    def chat(self, *messages):
        """A new chat session in which these were said; its id."""
        session = self.request("POST", "/api/sessions", {"channel": "chat"})["session_id"]
        self.say(session, *messages)
        return session

    def say(self, session, *messages):
        return [self.request("POST", "/api/chat", {"session_id": session, "message": message})["response"]
                for message in messages]
