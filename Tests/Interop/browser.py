"""Headless Chromium over the DevTools protocol: just enough to press buttons and read pages."""

import asyncio
import base64
import json
import os
import re
import shutil
import signal
import tempfile

import aiohttp


class BrowserError(Exception):
    """A page threw, or never became what it was waited for to be."""


class Browser:
    """One Chromium process with a fake microphone that plays `microphone`, a WAV file (None: no microphone)."""

    def __init__(self, microphone=None, extra=()):
        self.microphone = microphone
        self.extra = list(extra)
        self.next_id = 0
        self.answers = {}
        self.pages = {}

    async def __aenter__(self):
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if program is None:
            raise BrowserError("Chromium is not installed: apt-get install --no-install-recommends chromium")
        self.folder = tempfile.mkdtemp(prefix="parley-chromium-")
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                 "--remote-debugging-port=0", f"--user-data-dir={self.folder}",
                 "--autoplay-policy=no-user-gesture-required", "--hide-scrollbars"]
        if self.microphone:
            flags += ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                      f"--use-file-for-fake-audio-capture={self.microphone}%noloop"]
        self.process = await asyncio.create_subprocess_exec(
            program, *flags, *self.extra, "about:blank",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE, start_new_session=True)
        address = await asyncio.wait_for(self._address(), 30)
        self.drain = asyncio.ensure_future(self._drain())
        self.http = aiohttp.ClientSession()
        self.socket = await self.http.ws_connect(address, max_msg_size=64 << 20)
        self.reader = asyncio.ensure_future(self._read())
        return self

    async def __aexit__(self, *_):
        self.reader.cancel()
        await self.socket.close()
        await self.http.close()
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        await self.process.wait()
        self.drain.cancel()
        shutil.rmtree(self.folder, ignore_errors=True)

    async def _address(self):
        while True:
            line = (await self.process.stderr.readline()).decode(errors="replace")
            if not line:
                raise BrowserError("Chromium ended before it was ready")
            if found := re.search(r"DevTools listening on (ws://\S+)", line):
                return found[1]

    async def _drain(self):
        while await self.process.stderr.readline():
            pass

    async def _read(self):
        async for message in self.socket:
            if message.type != aiohttp.WSMsgType.TEXT:
                break
            frame = json.loads(message.data)
            if waiter := self.answers.pop(frame.get("id"), None):
                if not waiter.done():
                    waiter.set_result(frame)
            elif page := self.pages.get(frame.get("sessionId")):
                page.note(frame)

    async def send(self, method, session=None, **params):
        self.next_id += 1
        waiter = asyncio.get_running_loop().create_future()
        self.answers[self.next_id] = waiter
        frame = {"id": self.next_id, "method": method, "params": params}
        if session:
            frame["sessionId"] = session
        await self.socket.send_json(frame)
        answer = await asyncio.wait_for(waiter, 60)
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    async def open(self, url, width=1280, height=820, dark=False):
        target = await self.send("Target.createTarget", url="about:blank", newWindow=True)
        attached = await self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        page = Page(self, attached["sessionId"])
        self.pages[page.session] = page
        for domain in ("Page", "Runtime", "Log"):
            await page.send(f"{domain}.enable")
        await page.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                        mobile=width < 600)
        if dark:
            await page.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        await page.send("Page.navigate", url=url)
        await page.wait_for("document.readyState === 'complete' && location.href !== 'about:blank'", 20)
        return page


class Page:
    """One tab. `errors` holds what it threw and what its content security policy refused."""

    def __init__(self, browser, session):
        self.browser = browser
        self.session = session
        self.errors = []

    def note(self, frame):
        if frame["method"] == "Runtime.exceptionThrown":
            details = frame["params"]["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description", details["text"]))
        elif frame["method"] == "Log.entryAdded" and frame["params"]["entry"]["level"] == "error":
            entry = frame["params"]["entry"]
            self.errors.append(f"{entry['text']} {entry.get('url', '')}".strip())

    async def send(self, method, **params):
        return await self.browser.send(method, self.session, **params)

    async def evaluate(self, expression):
        result = await self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True,
                                 userGesture=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    async def wait_for(self, expression, seconds=15, what=None):
        """The first truthy value of `expression`."""
        deadline = asyncio.get_running_loop().time() + seconds
        while True:
            value = await self.evaluate(expression)
            if value:
                return value
            if asyncio.get_running_loop().time() > deadline:
                raise BrowserError(f"{what or expression}: not within {seconds} s")
            await asyncio.sleep(0.1)

    async def click(self, selector):
        await self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")

    async def text(self, selector):
        return await self.evaluate(f"document.querySelector({json.dumps(selector)}).innerText")

    async def screenshot(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        picture = await self.send("Page.captureScreenshot", format="png")
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))
