"""The caller page in a browser that may not use UDP."""

import asyncio

from browser import Browser
from test_pages import energy, lines, microphone


def test_a_call_over_tcp(dev, recording, tmp_path):
    async def scenario():
        flags = ["--force-webrtc-ip-handling-policy=disable_non_proxied_udp"]
        async with Browser(microphone(tmp_path, recording("opening-hours")), flags) as browser:
            page = await browser.open(dev.caller)
            await page.click("#call")
            await page.wait_for("parley.state === 'live'", 30, "the agent is heard")
            answer = f"{lines('user')}.includes('opening hours') && {lines('assistant')}.includes('monday')"
            await page.wait_for(answer, 60, "the answer in the transcript")
            heard, packets = await energy(page)
            assert packets > 100 and heard > 0.001, (heard, packets)

    asyncio.run(scenario())
